package journey

import (
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
)

// addPlan writes the itinerary of one trip of a flow with a cargo along a route, or up to the choice of one.
func (b *builder) addPlan(flow int, trip corridors.Trip, with cargo, route []hop) int {
	p := b.plan(flow, trip, with)
	p.depart()
	p.permit()
	at := p.here()
	visits := b.visitsOn(at)
	if slices.ContainsFunc(visits, func(v corridors.Visit) bool { return v.Share != nil }) {
		return p.splitIn(at, visits)
	}
	at.stops = pickStops(visits, "")
	if at.stops == "" && p.flow.Choice == nil {
		p.follow(route)
		return p.close()
	}
	return p.goOn(at)
}

// here is where a planner has come to, as the start of what follows.
func (p *planner) here() forkAt {
	return forkAt{flow: p.number, trip: p.trip, with: p.cargo, place: p.places[p.at].name}
}

// planFrom begins an itinerary that goes on from somewhere.
func (b *builder) planFrom(at forkAt) *planner {
	p := b.plan(at.flow, at.trip, at.with)
	p.at, p.stops, p.ahead = b.index[at.place], at.stops, at.stops
	return p
}

// goOn ends an itinerary over the stops of a trip, or with a choice of ways over them.
func (p *planner) goOn(at forkAt) int {
	p.stops, p.ahead = at.stops, at.stops
	if p.flow.Choice != nil {
		p.add(step{kind: stepChoose, name: choiceStep})
		return p.chooseIn(p.close(), at)
	}
	ways := p.routes.over(at.place, at.stops, p.endOf(at), p.routes.shortest)
	if len(ways) == 0 {
		p.fail("flow %s: no way leads over %s", p.flow.Name, strings.Join(at.stops.list(), ", "))
		return p.close()
	}
	p.follow(ways[0])
	return p.close()
}

// plan begins an itinerary at the start of a trip.
func (b *builder) plan(flow int, trip corridors.Trip, with cargo) *planner {
	f := &b.setup.Corridor.Flows[flow]
	p := &planner{builder: b, number: flow, flow: f, trip: trip, loaded: with.load != corridors.Empty, cargo: with, at: b.index[originOf(f)]}
	if trip == corridors.Home {
		p.at = b.index[b.turnsAt(flow)]
	}
	return p
}

// follow adds a route and what happens at its end.
func (p *planner) follow(route []hop) {
	p.drive(route)
	if p.flow.Choice != nil {
		p.add(step{kind: stepArrive})
	}
	p.arrive()
	if p.trip == corridors.Out {
		p.turn(p.flow.Return.Mode)
	}
	if p.flow.Haulier != "" {
		p.add(step{kind: stepHome})
		return
	}
	if p.trip == corridors.Home && p.loaded && p.poolOf(p.number) != nil {
		p.add(step{kind: stepOnward})
	}
	p.add(step{kind: stepLeave, name: "leaves"})
}

// drive adds a route.
func (p *planner) drive(route []hop) {
	for _, h := range route {
		switch {
		case h.crosses:
			p.cross(h)
			p.at = p.index[h.to]
		case h.visits:
			p.stopAt(p.index[h.to])
		default:
			p.leg(h)
			p.at = p.index[h.to]
		}
	}
}

// Names of what trucks do at the ends of their trips.
const (
	loadingStep   = "loading"
	unloadingStep = "unloading"
)

// depart adds what a loaded truck does before it sets out.
func (p *planner) depart() {
	load := p.loadUp
	if at, found := p.depotAt(p.at); found && p.loaded {
		p.visit(at, corridors.Loading, load)
		return
	}
	load()
}

// stopAt adds a stop for clearance.
func (p *planner) stopAt(place int) {
	p.at = place
	if at, found := p.depotAt(place); found {
		p.visit(at, corridors.Clearance, func() {})
	}
	p.ahead = stopsOf(p.ahead.list()[1:])
}

// arrive adds what a loaded truck does at the end of its way.
func (p *planner) arrive() {
	if !p.loaded {
		return
	}
	unload := p.unloadHere
	if at, found := p.depotAt(p.at); found {
		p.visit(at, corridors.Unloading, unload)
		return
	}
	unload()
}

// close numbers the itinerary.
func (p *planner) close() int {
	plan := itinerary{flow: p.number, trip: p.trip, loaded: p.loaded, cargo: p.cargo, steps: p.steps, shuttle: p.shuttles, worth: p.worthOf()}
	p.widen(p.steps)
	plan.lookAhead()
	p.plans = append(p.plans, plan)
	return len(p.plans) - 1
}

