package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// choice reads how the trucks of a flow choose among several gate pairs.
func (r *reader) choice(flow *strict.Map) *corridors.Choice {
	m, there := flow.Sub("choice")
	if !there {
		return nil
	}
	c := &corridors.Choice{TimeValue: r.hour}
	if list, written := m.At("gates"); written && list.IsList() {
		for _, v := range m.ListOfSome("gates") {
			if name, known := r.gates.findValue(v); known {
				c.Gates = append(c.Gates, name)
			}
		}
	} else if name, known := r.gates.find(m, "gates"); known {
		c.Gates = []string{name}
	}
	m.Require("information", "information: live")
	word, _ := m.Choice("information", texts(corridors.InformationKinds())...)
	c.Information = corridors.Information(word)
	c.Delay, _ = r.time(m, "delay")
	if v, _ := m.At("information"); c.Information == corridors.Delayed && !m.Has("delay") {
		v.Problem(words.Say("scenario.no-delay"), words.Phrase{}, words.Say("strict.add-line", "line", "delay: 12 h"))
	}
	if perHour, given := r.money(m, "value_of_time", quantity.MoneyPerTime); given {
		c.TimeValue = perHour / secondsPerHour
	}
	if word, given := m.Choice("closed_road", "turn", "wait"); given {
		c.Waits = word == "wait"
	}
	c.Spread = r.spread(m, "spread")
	m.Done()
	return c
}
