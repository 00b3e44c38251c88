package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// KnownMarket is a market for return loads whose long run theory knows: Poisson streams of trucks and loads, first
// come, first served, with limits that are constant or exponential.
type KnownMarket struct {
	Name string // of its flow
	Meeting
	Edge sim.Time // for so long at the ends of the window the market may be unlike its long run
	at   int
}

// Met is what came of a known market in one replication: shares of trucks and of loads, where there were any.
type Met struct {
	Empty, Lost       float64
	AnyTruck, AnyLoad bool
}

// KnownMarkets lists the markets whose long run is known. Outcome.Met has them in the same order.
func (m *Model) KnownMarkets() []KnownMarket { return m.known }

// findKnown finds the markets whose long run is known.
func (b *builder) findKnown() (out []KnownMarket) {
	for i := range b.flows {
		if b.flows[i].Return.Mode != corridors.TwoWay || b.flows[i].pool != nil || b.flows[i].Backlog != nil || b.standsBefore(i) {
			continue
		}
		if known, ok := b.knownMarket(i); ok {
			out = append(out, known)
		}
	}
	return out
}

// standsBefore says whether some trucks of a flow stand at the border when a run begins.
func (m *Model) standsBefore(i int) bool {
	for k := range m.flows {
		if k != i && m.flows[k].owner == i {
			return true
		}
	}
	return false
}

// knownMarket is the meeting of the trucks of a flow with their return loads, if theory knows it.
func (b *builder) knownMarket(i int) (KnownMarket, bool) {
	f := &b.flows[i]
	trucks := f.byHour[0]
	way, free := b.freeWay(i)
	if !free || !f.comesEvenly() || f.due != nil || trucks == 0 || f.Return.PerSecond == 0 || !f.maxWait.isKnown() || !f.patience.isKnown() {
		return KnownMarket{}, false
	}
	meeting, ok := meets(trucks, f.Return.PerSecond, f.maxWait.law, f.patience.law)
	edge := f.maxWait.law.Mean() + f.patience.law.Mean()
	if b.setup.Horizon.WarmUp.Seconds() < 2*way {
		edge += way
	}
	return KnownMarket{Name: f.Name, Meeting: meeting, Edge: sim.FromSeconds(2 * edge), at: i}, ok
}

// isKnown says whether theory knows what limits of this kind do.
func (t *term) isKnown() bool { return !t.varies || t.law.Memoryless() }

// comesEvenly says whether the trucks of a flow are a Poisson stream of one rate.
func (f *flow) comesEvenly() bool {
	a := &f.Arrivals
	plain := a.Timetable == nil && a.Trace == nil && a.Count == nil && a.Platoon == nil && f.demand == nil && !f.apart && f.landing == nil
	return plain && f.Traffic == corridors.Trucks && !slices.ContainsFunc(f.byHour, func(rate float64) bool { return rate != f.byHour[0] })
}

// freeWay says whether trucks of a flow get to their destination without minding one another or the clock: then they
// come to the market as evenly as they set out (M/G/∞). It gives the mean time of the longest way, too [s].
func (b *builder) freeWay(i int) (longest float64, free bool) {
	for k := range b.plans {
		plan := &b.plans[k]
		if plan.flow != i || plan.trip != corridors.Out {
			continue
		}
		way := 0.0
		for s := range plan.steps {
			step := &plan.steps[s]
			switch step.kind {
			case stepDrive, stepHandle, stepAttend, stepStrip:
				way += step.duration.Mean()
			case stepClear, stepPass, stepTurnTo, stepDeliver, stepSeek, stepLeave:
			case stepApproach:
				if a := &b.approaches[step.of]; a.barrier != nil || a.platformAt != none {
					return 0, false
				}
			default:
				return 0, false
			}
		}
		longest = max(longest, way)
	}
	return longest, true
}

// met sums up the known markets of a replication.
func (w *World) met() []Met {
	var out []Met
	for _, known := range w.model.known {
		b := &w.books.markets[known.at]
		var m Met
		m.Empty, m.AnyTruck = share(b.sought-b.found, b.sought)
		m.Lost, m.AnyLoad = share(b.gone, b.gone+b.taken)
		out = append(out, m)
	}
	return out
}
