package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
)

// gateShock befalls a pair, or the one direction of a post or both.
func (a anything) gateShock(c *corridors.Corridor) corridors.Shock {
	s := corridors.Shock{From: 1800 * float64(rapid.IntRange(0, 60).Draw(a.T, "gate shock"))}
	s.To = s.From + 1800*float64(rapid.IntRange(1, 60).Draw(a.T, "gate shock lasts"))
	pair := rapid.SampledFrom(c.Gates).Draw(a.T, "gate")
	if a.yes("whole gate") {
		s.Gates = []string{pair.Name}
	} else {
		s.Posts = []string{rapid.SampledFrom(pair.Posts[:]).Draw(a.T, "post").Name}
		s.Direction = rapid.SampledFrom(append(corridors.Directions(), "")).Draw(a.T, "direction")
	}
	if s.Closed = a.yes("closed"); !s.Closed {
		h := a.hours("meanwhile")
		s.Hours = &h
	}
	return s
}

// trouble gives roads and gates shocks, weather and a curfew, and drivers a rule.
func (a anything) trouble(c *corridors.Corridor) {
	hour := func(what string, most int) float64 { return 3600 * float64(rapid.IntRange(0, most).Draw(a.T, what)) }
	for range rapid.IntRange(0, 3).Draw(a.T, "shocks") {
		s := corridors.Shock{From: hour("from", 40), Roads: []string{rapid.SampledFrom(c.Legs).Draw(a.T, "where").Road}}
		s.To = s.From + 1800 + hour("lasts", 20)
		switch rapid.IntRange(0, 3).Draw(a.T, "shock") {
		case 0:
			s.Closed = true
		case 1:
			s.Speed = a.number("speed", 0.1, 1.5)
		case 2:
			s.PerSecond = a.number("trucks per hour", 1, 60) / 3600
		case 3:
			s.HeaviestLoad = a.number("heaviest", 1, 30)
		}
		c.Shocks = append(c.Shocks, s)
	}
	for range rapid.IntRange(0, 2).Draw(a.T, "gate shocks") {
		c.Shocks = append(c.Shocks, a.gateShock(c))
	}
	if a.yes("weather") {
		sky := a.lawOfMean("sky", 1)
		c.Weather = &sky
	}
	if a.yes("curfew") {
		h := corridors.Hours{Windows: []corridors.Window{{From: rapid.IntRange(0, 23).Draw(a.T, "curfew") * 3600, To: 6 * 3600}}}
		if h.Windows[0].From != h.Windows[0].To {
			c.Legs[0].Curfew = &h
		}
	}
	if a.yes("rule") {
		c.Countries[0].Driving = &corridors.DrivingRule{
			Stretch: 1800 + hour("stretch", 4), Break: 60 * float64(rapid.IntRange(0, 60).Draw(a.T, "break")),
			Day: 3600 + hour("day", 10), Week: 5*3600 + hour("week", 48),
		}
	}
}
