package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Bounds of a shock: the slowest road [share of its speed], and the fewest trucks over a bridge [1/h].
const (
	slowestRoad    = 0.01
	fewestOnBridge = 0.01
)

// readShocks reads what befalls roads, gates and posts for a time.
func (r *reader) readShocks(top *strict.Map) []corridors.Shock {
	var out []corridors.Shock
	items, _ := r.items(top, "shocks")
	for _, m := range items {
		out = append(out, r.shock(m))
	}
	return out
}

func (r *reader) shock(m *strict.Map) corridors.Shock {
	s := corridors.Shock{}
	s.Name, _ = m.Text("name")
	s.Roads = namesIn(m, "roads", r.roads)
	s.Gates = namesIn(m, "gates", r.gates)
	s.Posts = namesIn(m, "posts", r.posts)
	s.From, s.To = r.spanOf(m)
	s.Closed, _ = m.Flag("closed")
	direction, _ := m.Choice("direction", texts(corridors.Directions())...)
	s.Direction = corridors.Direction(direction)
	if h, given := r.hours(m); given {
		s.Hours = &h
	}
	if v, there := m.At("speed"); there { // a share, which is no speed of a truck
		s.Speed, _ = r.plainValue(v, scale{read: roadSpeed, stated: inUnits(quantity.Pure)})
	}
	perHour, _ := r.quantity(m, "passes", quantity.PerTime, quantity.Between(fewestOnBridge, busiest))
	s.PerSecond = perHour / secondsPerHour
	s.HeaviestLoad, _ = r.quantity(m, "heaviest_load", quantity.Mass, quantity.Between(lightestLoad, heaviestLoad))
	r.effectOf(m, &s)
	m.Done()
	return s
}

// does are the keys that say what a shock does to roads, or to gates and posts, each in a line that would do.
var (
	does        = []string{"closed: true", "speed: 50 %", "passes: 20/h", "heaviest_load: 18 t"}
	doesAtGates = []string{"closed: true", `hours: "08:00-12:00"`}
)

// effectOf checks that a shock changes whatever it befalls, and says nothing of what it does not befall.
func (r *reader) effectOf(m *strict.Map, s *corridors.Shock) {
	says := func(line string) bool { return m.Has(keyOf(line)) }
	atGates := m.Has("gates") || m.Has("posts")
	if m.Has("roads") && !slices.ContainsFunc(does, says) {
		m.Problem(words.Say("scenario.idle-shock"), words.Phrase{}, words.Say("strict.add-line", "line", does[0]))
	}
	if atGates && !slices.ContainsFunc(doesAtGates, says) {
		m.Problem(words.Say("scenario.idle-shock-at-gates"), words.Phrase{}, words.Say("strict.add-line", "line", doesAtGates[0]))
	}
	for _, line := range does[1:] {
		if v, has := m.At(keyOf(line)); has && atGates && !m.Has("roads") {
			v.Problem(words.Say("scenario.of-roads", "key", keyOf(line)), words.Phrase{}, words.Say("strict.add-line", "line", "roads: [QL9]"))
		}
	}
	if v, has := m.At("hours"); has {
		r.meanwhile(m, v, s, atGates)
	}
	if v, has := m.At("direction"); has && (m.Has("gates") || !m.Has("posts")) {
		v.Problem(words.Say("scenario.direction-of-posts"), words.Phrase{}, words.Say("scenario.direction-of-posts-help"))
	}
}

// meanwhile checks the hours in which gates and posts are still open while a shock lasts.
func (r *reader) meanwhile(m *strict.Map, v *strict.Value, s *corridors.Shock, atGates bool) {
	closed, _ := m.At("closed")
	switch {
	case !atGates:
		v.Problem(words.Say("scenario.of-gates", "key", "hours"), words.Phrase{}, words.Say("strict.add-line", "line", "gates: [Lao Bảo–Densavanh]"))
	case s.Closed:
		r.latest(v, closed).Problem(words.Say("scenario.closed-and-hours"), words.Phrase{}, words.Say("strict.delete-one"))
	case s.Hours != nil && s.Hours.Never:
		v.Problem(words.Say("scenario.never-meanwhile"), words.Phrase{}, words.Say("strict.write", "text", "closed: true"))
	case s.Hours != nil && len(s.Hours.Windows) == 0:
		v.Problem(words.Say("scenario.always-meanwhile"), words.Phrase{}, words.Say("strict.write", "text", `"08:00-12:00"`))
	}
}

// roadSpeed reads a share of the usual speed, which is not 0: a road on which nobody moves is closed.
func roadSpeed(v *strict.Value) (float64, bool) {
	x, ok := v.AsShare()
	if ok && x < slowestRoad {
		v.Problem(words.Say("scenario.standstill"), words.Phrase{}, words.Say("strict.write", "text", "closed: true"))
		ok = false
	}
	return x, ok
}

// namesIn reads what a shock befalls under a key: a name, or a list of some.
func namesIn(m *strict.Map, key string, known *names) []string {
	v, there := m.At(key)
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items = m.ListOfSome(key)
	}
	var out []string
	for _, item := range items {
		if name, found := known.findValue(item); found {
			out = append(out, name)
		}
	}
	return out
}

// spanOf reads from when a shock lasts, and until when or how long [s].
func (r *reader) spanOf(m *strict.Map) (from, to float64) {
	first, okFrom := m.Moment("from")
	last, okTo := m.Moment("to")
	lasts, okLasts := r.quantity(m, "lasts", quantity.Time, quantity.MoreThan(0).UpTo(longestWait))
	from, to = first.Seconds(), last.Seconds()
	switch {
	case m.Has("to") && m.Has("lasts"):
		end, _ := m.At("to")
		length, _ := m.At("lasts")
		r.latest(end, length).Problem(words.Say("scenario.to-and-lasts"), words.Phrase{}, words.Say("strict.delete-one"))
	case okLasts:
		to = from + lasts
	case !m.Has("to") && !m.Has("lasts"):
		m.Require("lasts", "lasts: 7 days")
	case okFrom && okTo && to <= from:
		end, _ := m.At("to")
		begin, _ := m.At("from")
		r.latest(end, begin).Problem(words.Say("scenario.shock-ends", "from", first.String(), "to", last.String()), words.Phrase{}, words.Phrase{})
	}
	return from, to
}
