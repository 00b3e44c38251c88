package journey_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// pathfinder holds every life against the plans that a reader is shown: it must be one path through
// them, with no line taken that its conditions forbid and none left out that they ask for.
type pathfinder struct {
	plans  []journey.Plan
	lives  map[string]*onPath
	away   map[string]bool              // turned away at a gate
	lines  map[*journey.PlanLine][2]int // how often trucks came to a line of a post, and took it
	faults []string
	pooled bool // some return loads are
}

// onPath is where a truck is in its plan.
type onPath struct {
	plan    *journey.Plan
	next    int               // line
	papers                    // of where it is
	settled map[string]papers // by post
	done    map[string]bool   // stages of the crossing
	queued  bool
	broken  string // stage that a breakdown has interrupted, until it goes on
	served  string // stage that it was served in last, with nothing since
	turns   bool   // it has met a closed road
	carried string // flow whose load it has found in a pool
	stops   string // at the gate pair that it crosses, where the regime changes
}

// Record takes the truck of a fact on.
func (p *pathfinder) Record(f journey.Fact) {
	if f.Kind == journey.MoneyFact || f.Kind == journey.GoodsFact || f.Kind == journey.HappeningFact && (f.Happening == journey.KeyedIn || f.Happening == journey.CameAshore) {
		return
	}
	id := fmt.Sprint(f.Flow, " ", f.Truck)
	if f.Kind == journey.ShadowFact {
		f.Kind = journey.TimeFact // a line is taken in the shadow of another one, too
	}
	if f.Kind == journey.HappeningFact && f.Happening == journey.TurnedAway {
		p.away[id] = true // the rest of its plan is void
		delete(p.lives, id)
	}
	if p.away[id] {
		return
	}
	t := p.lives[id]
	if t == nil {
		t = &onPath{settled: make(map[string]papers), done: make(map[string]bool)}
		p.lives[id] = t
	}
	if fault := p.follow(t, f); fault != "" {
		p.faults = append(p.faults, id+": "+fault+fmt.Sprintf(": %+v", f))
	}
	if f.Kind == journey.HappeningFact && f.Happening == journey.Left {
		if t.plan != nil && t.next != len(t.plan.Lines) {
			p.faults = append(p.faults, id+" leaves in the middle of its plan")
		}
		delete(p.lives, id)
	}
}

// follow takes a truck to the line that a fact belongs to.
func (p *pathfinder) follow(t *onPath, f journey.Fact) string {
	if f.Kind == journey.HappeningFact && f.Happening == journey.ToBase {
		if t.isMidway() {
			return "it goes to its base in the middle of its plan"
		}
		return p.enter(t, f, toBase)
	}
	t.carried = carriedAfter(f, t.carried)
	if t.plan == nil || t.hasDone(f) || t.plan.Trip != f.Trip || t.plan.Loaded != f.Loaded || t.plan.Cargo != f.Cargo {
		if t.plan != nil && t.isMidway() && !t.goesOnHome(f) {
			return "it changes its plan in the middle"
		}
		if fault := p.enter(t, f, ""); fault != "" {
			return fault
		}
	}
	if f.Kind == journey.TimeFact && f.Activity != journey.Handling && !t.isLeg(t.next-1, f) { // the leg before goes on
		t.passSilence()
	}
	if done, fault := p.onRoad(t, f); done {
		return fault
	}
	if f.Kind == journey.TimeFact && f.Activity == journey.ClosedWait && t.waitsForQuota(f) {
		return ""
	}
	if f.Kind == journey.TimeFact && (f.Activity == journey.Queueing || f.Activity == journey.ClosedWait) {
		t.queued = true
		return ""
	}
	if f.Kind == journey.TimeFact && t.interrupted(f) {
		return ""
	}
	if t.queued && (f.Kind != journey.TimeFact || f.Activity != journey.Service && f.Activity != journey.Handling) && f.Happening != journey.AtPost {
		return "nobody serves it after the queue"
	}
	if f.Kind == journey.TimeFact && f.Activity == journey.Blocked && !t.waitsForStrip(f) {
		return "" // for a yard or a waiting place: the stage that it is for tells of it
	}
	switch {
	case f.Kind == journey.HappeningFact && f.Happening == journey.OneStopHolds:
		t.stops = journey.StopsOnce
	case f.Kind == journey.HappeningFact && f.Happening == journey.TwoStopsHold:
		t.stops = journey.StopsTwice
	}
	does := doesIn(f)
	if f.Kind == journey.HappeningFact && f.Happening == journey.PassedOn && t.meets() {
		return "" // it keeps its load until the line at which it meets the other truck
	}
	if len(does) == 0 {
		return ""
	}
	t.queued = t.queued && f.Kind == journey.HappeningFact
	for ; t.next < len(t.plan.Lines); t.next++ {
		l := &t.plan.Lines[t.next]
		if l.When.Stops != "" && l.When.Stops != t.stops {
			continue
		}
		if fits(l, f, does) {
			if !t.may(l) {
				return "it takes a line that is not for it"
			}
			p.count(l, 1)
			t.next++
			t.done[l.Place+"/"+l.Name] = true
			return p.took(t, f)
		}
		if t.must(l) {
			return fmt.Sprintf("it passes over %q at %s", l.Name, l.Place)
		}
		if t.may(l) {
			p.count(l, 0)
		}
	}
	return "the plan has no line for it"
}

