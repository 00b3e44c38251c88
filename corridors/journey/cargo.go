package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// cargo is what is known of a truck's load when its trip begins.
type cargo struct {
	load      corridors.Load // Transit: in some country
	commodity string
	trusted   bool
	chance    float64          // share of the trips of this kind that have it
	of        *corridors.Cargo // what the flow says of it; none: the truck is empty
}

// loadIn is what the officers of a country have before them: goods in transit through other countries are
// cleared in theirs.
func (c *cargo) loadIn(country string) corridors.Load {
	if c.load == corridors.Transit && !c.of.PassesThrough(country) {
		return corridors.Loaded
	}
	return c.load
}

// Cargo is what a log says about a load: whether it is in transit, its trader trusted, and the goods.
type Cargo struct {
	Transit   bool
	Trusted   bool
	Commodity string
}

// shown is the cargo as the log has it.
func (c *cargo) shown() Cargo {
	return Cargo{Transit: c.load == corridors.Transit, Trusted: c.trusted, Commodity: c.commodity}
}

// assortment is what luck decides about the cargo of a trip before it begins.
type assortment struct {
	transit, trusted           decision
	transitShare, trustedShare float64
}

// Places of the itineraries of an assortment, counted from the first: that of goods to be cleared of
// a trader in no special trust.
const (
	inTransit = 1
	ofTrusted = 2
)

// addPlans writes the itineraries of one trip of a flow, one for each kind of cargo that it may have,
// and gives the first. Without luck about the cargo there is only that.
func (b *builder) addPlans(flow int, trip corridors.Trip, of corridors.Cargo, route []hop) (int, *assortment) {
	plain := cargo{load: corridors.Loaded, commodity: of.Commodity, chance: 1, of: &of}
	if of.Transit == 0 && of.Trusted == 0 {
		return b.addPlan(flow, trip, plain, route), nil
	}
	first := len(b.plans)
	for place := range inTransit + ofTrusted + 1 {
		with := plain
		with.trusted = place&ofTrusted != 0
		with.chance = chanceOf(of.Transit, place&inTransit != 0) * chanceOf(of.Trusted, with.trusted)
		if place&inTransit != 0 {
			with.load = corridors.Transit
		}
		b.addPlan(flow, trip, with, route)
	}
	return first, &assortment{b.decide("transit"), b.decide("trusted"), of.Transit, of.Trusted}
}

// chanceOf a yes that has a share, or of the no.
func chanceOf(share float64, yes bool) float64 {
	if yes {
		return share
	}
	return 1 - share
}

// pick gives a truck the itinerary of the cargo that its luck decides on, once for the trip.
func (w *World) pick(t *truck, first int, a *assortment) {
	if w.draw(t, a.transit) < a.transitShare {
		first += inTransit
	}
	if w.draw(t, a.trusted) < a.trustedShare {
		first += ofTrusted
	}
	t.plan = &w.model.plans[first]
}

// goods of the trip, nil for none in particular.
func (p *planner) goods() *corridors.Commodity { return p.setup.Corridor.Commodity(p.commodity) }

// channels of the trip's goods at a post.
func (p *planner) channels(post *corridors.Post) corridors.Channels {
	if goods := p.goods(); goods != nil && goods.Channels != nil {
		return *goods.Channels
	}
	return post.Channels
}

// quarantine owns the stages at which goods are asked for their own share.
const quarantine corridors.Owner = "quarantine"

// quarantined is the condition of a stage for the goods of the trip: the share that goes through
// quarantine is theirs where they have one.
func (p *planner) quarantined(stage *corridors.Stage) corridors.Condition {
	when := stage.When
	if goods := p.goods(); goods != nil && goods.Quarantine != nil && stage.Owner == quarantine {
		when.Share = goods.Quarantine
	}
	return when
}

// noteCargo enters a loaded crossing of a truck with a cargo that is told apart. In transit is one that
// passes through both countries.
func (w *World) noteCargo(t *truck, border sim.Time) {
	b := &w.books
	if t.plan.load == corridors.Transit && w.passesThrough(t, int(t.exitPlace)) && w.passesThrough(t, w.at(t).place) {
		b.transit.add(border)
	}
	if t.plan.trusted {
		b.trusted.add(border)
	}
}

// passesThrough says whether the load of a truck only passes through the country of a place.
func (w *World) passesThrough(t *truck, place int) bool {
	return t.plan.of.PassesThrough(w.model.setup.Corridor.Countries[w.model.places[place].country].Code)
}

// cargoMeasures are the times of what is told apart among loaded crossings, where there is any.
func (b *builder) cargoMeasures() []measure {
	some := func(share func(corridors.Cargo) float64) bool {
		return slices.ContainsFunc(b.setup.Corridor.Flows, func(f corridors.Flow) bool { return share(f.Cargo)+share(f.Return.Cargo) > 0 })
	}
	var list []measure
	if some(func(c corridors.Cargo) float64 { return c.Transit }) {
		list = append(list, measure{"border_time_transit_h", func(w *World) (float64, bool) { return w.books.transit.hours() }})
	}
	if some(func(c corridors.Cargo) float64 { return c.Trusted }) {
		list = append(list, measure{"border_time_trusted_h", func(w *World) (float64, bool) { return w.books.trusted.hours() }})
	}
	return list
}
