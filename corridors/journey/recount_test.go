package journey_test

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// recount is the second bookkeeper: it hears nothing but the log and the data of the corridor, and
// comes to the measures in its own way. It takes the facts of a truck together until the truck has
// left, holds them against the identities, and books them.
type recount struct {
	t        checker
	setup    journey.Setup
	inside   map[name]*life
	lives    int
	last     sim.Time
	stations map[stageAt]stationAt
	oneStop  bool // some trucks stop once: not all queues can be told from the log
	inYard   map[stageAt]bool
	depots   map[string]depotBook
	byFlow   map[string]roundTrips
	turned   map[stationAt]int  // within the window
	unsure   map[stationAt]bool // nothing tells which of its officers are kept

	loaded, waits, empty, doors []sim.Time
	transit, trusted            []sim.Time // among the loaded
	fallbacks, adopted          int
	country                     map[string]sim.Time
	parts                       [10]sim.Time // of loaded crossings, by activity
	rows                        map[stageAt]*row
	money                       map[journey.Line]int64
	total                       int64
	trips                       int
	stay, seeking, keying       sim.Time
	sought, found, keyed        int
	km, emptyKm, tonnes         float64
	arrivals, early             int
	detours                     detours
	nearestWays                 map[tripOf]path
	road                        [10]sim.Time // outside crossings, by activity

	crossed, delivered int // within the window
	gateCrossed        map[string]int
	regimes            map[string][]sim.Time // border times by pair, country and regime
	gateLoaded         map[string][]sim.Time
	shipped            float64
	visited            map[stationAt][]visit
	behind             map[string]int         // by post
	lined              map[string][]visit     // waits for the strip, by gate pair
	inStrip            map[string][]stripStay // in the strip, by gate pair
	hauls              hauls
	purses             purses
	insideAtEnd        int
	markets            remarket
	allots             reallot
}

// checker is a test, plain or rapid.
type checker interface {
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	FailNow()
}

type name struct {
	flow  string
	truck uint32
}

// row is the time that loaded trucks spent in one stage.
type row struct {
	time     [10]sim.Time
	passed   int
	shadow   sim.Time
	shadowed int
}

func newRecount(t checker, setup journey.Setup) *recount {
	oneStop := slices.ContainsFunc(setup.Corridor.Gates, func(g corridors.GatePair) bool { return g.OneStops() })
	var left map[stationAt]bool
	setup.Corridor, left = rearranged(setup.Corridor)
	known := stations(setup.Corridor)
	placeStations(setup.Corridor, known)
	maps.DeleteFunc(known, func(_ stageAt, at stationAt) bool { return left[at] })
	return &recount{
		t: t, setup: setup, inside: make(map[name]*life), stations: known, oneStop: oneStop,
		inYard: yards(setup.Corridor), depots: make(map[string]depotBook), byFlow: make(map[string]roundTrips), turned: make(map[stationAt]int), unsure: make(map[stationAt]bool),
		country: make(map[string]sim.Time), rows: make(map[stageAt]*row), money: make(map[journey.Line]int64),
		visited: make(map[stationAt][]visit), gateCrossed: make(map[string]int), nearestWays: make(map[tripOf]path), gateLoaded: make(map[string][]sim.Time), regimes: make(map[string][]sim.Time),
		behind: make(map[string]int), lined: make(map[string][]visit), inStrip: make(map[string][]stripStay), hauls: newHauls(), purses: newPurses(),
		allots: newReallot(), markets: remarket{turned: make(map[name]int), turnedHome: make(map[name]bool)},
	}
}

// Record adds a fact to the life of its truck.
func (r *recount) Record(f journey.Fact) {
	who := name{f.Flow, f.Truck}
	l := r.inside[who]
	if l == nil {
		l = &life{flow: f.Flow, truck: f.Truck}
		r.inside[who] = l
	}
	l.facts = append(l.facts, f)
	r.hear(f)
	r.markets.hear(f)
	l.carried = carriedAfter(f, l.carried)
	r.last = max(r.last, f.To)
	if f.Kind == journey.HappeningFact && f.Happening == journey.Left {
		delete(r.inside, who)
		r.close(l)
	}
}

