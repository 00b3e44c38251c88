package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// What a round trip costs belongs to its loads. What is booked while a load is aboard is its own: loading it, the legs driven with
// it, its fees, waits and storage, unloading it. The rest of the round trip, such as empty legs and the wait for a return load, is
// shared among its loads by their t-km. A trip without a load keeps its costs, which are shown as such.

// purse is what one truck has spent for whom.
type purse struct {
	own    [2]int64   // of the load out and of the load home, while it was aboard [micro-USD]
	shared int64      // of neither [micro-USD]
	tkm    [2]float64 // driven with each
	given  uint8      // loads that have been handed over, as bits,
	put    uint8      // and have nothing to do with the truck any more
}

// account is what a truck has spent, driven and carried so far.
type account struct {
	purse
	paid    sim.Time   // the part of its time booked that has been charged
	idled   sim.Time   // time in queues that has not,
	stood   sim.Time   // and that has
	litres  [2]float64 // burnt on legs without a load, and with one
	goods   [2]int64   // what its loads have lost while they were on their way, beside its money [micro-USD]
	tonnes  float64
	km      float64
	emptyKm float64
}

// accountOf a truck.
func (w *World) accountOf(t *truck) *account { return w.accounts.at(t.id) }

// The two loads of a round trip.
const (
	outward = iota
	homeward
)

// aboard says whether a load is on the truck, and which of the two.
func (p *purse) aboard(t *truck) (trip uint8, there bool) {
	return t.trip, t.plan.loaded && p.put>>t.trip&1 == 0
}

// spend enters money in the purse of the load aboard, or in that of the whole trip.
func (p *purse) spend(t *truck, micro int64) {
	if trip, there := p.aboard(t); there {
		p.own[trip] += micro
		return
	}
	p.shared += micro
}

// total of what the truck has spent so far [micro-USD].
func (p *purse) total() int64 { return p.own[outward] + p.own[homeward] + p.shared }

// give notes that the load is off the truck. At a depot the visit is still the load's, up to its end.
func (w *World) give(t *truck) {
	if !w.model.KeepsMoney() {
		return
	}
	a := w.accountOf(t)
	if trip, there := a.aboard(t); there {
		a.given |= 1 << trip
		w.quitLoad(t)
	}
}

// quitLoad notes that a load that is off the truck is none of its business any more: what follows is of the truck.
func (w *World) quitLoad(t *truck) {
	if !w.model.KeepsMoney() {
		return
	}
	a := w.accountOf(t)
	if trip, there := a.aboard(t); there && !t.depot && a.given>>trip&1 == 1 {
		a.put |= 1 << trip
	}
}

// noteCarry notes a leg driven with a load.
func (w *World) noteCarry(id int32, t *truck, km float64) {
	a := w.accountOf(t)
	trip, there := a.aboard(t)
	if !there {
		return
	}
	a.tkm[trip] += float64(w.tonnesOf(id, t, trip) * km)
}

// tonnesOf a load that a truck has out or home.
func (w *World) tonnesOf(id int32, t *truck, trip uint8) float64 {
	f := &w.model.flows[t.flow]
	switch {
	case trip == homeward:
		return w.model.flows[t.plan.flow].Return.Payload
	case w.hauls != nil && f.apart:
		return w.hauls[id].load.tonnes
	}
	return f.Payload
}

// divide shares what belongs to no load among those that the truck had, by t-km: each has its part rounded down, and the last one
// what is left. Loads without any t-km have equal parts.
func (p *purse) divide() (cost [2]int64) {
	cost = p.own
	switch p.given {
	case 1:
		cost[outward] += p.shared
	case 2:
		cost[homeward] += p.shared
	case 3:
		part := 0.5
		if all := p.tkm[0] + p.tkm[1]; all > 0 {
			part = p.tkm[0] / all
		}
		first := int64(float64(part * float64(p.shared)))
		cost[outward] += first
		cost[homeward] += p.shared - first
	}
	return cost
}

// loadBook is the loads of a flow in one direction.
type loadBook struct{ n, micro int64 }

// purseBook is the costs of loads.
type purseBook struct {
	spent, divided, alone int64         // of all trucks: what they cost, what of it loads cost, and what trips without any [micro-USD]
	loads                 [][2]loadBook // by flow, of trucks that count
	unassigned            int64         // of those: what trips without a load cost [micro-USD]
	tkm                   float64
}

