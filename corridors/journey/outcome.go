package journey

import "hanhlang/sim"

// Outcome is what one replication came to.
type Outcome struct {
	Values  []float64 // by measure, in the order of Model.Measures
	Present []bool    // false: no observation of the measure
	Stages  [][]float64
	Bills   []Billed // what trucks have paid, by place; none where some are still inside
	Trips   int64    // of those trucks
	Events  int64    // arrivals of trucks and loads, and ends of services and drives; the rest is the program's own cost
	Came    float64  // trucks that came at random while statistics were kept: see Model.MeanCome
	Audit   Audit
	Met     []Met // by known market
	Swell   Swell

	Fingerprint uint64  // of the events in their order
	Parts       []Parts // of the measures that were asked for; see World.Ask
	Series      Series  // see World.Follow
}

// Audit holds the identities of one replication. Every gap must be zero.
type Audit struct {
	OpenLedgers int      // vehicles whose lines do not add up
	TimeGap     sim.Time // sum of their gaps
	MoneyGap    int64    // [micro-USD]
	LoadGap     int64    // what all trucks cost less what loads cost, and trips without any [micro-USD]
	PlaceGap    int64    // what trucks cost less what was paid at all places, when nobody is inside [micro-USD]
	Entered     int64
	Left        int64
	Inside      int
	FlowGap     int64    // entered - left - inside
	LittleGap   sim.Time // area under the number inside less sum of stays, when nobody is inside
	QueueGap    sim.Time // areas under the queues of all stations less waits in the ledgers, likewise
	WorkGap     sim.Time // areas under the busy servers of all stations less the services that were begun there, likewise
}

// outcome sums up the replication that has just ended.
func (w *World) outcome() *Outcome {
	b := &w.books
	b.age(w.now)
	w.closeMarkets()
	o := &Outcome{Events: b.events - b.aside, Audit: w.audit(), Met: w.met(), Bills: b.billed(), Trips: b.trips, Fingerprint: uint64(w.print)}
	o.Came, o.Series, o.Swell = float64(w.cameAtRandom()-w.cameBefore), w.series(), w.swelled()
	o.Values = make([]float64, len(w.model.measures))
	o.Present = make([]bool, len(w.model.measures))
	for i, m := range w.model.measures {
		o.Values[i], o.Present[i] = m.of(w)
	}
	if len(w.asked) > 0 {
		o.Parts = w.parts()
	}
	if n := b.loaded.Len(); n > 0 && b.inside == 0 {
		o.Stages = make([][]float64, w.model.borderRows)
		for i := range o.Stages {
			o.Stages[i] = make([]float64, activities)
			for a, d := range b.rows[i].time {
				o.Stages[i][a] = inHours(d) / float64(n)
			}
		}
	}
	return o
}

// audit checks the identities: what entered has left or is inside; the time that vehicles spent
// inside is the area under their number, for the corridor and for the queue of every station
// (Little 1961, exact over a run that starts and ends empty); and servers were busy for as long as the services
// take that were begun at them, whoever waited, was interrupted or stood in the way meanwhile.
func (w *World) audit() Audit {
	b := &w.books
	a := Audit{
		OpenLedgers: b.openLedger, TimeGap: b.timeGap, MoneyGap: b.moneyGap,
		Entered: b.entered, Left: b.left, Inside: b.inside,
		FlowGap: b.entered - b.left - int64(b.inside), LoadGap: b.purses.spent - b.purses.divided - b.purses.alone,
	}
	if b.inside > 0 {
		return a
	}
	a.LittleGap = b.area - b.stay
	if !w.model.byTruck { // else it is done truck by truck
		gap := b.total
		for _, micro := range b.money {
			gap -= micro
		}
		a.MoneyGap += distance(gap)
	}
	a.PlaceGap = b.total
	for _, micro := range b.bills {
		a.PlaceGap -= micro
	}
	for i, s := range w.stations {
		books := s.Books(w.now)
		a.QueueGap += distance(sim.Time(b.queueArea[i]+books.QueueArea) - b.stationWait[i])
		a.WorkGap += distance(sim.Time(b.busyArea[i]+books.BusyArea) - b.work[i])
	}
	return a
}

func inHours(d sim.Time) float64 { return d.Seconds() / secondsPerHour }

// meanHours of a sum over n observations.
func meanHours(sum sim.Time, n int) (float64, bool) {
	if n == 0 {
		return 0, false
	}
	return inHours(sum) / float64(n), true
}

// quantileHours is a quantile of times.
func quantileHours(times *sim.Sample, percent int) (float64, bool) {
	t, there := times.Quantile(percent)
	return inHours(t), there
}

// share of n that k is.
func share(k, n int64) (float64, bool) {
	if n == 0 {
		return 0, false
	}
	return float64(k) / float64(n), true
}

// ratio of two sums.
func ratio(over, under float64) (float64, bool) {
	if under == 0 {
		return 0, false
	}
	return over / under, true
}

// Plus adds the gaps of two replications; gaps of either sign do not cancel.
func (a Audit) Plus(b Audit) Audit {
	return Audit{
		OpenLedgers: a.OpenLedgers + b.OpenLedgers, TimeGap: a.TimeGap + b.TimeGap, MoneyGap: a.MoneyGap + b.MoneyGap,
		Entered: a.Entered + b.Entered, Left: a.Left + b.Left, Inside: a.Inside + b.Inside,
		LoadGap: distance(a.LoadGap) + distance(b.LoadGap), PlaceGap: distance(a.PlaceGap) + distance(b.PlaceGap),
		FlowGap:   distance(a.FlowGap) + distance(b.FlowGap),
		LittleGap: distance(a.LittleGap) + distance(b.LittleGap), QueueGap: a.QueueGap + b.QueueGap, WorkGap: a.WorkGap + b.WorkGap,
	}
}

func distance[T int64 | sim.Time](x T) T { return max(x, -x) }
