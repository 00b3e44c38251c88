package journey

import (
	"cmp"
	"slices"
	"strings"

	"hanhlang/corridors"
)

// stops are the depots at which the trucks of a trip stop, in the order of driving, as one comparable value.
type stops string

// stopsOf joins names of depots.
func stopsOf(depots []string) stops { return stops(strings.Join(depots, "\n")) }

// list gives the names again.
func (s stops) list() []string {
	if s == "" {
		return nil
	}
	return strings.Split(string(s), "\n")
}

// visitsOn lists what the trucks of a trip with a cargo may do on their way, in the order of driving: on the way home
// the order of the file is turned round.
func (b *builder) visitsOn(at forkAt) []corridors.Visit {
	f := &b.setup.Corridor.Flows[at.flow]
	if at.with.load == corridors.Empty || f.Traffic == corridors.Others {
		return nil
	}
	var out []corridors.Visit
	for _, v := range f.Via {
		if v.On(at.trip) {
			out = append(out, v)
		}
	}
	if at.trip == corridors.Home {
		slices.Reverse(out)
	}
	return out
}

// pickStops are the stops of all trucks, and one of those that only some make.
func pickStops(visits []corridors.Visit, one string) stops {
	var names []string
	for _, v := range visits {
		if v.Depot == one || v.Share == nil && !v.Cheaper {
			names = append(names, v.Depot)
		}
	}
	return stopsOf(names)
}

// over lists the ways from one place to another that stop at depots in order and enter no country twice, nearest first.
func (r routes) over(from string, at stops, to string, ways func(from, to string) [][]hop) [][]hop {
	start, out := from, [][]hop{nil}
	ends := append(at.list(), to)
	for i, end := range ends {
		var longer [][]hop
		for _, before := range out {
			for _, next := range ways(from, end) {
				route := slices.Concat(before, next)
				if i < len(ends)-1 {
					route = append(route, hop{visits: true, to: end})
				}
				longer = append(longer, route)
			}
		}
		out, from = longer, end
	}
	out = slices.DeleteFunc(out, func(route []hop) bool { return !r.simple(start, route) })
	slices.SortStableFunc(out, func(a, b []hop) int { return cmp.Compare(r.km(a), r.km(b)) })
	return out
}

// shortest is the shortest way over stops, as a list of one; none where there is no way.
func (r routes) shortest(from, to string) [][]hop {
	route, err := r.between(from, to)
	if err != nil {
		return nil
	}
	return [][]hop{route}
}

// splitIn ends an itinerary at the place where luck decides which stop a truck makes.
func (p *planner) splitIn(at forkAt, visits []corridors.Visit) int {
	p.add(step{kind: stepSplit, name: choiceStep})
	plan := p.close()
	b := p.builder
	p.pending = append(p.pending, func() {
		steps := b.plans[plan].steps
		steps[len(steps)-1].of = b.split(at, visits)
	})
	return plan
}

// split writes the itineraries of those that make one of the stops with a share, and of all others.
func (b *builder) split(at forkAt, visits []corridors.Visit) int32 {
	s := fork{luck: b.decide("stop/" + string(at.trip))}
	left := 1.0
	branch := func(share float64, one string) {
		with := at
		with.stops = pickStops(visits, one)
		with.with.chance = at.with.chance * share
		p := b.planFrom(with)
		s.ways = append(s.ways, way{plan: p.goOn(with), gates: strings.Join(append(with.stops.list(), b.endOf(at)), ", ")})
		s.shares = append(s.shares, share)
		left -= share
	}
	for _, v := range visits {
		if v.Share != nil {
			branch(*v.Share, v.Depot)
		}
	}
	branch(max(0, left), "")
	b.splits = append(b.splits, s)
	return int32(len(b.splits) - 1)
}

// takeStop sends a truck on the itinerary that its luck decides on.
func (w *World) takeStop(t *truck, s *fork) {
	u := w.draw(t, s.luck)
	i := 0
	for i < len(s.shares)-1 && u >= s.shares[i] {
		u -= s.shares[i]
		i++
	}
	w.tellWay(t, WayChosen, s.ways[i].gates, 0)
	t.plan, t.step = &w.model.plans[s.ways[i].plan], -1
}

// seals says whether the load of a trip is sealed in a country: it is cleared at a depot there, and the post only
// supervises it.
func (p *planner) seals(country string) bool {
	return slices.ContainsFunc(p.stops.list(), func(name string) bool { return p.setup.Corridor.Depot(name).Country == country })
}

// loadAt is what the load of a trip is to a post.
func (p *planner) loadAt(post *corridors.Post) corridors.Load {
	load := p.loadIn(post.Country)
	if load == corridors.Loaded && p.seals(post.Country) {
		return corridors.Transit
	}
	return load
}
