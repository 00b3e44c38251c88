package verify

import (
	"math"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
)

// watching reads off the log of a run what no measure of it says.
type watching struct {
	expected []scenarios.Expected
	warmUp   float64 // [s]
	inside   []float64
	area     []float64 // of the trucks inside over a time [truck-seconds]
	since    []float64 // up to which it is booked [s]
	found    []observed
	waits    map[truck]*wait
	spread   []spread
}

// observed is a quantity of one run; there may be none.
type observed struct {
	value float64
	there bool
}

// truck names one by its flow and its number there.
type truck struct {
	flow   string
	number uint32
}

// wait is what a truck has waited so far.
type wait struct {
	seconds float64
	ready   float64 // when it set out [s]
	served  bool
}

// spread sums up waits.
type spread struct{ n, sum, squares float64 }

func newWatching(expected []scenarios.Expected, warmUp float64) *watching {
	n := len(expected)
	w := &watching{
		expected: expected, warmUp: warmUp, inside: make([]float64, n), area: make([]float64, n), since: make([]float64, n),
		found: make([]observed, n), spread: make([]spread, n),
	}
	for i := range expected {
		if q := expected[i].Watched; q != nil && (q.What == scenarios.Waited || q.What == scenarios.WaitDeviation) {
			w.waits = make(map[truck]*wait)
		}
	}
	return w
}

// Record takes what happens; an event of the very moment that is asked for counts.
func (w *watching) Record(f journey.Fact) {
	switch {
	case f.Kind == journey.HappeningFact && f.Happening == journey.Ready:
		w.count(f.From.Seconds(), 1)
		if w.waits != nil {
			w.waits[truck{f.Flow, f.Truck}] = &wait{ready: f.From.Seconds()}
		}
	case f.Kind == journey.HappeningFact && f.Happening == journey.Left:
		w.count(f.From.Seconds(), -1)
		w.close(truck{f.Flow, f.Truck})
	case f.Kind == journey.TimeFact && w.waits != nil:
		w.waited(f)
	}
}

// count books a truck that comes or leaves.
func (w *watching) count(at, by float64) {
	for i := range w.expected {
		q := w.expected[i].Watched
		if q == nil {
			continue
		}
		switch q.What {
		case scenarios.Inside, scenarios.NobodyInside:
			if at <= q.At {
				w.inside[i] += by
			}
		case scenarios.MeanInside:
			w.book(i, at)
			w.inside[i] += by
		case scenarios.Came:
			if by > 0 && q.Span.From < at && at <= q.Span.To {
				w.inside[i]++
			}
		}
	}
}

// book brings the area under the trucks inside up to a moment, as far as it is asked for.
func (w *watching) book(i int, at float64) {
	span := w.expected[i].Watched.Span
	from, to := max(span.From, w.since[i]), min(span.To, at)
	if to > from {
		w.area[i] += float64(w.inside[i] * (to - from))
	}
	w.since[i] = at
}

// waited books a stretch of the time of a truck until it is served.
func (w *watching) waited(f journey.Fact) {
	one := w.waits[truck{f.Flow, f.Truck}]
	switch {
	case one == nil:
	case f.Activity == journey.Queueing || f.Activity == journey.ClosedWait:
		one.seconds += (f.To - f.From).Seconds()
	case f.Activity == journey.Service && !one.served:
		one.served = true
	}
}

// close books the waits of a truck that has left.
func (w *watching) close(who truck) {
	one := w.waits[who]
	if one == nil || !one.served {
		return
	}
	for i := range w.expected {
		q := w.expected[i].Watched
		if q == nil || q.Flow != who.flow {
			continue
		}
		switch {
		case q.What == scenarios.Waited && uint32(q.Truck) == who.number:
			w.found[i] = observed{one.seconds, true}
		case q.What == scenarios.WaitDeviation && one.ready >= w.warmUp:
			s := &w.spread[i]
			s.n, s.sum, s.squares = s.n+1, s.sum+one.seconds, s.squares+float64(one.seconds*one.seconds)
		}
	}
	delete(w.waits, who)
}

// quantities are those of the run, which is over, in the units of a measure: hours and numbers.
func (w *watching) quantities() []observed {
	const hour = 3600
	for i := range w.expected {
		q := w.expected[i].Watched
		if q == nil {
			continue
		}
		switch q.What {
		case scenarios.Inside, scenarios.Came:
			w.found[i] = observed{w.inside[i], true}
		case scenarios.NobodyInside:
			w.found[i] = observed{0, true}
			if w.inside[i] == 0 {
				w.found[i].value = 1
			}
		case scenarios.MeanInside:
			w.book(i, q.Span.To)
			w.found[i] = observed{w.area[i] / (q.Span.To - q.Span.From), true}
		case scenarios.Waited:
			w.found[i].value /= hour
		case scenarios.WaitDeviation:
			if s := w.spread[i]; s.n > 1 {
				w.found[i] = observed{math.Sqrt(max(0, (s.squares-s.sum*s.sum/s.n)/(s.n-1))) / hour, true}
			}
		}
	}
	return w.found
}
