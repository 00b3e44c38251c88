package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// check holds the parts of a scenario that was read without fault against each other: ways must lead
// somewhere, and what trucks need must open.
func check(top *strict.Map, world layers, setup *journey.Setup) {
	k := &checker{layers: world, top: top, corridor: setup.Corridor}
	for i := range k.corridor.Flows {
		k.flow(&k.corridor.Flows[i])
		k.depots(&k.corridor.Flows[i])
		k.lands(&k.corridor.Flows[i])
		k.hauls(&k.corridor.Flows[i])
	}
	k.pools()
	k.waitsInVain()
	k.permits()
	k.quotas()
	if hasClosedStation(k.corridor) {
		k.stations(setup)
	}
	for i := range k.corridor.Shocks {
		k.shock(&k.corridor.Shocks[i])
	}
}

type checker struct {
	layers
	top      *strict.Map
	corridor *corridors.Corridor
}

// item finds the item of a list with a name.
func item(m *strict.Map, list, name string) *strict.Map {
	for _, v := range m.List(list) {
		if found, has := v.Name(); has && found == name {
			out, _ := v.AsMap()
			return out
		}
	}
	panic("scenarios: " + list + " has lost " + name)
}

// flow checks that the way out and the way home lead through gates that open.
func (k *checker) flow(f *corridors.Flow) {
	told := make(map[string]bool)
	for _, e := range endsOf(f) {
		ways, leads := k.ways(f, e)
		switch {
		case !leads:
			m := item(k.top, "flows", f.Name)
			from, _ := m.At("from")
			to, _ := m.At("to")
			k.latest(to, from).Problem(words.Say("scenario.no-way", "from", e[0], "to", e[1]), words.Phrase{}, words.Say("scenario.no-way-help"))
			return
		case !comes(f):
		case f.Choice == nil:
			k.open(f, ways[0], e, told)
		case !slices.ContainsFunc(ways, opens):
			v, _ := item(k.top, "flows", f.Name).At("choice")
			v.Problem(words.Say("scenario.no-open-way", "flow", f.Name, "from", e[0], "to", e[1]), words.Phrase{}, words.Say("scenario.never-open-help"))
			return
		}
	}
	if f.Backlog != nil && !journey.Stands(k.corridor, f.Backlog.At, f.To) {
		k.standsElsewhere(f)
	}
}

// standsElsewhere reports a backlog that does not stand where its flow leaves a country.
func (k *checker) standsElsewhere(f *corridors.Flow) {
	var posts []any
	for _, pair := range k.corridor.Gates {
		for _, post := range pair.Posts {
			if journey.Stands(k.corridor, post.Name, f.To) {
				posts = append(posts, post.Name)
			}
		}
	}
	m, _ := item(k.top, "flows", f.Name).Sub("backlog")
	v, _ := m.At("at")
	v.Problem(words.Say("scenario.backlog-elsewhere", "place", f.Backlog.At, "to", f.To), words.Or(posts...), words.Phrase{})
}

// endsOf are where the trips of a flow begin and end.
func endsOf(f *corridors.Flow) [][2]string {
	ends := [][2]string{{f.From, f.To}}
	if f.Return.Mode != corridors.NoReturn {
		ends = append(ends, [2]string{f.To, f.From})
	}
	return ends
}

// ways are those that a trip of a flow may take, each by its gates; leads says that there is one.
func (k *checker) ways(f *corridors.Flow, ends [2]string) (ways [][]corridors.GatePair, leads bool) {
	if f.Choice != nil {
		ways = journey.WaysBetween(k.corridor, f.Choice, ends[0], ends[1])
		return ways, len(ways) > 0
	}
	gates, err := journey.GatesBetween(k.corridor, ends[0], ends[1])
	return [][]corridors.GatePair{gates}, err == nil
}

// opens says whether every post on a way opens at some time.
func opens(gates []corridors.GatePair) bool {
	return !slices.ContainsFunc(gates, func(pair corridors.GatePair) bool { return pair.Posts[0].Hours.Never || pair.Posts[1].Hours.Never })
}