// enter begins a plan: that of the trip, or of a way that was chosen on it.
func (p *pathfinder) enter(t *onPath, f journey.Fact, way string) string {
	of := f.Flow
	if t.carried != "" && t.carried != strings.TrimSuffix(f.Flow, " (backlog)") && f.Loaded && f.Trip == corridors.Home {
		of = t.carried
	}
	for i := range p.plans {
		plan := &p.plans[i]
		if plan.Flow == f.Flow && plan.Shuttle && plan.Trip == corridors.Home && !p.pooled {
			if way == toBase {
				t.plan, t.next = plan, 0
				return ""
			}
			continue
		}
		here := way == "" && (!p.pooled || f.Loaded || f.Trip == corridors.Out) || plan.From == f.Place
		if plan.Flow == of && plan.Trip == f.Trip && plan.Loaded == f.Loaded && plan.Cargo == f.Cargo && plan.Way == way && here {
			t.plan, t.next = plan, 0
			return ""
		}
	}
	return "there is no such plan"
}

// took notes what a fact settles.
func (p *pathfinder) took(t *onPath, f journey.Fact) string {
	if f.Kind != journey.HappeningFact {
		return ""
	}
	switch f.Happening {
	case journey.AtPost:
		t.papers = papers{f.Channel, f.Declared}
		t.settled[f.Place] = t.papers
		post := t.plan.Lines[t.next-1].Post
		if f.Channel != "" && (post.Channels[f.Channel] == 0 || post.Declared[f.Declared] == 0) {
			return "the post settles what cannot be"
		}
	case journey.AtDepot:
		t.papers = papers{f.Channel, f.Declared}
	case journey.Cleared, journey.LeftDepot:
		t.papers = papers{}
		clear(t.done)
	case journey.WayChosen:
		return p.enter(t, f, f.Stage)
	}
	return ""
}

// count notes that a truck came to a line, and whether it took it.
func (p *pathfinder) count(l *journey.PlanLine, taken int) {
	if l.When.Share != nil {
		n := p.lines[l]
		p.lines[l] = [2]int{n[0] + 1, n[1] + taken}
	}
}

// must says whether a truck cannot pass over a line without a word: its conditions hold, and it takes time or is told.
func (t *onPath) must(l *journey.PlanLine) bool {
	if l.When.To > 0 || l.Does == journey.TakesPlace || l.Does == journey.IsRepaired || !t.may(l) || l.When.Share != nil && *l.When.Share < 1 {
		return false
	}
	if l.Takes == nil {
		return true
	}
	long := sim.FromSeconds(l.Takes.Quantile(1e-6)) > 0
	for _, c := range l.Cases {
		long = long && sim.FromSeconds(c.Takes.Quantile(1e-6)) > 0
	}
	return long
}

