package scenarios

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// mostTrucks is the largest closed fleet that the program can hold, mostParts the most parts of one load.
const (
	mostTrucks = 100000
	mostParts  = 1000
)

// readHauliers reads the closed fleets.
func (r *reader) readHauliers(top *strict.Map) []corridors.Haulier {
	var out []corridors.Haulier
	items, sure := r.items(top, "fleets")
	r.hauliers.addAll(items, sure)
	for _, m := range items {
		h := corridors.Haulier{}
		h.Name, _ = m.Text("name")
		slashless(m)
		h.Trucks, _ = r.count(m, "trucks", scale{}, 1, mostTrucks)
		h.Home, _ = r.places.find(m, "home")
		if sub, there := m.Sub("repairs"); there {
			h.Repairs = r.repairs(sub)
		}
		m.Done()
		out = append(out, h)
	}
	return out
}

// repairs reads `repairs: {every: {exponential: 200 h}, takes: {exponential: 8 h}, bays: 2}`.
func (r *reader) repairs(m *strict.Map) *corridors.Repairs {
	m.Require("every", "every: {exponential: 200 h}")
	m.Require("takes", "takes: {exponential: 8 h}")
	m.Require("bays", "bays: 2")
	every, takes := r.optionalLaw(m, "every"), r.optionalLaw(m, "takes")
	bays, _ := r.count(m, "bays", scale{}, 1, maxServers)
	m.Done()
	if every == nil || takes == nil {
		return nil
	}
	return &corridors.Repairs{Every: *every, Takes: *takes, Bays: bays}
}

// placeStations reads the stations of a place at which trucks are loaded and unloaded, and its hours.
func (r *reader) placeStations(m *strict.Map, p *corridors.Place) {
	known := newNames(
		func(name string) words.Phrase {
			return words.Say("scenario.no-place-station", "place", p.Name, "name", name)
		},
		func(name string) words.Phrase { return words.Say("scenario.idle-place-station", "name", name) },
	)
	p.Hours, _ = r.hours(m)
	items, sure := r.items(m, "stations")
	known.addAll(items, sure)
	for _, item := range items {
		s := corridors.Station{}
		s.Name, _ = item.Text("name")
		slashless(item)
		r.servers(item, &s)
		s.Weekend, s.Holiday = r.daysOff(item)
		item.Done()
		p.Stations = append(p.Stations, s)
	}
	if v, there := m.At("hours"); there && len(items) == 0 && sure {
		v.Problem(words.Say("scenario.hours-of-nothing"), words.Phrase{}, words.Say("strict.add-line", "line", "stations: [{name: docks, servers: 2}]"))
	}
	r.docks[p.Name] = known
	r.register = append(r.register, known)
}

// haul reads what a flow says of its loads and trucks apart from one another.
func (r *reader) haul(m *strict.Map, f *corridors.Flow) {
	f.Haulier, _ = r.hauliers.find(m, "fleet")
	f.LoadAt = r.dock(m, "loading_at", "loading", f.From)
	f.UnloadAt = r.dock(m, "unloading_at", "unloading", f.To)
	if sub, there := m.Sub("consolidation"); there {
		f.Gather = r.consolidation(m, sub, f)
	}
}

// dock reads the station at which the trucks of a flow are handled at one of its ends.
func (r *reader) dock(m *strict.Map, key, time, place string) string {
	v, there := m.At(key)
	if !there {
		return ""
	}
	if !m.Has(time) {
		v.Problem(words.Say("scenario.no-handling", "key", time), words.Phrase{}, words.Say("strict.add-line", "line", time+": 45 min"))
	}
	known, has := r.docks[place]
	if !has {
		known = newNames(func(name string) words.Phrase {
			return words.Say("scenario.no-place-station", "place", place, "name", name)
		}, nil)
		known.unsure = place == ""
	}
	name, _ := known.findValue(v)
	return name
}

// consolidation reads `consolidation: {parts: 5, max_wait: 20 min}`, or `{part: 6 t, full: 24 t}`.
func (r *reader) consolidation(flow, m *strict.Map, f *corridors.Flow) *corridors.Consolidation {
	g := &corridors.Consolidation{}
	if wait, given := r.time(m, "max_wait"); given {
		g.MaxWait = &wait
	}
	mass := inBase(quantity.Mass, quantity.Between(lightestLoad, heaviestLoad))
	full, byTonnes := r.plain(m, "full", mass)
	part, weighed := r.plain(m, "part", mass)
	parts, counted := r.count(m, "parts", scale{}, 1, mostParts)
	switch {
	case m.Has("parts") && (m.Has("full") || m.Has("part")):
		v, _ := m.At("parts")
		v.Problem(words.Say("scenario.parts-and-full"), words.Phrase{}, words.Say("strict.delete-one"))
	case counted:
		g.Parts, g.Part = parts, f.Payload/float64(parts)
	case m.Has("full") || m.Has("part"):
		m.Require("full", "full: 24 t")
		m.Require("part", "part: 6 t")
	case !m.Has("parts"):
		m.Require("parts", "parts: 5")
	}
	if byTonnes && weighed {
		r.byTonnes(flow, m, g, part, full)
		f.Payload = full
	}
	m.Done()
	return g
}

