package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// terrain is the speed of trucks on a kind of road [km/h].
type terrain struct{ loaded, empty float64 }

// readTerrains reads the kinds of road, from which legs without a speed of their own take theirs.
func (r *reader) readTerrains(top *strict.Map) {
	items, sure := r.items(top, "terrains")
	r.terrains.addAll(items, sure)
	for _, m := range items {
		name, _ := m.Text("name")
		t := terrain{}
		t.loaded, _ = r.speed(m, "speed")
		t.empty, _ = r.speed(m, "empty_speed")
		r.speeds[name] = t
		m.Done()
	}
}

func (r *reader) speed(m *strict.Map, key string) (float64, bool) {
	return r.quantity(m, key, quantity.Speed, quantity.Between(slowestLeg, fastestLeg))
}

// speedsOf a leg: its own, or those of its terrain.
func (r *reader) speedsOf(m *strict.Map, l *corridors.Leg) {
	if name, known := r.terrains.find(m, "terrain"); known {
		l.Speed, l.EmptySpeed = r.speeds[name].loaded, r.speeds[name].empty
	}
	if !m.Has("terrain") {
		m.Require("speed", "speed: 42 km/h")
	}
	if x, given := r.speed(m, "speed"); given {
		l.Speed, l.EmptySpeed = x, 0
	}
	if x, given := r.speed(m, "empty_speed"); given {
		l.EmptySpeed = x
	}
}

// curfew reads when nobody may drive.
func (r *reader) curfew(m *strict.Map) *corridors.Hours {
	h, given := r.hoursUnder(m, "curfew")
	v, _ := m.At("curfew")
	switch {
	case !given || h.Never:
		return nil
	case len(h.Windows) == 0:
		v.Problem(words.Say("scenario.endless-curfew"), words.Phrase{}, words.Say("strict.write", "text", `"22:00-05:00"`))
		return nil
	}
	return &h
}

// drivingRule reads how long drivers may drive in a country.
func (r *reader) drivingRule(country *strict.Map) *corridors.DrivingRule {
	m, there := country.Sub("driving")
	if !there {
		return nil
	}
	rule := &corridors.DrivingRule{}
	limit := func(key string, most float64) float64 {
		x, _ := r.quantity(m, key, quantity.Time, quantity.MoreThan(0).UpTo(most*secondsPerHour))
		return x
	}
	rule.Stretch, rule.Break = limit("stretch", hoursOfDay), limit("break", hoursOfDay)
	rule.Day, rule.Week = limit("day", hoursOfDay), limit("week", 7*hoursOfDay)
	if m.Has("stretch") {
		m.Require("break", "break: 15 min")
	}
	m.Done()
	return rule
}
