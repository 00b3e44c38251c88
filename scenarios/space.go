package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// room reads how many trucks can wait before a station, and what becomes of those that find it full.
func (r *reader) room(m *strict.Map) *corridors.Room {
	places, given := r.count(m, "room", scale{}, 0, maxPlaces)
	rule, ruled := m.Choice("when_full", texts(corridors.WhenFulls())...)
	if ruled && !m.Has("room") {
		v, _ := m.At("when_full")
		v.Problem(words.Say("scenario.full-without-room"), words.Phrase{}, words.Say("strict.write", "text", "room: 4"))
	}
	if !given {
		return nil
	}
	out := &corridors.Room{Places: places, WhenFull: corridors.Block}
	if ruled {
		out.WhenFull = corridors.WhenFull(rule)
	}
	return out
}

// readYards reads the holding areas of a post and their names.
func (r *reader) readYards(post *strict.Map) ([]corridors.Yard, *names) {
	var out []corridors.Yard
	known := newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-yard", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-yard", "name", name) },
	)
	items, sure := r.items(post, "yards")
	known.addAll(items, sure)
	for _, m := range items {
		y := corridors.Yard{}
		y.Name, _ = m.Text("name")
		slashless(m)
		y.Places, _ = r.count(m, "places", scale{}, 1, maxPlaces)
		m.Done()
		out = append(out, y)
	}
	return out, known
}

// priority reads who is served before others at a station, the first in the list first.
func (r *reader) priority(m *strict.Map) []corridors.Condition {
	if !m.Has("priority") {
		return nil
	}
	items := m.ListOfSome("priority")
	if len(items) >= journey.MostClasses {
		v, _ := m.At("priority")
		v.Problem(words.Say("scenario.many-priorities", "limit", journey.MostClasses-1), words.Phrase{}, words.Phrase{})
		return nil
	}
	var out []corridors.Condition
	for _, item := range items {
		if when, ok := item.AsMap(); ok {
			out = append(out, r.condition(when, false))
		}
	}
	return out
}

// queue reads how trucks wait before the servers of a station. Lanes are not told apart in any other way.
func queue(m *strict.Map) corridors.Queue {
	way, given := m.Choice("queue", texts(corridors.Queues())...)
	if !given {
		return corridors.OneQueue
	}
	for _, key := range []string{"priority", "breaks", "shifts"} {
		if corridors.Queue(way) == corridors.PerLane && m.Has(key) {
			v, _ := m.At(key)
			v.Problem(words.Say("scenario.per-lane", "key", key), words.Phrase{}, words.Phrase{})
		}
	}
	return corridors.Queue(way)
}

// shortestRun is the least that servers must work between breakdowns in the mean [s].
const shortestRun = 60

// breaks reads how the servers of a station break down. Who works in shifts is no machine.
func (r *reader) breaks(m *strict.Map) *corridors.Breaks {
	sub, there := m.Sub("breaks")
	if !there {
		return nil
	}
	if m.Has("shifts") {
		v, _ := m.At("breaks")
		v.Problem(words.Say("scenario.breaks-in-shifts"), words.Phrase{}, words.Phrase{})
	}
	sub.Require("every", "every: {exponential: 20 h}")
	sub.Require("repair", "repair: {exponential: 2 h}")
	every, repair := r.optionalLaw(sub, "every"), r.optionalLaw(sub, "repair")
	sub.Done()
	if every == nil || repair == nil {
		return nil
	}
	if every.Mean() < shortestRun {
		v, _ := sub.At("every")
		v.Problem(words.Say("scenario.breaks-always"), words.Phrase{}, words.Say("strict.write", "text", "every: {exponential: 20 h}"))
	}
	return &corridors.Breaks{Every: *every, Repair: *repair}
}

// postParts are what the stages of a post refer to.
type postParts struct {
	post            *corridors.Post
	depot           bool // it is a depot and no post of a gate pair
	stations, yards *names
}

// standOnce checks that who stands in a yard needs no waiting place before the station as well.
func (at postParts) standOnce(m *strict.Map, stage *corridors.Stage) {
	if stage.Yard != "" && at.limited(stage) {
		v, _ := m.At("yard")
		v.Problem(words.Say("scenario.yard-and-room", "station", stage.Station), words.Phrase{}, words.Say("scenario.yard-and-room-help"))
	}
}

// limited says whether the station of a stage has few waiting places.
func (at postParts) limited(stage *corridors.Stage) bool {
	return slices.ContainsFunc(at.post.Stations, func(s corridors.Station) bool { return s.Name == stage.Station && s.Room != nil })
}

// besideOthers checks that a stage of a group can be done while others are: its truck cannot stand in several
// places.
func (at postParts) besideOthers(m *strict.Map, stage *corridors.Stage) {
	if stage.Beside != "" && (stage.Yard != "" || at.limited(stage)) {
		v, _ := m.At("beside")
		v.Problem(words.Say("scenario.beside-space"), words.Phrase{}, words.Say("scenario.beside-space-help"))
	}
}

// groupsStandTogether checks that the stages of a group, which begin together, follow one another in the file.
func groupsStandTogether(items []*strict.Map, stages []corridors.Stage) {
	seen := make(map[string]bool)
	for i := range stages {
		group := stages[i].Beside
		if group != "" && seen[group] && stages[i-1].Beside != group {
			v, _ := items[i].At("beside")
			v.Problem(words.Say("scenario.beside-apart", "group", group), words.Phrase{}, words.Say("scenario.beside-apart-help"))
		}
		seen[group] = true
	}
}

// flowNames reads the flows that a condition names; whether they exist is looked up when all are known.
func (r *reader) flowNames(m *strict.Map) []string {
	v, there := m.At("flow")
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items = m.ListOfSome("flow")
	}
	var out []string
	for _, item := range items {
		r.flowsNamed = append(r.flowsNamed, item)
		out = append(out, item.Node().Text())
	}
	return out
}
