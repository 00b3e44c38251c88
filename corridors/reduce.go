package corridors

import (
	"iter"
	"slices"

	"hanhlang/seeds/law"
)

// WithoutMoney is the corridor with everything free of charge. Money moves no truck: two corridors
// that are alike without it have the same times. Where trucks choose their way by its cost it does:
// then nothing is left out.
func (c *Corridor) WithoutMoney() *Corridor {
	out := c.withoutReckoning()
	if c.moneyMovesTrucks() {
		return out
	}
	out.Fleet.FuelLoaded, out.Fleet.FuelEmpty, out.Fleet.FuelIdle = 0, 0, 0
	out.Fleet.IdleShare, out.Fleet.Hour, out.Fleet.PerKm = 0, 0, 0
	for i := range out.Countries {
		out.Countries[i].Diesel = 0
	}
	for i := range out.Legs {
		out.Legs[i].Toll = 0
	}
	for i := range out.Gates {
		out.Gates[i].Informal = 0
		out.Gates[i].Swaps = slices.Clone(out.Gates[i].Swaps)
		for k := range out.Gates[i].Swaps {
			out.Gates[i].Swaps[k].Fee = 0
		}
	}
	for post := range out.Posts() {
		post.DeclarationFee = 0
		for i := range post.Stages {
			post.Stages[i].Fee = 0
		}
	}
	for i := range out.Depots {
		out.Depots[i].Storage = Storage{}
	}
	for i := range out.Flows {
		out.Flows[i].Payload, out.Flows[i].Return.Payload = 0, 0
		if out.Flows[i].Return.Spot != nil {
			out.Flows[i].Return.Spot = &Spot{}
		}
		if after := out.Flows[i].Arrivals.After; after != nil {
			free := *after
			free.Fee = 0
			out.Flows[i].Arrivals.After = &free
		}
	}
	return out
}

// withoutReckoning is the corridor without what only tells sums apart or weighs them, and moves no truck wherever it goes.
func (c *Corridor) withoutReckoning() *Corridor {
	out := c.copied()
	out.Fleet.DriverShare, out.Fleet.CO2e, out.Values = nil, nil, nil
	out.Commodities = slices.Clone(c.Commodities)
	for i := range out.Commodities {
		out.Commodities[i].Worth, out.Commodities[i].Loss, out.Commodities[i].Spoilage = 0, 0, 0
	}
	return out
}

// moneyMovesTrucks says whether some choose their way by its cost, or whether what they carry decides
// where they may go.
func (c *Corridor) moneyMovesTrucks() bool {
	return slices.ContainsFunc(c.Flows, func(f Flow) bool { return f.Choice != nil }) ||
		slices.ContainsFunc(c.Shocks, func(s Shock) bool { return s.HeaviestLoad > 0 })
}

// WithoutUnused is the corridor without the figures that nobody in it meets: those of a digital platform
// at a post where all goods are declared on paper, of what happens there to digital declarations only,
// and of return loads where no truck waits for any. Two corridors that are alike without them have the
// same outcomes.
func (c *Corridor) WithoutUnused() *Corridor {
	out := c.copied()
	for i := range out.Gates {
		pair := &out.Gates[i]
		for k := range pair.Posts {
			if !pair.OneStops() { // where posts work together, what one does not meet the other may
				pair.Posts[k].dropUnused()
			}
		}
	}
	for i := range out.Depots {
		out.Depots[i].dropUnused()
	}
	for i := range out.Flows {
		if back := &out.Flows[i].Return; back.Mode != TwoWay { // what cargo there could be decides what is measured
			*back = Return{Mode: back.Mode, Cargo: back.Cargo}
		}
	}
	return out
}

// dropUnused takes out the figures of a post that no truck meets. Names and conditions stay.
func (p *Post) dropUnused() {
	if p.Regime.Exit != Digital && p.Regime.Entry != Digital {
		p.Platform = Platform{}
	}
	for i := range p.Stages {
		s := &p.Stages[i]
		if !p.declares(s.When) {
			s.Service, s.When.Share, s.Cases, s.Fee = law.Law{}, nil, nil, 0
			continue
		}
		s.Cases = slices.Clone(s.Cases)
		for k := range s.Cases {
			if !p.declares(s.Cases[k].When) {
				s.Cases[k].Service, s.Cases[k].When.Share = law.Law{}, nil
			}
		}
	}
}

// declares says whether a declaration can reach the post in a way that a condition asks for.
func (p *Post) declares(when Condition) bool {
	if len(when.Declaration) == 0 || slices.Contains(when.Declaration, OnPaper) || slices.Contains(when.Declaration, Forwarded) {
		return true
	}
	directions := when.Direction
	if len(directions) == 0 {
		directions = Directions()
	}
	return slices.ContainsFunc(directions, func(d Direction) bool { return p.Regime.Toward(d) == Digital })
}

// copied is the corridor with lists of its own, down to the stages of its posts.
func (c *Corridor) copied() *Corridor {
	out := *c
	out.Countries, out.Legs = slices.Clone(c.Countries), slices.Clone(c.Legs)
	out.Gates, out.Flows, out.Depots = slices.Clone(c.Gates), slices.Clone(c.Flows), slices.Clone(c.Depots)
	for post := range out.Posts() {
		post.Stages = slices.Clone(post.Stages)
	}
	return &out
}

// Posts are those of all gate pairs, then the depots, in the order of the file.
func (c *Corridor) Posts() iter.Seq[*Post] {
	return func(yield func(*Post) bool) {
		for i := range c.Gates {
			for k := range c.Gates[i].Posts {
				if !yield(&c.Gates[i].Posts[k]) {
					return
				}
			}
		}
		for i := range c.Depots {
			if !yield(&c.Depots[i].Post) {
				return
			}
		}
	}
}
