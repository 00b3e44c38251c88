package journey_test

import (
	"fmt"

	"pgregory.net/rapid"

	"hanhlang/corridors"
)

// depots adds an ICD on a road of its own beside the first one, at which loads may be cleared, and a port
// before the first market, where trucks may begin and end their trips.
func (a anything) depots(c *corridors.Corridor) {
	first := c.Gates[0].Posts[0].Name
	if c.Flows[0].Choice == nil && a.yes("ICD") {
		c.Depots = append(c.Depots, a.depot("ICD", corridors.ICD))
		a.link(c, "Đà Nẵng", "ICD")
		a.link(c, "ICD", first)
		c.Flows[0].Via, c.Flows[1].Via = a.via("ICD"), a.via("ICD")
	}
	if a.yes("port") {
		c.Depots = append(c.Depots, a.depot("port", corridors.Port))
		a.link(c, "port", "Đà Nẵng")
		c.Flows[0].From, c.Flows[1].To = "port", "port"
		if port := &c.Depots[len(c.Depots)-1]; a.yes("vessels") {
			for i := range rapid.IntRange(1, 2).Draw(a.T, "vessels") {
				port.Vessels = append(port.Vessels, a.vessel(fmt.Sprintf("vessel %d", i)))
			}
			if a.yes("imports by sea") {
				c.Flows[0].Landing = &corridors.Landing{Vessel: port.Vessels[0].Name}
				if a.yes("it waits ashore") {
					dwell := a.lawOfMean("dwell", 3*3600)
					c.Flows[0].Landing.Dwell = &dwell
				}
			}
		}
	}
}

// link is a road between a depot and the rest, long enough not to be the way of those who do not visit it.
func (a anything) link(c *corridors.Corridor, from, to string) {
	c.Legs = append(c.Legs, corridors.Leg{
		From: from, To: to, Road: "link " + from + to, Country: "VN", Length: a.number("link", 250, 300), Speed: 50, Toll: a.number("link toll", 0, 5),
	})
}

// vessel calls once a week or more often.
func (a anything) vessel(name string) corridors.Vessel {
	v := corridors.Vessel{
		Name: name, Days: corridors.Weekdays(rapid.IntRange(1, 127).Draw(a.T, "days")), At: 3600 * rapid.IntRange(0, 23).Draw(a.T, "at"),
		CutOff: 3600 * float64(rapid.IntRange(0, 24).Draw(a.T, "cut-off")), Discharge: 3600 * float64(rapid.IntRange(0, 8).Draw(a.T, "discharge")),
	}
	if a.yes("late") {
		late := a.lawOfMean("delay", 6*3600)
		v.Delay = &late
	}
	return v
}

// depot is like a post, with stages for some purposes.
func (a anything) depot(name string, kind corridors.PlaceKind) corridors.Depot {
	d := corridors.Depot{Post: a.post(name, "VN"), Kind: kind}
	d.Storage = corridors.Storage{Free: 600 * float64(rapid.IntRange(0, 12).Draw(a.T, "free")), PerDay: a.number("storage", 0, 20)}
	for i := range d.Stations {
		if d.Stations[i].Room != nil {
			d.Stations[i].Room.WhenFull = corridors.Block // nobody is turned away at a depot
		}
	}
	for i := range d.Stages {
		d.Stages[i].Name = fmt.Sprintf("step %d", i)
		if a.yes("for a purpose") {
			d.Stages[i].When.Purpose = some(a, corridors.Purposes())
		}
	}
	return d
}

// via is a stop of all trucks of some trips, or of a share of them.
func (a anything) via(depot string) []corridors.Visit {
	v := corridors.Visit{Depot: depot}
	if a.yes("on some trip") {
		v.Trip = some(a, corridors.Trips())
	}
	if a.yes("only some stop") {
		share := a.share("share that stops")
		v.Share = &share
	}
	return []corridors.Visit{v}
}