// turn adds what happens at the destination of a truck that comes back.
func (p *planner) turn(mode corridors.ReturnMode) {
	switch mode {
	case corridors.TwoWay:
		if p.turnsAt(p.number) != p.flow.To {
			p.add(step{kind: stepToPool})
			return
		}
		p.add(step{kind: stepSeek, name: seekStep})
	case corridors.OneWay:
		p.add(step{kind: stepTurn})
	}
}

// planner writes one itinerary.
type planner struct {
	*builder
	number int // of the flow
	flow   *corridors.Flow
	trip   corridors.Trip
	loaded bool
	cargo
	at       int   // place reached so far
	stops    stops // of the whole trip,
	ahead    stops // and those still to come
	inYard   bool  // it may stand in a yard
	shuttles bool  // it is on no trip of its flow
	luck     seeds.Flow
	steps    []step
}

// named is the flow that conditions name: trucks of a backlog are of the flow that they belong to.
func (p *planner) named() string {
	if of, stood := p.standing[p.number]; stood {
		return p.setup.Corridor.Flows[of].Name
	}
	return p.flow.Name
}

func (p *planner) add(s step) {
	s.place, s.asks = p.at, s.passes.drawn || s.once != 0
	p.steps = append(p.steps, s)
}

// handle adds loading or unloading, if the truck is loaded and it takes time.
func (p *planner) handle(name string, duration *law.Law) {
	if p.loaded && duration != nil {
		if station := p.stationFor(name); station != "" {
			p.work(name, station, duration)
			return
		}
		p.add(step{kind: stepHandle, name: name, row: p.row(name), duration: *duration, point: p.decide(name)})
	}
}

// leg adds a road section: its mean driving time, spread between trucks by one factor.
func (p *planner) leg(h hop) {
	c := p.setup.Corridor
	leg := c.Legs[h.leg]
	kind, of := stepDrive, p.road(&leg)
	p.roads[of].leg = h.leg
	if v := p.hinder(h.leg, &leg); v != nil {
		kind, p.roads[of].travel = stepTravel, v
		if v.closed != nil {
			p.turnAround(func(fork int32) { v.fork = fork })
		}
	}
	p.add(step{
		kind: kind, name: leg.Road, of: of,
		duration: p.driving(&leg), point: p.decide("drive " + leg.From + "–" + leg.To),
	})
}

// driving is how long a leg takes.
func (p *planner) driving(leg *corridors.Leg) law.Law {
	fleet := &p.setup.Corridor.Fleet
	if leg.Time != nil {
		if p.loaded {
			return *leg.Time
		}
		return leg.Time.Scaled(1 / fleet.EmptySpeed)
	}
	speed := leg.Speed
	switch {
	case p.loaded:
	case leg.EmptySpeed > 0:
		speed = leg.EmptySpeed
	default:
		speed *= fleet.EmptySpeed
	}
	return fleet.Spread.Scaled(leg.Length / speed * secondsPerHour)
}

const secondsPerHour = 3600

// road is what driving a leg costs, loaded or empty.
type road struct {
	leg                  int // index
	country              string
	km, litres           float64
	fuel, running, tolls float64 // [USD]
	travel               *travel // none: nothing holds a truck up
}

// road reckons what the leg costs on this trip, and numbers it.
func (p *planner) road(leg *corridors.Leg) int32 {
	fleet := p.setup.Corridor.Fleet
	litres := fleet.FuelLoaded
	if !p.loaded {
		litres = fleet.FuelEmpty
	}
	p.roads = append(p.roads, road{
		country: leg.Country, km: leg.Length, litres: leg.Length * litres, fuel: leg.Length * litres * p.dieselOn(leg), running: leg.Length * fleet.PerKm, tolls: leg.Toll,
	})
	return int32(len(p.roads) - 1)
}

// dieselOn is the price of fuel in the country of a leg [USD/l].
func (p *planner) dieselOn(leg *corridors.Leg) float64 {
	for _, c := range p.setup.Corridor.Countries {
		if c.Code == leg.Country {
			return c.Diesel
		}
	}
	return 0
}

// cross adds both posts of a gate pair with the strip between them.
func (p *planner) cross(h hop) {
	if at := p.changed[h.gate][1-h.exitPost]; at != none && p.flow.Traffic == corridors.Trucks {
		p.crossEither(h, at)
		return
	}
	p.crossBy(h, &p.layouts[p.flow.Traffic][h.gate][h.exitPost])
}

