package journey

import (
	"math"

	"hanhlang/corridors"
)

// PermitLoad is what trucks ask of a permit on the days of a window and what it can give, from the data alone. How long a truck keeps
// it is reckoned without queues, closed hours, rests and waits for return loads, so that no more trucks can pass than said.
type PermitLoad struct {
	Permit  string
	Count   int
	Ask     float64 // trucks that ask for it [1/day]
	Keep    float64 // mean time for which a truck keeps it, at least [h]
	CanPass float64 // trucks that it lets set out, at most [1/day]
}

// Overloaded says whether more trucks ask for a permit from day to day than get one.
func (l PermitLoad) Overloaded() bool { return l.Ask >= l.CanPass }

// PermitLoads hold the trucks that need a permit against those that it lets set out, in file order. Trucks of hauliers are not
// counted: there are no more of them than the haulier has.
func (m *Model) PermitLoads() []PermitLoad {
	var out []PermitLoad
	for i, p := range m.setup.Corridor.Permits {
		load := PermitLoad{Permit: p.Name, Count: p.Count}
		kept := 0.0 // permits, on average over time
		for k := range m.flows {
			f := &m.flows[k]
			if f.permit != int32(i) || f.haulier != none || f.Backlog != nil {
				continue
			}
			come := m.perSecond(f, m.setup.Horizon)
			load.Ask += float64(come * secondsPerDay)
			kept += float64(come * m.keeps(f, come))
		}
		if kept > 0 {
			load.Keep = kept * secondsPerDay / load.Ask / secondsPerHour
			load.CanPass = float64(p.Count) * hoursPerDay / load.Keep
			out = append(out, load)
		}
	}
	return out
}

const secondsPerDay = hoursPerDay * secondsPerHour

// keeps is for how long the trucks of a flow have their permit at least, when so many come in a second [s].
func (m *Model) keeps(f *flow, come float64) float64 {
	out := m.least(f.out, f.takes)
	if f.Return.Mode == corridors.NoReturn {
		return out
	}
	empty := m.least(f.empty, nil)
	if f.Return.Mode != corridors.TwoWay {
		return out + empty
	}
	loaded := m.least(f.loaded, f.brings)
	if f.pool != nil {
		return out + min(empty, loaded)
	}
	found := min(1, f.Return.PerSecond/come)
	return out + float64(found*loaded) + float64((1-found)*empty)
}

// least is what the itineraries of one trip take on average, from the permit on if it is taken on it [s].
func (m *Model) least(first int, of *assortment) (seconds float64) {
	kinds := 1
	if of != nil {
		kinds = inTransit + ofTrusted + 1
	}
	for i := range kinds {
		plan := m.plans[first+i]
		for k := range plan.steps {
			if plan.steps[k].kind == stepPermit {
				plan.steps = plan.steps[k+1:]
				break
			}
		}
		seconds += float64(plan.chance * m.atLeast(&plan))
	}
	return seconds
}

// atLeast is what an itinerary takes on a day without queues, by the shortest of ways where there is a choice [s].
func (m *Model) atLeast(plan *itinerary) float64 {
	course, _ := m.reckon(plan)
	direct := way{course: course}
	seconds, shortest := direct.hours(), math.Inf(1)
	var ways []way
	switch last := &plan.steps[len(plan.steps)-1]; last.kind {
	case stepChoose:
		ways = m.forks[last.of].ways
	case stepSplit:
		ways = m.splits[last.of].ways
	}
	for i := range ways {
		shortest = min(shortest, ways[i].hours())
	}
	if len(ways) == 0 {
		return seconds
	}
	return seconds + shortest
}
