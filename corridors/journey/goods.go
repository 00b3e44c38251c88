package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// Time costs goods: whoever waits for them pays for that, and some spoil. That is no money of the truck, and in no sum of it. It is
// kept beside the ledger, and only the generalised cost counts it.

// Loss is what time does to goods.
type Loss uint8

// The losses.
const (
	TimeValue Loss = iota // their owner has them later
	Spoilage              // they go bad
	losses
)

// String is the word for a loss in names of measures and in the log.
func (l Loss) String() string { return [losses]string{"time_value", "spoilage"}[l] }

// worth is what a tonne of goods loses.
type worth struct {
	value  float64         // [USD/t]
	perDay [losses]float64 // [1/day]
}

// worthOf the goods of a plan; nil where time costs them nothing.
func (p *planner) worthOf() *worth {
	goods := p.goods()
	if goods == nil || !p.loaded || goods.Worth*(goods.Loss+goods.Spoilage) == 0 {
		return nil
	}
	return &worth{goods.Worth, [losses]float64{goods.Loss, goods.Spoilage}}
}

// handOver enters the delivery of a load after its time from door to door, and what that has cost its goods, with the wait for a
// vessel that follows.
func (w *World) handOver(t *truck, door, wait sim.Time, tonnes float64) {
	before := w.books.doors.Len()
	w.books.deliver(t, door, tonnes, w.inWindow)
	if w.books.doors.Len() > before {
		w.noteEnd(deliveries, door)
	}
	if t.counted && t.cargo {
		w.books.boarding += wait
	}
	worth := t.plan.worth
	if worth == nil || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	days := (door + wait).Seconds() / sim.Day.Seconds()
	for loss, perDay := range worth.perDay {
		micro := inMicro(tonnes * worth.value * min(1, days*perDay)) // nothing can lose more than it is worth
		if micro == 0 {
			continue
		}
		w.accountOf(t).goods[loss] += micro
		if w.log != nil {
			fact := w.fact(t, GoodsFact)
			fact.Loss, fact.Micro, fact.Place = Loss(loss), micro, w.model.places[t.here.place].name
			w.log.Record(fact)
		}
	}
}

// noteGoods enters what the loads of a truck that leaves have lost.
func (w *World) noteGoods(t *truck) {
	if t.counted && w.model.KeepsMoney() {
		a := w.accountOf(t)
		w.books.goods[TimeValue] += a.goods[TimeValue]
		w.books.goods[Spoilage] += a.goods[Spoilage]
	}
}

// goodsMeasures are what time costs goods, and all that a tonne costs with it.
func (b *builder) goodsMeasures() []measure {
	var list []measure
	for loss, name := range []string{"goods_time_value_per_tonne_usd", "goods_spoilage_per_tonne_usd"} {
		if slices.ContainsFunc(b.plans, func(p itinerary) bool { return p.worth != nil && p.worth.perDay[loss] > 0 }) {
			list = append(list, measure{name, func(w *World) (float64, bool) { return ratio(usd(w.books.goods[loss]), w.books.tonnes) }})
		}
	}
	values := b.setup.Corridor.Values
	if values == nil {
		return list
	}
	return append(list, measure{"generalised_cost_per_tonne_usd", func(w *World) (float64, bool) { return w.generalised(values) }})
}

// generalised is money, the time of loads at its mean, until their vessel has come, the margin that their owners leave for late ones, and what time costs the
// goods, over the tonnes delivered.
func (w *World) generalised(values *corridors.Values) (float64, bool) {
	b := &w.books
	mean, timed := meanHours(b.doors.Sum()+b.boarding, b.doors.Len())
	median, _ := quantileHours(&b.doors, 50)
	late, _ := quantileHours(&b.doors, 95)
	perTonne, some := ratio(float64(b.delivered), b.tonnes)
	if !timed || !some {
		return 0, false
	}
	time := float64(values.Time*mean) + float64(values.Reliability*(late-median))
	return (usd(b.total)+usd(b.goods[TimeValue])+usd(b.goods[Spoilage]))/b.tonnes + float64(perTonne*time*secondsPerHour), true
}