// crossBy adds a crossing whose stages are arranged so.
func (p *planner) crossBy(h hop, plan *layout) {
	pair := &p.setup.Corridor.Gates[h.gate]
	sides := [2]*corridors.Post{&pair.Posts[h.exitPost], &pair.Posts[1-h.exitPost]}
	p.post(h.gate, sides, corridors.Exit, plan.exit)
	if pair.Strip.Places != nil || pair.Strip.Drive != nil {
		p.add(step{kind: stepTakePlace, name: stripStage, of: int32(h.gate), row: p.row(stripStage)})
	}
	if pair.Strip.Drive != nil {
		p.add(step{
			kind: stepStrip, name: stripStage, of: int32(h.gate), row: p.row(stripStage),
			duration: *pair.Strip.Drive, point: p.decide(pair.Name + "/strip"),
		})
	}
	p.at = p.index[sides[1].Name]
	p.post(h.gate, sides, corridors.Entry, plan.entry)
	p.leaveYard(passes{}, 0)
	p.add(step{kind: stepPass})
	p.add(step{kind: stepClear, name: pair.Name, of: int32(h.gate)})
}

// row of a stage at the place reached.
func (p *planner) row(stage string) int { return p.builder.stages[p.at][stage] }

// post adds the stages of one side of a crossing that can apply to this truck. Where officers of the
// other country ask for one, the truck turns to them with the papers that it showed at their post.
func (p *planner) post(gate int, sides [2]*corridors.Post, toward corridors.Direction, duties []duty) {
	here := slices.Index(corridors.Directions(), toward)
	post := sides[here]
	prefix := post.Name + "/" + string(toward)
	p.add(step{kind: stepApproach, name: post.Name, of: int32(len(p.approaches))})
	settles := p.approach(post, toward, prefix)
	p.atBorder(&p.setup.Corridor.Gates[gate], toward, &settles)
	p.approaches = append(p.approaches, settles)
	if toward == corridors.Exit {
		p.quota(&p.setup.Corridor.Gates[gate], sides[1])
	}
	loads := [2]corridors.Load{p.loadAt(sides[0]), p.loadAt(sides[1])}
	shown := here
	p.together(duties, func(d *duty) {
		who := traveller{traffic: p.flow.Traffic, trip: p.trip, cargo: p.cargo, direction: corridors.Directions()[d.side], flow: p.named()}
		who.load = loads[d.side]
		if !applies(d.asks.When, who) {
			return
		}
		if d.side != shown && slices.Contains(loads[:], corridors.Loaded) {
			shown = d.side
			p.add(step{kind: stepTurnTo, of: int32(shown)})
		}
		p.swapped(d, func() { p.duty(d, who) })
	})
}

// duty adds one stage; its decision points carry the name of post, direction and stage.
func (p *planner) duty(d *duty, who traveller) {
	s := step{
		kind: stepAttend, name: p.rows[d.row].Stage, row: d.row, fee: d.asks.Fee, line: d.line, once: d.once,
		passes: p.remaining(p.quarantined(d.asks), d.prefix+"/"+d.asks.Name), duration: d.service, point: p.decide(d.luck),
	}
	if d.station != none {
		s.kind, s.station = stepServe, d.station
		if p.Model.stations[d.station].room != nil {
			s.kind = stepRoom
		}
	}
	if d.once != 0 || !d.moves { // else the truck stays where it stands
		p.stand(gateYard{p.at, d.does.Yard}, &s)
	}
	for i, c := range d.does.Cases {
		if applies(c.When, who) {
			luck := d.luck + "/case " + strconv.Itoa(i+1) // of its own: who passes the stage is not who is the case
			s.cases = append(s.cases, caseStep{passes: p.remaining(c.When, luck), duration: c.Service})
		}
	}
	s.varies = len(s.cases) > 0
	p.preferred(&s, who)
	p.add(s)
}

// approach gathers what is settled when a truck of this plan reaches the post.
func (p *planner) approach(post *corridors.Post, d corridors.Direction, prefix string) approach {
	opening := p.openingOf(post, d)
	hours := opening.compile()
	return approach{
		load: p.loadAt(post), depot: none, regime: post.Regime.Toward(d), hours: hours, channels: p.channels(post), platform: post.Platform, lodging: post.DeclarationFee,
		channel: p.decide(prefix + "/channel"), adopts: p.decide(prefix + "/adopts"),
		corrected: p.decide(prefix + "/corrected"), keying: p.decide(prefix + "/keying"),
		twice: p.decide(prefix + "/double entry"), again: p.decide(prefix + "/keying again"), platformAt: p.platformOf(post), downShare: p.downShare(&post.Platform),
	}
}

// atBorder adds what only a post of a gate pair settles.
func (p *planner) atBorder(pair *corridors.GatePair, d corridors.Direction, a *approach) {
	if d == corridors.Entry {
		a.side = 1
		exit := pair.Partner(p.places[p.at].name)
		declared := p.loadAt(exit) == corridors.Loaded || p.seals(exit.Country) // there, or at a depot before
		a.shared = pair.Dossier == corridors.Shared && p.loaded && declared
	}
	if d == corridors.Exit {
		a.barrier = p.bar(pair)
	}
	if p.loaded && paysAt(pair) == d {
		a.informal = pair.Informal
	}
}
