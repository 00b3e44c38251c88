package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// hauls sets loads and trucks apart: hauliers, stations at places, parts, chains and legs with a law.
func (a anything) hauls(c *corridors.Corridor) {
	c.Flows[0].Backlog, c.Flows[0].Landing = nil, nil // whose trucks come with their loads
	for i := range c.Gates {                          // a haulier's truck that is turned away would be lost to it
		for k := range c.Gates[i].Posts {
			for s := range c.Gates[i].Posts[k].Stations {
				if room := c.Gates[i].Posts[k].Stations[s].Room; room != nil {
					room.WhenFull = corridors.Block
				}
			}
		}
	}
	if a.yes("legs with a law") {
		for i := range c.Legs {
			l := a.minutes("leg")
			c.Legs[i].Time = &l
		}
	}
	for i := range c.Places {
		if a.yes("stations at a place") {
			c.Places[i].Hours = a.hours(c.Places[i].Name)
			c.Places[i].Stations = []corridors.Station{{Name: "docks", Servers: rapid.IntRange(1, 2).Draw(a.T, "docks")}}
		}
	}
	a.chain(c)
	for i := range c.Flows {
		a.apart(c, &c.Flows[i])
	}
}

// chain adds a flow that carries on the loads of the first.
func (a anything) chain(c *corridors.Corridor) {
	if !a.yes("chain") {
		return
	}
	next := c.Flows[1]
	next.Name, next.Arrivals, next.Backlog = "tiếp", corridors.Arrivals{After: &corridors.Follow{Flow: c.Flows[0].Name}}, nil
	after := next.Arrivals.After
	switch rapid.IntRange(0, 2).Draw(a.T, "between trucks") {
	case 0:
		delay := a.minutes("store")
		after.Delay = &delay
	case 1:
		after.Direct, c.Flows[0].Unload, next.Load = true, nil, nil
		if a.yes("transfer takes time") {
			transfer := a.minutes("transfer")
			after.Transfer = &transfer
		}
	}
	c.Flows = append(c.Flows, next)
}

// apart gives a flow stations, parts and a haulier, or some of them.
func (a anything) apart(c *corridors.Corridor, f *corridors.Flow) {
	f.LoadAt, f.UnloadAt = docksAt(c, f.From), docksAt(c, f.To)
	after := f.Arrivals.After
	next, followed := c.Follower(f.Name)
	direct := after != nil && after.Direct || followed && c.Flows[next].Arrivals.After.Direct
	if !direct && !(after != nil && c.Flows[0].Gather != nil) && a.yes("in parts") {
		f.Gather = &corridors.Consolidation{Parts: rapid.IntRange(1, 4).Draw(a.T, "parts"), Part: f.Payload / 4}
		if a.yes("not for ever") {
			wait := 60 * float64(rapid.IntRange(0, 120).Draw(a.T, "first part waits"))
			f.Gather.MaxWait = &wait
		}
	}
	if !a.yes("haulier") {
		return
	}
	h := corridors.Haulier{Name: "of " + f.Name, Trucks: rapid.IntRange(1, 5).Draw(a.T, "trucks"), Home: rapid.SampledFrom(c.Places).Draw(a.T, "base").Name}
	if a.yes("repairs") {
		h.Repairs = &corridors.Repairs{Every: a.minutes("runs").Scaled(10), Takes: a.minutes("repair"), Bays: rapid.IntRange(1, 2).Draw(a.T, "bays")}
	}
	if len(c.Hauliers) > 0 && !direct && a.yes("the same haulier") { // else all its trucks may wait for one another
		h = c.Hauliers[0]
	} else {
		c.Hauliers = append(c.Hauliers, h)
	}
	f.Haulier = h.Name
	switch {
	case h.Home == f.To:
		f.Return.Mode = corridors.NoReturn
	case f.Return.Mode == corridors.NoReturn:
		f.Return.Mode = corridors.OneWay
	}
	if after == nil && f.Gather == nil && a.yes("without end") {
		most := 60
		f.Arrivals = corridors.Arrivals{Always: true, Count: &most}
		quarter, _ := law.Constant(900) // no haul is over at once
		f.Load = &quarter
		if direct && followed {
			f.Load = &quarter
		}
	}
}

// docksAt a place, if it has any.
func docksAt(c *corridors.Corridor, place string) string {
	for _, p := range c.Places {
		if p.Name == place && len(p.Stations) > 0 {
			return "docks"
		}
	}
	return ""
}
