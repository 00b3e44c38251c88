package study

import (
	"fmt"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/sim"
)

// begins says on which day the run begins and whose clock it keeps, where that matters.
func begins(setup *journey.Setup) words.Phrase {
	if !setup.Dated() {
		return words.Phrase{}
	}
	start := setup.Horizon.Start
	days := []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	return words.Say("study.begins", "weekday", words.Say("study.weekday."+days[start.Weekday()]), "date", start.String(),
		"country", words.Country(setup.Corridor.Countries[0].Code))
}

// begins is that of the first alternative whose days differ.
func (a *answer) begins() words.Phrase {
	for i := range a.study.Alternatives {
		if said := begins(&a.study.Alternatives[i].Scenario.Setup); !said.Empty() {
			return said
		}
	}
	return words.Phrase{}
}

// clocks are how far the clock at each place is ahead of that of the run.
type clocks map[string]sim.Time

func clocksOf(c *corridors.Corridor) clocks {
	ahead := make(map[string]sim.Time)
	for _, country := range c.Countries {
		ahead[country.Code] = sim.Time(country.Ahead) * sim.Second
	}
	out := make(clocks)
	for _, p := range c.Places {
		out[p.Name] = ahead[p.Country]
	}
	for post := range c.Posts() {
		out[post.Name] = ahead[post.Country]
	}
	return out
}

// read the clock at a place, with how far it is ahead of that of the run where it is.
func (c clocks) read(t sim.Time, place string) string {
	ahead := c[place]
	if ahead == 0 {
		return clockOf(t)
	}
	sign, minutes := '+', ahead/sim.Minute
	if ahead < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("%s (%c%d:%02d)", clockOf(t+ahead+sim.Day), sign, minutes/60, minutes%60)
}
