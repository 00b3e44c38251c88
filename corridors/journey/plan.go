package journey

import (
	"errors"
	"fmt"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
)

// Compile makes a corridor ready to run. Errors name flows without a way, stages without their
// station and the like; a scenario that was read strictly has none of them.
func Compile(setup Setup) (*Model, error) {
	corridor, standing := withBacklogs(setup.Corridor)
	setup.Corridor = withChains(withSwaps(withDoubleEntry(corridor)))
	b := &builder{
		standing: standing, Model: &Model{setup: setup}, index: make(map[string]int), decided: make(map[choice]decision),
		forked: make(map[forkAt]int32), yardOf: make(map[gateYard]int32), platformAt: make(map[int]int), layouts: make(map[corridors.Traffic][][2]layout), joins: make(map[joining]int),
	}
	b.routes = newRoutes(setup.Corridor)
	b.addPlaces()
	b.addGates()
	b.addDepots()
	b.addPlaceStations()
	b.addHauliers()
	b.staff()
	var err error
	if b.unit, err = law.Exponential(1); err != nil {
		return nil, err
	}
	for i := range setup.Corridor.Flows {
		b.addFlow(i)
	}
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	b.listOwners()
	b.rings = b.haveRings()
	b.known = b.findKnown()
	b.want(b.listMeasures())
	b.swells = b.swellsAt()
	b.byTruck = b.KeepsMoney() && (setup.Horizon.After == Stop || len(b.forks) > 0)
	return b.Model, errors.Join(b.errs...)
}

// builder is a model on the way.
type builder struct {
	*Model
	index      map[string]int // place by name
	routes     routes
	stations   []map[string]int                  // per place: station by name
	stages     []map[string]int                  // per place: row by stage
	layouts    map[corridors.Traffic][][2]layout // per gate pair, by the post that a vehicle leaves by
	yardOf     map[gateYard]int32
	platformAt map[int]int // by place
	points     seeds.Points
	flow       seeds.Flow // being written
	decided    map[choice]decision
	forked     map[forkAt]int32
	pending    []func() // forks still to be written
	names      seeds.Flows
	errs       []error
	twice      [][2]layout     // per gate pair whose regime changes, for trucks that stop twice
	joins      map[joining]int // station in a common area
	standing   map[int]int     // flows of backlogs: index of the flow they belong to
}

// decide registers a decision about the vehicles of the flow being written, by the name of its point.
func (b *builder) decide(name string) decision { return b.decideFor(name, b.flow) }

// decideForAll registers a decision that is about no vehicle, such as the weather of a day.
func (b *builder) decideForAll(name string) decision { return b.decideFor(name, 0) }

func (b *builder) decideFor(name string, flow seeds.Flow) decision {
	point, err := b.points.Key(name)
	if err != nil {
		b.errs = append(b.errs, err)
	}
	what := choice{point, flow}
	at, known := b.decided[what]
	if !known {
		at = decision(len(b.decisions))
		b.decided[what], b.decisions = at, append(b.decisions, what)
	}
	return at
}

func (b *builder) fail(format string, args ...any) {
	b.errs = append(b.errs, fmt.Errorf(format, args...))
}

// addPlaces numbers the places: those of the file, then the posts of the gate pairs, then the depots.
func (b *builder) addPlaces() {
	c := b.setup.Corridor
	for _, p := range c.Places {
		b.addPlace(p.Name, p.Country)
	}
	for _, pair := range c.Gates {
		for _, post := range pair.Posts {
			b.addPlace(post.Name, post.Country)
		}
	}
	for _, d := range c.Depots {
		b.addPlace(d.Name, d.Country)
	}
	b.stripRows = make([]int, len(b.places))
}

func (b *builder) addPlace(name, country string) {
	b.index[name] = len(b.places)
	at := place{name: name}
	for i, c := range b.setup.Corridor.Countries {
		if c.Code == country {
			at.country, at.diesel = i, c.Diesel
		}
	}
	b.places = append(b.places, at)
	b.stations = append(b.stations, make(map[string]int))
	b.stages = append(b.stages, make(map[string]int))
}

// stripStage is the row of the strip, which counts to the post that a truck leaves by.
const stripStage = "strip"

// addGates numbers the stations and stage rows of all posts.
func (b *builder) addGates() {
	b.quotas = make([]quota, len(b.setup.Corridor.Quotas))
	for i := range b.setup.Corridor.Gates {
		pair := &b.setup.Corridor.Gates[i]
		for k := range pair.Posts {
			b.addPost(pair, k)
		}
		b.addAreas(pair)
		b.addChanges(i)
		b.addPools(i)
		b.twice = append(b.twice, b.layTwice(pair))
		b.gates = append(b.gates, gate{name: pair.Name, places: pair.Strip.Places})
		for _, traffic := range corridors.TrafficKinds() {
			b.layouts[traffic] = append(b.layouts[traffic], [2]layout{b.layOut(pair, 0, traffic), b.layOut(pair, 1, traffic)})
		}
	}
}

