package scenarios

import (
	"maps"
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// reread gives the scenario over a world in which the figure at a path is another. Only what the figure
// stands in is read again: a stage, a station, a post, a strip, a leg or all of them, a flow or the fleet. It says no
// where more may rest on the figure, or when something is wrong: then the whole must be read.
func (s *Scenario) reread(world layers, path string) (*Scenario, bool) {
	if !slices.ContainsFunc(s.Inputs, func(in corridors.Input) bool { return in.Path == path }) {
		return nil, false
	}
	problems := &strict.Problems{}
	r := s.reader(world, problems)
	r.recall(&s.Setup)
	c := *s.Setup.Corridor
	if !r.part(&c, spot{s.world.tree, strict.Read(world.tree, problems)}) || problems.Len() > 0 {
		return nil, false
	}
	inputs, ok := updated(s.Inputs, r.inputs)
	if !ok {
		return nil, false
	}
	out := *s
	out.Hash, out.Warnings = "", nil
	out.Setup.Corridor, out.Inputs, out.world, out.memory = &c, inputs, world, r.memory
	if r.laws[path] != s.laws[path] {
		out.laws = maps.Clone(s.laws)
		out.laws[path] = r.laws[path]
	}
	return &out, true
}

// updated puts the accounts of figures that were read again in the places of those before.
func updated(inputs, again []corridors.Input) ([]corridors.Input, bool) {
	out := slices.Clone(inputs)
	for _, in := range again {
		i := slices.IndexFunc(out, func(old corridors.Input) bool { return old.Path == in.Path })
		if i < 0 {
			return nil, false
		}
		out[i] = in
	}
	return out, true
}

// part reads again the part of a corridor in which a figure has changed.
func (r *reader) part(c *corridors.Corridor, top spot) bool {
	switch key := top.key(); key {
	case "terrains": // legs take their speeds from them
		r.readTerrains(top.now)
		c.Legs = r.readLegs(top.now)
		return true
	case "legs":
		r.readTerrains(top.now)
		i, leg, ok := top.item(key)
		if ok {
			c.Legs = slices.Clone(c.Legs)
			c.Legs[i] = r.leg(leg.now)
		}
		return ok
	case "gates":
		i, gate, ok := top.item(key)
		if !ok {
			return false
		}
		c.Gates = slices.Clone(c.Gates)
		return r.partOfGate(&c.Gates[i], gate)
	case "depots":
		i, depot, ok := top.item(key)
		if !ok {
			return false
		}
		c.Depots = slices.Clone(c.Depots)
		if !r.partOfPost(&c.Depots[i].Post, depot, true) {
			c.Depots[i] = r.depot(depot.now)
		}
		return true
	case "fleet", "streams": // flows rest on both
		c.Fleet = r.fleet(top.now)
		r.readStreams(top.now)
		c.Flows = r.readFlows(top.now)
		return true
	case "flows":
		r.readStreams(top.now)
		i, flow, ok := top.item(key)
		if ok {
			c.Flows = slices.Clone(c.Flows)
			c.Flows[i] = r.flow(flow.now)
		}
		return ok
	}
	return false
}

// recall takes from a scenario what its parts are read by beyond their own text. Movements of streams
// are not there: they are read before the flows.
func (r *reader) recall(from *journey.Setup) {
	r.rates, r.horizon, r.hour = r.memory.rates, from.Horizon, from.Corridor.Fleet.Hour
	for _, country := range from.Corridor.Countries {
		r.countries.recall(country.Code)
		r.ahead[country.Code] = float64(country.Ahead)
	}
	for _, h := range from.Corridor.Hauliers {
		r.hauliers.recall(h.Name)
	}
	for _, p := range from.Corridor.Places {
		r.recallPlace(p.Name, p.Country)
		if p.Zone != nil {
			r.zones.recall(p.Name)
			r.noteZone(&p)
		}
		r.docksOf(p.Name, p.Stations)
	}
	for i := range from.Corridor.Depots {
		r.docksOf(from.Corridor.Depots[i].Name, from.Corridor.Depots[i].Stations)
	}
	for _, goods := range from.Corridor.Commodities {
		r.commodities.recall(goods.Name)
	}
	for _, pair := range from.Corridor.Gates {
		r.gates.recall(pair.Name)
		for _, post := range pair.Posts {
			r.recallPlace(post.Name, post.Country)
		}
	}
	for i := range from.Corridor.Depots {
		d := &from.Corridor.Depots[i]
		r.depots.recall(d.Name)
		r.recallPlace(d.Name, d.Country)
		r.noteDepot(d)
	}
}

// recallPlace takes in a place or post that was read before.
func (r *reader) recallPlace(name, country string) {
	r.places.recall(name)
	r.home[name] = country
}

// partOfGate reads again the strip, the payments or a part of a post.
func (r *reader) partOfGate(g *corridors.GatePair, gate spot) bool {
	switch key := gate.key(); key {
	case "informal":
		g.Informal, _ = r.money(gate.now, key, quantity.Money)
		return true
	case "strip":
		strip, ok := gate.now.Sub(key)
		if ok {
			g.Strip = r.strip(strip)
		}
		return ok
	case "posts":
		if g.OneStops() { // its officers are divided between two places
			return false
		}
		i, post, ok := gate.item(key)
		if ok && !r.partOfPost(&g.Posts[i], post, false) {
			g.Posts[i] = r.postAt(post.now, false)
			post.now.Done()
		}
		return ok
	}
	return false
}

// partOfPost reads again a stage or a station of a post or depot; it says no where something else has changed.
func (r *reader) partOfPost(p *corridors.Post, post spot, depot bool) bool {
	switch key := post.key(); key {
	case "stations":
		i, station, ok := post.item(key)
		if ok {
			p.Stations = slices.Clone(p.Stations)
			p.Stations[i] = r.station(station.now)
		}
		return ok
	case "stages":
		at := postParts{post: p, depot: depot, stations: newNames(nil, nil), yards: newNames(nil, nil)}
		for _, s := range p.Stations {
			at.stations.recall(s.Name)
		}
		for _, y := range p.Yards {
			at.yards.recall(y.Name)
		}
		_, stage, ok := post.item(key)
		if ok {
			again := r.stage(stage.now, at)
			i := slices.IndexFunc(p.Stages, func(s corridors.Stage) bool { return s.Name == again.Name }) // not where it is written
			p.Stages = slices.Clone(p.Stages)
			p.Stages[i] = again
		}
		return ok
	}
	return false
}

// recall takes in a name that was read before.
func (n *names) recall(name string) { n.order, n.first[name] = append(n.order, name), nil }

// spot is a mapping as it was, and as it is with one figure changed. Nodes never change: where two trees
// have the same node, they are the same below it.
type spot struct {
	before *strict.Node
	now    *strict.Map
}

// key is the one key under which something has changed; empty if there are several.
func (s spot) key() string {
	keys := s.now.Keys()
	i, ok := single(len(keys), len(s.before.Keys()), func(i int) bool {
		old, _ := s.before.Child(keys[i])
		now, _ := s.now.Node().Child(keys[i])
		return old != now
	})
	if !ok {
		return ""
	}
	return keys[i]
}

// item is the one item of a list in which something has changed, with its number.
func (s spot) item(list string) (int, spot, bool) {
	below, _ := s.before.Child(list)
	old, now := below.Items(), s.now.List(list)
	i, ok := single(len(now), len(old), func(i int) bool { return old[i] != now[i].Node() })
	if !ok {
		return 0, spot{}, false
	}
	m, ok := asMap(now[i])
	return i, spot{old[i], m}, ok
}

// single finds the one of n things that has changed, if there are as many as there were.
func single(n, were int, changed func(i int) bool) (int, bool) {
	found, count := 0, 0
	for i := 0; n == were && i < n; i++ {
		if changed(i) {
			found, count = i, count+1
		}
	}
	return found, count == 1
}

// docksOf recalls the stations of a place at which trucks are handled.
func (r *reader) docksOf(place string, stations []corridors.Station) {
	r.docks[place] = newNames(func(name string) words.Phrase {
		return words.Say("scenario.no-place-station", "place", place, "name", name)
	}, nil)
	for _, s := range stations {
		r.docks[place].recall(s.Name)
	}
}
