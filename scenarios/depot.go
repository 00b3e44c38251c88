package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// readDepots reads the ICDs and ports, which are written like posts.
func (r *reader) readDepots(top *strict.Map) []corridors.Depot {
	var out []corridors.Depot
	items, sure := r.items(top, "depots")
	r.depots.addAll(items, sure)
	r.places.unsure = r.places.unsure || !sure
	for _, m := range items {
		r.place(m)
		out = append(out, r.depot(m))
	}
	return out
}

func (r *reader) depot(m *strict.Map) corridors.Depot {
	d := corridors.Depot{}
	kind, _ := m.Choice("kind", texts(corridors.DepotKinds())...)
	d.Kind = corridors.PlaceKind(kind)
	d.Storage = r.storage(m)
	r.vessels(m, &d)
	d.Post = r.postAt(m, true)
	r.noteDepot(&d)
	keepsAll(m, &d)
	m.Done()
	return d
}

// storage reads what standing at a depot costs.
func (r *reader) storage(m *strict.Map) corridors.Storage {
	s := corridors.Storage{}
	sub, there := m.Sub("storage")
	if !there {
		return s
	}
	sub.Require("per_day", "per_day: 5 USD")
	s.Free, _ = r.time(sub, "free")
	s.PerDay, _ = r.money(sub, "per_day", quantity.Money)
	sub.Done()
	return s
}

// visits reads the depots at which the loaded trucks of a flow stop on their way.
func (r *reader) visits(flow *strict.Map) []corridors.Visit {
	var out []corridors.Visit
	items, _ := r.items(flow, "via")
	for _, m := range items {
		visit := corridors.Visit{Trip: choices(m, "trip", corridors.Trips())}
		name, known := r.depots.find(m, "name")
		if visit.Depot = name; known && !r.clears(name) {
			v, _ := m.At("name")
			v.Problem(words.Say("scenario.clears-nothing", "name", name), words.Phrase{}, words.Say("scenario.clears-nothing-help"))
		}
		r.onlySome(m, &visit)
		m.Done()
		out = append(out, visit)
	}
	r.oneOfThem(items, out)
	return out
}

// keepsAll refuses stations of a depot that turn trucks away: who has come for a purpose waits.
func keepsAll(m *strict.Map, d *corridors.Depot) {
	for i := range d.Stations {
		if room := d.Stations[i].Room; room != nil && room.WhenFull == corridors.TurnAway && d.Stations[i].Name != "" {
			v, _ := item(m, "stations", d.Stations[i].Name).At("when_full")
			v.Problem(words.Say("scenario.depot-turns-away"), words.Phrase{}, words.Say("strict.write", "text", "when_full: block"))
		}
	}
}

// noteDepot notes whether loads are cleared at a depot.
func (r *reader) noteDepot(d *corridors.Depot) {
	if slices.ContainsFunc(d.Stages, func(s corridors.Stage) bool { return s.When.For(corridors.Clearance) }) {
		r.clearing = append(r.clearing, d.Name)
	}
}

// purposed refuses a purpose where trucks have none: at the posts of a gate pair.
func (at postParts) purposed(when *strict.Map) {
	if v, there := when.At("purpose"); there && !at.depot {
		v.Problem(words.Say("scenario.no-purpose"), words.Phrase{}, words.Phrase{})
	}
}

// clears says whether a depot has a stage that trucks can pass when they come for clearance.
func (r *reader) clears(name string) bool { return slices.Contains(r.clearing, name) }

// onlySome reads which of the trucks make a stop: a share, or those for which it is cheaper.
func (r *reader) onlySome(m *strict.Map, visit *corridors.Visit) {
	if share, given := r.share(m, "share"); given {
		visit.Share = &share
	}
	if word, given := m.Choice("if", "cheaper"); given {
		visit.Cheaper = word == "cheaper"
	}
	if visit.Share != nil && visit.Cheaper {
		v, _ := m.At("if")
		v.Problem(words.Say("scenario.share-and-cheaper"), words.Phrase{}, words.Say("strict.delete-one"))
		visit.Cheaper = false
	}
}

// oneOfThem checks the stops of which each truck makes at most one: their shares leave something over, and a
// trip has only one rule.
func (r *reader) oneOfThem(items []*strict.Map, visits []corridors.Visit) {
	for _, trip := range corridors.Trips() {
		sum, cheaper := 0.0, false
		for i := range visits {
			if !visits[i].On(trip) {
				continue
			}
			if visits[i].Share != nil {
				sum += *visits[i].Share
			}
			cheaper = cheaper || visits[i].Cheaper
			switch v, _ := items[i].At("name"); {
			case sum > 1+tolerance:
				v.Problem(words.Say("scenario.via-sum", "trip", string(trip)), words.Phrase{}, words.Phrase{})
				return
			case sum > 0 && cheaper:
				v.Problem(words.Say("scenario.via-rules", "trip", string(trip)), words.Phrase{}, words.Say("scenario.via-rules-help"))
				return
			}
		}
	}
}

// choosesWay checks that trucks which take the cheaper way know how to tell.
func choosesWay(flow *strict.Map, f *corridors.Flow) {
	for _, visit := range f.Via {
		if visit.Cheaper && f.Choice == nil && visit.Depot != "" { // else the depot is unknown, which is on record
			v, _ := item(flow, "via", visit.Depot).At("if")
			v.Problem(words.Say("scenario.no-choice"), words.Phrase{}, words.Say("strict.add-line", "line", "choice: {information: live}"))
			return
		}
	}
}