// staff tells the shifts which stations they open.
func (b *builder) staff() {
	for i, s := range b.Model.stations {
		b.shifts[s.shift].stations = append(b.shifts[s.shift].stations, i)
	}
}

// addPost numbers the stations and rows of a post; its stations keep the officers that do not move.
func (b *builder) addPost(pair *corridors.GatePair, i int) {
	post := &pair.Posts[i]
	at := b.index[post.Name]
	b.addYards(post, at)
	for _, s := range post.Stations {
		officers, enough := pair.MostOfficers(i, &s)
		if !enough {
			b.fail("station %s of %s has too few servers to be divided", s.Name, post.Name)
		}
		s.Servers = officers.Own
		b.addStation(post, &s, post.ServesOnly(s.Name))
	}
	b.addQuotas(pair, i)
	for _, s := range post.Stages {
		b.addRow(at, s.Name, s.Owner)
	}
	b.stripRows[at] = len(b.rows)
	b.addRow(at, stripStage, "transport")
	b.addGatePost(post, at)
}

// addYards numbers the yards of a post or depot.
func (b *builder) addYards(post *corridors.Post, at int) {
	for _, y := range post.Yards {
		b.yardOf[gateYard{at, y.Name}] = int32(len(b.yards))
		b.yards = append(b.yards, yard{name: y.Name, place: at, places: y.Places})
	}
}

// addStation numbers a station that opens as its post does where it has no hours of its own, to those in a direction if
// it serves only these.
func (b *builder) addStation(post *corridors.Post, s *corridors.Station, toward corridors.Direction) {
	at := b.index[post.Name]
	b.stations[at][s.Name] = len(b.Model.stations)
	b.Model.stations = append(b.Model.stations, station{
		name: s.Name, place: at, servers: s.Servers, shift: b.addShift(at, post, s, toward), room: s.Room, prefers: s.Priority,
		machine: b.addMachines(at, s), perLane: s.Queue == corridors.PerLane, gate: none,
	})
	b.lanes = b.lanes || s.Queue == corridors.PerLane
	b.rooms = b.rooms || s.Room != nil
	b.prefers = b.prefers || len(s.Priority) > 0
}

func (b *builder) addRow(at int, stage string, owner corridors.Owner) {
	b.stages[at][stage] = len(b.rows)
	b.rows = append(b.rows, Row{
		Stage: stage, Owner: owner, Place: b.places[at].name,
		Country: b.setup.Corridor.Countries[b.places[at].country].Code,
	})
}

// addFlow writes out the itineraries of one flow.
func (b *builder) addFlow(i int) {
	f := b.setup.Corridor.Flows[i]
	out, err := b.wayOut(&f)
	if err != nil {
		b.fail("flow %s: %w", f.Name, err)
		return
	}
	key, err := b.names.Key(f.Name)
	if err != nil {
		b.errs = append(b.errs, err)
	}
	b.flow = key
	v := flow{
		Flow: f, arrival: b.decide("arrivals"), offer: b.decide("return loads"),
		byHour: hourlyRates(f.Arrivals), origin: b.index[originOf(&f)],
	}
	v.permit = int32(b.setup.Corridor.PermitOf(b.flowOf(i)))
	v.owner, v.market, v.landing = b.ownerOf(i), b.marketOf(i), b.landingOf(&f)
	b.addHaul(i, &v)
	b.addDemand(&v, &f)
	v.out, v.takes = b.addPlans(i, corridors.Out, f.Cargo, out)
	if f.Return.Mode != corridors.NoReturn {
		back, err := b.routes.between(b.turnsAt(i), f.From)
		if err != nil {
			b.fail("flow %s, way home: %w", f.Name, err)
			return
		}
		b.addReturn(&v, back, b.poolOf(i))
		b.joinPool(i, &v)
		v.empty = b.addPlan(i, corridors.Home, cargo{load: corridors.Empty, chance: 1}, back)
		v.loaded, v.brings = b.addPlans(i, corridors.Home, f.Return.Cargo, back)
	}
	if v.haulier != none {
		b.addShuttles(i, &v)
	}
	b.addForks()
	b.flows = append(b.flows, v)
}

// hourlyRates spreads the daily number over the hours by their weights.
func hourlyRates(a corridors.Arrivals) []float64 {
	rates := make([]float64, 24)
	sum := 0.0
	for _, w := range a.ByHour {
		sum += w
	}
	for h := range rates {
		rates[h] = a.PerSecond
		if a.Platoon != nil {
			rates[h] /= a.Platoon.MeanSize()
		}
		if len(a.ByHour) == len(rates) {
			rates[h] = rates[h] * a.ByHour[h] * float64(len(rates)) / sum
		}
	}
	return rates
}
