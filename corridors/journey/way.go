package journey

import (
	"cmp"
	"slices"
	"strings"

	"hanhlang/corridors"
)

// choiceStep is what the step is called in which a truck chooses its way.
const choiceStep = "choice of way"

// fork is a choice of ways: those that lead from a place to the end of a trip, nearest first; or, by luck, of
// itineraries with a share each.
type fork struct {
	ways   []way
	luck   decision
	shares []float64
}

// way is one of them.
type way struct {
	route   []hop
	plan    int
	gates   string  // names of the pairs that it crosses and of the depots at which it stops, in the order of driving
	km      float64 // on legs
	money   float64 // what it costs beside time [USD]
	course  []reckoned
	travels []*travel // of the legs on which trucks may be held up
	bars    []*barrier
	taste   decision
}

// forkAt is where a fork belongs: on a trip of a flow, at a place.
type forkAt struct {
	flow  int
	trip  corridors.Trip
	with  cargo
	place string
	stops stops // that it makes from there on
	under bool  // it is under way already: which stops it makes has been decided
}

// chooseIn lets an itinerary go on with a fork. The ways of a flow are written once all its itineraries
// are: those of one trip stand side by side.
func (b *builder) chooseIn(plan int, at forkAt) int {
	b.pending = append(b.pending, func() {
		steps := b.plans[plan].steps
		steps[len(steps)-1].of = b.fork(at)
	})
	return plan
}

// addForks writes the ways that the itineraries written so far lead to.
func (b *builder) addForks() {
	for len(b.pending) > 0 {
		next := b.pending[0]
		b.pending = b.pending[1:]
		next()
	}
}

// turnAround lets a truck that meets a closed leg or gate go another way, if its flow may: a fork for that is written.
func (p *planner) turnAround(learn func(fork int32)) {
	if p.flow.Choice != nil && !p.flow.Choice.Waits {
		at, b := p.here(), p.builder
		at.stops, at.under = p.ahead, at.place != b.startOf(at)
		if visits := b.visitsOn(at); !at.under && slices.ContainsFunc(visits, func(v corridors.Visit) bool { return v.Cheaper }) {
			at.stops = pickStops(visits, "") // it chooses again
		}
		p.pending = append(p.pending, func() { learn(b.fork(at)) })
	}
}

// fork finds or adds a fork. Of its ways one is the usual one: the cheapest on a day without queues.
func (b *builder) fork(at forkAt) int32 {
	if i, known := b.forked[at]; known {
		return i
	}
	i := int32(len(b.forks))
	b.forked[at], b.forks = i, append(b.forks, fork{})
	f, to := &b.setup.Corridor.Flows[at.flow], b.endOf(at)
	var ways []way
	for _, option := range b.options(at) {
		with := at
		with.stops = option
		for _, route := range b.routes.over(at.place, option, to, func(from, to string) [][]hop { return b.routes.ways(from, to, f.Choice.Gates) }) {
			ways = append(ways, b.way(with, route))
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(a.km, b.km) })
	if len(ways) == 0 && at.place == b.startOf(at) {
		b.fail("flow %s: no way leads from %s to %s", f.Name, at.place, to)
	}
	b.forks[i].ways = ways
	b.markUsual(at, ways)
	return i
}

// options are the stops among which a truck at a fork may choose.
func (b *builder) options(at forkAt) []stops {
	out := []stops{at.stops}
	if at.under {
		return out
	}
	visits := b.visitsOn(at)
	for _, v := range visits {
		if v.Cheaper {
			out = append(out, pickStops(visits, v.Depot))
		}
	}
	return out
}

// endOf is where a trip ends.
func (b *builder) endOf(at forkAt) string {
	if at.trip == corridors.Home {
		return b.setup.Corridor.Flows[at.flow].From
	}
	return b.setup.Corridor.Flows[at.flow].To
}

// way writes the itinerary of a route and reckons what it costs.
func (b *builder) way(at forkAt, route []hop) way {
	p := b.planFrom(at)
	p.follow(route)
	out := way{route: route, plan: p.close(), gates: b.routes.namesOn(route), km: b.routes.km(route)}
	out.course, out.money = b.reckon(&b.plans[out.plan])
	for _, s := range b.plans[out.plan].steps {
		switch {
		case s.kind == stepTravel:
			out.travels = append(out.travels, b.roads[s.of].travel)
		case s.kind == stepApproach && b.approaches[s.of].barrier != nil:
			out.bars = append(out.bars, b.approaches[s.of].barrier)
		}
	}
	out.taste = b.decide("choice/" + out.gates)
	return out
}

// startOf a trip that a fork belongs to.
func (b *builder) startOf(at forkAt) string {
	if at.trip == corridors.Home {
		return b.setup.Corridor.Flows[at.flow].To
	}
	return b.setup.Corridor.Flows[at.flow].From
}

// markUsual leaves all ways but the cheapest from the start of a trip out of what trucks ask of stations
// in the long run.
func (b *builder) markUsual(at forkAt, ways []way) {
	rules, usual, least := b.setup.Corridor.Flows[at.flow].Choice, 0, 0.0
	for i := range ways {
		cost := ways[i].money + float64(ways[i].hours()*rules.TimeValue)
		if i == 0 || cost < least {
			usual, least = i, cost
		}
	}
	for i := range ways {
		b.plans[ways[i].plan].unused = i != usual || at.place != b.startOf(at)
	}
}

