package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
)

// trouble gives roads shocks, weather and a curfew, and drivers a rule.
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
