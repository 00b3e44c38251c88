package journey

import (
	"cmp"
	"slices"
	"strings"

	"hanhlang/corridors"
)

// choiceStep is what the step is called in which a truck chooses its way.
const choiceStep = "choice of way"

// fork is a choice of ways: those that lead from a place to the end of a trip, nearest first.
type fork struct{ ways []way }

// way is one of them.
type way struct {
	route  []hop
	plan   int
	gates  string  // names of the pairs that it crosses, in the order of driving
	km     float64 // on legs
	money  float64 // what it costs beside time [USD]
	course []reckoned
	taste  decision
}

// forkAt is where a fork belongs: on a trip of a flow, at a place.
type forkAt struct {
	flow  int
	trip  corridors.Trip
	with  cargo
	place string
}

// pending is an itinerary that ends with a choice of way, or with what else leads to a fork.
type pending struct {
	plan int
	at   forkAt
}

// chooseIn lets an itinerary go on with a fork. The ways of a flow are written once all its itineraries
// are: those of one trip stand side by side.
func (b *builder) chooseIn(plan int, at forkAt) int {
	b.pending = append(b.pending, pending{plan, at})
	return plan
}

// addForks writes the ways that the itineraries written so far lead to.
func (b *builder) addForks() {
	for len(b.pending) > 0 {
		next := b.pending[0]
		b.pending = b.pending[1:]
		fork := b.fork(next.at)
		steps := b.plans[next.plan].steps
		steps[len(steps)-1].of = fork
	}
}

// fork finds or adds a fork. Of its ways one is the usual one: the cheapest on a day without queues.
func (b *builder) fork(at forkAt) int32 {
	if i, known := b.forked[at]; known {
		return i
	}
	i := int32(len(b.forks))
	b.forked[at], b.forks = i, append(b.forks, fork{})
	f := &b.setup.Corridor.Flows[at.flow]
	to := f.To
	if at.trip == corridors.Home {
		to = f.From
	}
	var ways []way
	for _, route := range b.routes.ways(at.place, to, f.Choice.Gates) {
		ways = append(ways, b.way(at, route))
	}
	if len(ways) == 0 {
		b.fail("flow %s: no way leads from %s to %s", f.Name, at.place, to)
	}
	b.forks[i].ways = ways
	b.markUsual(f.Choice, ways)
	return i
}

// way writes the itinerary of a route and reckons what it costs.
func (b *builder) way(at forkAt, route []hop) way {
	p := b.plan(at.flow, at.trip, at.with)
	p.at = b.index[at.place]
	p.follow(route)
	out := way{route: route, plan: p.close(), gates: b.routes.gatesOn(route), km: b.routes.km(route)}
	out.course, out.money = b.reckon(&b.plans[out.plan])
	out.taste = b.decide("choice/" + out.gates)
	return out
}

// markUsual leaves all ways but the cheapest out of what trucks ask of stations in the long run.
func (b *builder) markUsual(rules *corridors.Choice, ways []way) {
	usual, least := 0, 0.0
	for i := range ways {
		cost := ways[i].money + float64(ways[i].hours()*rules.TimeValue)
		if i == 0 || cost < least {
			usual, least = i, cost
		}
	}
	for i := range ways {
		b.plans[ways[i].plan].unused = i != usual
	}
}

// ways lists the ways between two places that enter no country twice, nearest first: the shortest of
// all and the shortest through each gate pair that may be used; none given: all.
func (r routes) ways(from, to string, gates []string) [][]hop {
	usable := func(h hop) bool {
		return !h.crosses || len(gates) == 0 || slices.Contains(gates, r.corridor.Gates[h.gate].Name)
	}
	var out [][]hop
	add := func(route []hop, leads bool) {
		same := func(other []hop) bool { return slices.Equal(other, route) }
		if leads && r.simple(from, route) && !slices.ContainsFunc(out, same) {
			out = append(out, route)
		}
	}
	shortest, err := r.search(from, to, usable)
	add(shortest, err == nil)
	for gate := range r.corridor.Gates {
		add(r.through(gate, from, to, usable))
	}
	slices.SortStableFunc(out, func(a, b []hop) int { return cmp.Compare(r.km(a), r.km(b)) })
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
	for _, pair := range r.corridor.Gates {
		for _, post := range pair.Posts {
			if post.Name == name {
				return post.Country
			}
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

// gatesOn names the gate pairs on a route.
func (r routes) gatesOn(route []hop) string {
	var names []string
	for _, pair := range r.pairsOn(route) {
		names = append(names, pair.Name)
	}
	return strings.Join(names, ", ")
}
