package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// maxServers is the largest station that the program can hold.
const maxServers = 10000

// readStations reads the stations of a post and their names.
func (r *reader) readStations(post *strict.Map) ([]corridors.Station, *names) {
	var out []corridors.Station
	known := newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-station", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-station", "name", name) },
	)
	items, sure := r.items(post, "stations")
	known.addAll(items, sure)
	for _, m := range items {
		out = append(out, r.station(m))
	}
	return out, known
}

func (r *reader) station(m *strict.Map) corridors.Station {
	s := corridors.Station{}
	s.Name, _ = m.Text("name")
	slashless(m)
	r.servers(m, &s)
	s.Weekend, s.Holiday = r.daysOff(m)
	s.Room = r.room(m)
	s.Priority = r.priority(m)
	s.Breaks = r.breaks(m)
	s.Queue = queue(m)
	m.Done()
	return s
}

// reserved are names that the model gives to what it draws or measures at a post itself.
var reserved = []string{"strip", "channel", "adopts", "corrected", "keying", "keying again", "double entry"}

// stage reads one step at a post.
func (r *reader) stage(m *strict.Map, at postParts) corridors.Stage {
	s := corridors.Stage{}
	s.Name, _ = m.Text("name")
	slashless(m)
	if v, has := m.At("name"); has && slices.Contains(reserved, s.Name) {
		v.Problem(words.Say("scenario.reserved", "name", s.Name), words.Phrase{}, words.Phrase{})
	}
	owner, _ := m.Choice("owner", texts(corridors.Owners())...)
	s.Owner = corridors.Owner(owner)
	s.Station, _ = at.stations.find(m, "station")
	if when, there := m.Sub("when"); there {
		s.When = r.condition(when, true)
		at.purposed(when)
	}
	if v, there := m.At("service"); there {
		s.Service, _ = r.law(v)
	}
	for _, item := range m.List("cases") {
		if c, ok := item.AsMap(); ok {
			s.Cases = append(s.Cases, r.serviceCase(c))
		}
	}
	s.Fee, _ = r.money(m, "fee", quantity.Money)
	s.Yard, _ = at.yards.find(m, "yard")
	at.standOnce(m, &s)
	s.Beside, _ = m.Text("beside")
	at.besideOthers(m, &s)
	_, _ = m.Text("before")
	m.Done()
	return s
}

func (r *reader) serviceCase(m *strict.Map) corridors.Case {
	c := corridors.Case{}
	m.Require("when", "when: {channel: [red]}")
	m.Require("service", "service: {lognormal: {mean: 10 min, cv: 0.5}}")
	if when, there := m.Sub("when"); there {
		c.When = r.condition(when, false)
	}
	if v, there := m.At("service"); there {
		c.Service, _ = r.law(v)
	}
	m.Done()
	return c
}

// condition reads who passes. Only a stage may let a share pass: a case must be certain.
func (r *reader) condition(m *strict.Map, shared bool) corridors.Condition {
	c := corridors.Condition{
		Direction:   choices(m, "direction", corridors.Directions()),
		Traffic:     choices(m, "traffic", corridors.TrafficKinds()),
		Trip:        choices(m, "trip", corridors.Trips()),
		Load:        choices(m, "load", corridors.Loads()),
		Channel:     choices(m, "channel", corridors.ChannelNames()),
		Declaration: choices(m, "declaration", corridors.DeclaredWays()),
		Commodity:   r.goods(m),
		Flow:        r.flowNames(m),
		Purpose:     choices(m, "purpose", corridors.Purposes()),
	}
	if trusted, given := m.Flag("trusted"); given {
		c.Trusted = &trusted
	}
	v, there := m.At("share")
	switch {
	case there && !shared:
		v.Problem(words.Say("scenario.share-in-case"), words.Phrase{}, words.Phrase{})
	case there:
		if p, ok := r.plainValue(v, shares()); ok {
			c.Share = &p
		}
	}
	m.Done()
	return c
}

// choices reads a list of words that is not empty; a single word may stand for a list of one.
func choices[T ~string](m *strict.Map, key string, options []T) []T {
	v, there := m.At(key)
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items = m.ListOfSome(key)
	}
	var out []T
	for _, item := range items {
		if word, ok := item.AsChoice(texts(options)...); ok {
			out = append(out, T(word))
		}
	}
	return out
}
