package journey_test

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// remarket is what the second bookkeeper knows of the markets for return loads. When trucks looked for a load it
// takes from the log; when loads were ready, how long everybody waits and when loads are due, from luck alone.
type remarket struct {
	luck   *seeds.Luck  // none: nothing is said of markets
	turned map[name]int // when a truck came to look for a load, in the order of the log
	heard  int

	turnedHome map[name]bool
	seekers    []reseeker
}

// reseeker is a truck that looks for a load: since when, until when, with what success.
type reseeker struct {
	who          name
	order        int
	since, until sim.Time
	found        bool
	counted      bool
}

// reload is a return load.
type reload struct {
	flow               *corridors.Flow
	place              int // of the flow in the file
	number             uint32
	ready, until, turn sim.Time
}

// carriedAfter is the flow whose return load a truck of a pool carries, once it has one.
func carriedAfter(f journey.Fact, before string) string {
	if f.Kind == journey.HappeningFact && f.Happening == journey.LoadFound && f.Stage != "" {
		return f.Stage
	}
	return before
}

// hear notes in what order trucks came to look for loads: where they unloaded, or after the way to their pool.
func (m *remarket) hear(f journey.Fact) {
	who := name{f.Flow, f.Truck}
	switch {
	case m.turnedHome[who] || f.Kind == journey.MoneyFact:
	case f.Kind == journey.HappeningFact && (f.Happening == journey.LoadFound || f.Happening == journey.NoLoadFound):
		m.turnedHome[who] = true
	case f.Kind != journey.TimeFact || f.Activity != journey.LoadWait:
		m.heard++
		m.turned[who] = m.heard // the last before it looks for a load
	}
}

// sought takes from the life of a truck when it looked for a load.
func (r *recount) soughtBy(l *life) {
	waited := sim.Time(0)
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.TimeFact && f.Activity == journey.LoadWait && f.Stage == "return load":
			waited += f.To - f.From
		case f.Kind == journey.HappeningFact && (f.Happening == journey.LoadFound || f.Happening == journey.NoLoadFound):
			who := name{l.flow, l.truck}
			r.markets.seekers = append(r.markets.seekers, reseeker{
				who: who, order: r.markets.turned[who], since: f.From - waited, until: f.From, found: f.Happening == journey.LoadFound, counted: r.counts(l),
			})
		}
	}
}

// ofMarket are the flows whose loads and trucks meet.
func (r *recount) ofMarkets() [][]int {
	var out [][]int
	of := make(map[*corridors.Pool]int)
	for i, f := range r.setup.Corridor.Flows {
		if f.Return.Mode != corridors.TwoWay {
			continue
		}
		pool := r.setup.Corridor.PoolOf(f.Name)
		if at, known := of[pool]; known && pool != nil {
			out[at] = append(out[at], i)
			continue
		}
		of[pool] = len(out)
		out = append(out, []int{i})
	}
	return out
}

// drawn is a time for one of a stream.
func (r *recount) drawn(l law.Law, point, flow string, number uint32) sim.Time {
	return sim.FromSeconds(l.Quantile(r.markets.luck.Uniform(seeds.PointOf(point), seeds.FlowOf(flow), number, 0)))
}

// offered are the return loads of some flows up to an end.
func (r *recount) offered(flows []int, end sim.Time) (out []reload) {
	gap := must(law.Exponential(1))
	for _, i := range flows {
		f := &r.setup.Corridor.Flows[i]
		for n, at := uint32(1), sim.Time(0); f.Return.PerSecond > 0; n++ {
			u := r.markets.luck.Uniform(seeds.PointOf("return loads"), seeds.FlowOf(f.Name), n, 0)
			seconds := gap.Quantile(u) / f.Return.PerSecond
			if seconds > end.Seconds() { // it may be more than a clock can hold
				break
			}
			if at += sim.FromSeconds(seconds); at > end {
				break
			}
			load := reload{flow: f, place: i, number: n, ready: at, until: at + r.drawn(f.Return.Patience, "patience", f.Name, n), turn: at}
			match := f.Return.Match
			if pool := r.setup.Corridor.PoolOf(f.Name); pool != nil {
				match = pool.Match
			}
			if match == corridors.NearestDue {
				load.turn += r.drawn(*f.Return.Due, "due", f.Name, n)
			}
			out = append(out, load)
		}
	}
	return out
}

// ownFirst says whether the loads of a flow go to trucks that are at home where they go, before others.
func (r *recount) ownFirst(f *corridors.Flow) bool {
	pool := r.setup.Corridor.PoolOf(f.Name)
	return pool != nil && pool.Match == corridors.OwnFirst
}

// remarketed are the sums of all markets.
type remarketed struct {
	atOnce, taken, gone, matches, hires int
	seeking, waiting, waits             sim.Time
	spot                                int64
	priced                              bool // hiring costs something
}

// within is how much of a stretch lies in the window.
func (r *recount) within(from, to sim.Time) sim.Time {
	h := r.setup.Horizon
	return max(0, min(to, h.End())-max(from, h.WarmUp))
}

// leaves books a load that nobody waits for any longer.
func (s *remarketed) leaves(r *recount, l reload, at sim.Time, taken bool) {
	h := r.setup.Horizon
	s.waiting += r.within(l.ready, at)
	if taken && h.WarmUp < at && at <= h.End() {
		s.matches++
	}
	if l.ready < h.WarmUp || l.ready >= h.End() {
		return
	}
	s.waits += at - l.ready
	if taken {
		s.taken++
		return
	}
	s.gone++
	if l.flow.Return.Spot != nil {
		s.hires++
		s.spot += r.hire(l.flow)
	}
}