// close books the life of a truck that has left.
func (r *recount) close(l *life) {
	r.lives++
	if fault := l.fault(); fault != "" {
		r.t.Fatalf("truck %d of %s: %s", l.truck, l.flow, fault)
	}
	if fault := r.cents(l); fault != "" {
		r.t.Fatalf("truck %d of %s: %s", l.truck, l.flow, fault)
	}
	for at, list := range l.visits(r.stations, r.inYard) {
		r.visited[at] = append(r.visited[at], list...)
	}
	r.window(l)
	r.soughtBy(l)
	r.allot(l)
	r.haul(l)
	r.leftBehind(l)
	r.strips(l)
	r.purse(l)
	r.visitDepots(l, r.counts(l))
	if !r.counts(l) {
		return
	}
	r.trip(l)
	r.roundTrip(l)
	r.fuel(l)
	r.goods(l)
	r.detour(l)
	for _, f := range l.between() {
		if !atBase(f) {
			r.road[f.Activity] += f.To - f.From
		}
	}
	crossings, away, drives := l.crossings()
	for i := range away {
		r.come(&away[i])
	}
	for i := range crossings {
		r.cross(&crossings[i])
	}
	for _, f := range drives {
		km := r.leg(f).Length
		r.km += km
		if !f.Loaded {
			r.emptyKm += km
		}
	}
}

// counts says whether a truck is part of the statistics: it became ready in time, or stood there when the
// run began and the scenario says so.
func (r *recount) counts(l *life) bool {
	if cargo, apart := r.hauls.loads[name{l.flow, l.truck}]; apart {
		return cargo.counted
	}
	if owner, waiting := strings.CutSuffix(l.flow, " (backlog)"); waiting {
		return r.flow(owner).Backlog.Counted
	}
	return l.facts[0].From >= r.setup.Horizon.WarmUp
}

// flow by name.
func (r *recount) flow(name string) *corridors.Flow {
	for i := range r.setup.Corridor.Flows {
		if r.setup.Corridor.Flows[i].Name == name {
			return &r.setup.Corridor.Flows[i]
		}
	}
	r.t.Fatalf("no flow %s", name)
	return nil
}

// window counts what happened while statistics were on, whoever it happened to.
func (r *recount) window(l *life) {
	h := r.setup.Horizon
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.TurnedAway && r.booked(f.From) {
			r.turned[r.stations[stageAt{f.Place, f.Stage}]]++
		}
		if f.Kind != journey.HappeningFact || f.From <= h.WarmUp || f.From > h.End() {
			continue
		}
		switch f.Happening {
		case journey.Cleared:
			r.crossed++
			r.gateCrossed[r.pair(f.Place).Name]++
		case journey.Delivered:
			r.delivered += r.loadsOn(f)
			r.shipped += r.payload(f, l.carried)
		}
	}
}

// booked says whether what happens to a station at an instant is in its books: that of the first one is, that of the last is not.
func (r *recount) booked(at sim.Time) bool {
	return r.setup.Horizon.WarmUp <= at && at < r.setup.Horizon.End()
}

// trip books what a whole round trip took and cost.
func (r *recount) trip(l *life) {
	ready := l.facts[0].From
	r.trips++
	r.stay += l.facts[len(l.facts)-1].From - ready
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.MoneyFact:
			r.money[f.Line] += f.Micro
			r.total += f.Micro
		case f.Kind == journey.TimeFact && f.Activity == journey.LoadWait && f.Stage == "return load":
			r.seeking += f.To - f.From
		case f.Kind == journey.TimeFact:
		case f.Happening == journey.Delivered:
			r.tonnes += r.payload(f, l.carried)
			if f.Trip == corridors.Out {
				r.doors = append(r.doors, r.doorsOf(f, l.loadReady())...)
			}
		case f.Happening == journey.LoadFound:
			r.sought, r.found = r.sought+1, r.found+1
		case f.Happening == journey.NoLoadFound:
			r.sought++
		case f.Happening == journey.PlatformDown:
			r.fallbacks, r.adopted = r.fallbacks+1, r.adopted+1
		case (f.Happening == journey.AtPost || f.Happening == journey.AtDepot) && r.fails(f.Place) && (f.Declared == corridors.Keyed || f.Declared == corridors.Corrected):
			r.adopted++
		case f.Happening == journey.KeyedIn:
			r.keyed++
			r.keying += f.To - f.From
		}
	}
}

// cross books one crossing.
func (r *recount) cross(c *crossing) {
	if !c.loaded {
		r.empty = append(r.empty, c.to-c.from)
		return
	}
	r.come(c)
	r.loaded = append(r.loaded, c.to-c.from)
	if c.cargo.Transit && r.passesThrough(c) {
		r.transit = append(r.transit, c.to-c.from)
	}
	if c.cargo.Trusted {
		r.trusted = append(r.trusted, c.to-c.from)
	}
	gate := r.pair(c.first).Name
	r.gateLoaded[gate] = append(r.gateLoaded[gate], c.to-c.from)
	r.underRegime(c)
	r.waits = append(r.waits, c.time(journey.Queueing, journey.ClosedWait, journey.Blocked))
	r.shadowed(c)
	r.passed(c)
	for _, f := range c.spans {
		r.country[f.Country] += f.To - f.From
		r.parts[f.Activity] += f.To - f.From
	}
}

