package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// wait is a time that all wait alike, or a law.
func (a anything) wait(what string) law.Law {
	minutes := float64(rapid.IntRange(0, 300).Draw(a.T, what))
	if minutes > 0 && a.yes(what+" differs") {
		return a.lawOfMean(what, 60*minutes)
	}
	return must(law.Constant(60 * minutes))
}

// market says which load a truck takes, and what becomes of a load that no truck takes.
func (a anything) market(back *corridors.Return) {
	if a.yes("nearest due") {
		due := a.wait("due")
		back.Match, back.Due = corridors.NearestDue, &due
	}
	if a.yes("spot") {
		back.Spot = &corridors.Spot{PerTrip: a.number("per trip", 0, 500), PerKm: a.number("per km", 0, 2)}
	}
}

// must is a law that cannot be refused.
func must(l law.Law, err error) law.Law {
	if err != nil {
		panic(err)
	}
	return l
}

// pool lets a third flow, which begins elsewhere, share the return loads of the first, where it unloads or elsewhere.
func (a anything) pool(c *corridors.Corridor) {
	for i := range c.Flows {
		if f := &c.Flows[i]; f.Choice != nil || f.Haulier != "" || f.Gather != nil || f.Arrivals.After != nil || f.Arrivals.Always || !a.yes("pool") {
			return
		}
	}
	to := c.Flows[0].To
	country := ""
	for _, p := range c.Places {
		if p.Name == to {
			country = p.Country
		}
	}
	c.Places = append(c.Places, corridors.Place{Name: "Huế", Country: "VN"}, corridors.Place{Name: "bãi", Country: country})
	c.Legs = append(c.Legs,
		corridors.Leg{From: "Huế", To: "Đà Nẵng", Road: "QL1", Country: "VN", Length: a.number("Huế", 1, 100), Speed: 50},
		corridors.Leg{From: to, To: "bãi", Road: "yard road", Country: country, Length: a.number("yard road", 1, 50), Speed: 30},
	)
	other := a.flow("cùng", "Huế", rapid.SampledFrom([]string{to, "bãi"}).Draw(a.T, "cùng to"))
	pool := corridors.Pool{
		Name: "pool", At: rapid.SampledFrom([]string{to, "bãi"}).Draw(a.T, "pool at"), Flows: []string{c.Flows[0].Name, other.Name},
		Match: rapid.SampledFrom(corridors.PoolMatches()).Draw(a.T, "pool match"),
	}
	c.Flows = append(c.Flows, other)
	for _, i := range []int{0, len(c.Flows) - 1} {
		back := &c.Flows[i].Return
		back.Mode = corridors.TwoWay
		if due := a.wait("due in the pool"); back.Due == nil {
			back.Due = &due
		}
	}
	c.Pools = []corridors.Pool{pool}
}