// hire is what a truck costs for a return load of a flow that no other one takes [micro-USD].
func (r *recount) hire(f *corridors.Flow) int64 {
	km := 0.0
	way := r.nearest(f.Name, corridors.Home)
	if pool := r.setup.Corridor.PoolOf(f.Name); pool != nil {
		way, _ = nearest(r.setup.Corridor, pool.At, f.From)
	}
	for _, leg := range way.legs {
		km += leg.Length
	}
	return int64(micro(f.Return.Spot.PerTrip + f.Return.Spot.PerKm*km))
}

// play goes through all instants of a market in order, trucks before loads, in the dumbest way, and says for every
// truck what must have become of it.
func (r *recount) play(flows []int, s *remarketed) {
	type instant struct {
		at    sim.Time
		truck *reseeker
		load  *reload
	}
	var all []instant
	for i := range r.markets.seekers {
		k := &r.markets.seekers[i]
		if slices.ContainsFunc(flows, func(i int) bool {
			return r.setup.Corridor.Flows[i].Name == strings.TrimSuffix(k.who.flow, " (backlog)")
		}) {
			all = append(all, instant{k.since, k, nil})
		}
	}
	slices.SortFunc(all, func(a, b instant) int { return cmp.Or(cmp.Compare(a.at, b.at), a.truck.order-b.truck.order) })
	loads := r.offered(flows, max(r.last, r.setup.Horizon.End()))
	for i := range loads {
		all = append(all, instant{loads[i].ready, nil, &loads[i]})
	}
	slices.SortStableFunc(all, func(a, b instant) int { return cmp.Compare(a.at, b.at) })
	var there []reload
	var waiting []*reseeker
	limits := make(map[*reseeker]sim.Time)
	ends := func(k *reseeker, at sim.Time, found bool) {
		assert.Equal(r.t, found, k.found, "%v found a load", k.who)
		assert.Equal(r.t, at, k.until, "%v waited so long", k.who)
		s.seeking += r.within(k.since, at)
	}
	for _, now := range append(all, instant{at: 1 << 62}) {
		waiting = slices.DeleteFunc(waiting, func(k *reseeker) bool {
			if limits[k] <= now.at {
				ends(k, limits[k], false)
			}
			return limits[k] <= now.at
		})
		there = slices.DeleteFunc(there, func(l reload) bool {
			if l.until < now.at {
				s.leaves(r, l, l.until, false)
			}
			return l.until < now.at
		})
		switch {
		case now.truck != nil && len(there) > 0:
			best, own := 0, func(l reload) int {
				if r.ownFirst(l.flow) && l.flow.Name == strings.TrimSuffix(now.truck.who.flow, " (backlog)") {
					return 0
				}
				return 1
			}
			for i, l := range there {
				b := there[best]
				if cmp.Or(own(l)-own(b), cmp.Compare(l.turn, b.turn), cmp.Compare(l.ready, b.ready), cmp.Compare(l.place, b.place)) < 0 {
					best = i
				}
			}
			ends(now.truck, now.at, true)
			s.leaves(r, there[best], now.at, true)
			there = slices.Delete(there, best, best+1)
			if now.truck.counted {
				s.atOnce++
			}
		case now.truck != nil:
			f := r.flow(strings.TrimSuffix(now.truck.who.flow, " (backlog)"))
			limit := r.drawn(f.Return.MaxWait, "max wait", now.truck.who.flow, now.truck.who.truck)
			limits[now.truck] = now.at + limit
			if limit == 0 {
				ends(now.truck, now.at, false)
			} else {
				waiting = append(waiting, now.truck)
			}
		case now.load != nil && len(waiting) > 0:
			first := slices.IndexFunc(waiting, func(k *reseeker) bool {
				return r.ownFirst(now.load.flow) && strings.TrimSuffix(k.who.flow, " (backlog)") == now.load.flow.Name
			})
			first = max(first, 0)
			ends(waiting[first], now.at, true)
			s.leaves(r, *now.load, now.at, true)
			waiting = slices.Delete(waiting, first, first+1)
		case now.load != nil:
			there = append(there, *now.load)
		}
	}
}

// marketValues are the measures of the markets.
func (r *recount) marketValues(put putter) {
	markets := r.ofMarkets()
	if r.markets.luck == nil || len(markets) == 0 {
		return
	}
	s := &remarketed{}
	spot := false
	for _, flows := range markets {
		r.play(flows, s)
		for _, i := range flows {
			if f := &r.setup.Corridor.Flows[i]; f.Return.Spot != nil {
				spot, s.priced = true, s.priced || r.hire(f) > 0
			}
		}
	}
	days, known := hours(r.setup.Horizon.Length)/24, s.taken+s.gone
	put("return_load_at_once_share", float64(s.atOnce)/float64(r.sought), r.sought > 0)
	put("return_load_seeking_trucks", hours(s.seeking)/24/days, true)
	put("return_loads_waiting_loads", hours(s.waiting)/24/days, true)
	put("taken_return_loads_per_day", float64(s.matches)/days, true)
	put("return_loads_unmatched_share", float64(s.gone)/float64(known), known > 0)
	put("return_loads_wait_h", mean(s.waits, known), known > 0)
	put("spot_loads_per_day", float64(s.hires)/days, spot)
	put("spot_share", float64(s.hires)/float64(known), spot && known > 0)
	put("spot_cost_per_load_usd", float64(s.spot)/1e6/float64(known), spot && known > 0 && s.priced)
}

// isUnknown says whether a measure is of markets of which nothing is known: without luck nothing tells when the
// loads were ready that no truck took.
func (m *remarket) isUnknown(measure string) bool {
	return m.luck == nil && (strings.Contains(measure, "return_loads_") || strings.HasPrefix(measure, "spot_") ||
		measure == "return_load_at_once_share" || measure == "return_load_seeking_trucks")
}