// rowOf is the row of the stage of a fact.
func (r *recount) rowOf(f journey.Fact) *row {
	at := stageAt{f.Place, f.Stage}
	if r.rows[at] == nil {
		r.rows[at] = &row{}
	}
	return r.rows[at]
}

// shadowed books stages that were done beside longer ones.
func (r *recount) shadowed(c *crossing) {
	for i, f := range c.shadows {
		r.rowOf(f).shadow += f.To - f.From
		if f.Activity == journey.Service && !resumes(c.shadows, i) {
			r.rowOf(f).shadowed++
		}
	}
}

// passed books the stages of a crossing, or of a stay at a depot.
func (r *recount) passed(c *crossing) {
	for i, f := range c.spans {
		r.rowOf(f).time[f.Activity] += f.To - f.From
		ends := f.Activity == journey.Service || f.Activity == journey.Driving || f.Activity == journey.Handling
		if ends && !resumes(c.spans, i) {
			r.rowOf(f).passed++
		}
	}
}

// come books that a truck reached a border.
func (r *recount) come(c *crossing) {
	if !c.loaded {
		return
	}
	r.arrivals++
	post := r.post(c.first)
	if open := wallOf(r.setup, post.Country, c.to).toward(post, corridors.Exit); !open.at(c.from) || !open.at(max(0, c.from-sim.Hour)) {
		r.early++
	}
}

// fails says whether the platform of a post can be down.
func (r *recount) fails(post string) bool {
	p := r.post(post).Platform
	return p.Fails != nil || len(p.Outages) > 0
}

// hold compares all measures of an outcome, and its stages, with the recount. Counts and sums are
// integers on both sides; 1e-12 leaves room for the last division.
func (r *recount) hold(m *journey.Model, o *journey.Outcome) {
	require.Zero(r.t, len(r.inside), "everybody has left")
	require.Equal(r.t, journey.Audit{Entered: o.Audit.Entered, Left: o.Audit.Entered}, o.Audit)
	want := r.values()
	for i, measure := range m.Measures() {
		if r.beyond(measure) {
			continue
		}
		value, present := want[measure]
		assert.Equal(r.t, present, o.Present[i], "%s is there", measure)
		if present && math.Abs(value-o.Values[i]) > 1e-12*math.Max(1, math.Abs(value)) {
			assert.Equal(r.t, value, o.Values[i], measure)
		}
	}
	r.holdBills(m, o)
	for i, at := range m.Rows() {
		if o.Stages == nil {
			break
		}
		have := r.rows[stageAt{at.Place, at.Stage}]
		if have == nil {
			have = &row{}
		}
		for a, d := range have.time {
			assert.InDelta(r.t, mean(d, len(r.loaded)), o.Stages[i][a], 1e-12, "%s %v", at.Stage, journey.Activity(a))
		}
	}
}

// beyond says whether a measure cannot be known from the log: it is silent on other vehicles, on when a
// return load that waited became ready, and on the luck of a truck on a road that it did not take.
func (r *recount) beyond(measure string) bool {
	if strings.HasPrefix(measure, "yard.") || strings.Contains(measure, ".wait_") && !strings.HasSuffix(measure, ".wait_h") {
		return true // nothing says when a truck leaves a yard, nor of which class it is at a station
	}
	if strings.HasSuffix(measure, ".available_share") || r.isUnsure(measure) {
		return true // nor when an idle server breaks down
	}
	if r.comesAndGoes(measure) || r.markets.isUnknown(measure) {
		return true // nor where officers stand whose regime changes, and when a partner is back
	}
	if rest, of := strings.CutPrefix(measure, "station."); of {
		return !slices.ContainsFunc(mapped(r.stations), func(at stationAt) bool {
			return strings.HasPrefix(rest, at.post+"/"+at.station+".")
		})
	}
	if rest, of := strings.CutPrefix(measure, "strip."); of {
		pair := slices.IndexFunc(r.setup.Corridor.Gates, func(g corridors.GatePair) bool { return strings.HasPrefix(rest, g.Name+".") })
		return withOthers(r.setup.Corridor) || r.setup.Corridor.Gates[pair].Strip.Drive == nil
	}
	if rest, of := strings.CutPrefix(measure, "post."); of && strings.Contains(rest, ".waiting_") {
		return r.oneStop || sharesAPost(r.setup.Corridor, rest[:strings.LastIndex(rest, ".waiting_")])
	}
	return strings.HasSuffix(measure, "door_to_vessel_h") || measure == "return_load_door_to_door_h" || r.oneStop && measure == "backlog_at_close_trucks" || measure == "detour_h" || withOthers(r.setup.Corridor) && (measure == "other_border_time_h" || measure == "backlog_at_close_trucks") ||
		measure == "backlog_at_close_trucks" && r.ambiguous()
}
