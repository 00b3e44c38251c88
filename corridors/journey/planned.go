package journey

import (
	"math/bits"
	"slices"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// Plan is what a truck of a flow may do on one trip: its lines in order, some of them on conditions.
// A truck passes over a line whose conditions it does not meet, and takes every other.
type Plan struct {
	Flow    string
	Traffic corridors.Traffic
	Trip    corridors.Trip
	Loaded  bool
	Cargo   Cargo
	Chance  float64 // share of the flow's trips of this kind that have this cargo
	From    string  // where it begins; of a way that is chosen, where that happens
	Shuttle bool    // of a haulier's truck on its way to a load, or to its base
	Way     string  // gate pairs of a way that is chosen; empty: the trip begins here
	Lines   []PlanLine
}

// Does is what a truck does in a line of its plan.
type Does string

// What trucks do.
const (
	Drives       Does = "drives"        // a leg
	Handles      Does = "handles"       // loads or unloads
	ReachesPost  Does = "reaches-post"  // channel and declaration are settled
	IsServed     Does = "is-served"     // a stage; it queues first where a station is named
	TakesPlace   Does = "takes-place"   // in the strip; it keeps its lane while that is full
	DrivesStrip  Does = "drives-strip"  // between the posts
	ReachesDepot Does = "reaches-depot" // channel and declaration are settled where it comes for clearance
	LeavesDepot  Does = "leaves-depot"
	WaitsForLoad Does = "waits-for-load" // at its base
	TakesLoad    Does = "takes-load"     // that it has come for
	PassesOn     Does = "passes-on"      // leaves its load for another truck
	Meets        Does = "meets"          // keeps its load until another truck takes it over
	TakesOver    Does = "takes-over"     // a load from the truck that has brought it
	IsRepaired   Does = "is-repaired"    // if it has run long enough
	Clears       Does = "clears"         // leaves the second post
	Delivers     Does = "delivers"       // its load
	SeeksLoad    Does = "seeks-load"     // for the way home: then it goes home loaded or empty
	TurnsHome    Does = "turns-home"     // empty
	GoesToPool   Does = "goes-to-pool"   // empty, of return loads
	Leaves       Does = "leaves"         // it is home, or leaves the corridor
	ChoosesWay   Does = "chooses-way"    // and goes on with the plan of the way
	TakesPermit  Does = "takes-permit"   // or waits for one
	CountsIn     Does = "counts-in"      // to the quota of the day, or waits for the next
)

// PlanLine is one line of a plan.
type PlanLine struct {
	Does    Does
	Place   string
	Name    string // of the road, stage or gate pair
	Owner   corridors.Owner
	Station string // none: room for all
	Beside  string // group of stages that are done beside one another; none: by itself
	Yard    string // where it stands meanwhile; none: at the station, or in the line before it
	When    PlanCondition
	Chance  float64  // that a truck with this plan takes the line, as far as luck at this post decides it
	Takes   *law.Law // [s]; none: no time
	Cases   []PlanCase
	Fee     float64 // [USD]
	Km      float64
	Post    *PlanPost // ReachesPost
	Ways    []string  // ChoosesWay, or Drives or ReachesPost where it meets what is closed: the gate pairs of each
}

// PlanCondition is what must be settled for a truck to take a line; empty lists do not restrict.
type PlanCondition struct {
	Channels []corridors.Channel
	Declared []corridors.Declared
	Share    *float64 // of those, drawn by luck
	From, To sim.Time // in this time only; To 0: at any
	Stops    string   // StopsOnce or StopsTwice: under this regime; empty: under any
	NotYet   bool     // unless it has been done for the other country
	At       string   // post at which channel and declaration were settled; empty: where the line is
}

// PlanCase is another time for some of the trucks that take a line.
type PlanCase struct {
	When  PlanCondition
	Takes law.Law // [s]
}

// PlanPost is what is settled when a truck reaches a post, with the chances of each outcome. Only a
// load that is to be cleared has a channel and a declaration.
type PlanPost struct {
	Direction  corridors.Direction
	Supervised bool // a load in transit
	Channels   map[corridors.Channel]float64
	Declared   map[corridors.Declared]float64
	name       string
}

// Plans lists what the trucks of all flows may do, in the order of flows, trips and ways.
func (m *Model) Plans() []Plan {
	ways := make(map[int]string)
	from := make(map[int]string)
	for i := range m.plans {
		for _, s := range m.plans[i].steps {
			for _, way := range m.waysAt(&s) {
				ways[way.plan], from[way.plan] = way.gates, m.places[s.place].name
			}
		}
	}
	out := make([]Plan, 0, len(m.plans))
	for i := range m.plans {
		p := m.planned(&m.plans[i])
		p.Way = ways[i]
		if start, chosen := from[i]; chosen {
			p.From = start
		}
		out = append(out, p)
	}
	return out
}

// waysAt are those to choose from in a step, or where a truck that meets a closed road or gate there turns to.
func (m *Model) waysAt(s *step) []way {
	switch s.kind {
	case stepChoose:
		return m.forks[s.of].ways
	case stepSplit:
		return m.splits[s.of].ways
	case stepTravel:
		if v := m.roads[s.of].travel; v.fork != none {
			return m.forks[v.fork].ways
		}
	case stepApproach:
		if b := m.approaches[s.of].barrier; b != nil && b.fork != none {
			return m.forks[b.fork].ways
		}
	}
	return nil
}

// planned writes out one itinerary.
func (m *Model) planned(of *itinerary) Plan {
	f := &m.flows[of.flow]
	p := Plan{
		Flow: f.Name, Traffic: f.Traffic, Trip: of.trip, Loaded: of.loaded, Cargo: of.shown(), Chance: of.chance,
		From: m.startOf(of), Shuttle: of.shuttle,
	}
	known := standpoint{often: 1}
	for i := range of.steps {
		s := &of.steps[i]
		m.learn(&known, of, s)
		does, told := doings()[s.kind]
		turned := len(p.Lines) > 0 && slices.Contains([]Does{SeeksLoad, TurnsHome, GoesToPool}, p.Lines[len(p.Lines)-1].Does)
		if !told || turned {
			continue // a truck that has turned home goes on with another plan
		}
		p.Lines = append(p.Lines, m.lineAt(&known, s, does))
	}
	return p
}

// startOf an itinerary is the place where it begins.
func (m *Model) startOf(of *itinerary) string {
	f := &m.flows[of.flow]
	switch {
	case of.shuttle:
		return m.places[of.steps[0].place].name
	case of.trip == corridors.Home && f.pool != nil:
		return f.pool.At
	case of.trip == corridors.Home:
		return f.To
	}
	return f.From
}

// standpoint is what is known of a truck where a line of its plan begins.
type standpoint struct {
	post   *PlanPost    // whose papers count
	sides  [2]*PlanPost // of the crossing
	yard   string       // of the stage that follows
	regime string
	often  float64            // that the regime holds
	during *spell             // none: at any time
	done   map[uint16]float64 // chance that a stage that is done once for both countries has been done
}

// learn takes in what a step settles for those after it.
func (m *Model) learn(k *standpoint, of *itinerary, s *step) {
	switch s.kind {
	case stepTakeYard:
		k.yard = m.yards[s.of].name
	case stepTurnTo:
		k.post = k.sides[s.of]
	case stepRegime, stepRejoin:
		j := &m.jumps[s.of]
		if k.regime, k.often = regimeBehind(s, j), 1; k.regime != "" {
			k.often = m.usual(j, k.regime == StopsOnce)
		}
	case stepSpell:
		k.during = m.jumps[s.of].spell
	case stepSwapped:
		k.during = nil
	case stepApproach, stepEnter:
		a := &m.approaches[s.of]
		k.post = m.settled(of, a)
		k.post.name = m.places[s.place].name
		k.sides[a.side] = k.post
		if a.side == 0 {
			k.done = make(map[uint16]float64)
		}
	}
}

// lineAt writes out a step with what is known before it.
func (m *Model) lineAt(k *standpoint, s *step, does Does) PlanLine {
	line := m.line(s, does, k.post)
	if s.once != 0 && does == IsServed {
		line.When.NotYet = k.done[s.once] > 0
		line.Chance = float64(line.Chance * (1 - k.done[s.once]))
		k.done[s.once] += line.Chance
	}
	if s.kind == stepApproach || s.kind == stepEnter {
		line.Post = k.post
	}
	line.Yard, k.yard = k.yard, ""
	if k.during != nil && (k.during.from > 0 || k.during.to < Never) {
		line.When.From, line.When.To = k.during.from, k.during.to
		line.Chance *= k.during.shareOf(Horizon{Length: m.setup.Horizon.End()})
	}
	line.When.Stops, line.Chance = k.regime, float64(line.Chance*k.often)
	if k.post != nil && k.post.name != line.Place && len(line.When.Channels)+len(line.When.Declared) > 0 {
		line.When.At = k.post.name
	}
	return line
}

// doings says what a truck does in each kind of step; those that are not named a reader need not know.
func doings() map[stepKind]Does {
	return map[stepKind]Does{
		stepDrive: Drives, stepTravel: Drives, stepHandle: Handles, stepApproach: ReachesPost, stepServe: IsServed, stepAttend: IsServed, stepRoom: IsServed,
		stepTakePlace: TakesPlace, stepStrip: DrivesStrip, stepClear: Clears, stepDeliver: Delivers, stepSeek: SeeksLoad,
		stepEnter: ReachesDepot, stepDepart: LeavesDepot, stepSplit: ChoosesWay,
		stepBase: WaitsForLoad, stepFetch: TakesLoad, stepWork: Handles, stepPassOn: PassesOn, stepMeet: Meets, stepTakeOver: TakesOver, stepTransfer: TakesOver, stepRepair: IsRepaired,
		stepPermit: TakesPermit, stepQuota: CountsIn, stepTurn: TurnsHome, stepToPool: GoesToPool, stepLeave: Leaves, stepChoose: ChoosesWay,
	}
}

// line writes out one step; post is what was settled at the post where it is, if it is at one.
func (m *Model) line(s *step, does Does, post *PlanPost) PlanLine {
	l := PlanLine{Does: does, Place: m.places[s.place].name, Name: s.name, Fee: s.fee, When: conditionOf(&s.passes), Chance: 1}
	switch does {
	case IsServed, TakesPlace, DrivesStrip:
		row := &m.rows[s.row]
		l.Beside = row.Beside
		l.Place, l.Owner, l.Name = row.Place, row.Owner, row.Stage
		l.Chance = l.When.chance(post)
	case Handles:
		if s.place >= m.depotsFrom() {
			l.Owner = m.rows[s.row].Owner
		}
	case Drives:
		l.Km = m.roads[s.of].km
	}
	for _, way := range m.waysAt(s) {
		l.Ways = append(l.Ways, way.gates)
	}
	if s.kind == stepServe || s.kind == stepRoom || s.kind == stepWork || s.kind == stepTransfer || s.kind == stepRepair {
		l.Station = m.stations[s.station].name
	}
	if does == Drives || does == Handles || does == DrivesStrip || does == IsServed || does == Meets || does == TakesOver || does == IsRepaired {
		l.Takes = &s.duration
	}
	for i := range s.cases {
		l.Cases = append(l.Cases, PlanCase{When: conditionOf(&s.cases[i].passes), Takes: s.cases[i].duration})
	}
	return l
}

// conditionOf reads back what the masks stand for.
func conditionOf(p *passes) PlanCondition {
	c := PlanCondition{Channels: listOf(p.channels, corridors.ChannelNames()), Declared: listOf(p.declared, corridors.DeclaredWays())}
	if p.drawn {
		c.Share = &p.share
	}
	return c
}

// listOf is the list of a set of bits by index in all.
func listOf[T any](set uint8, all []T) []T {
	var out []T
	for ; set != 0; set &= set - 1 {
		out = append(out, all[bits.TrailingZeros8(set)])
	}
	return out
}

// chance that a truck meets a condition at a post: channel, declaration and share are drawn apart.
func (c PlanCondition) chance(post *PlanPost) float64 {
	chance := 1.0
	if len(c.Channels) > 0 {
		chance *= chanceOfAny(c.Channels, post.Channels)
	}
	if len(c.Declared) > 0 {
		chance *= chanceOfAny(c.Declared, post.Declared)
	}
	if c.Share != nil {
		chance *= *c.Share
	}
	return chance
}

// chanceOfAny adds up the chances of some outcomes.
func chanceOfAny[T comparable](some []T, chances map[T]float64) float64 {
	sum := 0.0
	for _, x := range some {
		sum += chances[x]
	}
	return sum
}

// settled is what luck can make of a truck that reaches a post.
func (m *Model) settled(of *itinerary, a *approach) *PlanPost {
	p := &PlanPost{Direction: corridors.Directions()[a.side]}
	p.Supervised = a.load == corridors.Transit
	if a.load != corridors.Loaded || m.flows[of.flow].Traffic == corridors.Others {
		return p
	}
	red, yellow := min(a.channels.Red, 1), a.channels.Yellow
	p.Channels = map[corridors.Channel]float64{corridors.Red: red, corridors.Yellow: min(yellow, 1-red), corridors.Green: max(0, 1-red-yellow)}
	keyed := 0.0
	if a.regime == corridors.Digital {
		keyed = a.platform.Adoption * (1 - a.downShare)
	}
	if a.shared {
		p.Declared = map[corridors.Declared]float64{corridors.Forwarded: 1}
		return p
	}
	p.Declared = map[corridors.Declared]float64{
		corridors.OnPaper: 1 - keyed, corridors.Keyed: keyed * (1 - a.platform.Exception), corridors.Corrected: keyed * a.platform.Exception,
	}
	return p
}
