package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// worth reads what goods are worth and what of it they lose with time. A loss of nothing is none.
func (r *reader) worth(m *strict.Map, c *corridors.Commodity) {
	c.Worth, _ = r.money(m, "worth", quantity.MoneyPerMass)
	c.Loss = r.perDay(m, "loss")
	c.Spoilage = r.perDay(m, "spoilage")
	for _, key := range []string{"loss", "spoilage"} {
		if v, there := m.At(key); there && !m.Has("worth") {
			v.Problem(words.Say("scenario.loss-of-nothing", "key", key), words.Phrase{}, words.Say("strict.write", "text", "worth: 800 USD/t"))
		}
	}
}

// perDay reads a share that is lost in a time [1/day].
func (r *reader) perDay(m *strict.Map, key string) float64 {
	perHour, _ := r.quantity(m, key, quantity.PerTime, quantity.Between(0, 1))
	return perHour * hoursOfDay
}

// values reads what an hour of a load is worth to those who wait for it: on the mean, and as a margin for late ones.
func (r *reader) values(top *strict.Map) *corridors.Values {
	m, there := top.Sub("values")
	if !there {
		return nil
	}
	m.Require("time", "time: 3 USD/h")
	m.Require("reliability", "reliability: 2 USD/h")
	time, _ := r.money(m, "time", quantity.MoneyPerTime)
	reliability, _ := r.money(m, "reliability", quantity.MoneyPerTime)
	m.Done()
	return &corridors.Values{Time: time / secondsPerHour, Reliability: reliability / secondsPerHour}
}