// fits says whether a fact tells of a line.
func fits(l *journey.PlanLine, f journey.Fact, does []journey.Does) bool {
	named := f.Kind == journey.HappeningFact || l.Name == f.Stage && l.Place == f.Place && l.Owner == f.Owner
	return slices.Contains(does, l.Does) && named && (l.Does != journey.ReachesPost && l.Does != journey.ReachesDepot || l.Place == f.Place)
}

func TestEveryTraceOfAnyCorridorIsOnePathThroughItsPlan(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) { holdToPlan(r, anything{r}.setup()) })
}

// holdToPlan follows every life of a run through its plan.
func holdToPlan(r *rapid.T, setup journey.Setup) {
	m, err := journey.Compile(setup)
	require.NoError(r, err)
	p := newPathfinder(m)
	p.pooled = len(setup.Corridor.Pools) > 0
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(seeds.Seed(rapid.Uint64().Draw(r, "seed")), 0), p)
	require.Empty(r, p.faults)
	var stuck *journey.StuckError
	if errors.As(err, &stuck) {
		return
	}
	require.NoError(r, err)
	require.Empty(r, p.lives, "all have left")
	for l, n := range p.lines {
		if *l.When.Share == 0 {
			require.Zero(r, n[1], l.Name)
		}
	}
}

// The pathfinder itself must find what is wrong: a fact left out, told twice, or told of another truck.
func TestPathfinderFindsLivesThatAreNoPath(t *testing.T) {
	m, err := journey.Compile(journey.Setup{Corridor: shared(), Horizon: journey.Horizon{Length: sim.Day, After: journey.Drain}})
	require.NoError(t, err)
	log := &told{}
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	held := func(facts []journey.Fact) int {
		p := newPathfinder(m)
		for _, f := range facts {
			p.Record(f)
		}
		return len(p.faults) + len(p.lives)
	}
	require.Zero(t, held(log.facts))
	tried := 0
	for i, f := range log.facts {
		optional := f.Stage == "sampled" || f.Happening == journey.Ready
		if f.Kind == journey.MoneyFact || f.Kind == journey.GoodsFact || f.Happening == journey.KeyedIn || f.Happening == journey.CameAshore || optional {
			continue
		}
		tried++
		require.NotZero(t, held(slices.Delete(slices.Clone(log.facts), i, i+1)), "without %+v", f)
		require.NotZero(t, held(slices.Insert(slices.Clone(log.facts), i, f)), "twice %+v", f)
		if f.Happening == journey.AtPost && f.Channel == corridors.Green {
			other := slices.Clone(log.facts)
			other[i].Channel = corridors.Red
			require.NotZero(t, held(other), "another channel")
		}
	}
	require.Greater(t, tried, 300)
}

// told keeps all facts.
type told struct{ facts []journey.Fact }

func (l *told) Record(f journey.Fact) { l.facts = append(l.facts, f) }

// Of those who come to a line with a share, as many take it as the plan says, within four standard deviations of
// the binomial law: one in 16,000 would be further away by chance, and the seed is fixed.
func TestTrucksTakeLinesAsOftenAsTheirPlanSays(t *testing.T) {
	c := shared()
	m, err := journey.Compile(journey.Setup{Corridor: c, Horizon: journey.Horizon{Length: 100 * sim.Day, After: journey.Drain}})
	require.NoError(t, err)
	p := newPathfinder(m)
	counts := &reached{}
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), both{p, counts})
	require.NoError(t, err)
	require.Empty(t, p.faults)
	near := func(got, of int, chance float64, what string) {
		require.Greater(t, of, 400, what)
		assert.InDelta(t, chance, float64(got)/float64(of), 4*math.Sqrt(chance*(1-chance)/float64(of)), what)
	}
	lines := 0
	for i := range p.plans {
		for k := range p.plans[i].Lines {
			if n, counted := p.lines[&p.plans[i].Lines[k]]; counted {
				lines++
				near(n[1], n[0], *p.plans[i].Lines[k].When.Share, p.plans[i].Lines[k].Name)
			}
		}
	}
	assert.Equal(t, 2, lines, "one stage with a share, at either post")
	plan := p.plans[0]
	for k, l := range plan.Lines {
		if l.Does == journey.IsServed {
			near(counts.served[l.Place+l.Name], counts.trucks, l.Chance, fmt.Sprint(k, l.Name))
		}
		if l.Post != nil {
			for channel, chance := range l.Post.Channels {
				near(counts.settled[l.Place+string(channel)], counts.trucks, chance, string(channel))
			}
			for declared, chance := range l.Post.Declared {
				near(counts.settled[l.Place+string(declared)], counts.trucks, chance, string(declared))
			}
		}
	}
}

