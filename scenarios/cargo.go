package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// readCommodities reads the goods that posts treat unlike others.
func (r *reader) readCommodities(top *strict.Map) []corridors.Commodity {
	var out []corridors.Commodity
	items, sure := r.items(top, "commodities")
	r.commodities.addAll(items, sure)
	for _, m := range items {
		c := corridors.Commodity{}
		c.Name, _ = m.Text("name")
		if sub, there := m.Sub("channels"); there {
			channels := r.channels(sub)
			c.Channels = &channels
		}
		if share, given := r.share(m, "quarantine"); given {
			c.Quarantine = &share
		}
		r.worth(m, &c)
		m.Done()
		out = append(out, c)
	}
	return out
}

// cargo reads what is known of the loads of a flow, or of those for its way home.
func (r *reader) cargo(m *strict.Map) corridors.Cargo {
	c := corridors.Cargo{}
	c.Commodity, _ = r.commodities.find(m, "commodity")
	c.Transit, c.Through = r.transit(m)
	c.Trusted, _ = r.share(m, "trusted")
	return c
}

// transit reads the share of loads that only pass through, `20 %`, and through which countries,
// `{share: 20 %, countries: [LA, TH]}`.
func (r *reader) transit(m *strict.Map) (share float64, through []string) {
	if v, there := m.At("transit"); !there || !byCountry(v.Node()) {
		share, _ = r.share(m, "transit")
		return share, nil
	}
	sub, _ := m.Sub("transit")
	sub.Require("share", "share: 100 %")
	sub.Require("countries", "countries: [LA]")
	share, _ = r.share(sub, "share")
	for _, item := range sub.ListOfSome("countries") {
		if code, known := r.countries.findValue(item); known {
			through = append(through, code)
		}
	}
	sub.Done()
	return share, through
}

// byCountry says whether transit is written by country.
func byCountry(transit *strict.Node) bool {
	_, share := transit.Child("share")
	_, countries := transit.Child("countries")
	return share || countries
}

// noCargo reports a cargo of vehicles that carry none.
func noCargo(m *strict.Map, of corridors.Traffic) {
	for _, key := range []string{"commodity", "transit", "trusted"} {
		if v, has := m.At(key); has && of == corridors.Others {
			v.Problem(words.Say("scenario.no-cargo", "key", key), words.Phrase{}, words.Phrase{})
		}
	}
}

// goods reads a condition on the goods that a truck carries.
func (r *reader) goods(m *strict.Map) []string {
	v, there := m.At("commodity")
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items = m.ListOfSome("commodity")
	}
	var out []string
	for _, item := range items {
		if name, known := r.commodities.findValue(item); known {
			out = append(out, name)
		}
	}
	return out
}