// comes says whether a flow sends any vehicle.
func comes(f *corridors.Flow) bool {
	return (f.Arrivals.Always || f.Arrivals.After != nil || f.Arrivals.PerSecond > 0 || f.Arrivals.Timetable != nil || len(f.Arrivals.Trace) > 0) && (f.Arrivals.Count == nil || *f.Arrivals.Count > 0)
}

// open checks the gates on a way, each post once for a flow.
func (k *checker) open(f *corridors.Flow, gates []corridors.GatePair, ends [2]string, told map[string]bool) {
	for _, pair := range gates {
		for i := range pair.Posts {
			if post := &pair.Posts[i]; closedForGood(post.Hours, post.Weekend) && !told[post.Name] {
				told[post.Name] = true
				v, _ := item(item(k.top, "gates", pair.Name), "posts", post.Name).At("hours")
				v.Problem(words.Say("scenario.never-open", "flow", f.Name, "way", k.way(gates, ends)), words.Phrase{}, words.Say("scenario.never-open-help"))
			}
		}
	}
}

// way writes a way with its posts in the order of driving: the exit post of a pair is the one that is
// reached through fewer gates.
func (k *checker) way(gates []corridors.GatePair, ends [2]string) string {
	out := []string{ends[0]}
	for i, pair := range gates {
		first, second := pair.Posts[0].Name, pair.Posts[1].Name
		if before, err := journey.GatesBetween(k.corridor, ends[0], first); err != nil || len(before) > i {
			first, second = second, first
		}
		out = append(out, first, second)
	}
	return strings.Join(slices.Compact(append(out, ends[1])), " → ")
}

// stations checks that a station where trucks are served is not closed for ever. Which stations serve
// any is asked of a model in which none is closed.
func (k *checker) stations(setup *journey.Setup) {
	opened := *setup
	opened.Corridor = withoutShifts(setup.Corridor)
	model, err := journey.Compile(opened)
	if err != nil {
		return // a collision of names, which is reported where the scenario itself is built
	}
	serves := make(map[journey.StationName]bool)
	for _, load := range model.Offered() {
		serves[journey.StationName{Place: load.Place, Name: load.Station}] = true
	}
	for post := range k.corridor.Posts() {
		for _, s := range post.Stations {
			if neverOpen(s) && serves[journey.StationName{Place: post.Name, Name: s.Name}] {
				v, _ := item(k.written(post.Name), "stations", s.Name).At("hours")
				v.Problem(words.Say("scenario.station-never-open", "name", s.Name), words.Phrase{}, words.Say("scenario.station-never-open-help"))
			}
		}
	}
}

// written is where a post or depot stands in the files.
func (k *checker) written(name string) *strict.Map {
	for _, pair := range k.corridor.Gates {
		for i := range pair.Posts {
			if pair.Posts[i].Name == name {
				return item(item(k.top, "gates", pair.Name), "posts", name)
			}
		}
	}
	return item(k.top, "depots", name)
}

// depots checks that those open at which trucks of a flow come to stop.
func (k *checker) depots(f *corridors.Flow) {
	for i := range k.corridor.Depots {
		d := &k.corridor.Depots[i]
		visits := d.Name == f.From || d.Name == f.To || slices.ContainsFunc(f.Via, func(v corridors.Visit) bool { return v.Depot == d.Name })
		if visits && comes(f) && closedForGood(d.Hours, d.Weekend) {
			v, _ := k.written(d.Name).At("hours")
			v.Problem(words.Say("scenario.depot-never-open", "flow", f.Name, "depot", d.Name), words.Phrase{}, words.Say("scenario.never-open-help"))
		}
	}
}

func neverOpen(s corridors.Station) bool { return s.Hours != nil && s.Hours.Never }

// hasClosedStation says whether any station is closed for ever.
func hasClosedStation(c *corridors.Corridor) bool {
	for post := range c.Posts() {
		if slices.ContainsFunc(post.Stations, neverOpen) {
			return true
		}
	}
	return false
}

// withoutShifts is a corridor whose stations keep the hours of their posts.
func withoutShifts(c *corridors.Corridor) *corridors.Corridor {
	out := *c
	out.Gates, out.Depots = slices.Clone(c.Gates), slices.Clone(c.Depots)
	for post := range out.Posts() {
		post.Stations = slices.Clone(post.Stations)
		for s := range post.Stations {
			post.Stations[s].Hours = nil
		}
	}
	return &out
}