// ways lists the ways between two places that enter no country twice, nearest first: the shortest of
// all and the shortest through each gate pair that may be used (none given: all), on the roads and through the gates
// as they are, and without each road and gate, and all of those, that may be closed.
func (r routes) ways(from, to string, gates []string) [][]hop {
	var out [][]hop
	add := func(route []hop) {
		if !slices.ContainsFunc(out, func(other []hop) bool { return slices.Equal(other, route) }) {
			out = append(out, route)
		}
	}
	closable := r.closable()
	without := [][]closing{nil}
	for _, one := range closable {
		without = append(without, []closing{one})
	}
	for _, closed := range append(without, closable) {
		for _, route := range r.waysOver(from, to, func(h hop) bool {
			usable := !h.crosses || len(gates) == 0 || slices.Contains(gates, r.corridor.Gates[h.gate].Name)
			return usable && !slices.ContainsFunc(closed, func(c closing) bool { return c.bars(h) })
		}) {
			add(route)
		}
	}
	slices.SortStableFunc(out, func(a, b []hop) int { return cmp.Compare(r.km(a), r.km(b)) })
	return out
}

// closing is a leg, or a gate pair for those who leave by one of its posts, that a shock may close.
type closing struct {
	leg, gate, exitPost int
	crosses             bool
}

// bars says whether a hop leads over what is closed.
func (c closing) bars(h hop) bool {
	if h.crosses || c.crosses {
		return h.crosses && c.crosses && h.gate == c.gate && h.exitPost == c.exitPost
	}
	return h.leg == c.leg
}

// closable lists what a shock may close to some trucks.
func (r routes) closable() (out []closing) {
	for i, leg := range r.corridor.Legs {
		if slices.ContainsFunc(r.corridor.Shocks, func(s corridors.Shock) bool { return s.Befalls(leg.Road) && (s.Closed || s.HeaviestLoad > 0) }) {
			out = append(out, closing{leg: i})
		}
	}
	for i := range r.corridor.Gates {
		pair := &r.corridor.Gates[i]
		for exit, post := range pair.Posts {
			if slices.ContainsFunc(r.corridor.Shocks, func(s corridors.Shock) bool { return s.Closes(pair, post.Name) }) {
				out = append(out, closing{gate: i, exitPost: exit, crosses: true})
			}
		}
	}
	return out
}

// waysOver lists the shortest ways over hops that may be used.
func (r routes) waysOver(from, to string, usable func(hop) bool) [][]hop {
	var out [][]hop
	add := func(route []hop, leads bool) {
		if leads && r.simple(from, route) {
			out = append(out, route)
		}
	}
	shortest, err := r.search(from, to, usable)
	add(shortest, err == nil)
	inland, err := r.search(from, to, func(h hop) bool { return !h.crosses && usable(h) })
	add(inland, err == nil)
	for gate := range r.corridor.Gates {
		add(r.through(gate, from, to, usable))
	}
	return out
}

// through is the shortest way that crosses a gate pair, by whichever post comes first.
func (r routes) through(gate int, from, to string, usable func(hop) bool) (best []hop, leads bool) {
	rest := func(h hop) bool { return usable(h) && !(h.crosses && h.gate == gate) }
	for exit, post := range r.corridor.Gates[gate].Posts {
		over := hop{gate: gate, exitPost: exit, crosses: true, to: r.corridor.Gates[gate].Posts[1-exit].Name}
		before, err1 := r.search(from, post.Name, rest)
		after, err2 := r.search(over.to, to, rest)
		if err1 != nil || err2 != nil || !usable(over) {
			continue
		}
		if route := slices.Concat(before, []hop{over}, after); !leads || r.km(route) < r.km(best) {
			best, leads = route, true
		}
	}
	return best, leads
}

// simple says whether a route comes back to no country that it has left.
func (r routes) simple(from string, route []hop) bool {
	left := []string{}
	here := r.country(from)
	for _, h := range route {
		if next := r.country(h.to); next != here {
			left, here = append(left, here), next
		}
		if slices.Contains(left, here) {
			return false
		}
	}
	return true
}

// country of a place or post.
func (r routes) country(name string) string {
	for _, p := range r.corridor.Places {
		if p.Name == name {
			return p.Country
		}
	}
	for post := range r.corridor.Posts() {
		if post.Name == name {
			return post.Country
		}
	}
	return ""
}

// km of a route.
func (r routes) km(route []hop) float64 {
	sum := 0.0
	for _, h := range route {
		sum += r.length(h)
	}
	return sum
}

// namesOn names the gate pairs and the stops on a route.
func (r routes) namesOn(route []hop) string {
	var names []string
	for _, h := range route {
		switch {
		case h.crosses:
			names = append(names, r.corridor.Gates[h.gate].Name)
		case h.visits:
			names = append(names, h.to)
		}
	}
	return strings.Join(names, ", ")
}