// reached counts what happens to trucks.
type reached struct {
	trucks          int
	served, settled map[string]int
}

func (r *reached) Record(f journey.Fact) {
	if r.served == nil {
		r.served, r.settled = make(map[string]int), make(map[string]int)
	}
	switch {
	case f.Kind == journey.TimeFact && f.Activity == journey.Service:
		r.served[f.Place+f.Stage]++
	case f.Kind == journey.HappeningFact && f.Happening == journey.AtPost:
		r.settled[f.Place+string(f.Channel)]++
		r.settled[f.Place+string(f.Declared)]++
	case f.Kind == journey.HappeningFact && f.Happening == journey.Ready:
		r.trucks++
	}
}

// shared is a corridor with every kind of condition on the spot, and room for all.
func shared() *corridors.Corridor {
	third, minute := 1.0/3, always(60)
	post := func(name, country string, declared corridors.Declaration) corridors.Post {
		return corridors.Post{
			Name: name, Country: country, Regime: corridors.Regime{Exit: declared, Entry: declared},
			Platform: corridors.Platform{Adoption: 0.8, Exception: 0.25}, Channels: corridors.Channels{Yellow: 0.3, Red: 0.1},
			Stages: []corridors.Stage{
				{Name: "all", Owner: "customs", Service: minute},
				{Name: "yellow or red", Owner: "customs", Service: minute, When: corridors.Condition{Channel: []corridors.Channel{corridors.Yellow, corridors.Red}}},
				{Name: "counter", Owner: "customs", Service: minute, When: corridors.Condition{Declaration: []corridors.Declared{corridors.OnPaper, corridors.Corrected}}},
				{Name: "sampled", Owner: "quarantine", Service: minute, When: corridors.Condition{Share: &third}},
			},
		}
	}
	return &corridors.Corridor{
		Name: "shared", Countries: []corridors.Country{{Code: "VN"}, {Code: "LA"}},
		Places: []corridors.Place{{Name: "Đông Hà", Country: "VN"}, {Name: "Savannakhet", Country: "LA"}},
		Legs: []corridors.Leg{
			{Road: "QL9", From: "Đông Hà", To: "Lao Bảo", Country: "VN", Length: 84, Speed: 42},
			{Road: "NR9", From: "Densavanh", To: "Savannakhet", Country: "LA", Length: 241, Speed: 42},
		},
		Gates: []corridors.GatePair{{Name: "Lao Bảo–Densavanh", Posts: [2]corridors.Post{post("Lao Bảo", "VN", corridors.Digital), post("Densavanh", "LA", corridors.Digital)}}},
		Fleet: corridors.Fleet{EmptySpeed: 1, Spread: always(1)},
		Flows: []corridors.Flow{{Name: "trucks", From: "Đông Hà", To: "Savannakhet", Traffic: corridors.Trucks, Arrivals: corridors.Arrivals{PerSecond: 50.0 / 86400}, Return: corridors.Return{Mode: corridors.NoReturn}}},
	}
}

// always is a law without chance [s].
func always(seconds float64) law.Law {
	l, err := law.Constant(seconds)
	if err != nil {
		panic(err)
	}
	return l
}