// byTonnes reckons how many parts fill a truck.
func (r *reader) byTonnes(flow, m *strict.Map, g *corridors.Consolidation, part, full float64) {
	g.Part, g.Parts = part, int(math.Floor(full/part+tolerance))
	if v, there := flow.At("payload"); there {
		v.Problem(words.Say("scenario.payload-and-full"), words.Phrase{}, words.Say("strict.delete-one"))
	}
	v, _ := m.At("part")
	switch {
	case g.Parts < 1:
		v.Problem(words.Say("scenario.part-too-heavy"), words.Phrase{}, words.Phrase{})
	case g.Parts > mostParts:
		v.Problem(words.Say("scenario.too-many-parts", "limit", mostParts), words.Phrase{}, words.Phrase{})
	}
}

// follow reads `after: Bangkok to Lao Bảo`, with what is between the two trucks.
func (r *reader) follow(m *strict.Map, origin string) *corridors.Follow {
	v, _ := m.At(byAfter)
	r.flowsNamed = append(r.flowsNamed, v)
	out := &corridors.Follow{Delay: r.optionalLaw(m, "delay"), Transfer: r.optionalLaw(m, "transfer")}
	out.Flow, _ = v.AsText()
	out.Direct, _ = m.Flag("direct")
	out.Fee, _ = r.money(m, "transfer_fee", quantity.Money)
	out.At = r.dock(m, "transfer_at", "transfer", origin)
	for key, wrong := range map[string]bool{"delay": out.Direct, "transfer": !out.Direct, "transfer_fee": !out.Direct, "transfer_at": !out.Direct} {
		if v, there := m.At(key); there && wrong {
			v.Problem(words.Say("scenario.direct-or-stored", "key", key), words.Phrase{}, words.Phrase{})
		}
	}
	return out
}

// legTime reads the law of the time that a leg takes, in the place of speeds.
func (r *reader) legTime(m *strict.Map, l *corridors.Leg) {
	v, there := m.At("time")
	if !there {
		return
	}
	l.Time = r.optionalLaw(m, "time")
	if l.Time != nil && l.Time.Mean() == 0 {
		v.Problem(words.Say("scenario.no-time-at-all"), words.Phrase{}, words.Say("strict.write", "text", "time: {exponential: 3.5 h}"))
	}
	for _, key := range []string{"speed", "empty_speed", "terrain"} {
		if other, has := m.At(key); has && r.height(other) >= r.height(v) {
			other.Problem(words.Say("scenario.speed-and-time", "key", key), words.Phrase{}, words.Say("strict.delete-one"))
		}
	}
	m.Known("speed", "empty_speed", "terrain")
}

// fixedKinds says of arrivals that are not drawn what else they leave no room for.
func (r *reader) fixedKinds(m *strict.Map, a *corridors.Arrivals) {
	kind, keys := "", []string{"by_hour", "by_weekday", "by_month", "day_factor", "rush", "growth", "platoon"}
	switch {
	case a.Always:
		kind = byAlways
	case a.After != nil:
		kind, keys = byAfter, append(keys, "count")
	default:
		return
	}
	fixed, _ := m.At(kind)
	for _, key := range keys {
		if v, there := m.At(key); there && r.height(v) >= r.height(fixed) {
			v.Problem(words.Say("scenario.random-only", "key", key), words.Phrase{}, words.Say("scenario.random-only-help"))
		}
	}
	*a = corridors.Arrivals{Always: a.Always, After: a.After, Count: a.Count}
	if a.After != nil {
		a.Count = nil
	}
}

// always reads `always: true`; there is nothing else to say.
func always(m *strict.Map) bool {
	v, _ := m.At(byAlways)
	yes, ok := v.AsFlag()
	if ok && !yes {
		v.Problem(words.Say("scenario.never-always"), words.Phrase{}, words.Say("strict.write", "text", "rate: 0/day"))
	}
	return yes
}