func (b *purseBook) size(flows int) { b.loads = make([][2]loadBook, flows) }

func (b *purseBook) reset() {
	clear(b.loads)
	*b = purseBook{loads: b.loads}
}

// closePurse divides what a truck that leaves has spent.
func (w *World) closePurse(t *truck) {
	if !t.cargo || !w.model.KeepsMoney() {
		return
	}
	w.give(t) // it was turned away with its load
	p, b := &w.accountOf(t).purse, &w.books.purses
	cost := p.divide()
	alone := int64(0)
	if p.given == 0 {
		alone = p.shared
	}
	b.spent += p.total()
	b.divided += cost[0] + cost[1]
	b.alone += alone
	if !t.counted {
		return
	}
	b.unassigned += alone
	b.tkm += p.tkm[0] + p.tkm[1]
	for trip := range cost {
		if p.given>>trip&1 == 1 {
			b.loads[t.flow][trip].n++
			b.loads[t.flow][trip].micro += cost[trip]
		}
	}
}

// perLoad is what loads cost [USD].
func (b *purseBook) perLoad(of func(flow, trip int) bool) (float64, bool) {
	var sum loadBook
	for flow := range b.loads {
		for trip := range b.loads[flow] {
			if of(flow, trip) {
				sum.n += b.loads[flow][trip].n
				sum.micro += b.loads[flow][trip].micro
			}
		}
	}
	return ratio(usd(sum.micro), float64(sum.n))
}

// loadMeasures are what loads cost, and what no load pays for.
func (b *builder) loadMeasures() []measure {
	where := func(of func(flow, trip int) bool) func(*World) (float64, bool) {
		return func(w *World) (float64, bool) {
			if w.books.total == 0 {
				return 0, false
			}
			return w.books.purses.perLoad(of)
		}
	}
	list := []measure{
		{"cost_per_load_usd", where(func(int, int) bool { return true })},
		{"unassigned_cost_share", func(w *World) (float64, bool) { return share(w.books.purses.unassigned, w.books.total) }},
	}
	for i := range b.flows {
		if b.flows[i].Traffic != corridors.Trucks {
			continue
		}
		for trip, name := range []string{"cost_per_load_out_usd", "cost_per_load_home_usd"} {
			if trip == homeward && b.flows[i].Return.Mode != corridors.TwoWay {
				continue
			}
			list = append(list, measure{FlowMeasure(b.flows[i].Name, name), where(func(flow, of int) bool { return flow == i && of == trip })})
		}
	}
	return list
}

// Bill says what is paid where, and to whom.
type Bill struct {
	Line    Line
	Place   string
	Country string
	Owner   corridors.Owner // of the stage, or of what is charged for; empty: of the road and the truck
}

// Billed is a sum of the trucks that count.
type Billed struct {
	Bill  int // index in what Model.Bill gives
	Micro int64
}

// owners are those that are paid: nobody in particular, then those of stages.
func (b *builder) listOwners() {
	b.owners = []corridors.Owner{"", customs, operator}
	b.payeeOf = make([]int, len(b.rows))
	for i, r := range b.rows {
		at := slices.Index(b.owners, r.Owner)
		if at < 0 {
			at, b.owners = len(b.owners), append(b.owners, r.Owner)
		}
		b.payeeOf[i] = at
	}
}

// Owners of what is no stage, and their places in the list.
const (
	customs  corridors.Owner = "customs"
	operator corridors.Owner = "operator"

	ofNobody  = 0
	ofCustoms = 1
	ofDepot   = 2
)

// bills is how many sums there can be.
func (m *Model) bills() int { return len(m.places) * int(lines) * len(m.owners) }

// bill is the index of a sum.
func (m *Model) bill(line Line, place, owner int) int {
	return (place*int(lines)+int(line))*len(m.owners) + owner
}

// Bill is what a sum was paid for.
func (m *Model) Bill(i int) Bill {
	p := &m.places[i/len(m.owners)/int(lines)]
	return Bill{
		Line: Line(i / len(m.owners) % int(lines)), Place: p.name, Country: m.setup.Corridor.Countries[p.country].Code,
		Owner: m.owners[i%len(m.owners)],
	}
}

// billed lists what the trucks that count have paid; none where some are still inside.
func (b *books) billed() (out []Billed) {
	if b.inside > 0 {
		return nil
	}
	for i, micro := range b.bills {
		if micro != 0 {
			out = append(out, Billed{i, micro})
		}
	}
	return out
}
