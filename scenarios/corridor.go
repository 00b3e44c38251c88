package scenarios

import (
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// corridor reads the part of a tree that says what exists.
func (r *reader) corridor(top *strict.Map) *corridors.Corridor {
	c := &corridors.Corridor{}
	c.Name, _ = top.Text("name")
	c.Title, _ = top.Text("title")
	r.currencies(top)
	c.Countries = r.readCountries(top)
	c.Places = r.readPlaces(top)
	r.readTerrains(top)
	c.Legs = r.readLegs(top)
	c.Weather = r.spread(top, "weather")
	c.Commodities = r.readCommodities(top)
	c.Gates = r.readGates(top)
	c.Depots = r.readDepots(top)
	c.Shocks = r.readShocks(top)
	c.Fleet = r.fleet(top)
	c.Values = r.values(top)
	c.Hauliers = r.readHauliers(top)
	r.readStreams(top)
	c.Flows = r.readFlows(top)
	c.Pools = r.readPools(top)
	c.Permits = r.readPermits(top)
	c.Quotas = r.readQuotas(top)
	r.resolve()
	r.findMisspelt()
	return c
}

func (r *reader) readCountries(top *strict.Map) []corridors.Country {
	var out []corridors.Country
	items, sure := r.items(top, "countries")
	r.countries.addAll(items, sure)
	for _, m := range items {
		out = append(out, r.country(m))
	}
	return out
}

func (r *reader) country(m *strict.Map) corridors.Country {
	c := corridors.Country{}
	c.Code, _ = m.Text("name")
	if v, there := m.At("name"); there && c.Code != "" && !isCountryCode(c.Code) {
		v.Problem(words.Say("scenario.country-code", "name", c.Code), words.Phrase{}, words.Say("scenario.country-code-help"))
	}
	c.Name, _ = m.Text("title")
	c.Diesel, _ = r.money(m, "diesel", quantity.MoneyPerVolume)
	r.timeZone(m, &c)
	c.Holidays = r.holidays(m)
	c.Driving = r.drivingRule(m)
	m.Done()
	return c
}

// isCountryCode says whether a text is a code as in ISO 3166-1: measures are named after it.
func isCountryCode(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func (r *reader) readPlaces(top *strict.Map) []corridors.Place {
	var out []corridors.Place
	items, sure := r.items(top, "places")
	r.places.unsure = !sure
	for _, m := range items {
		r.place(m)
		out = append(out, r.readPlace(m))
	}
	return out
}

// place takes in the name of a place or post, which no other may have.
func (r *reader) place(m *strict.Map) {
	if before, taken := r.places.add(m); taken {
		v, _ := m.At("name")
		upper, lower := v, before
		if r.latest(v, before) == before {
			upper, lower = before, v
		}
		upper.Problem(words.Say("scenario.name-taken", "name", v.Node().Text(), "place", lower.Pos().String()), words.Phrase{}, words.Phrase{})
	}
}

func (r *reader) readPlace(m *strict.Map) corridors.Place {
	p := corridors.Place{}
	p.Name, _ = m.Text("name")
	kind, _ := m.Choice("kind", texts(corridors.PlaceKinds())...)
	p.Kind = corridors.PlaceKind(kind)
	p.Country, _ = r.countries.find(m, "country")
	r.home[p.Name] = p.Country
	p.At = coordinates(m)
	r.placeStations(m, &p)
	r.zone(m, &p)
	m.Done()
	return p
}

func (r *reader) readLegs(top *strict.Map) []corridors.Leg {
	var out []corridors.Leg
	items, sure := r.items(top, "legs")
	r.roads.addAll(items, sure)
	for _, m := range items {
		r.ways = append(r.ways, m)
		out = append(out, r.leg(m))
	}
	return out
}

// Bounds of what a leg can be [km], [km/h]. What is faster than fastTruck is probably a mistake.
const (
	longestLeg = 20000
	slowestLeg = 1
	fastestLeg = 200
	fastTruck  = 130
)

func (r *reader) leg(m *strict.Map) corridors.Leg {
	l := corridors.Leg{}
	l.Road, _ = m.Text("name")
	l.From, _ = m.Text("from")
	l.To, _ = m.Text("to")
	l.Country, _ = r.countries.find(m, "country")
	l.Length, _ = r.quantity(m, "length", quantity.Length, quantity.MoreThan(0).UpTo(longestLeg))
	if m.Has("time") {
		r.legTime(m, &l)
	} else {
		r.speedsOf(m, &l)
	}
	if v, has := m.At("speed"); has && l.Speed > fastTruck {
		v.Warn(words.Say("scenario.fast", "speed", strconv.FormatFloat(l.Speed, 'f', 0, 64)), words.Phrase{})
	}
	l.Toll, _ = r.money(m, "toll", quantity.Money)
	l.Weather = r.spread(m, "weather")
	l.Curfew = r.curfew(m)
	m.Done()
	return l
}

// resolve looks up the ends of legs and flows once all places and posts are known.
func (r *reader) resolve() {
	for _, v := range r.flowsNamed {
		r.flows.findValue(v)
	}
	for _, m := range r.ways {
		from, okFrom := r.places.find(m, "from")
		to, okTo := r.places.find(m, "to")
		if okFrom && okTo && from == to {
			start, _ := m.At("from")
			end, _ := m.At("to")
			r.latest(end, start).Problem(words.Say("scenario.no-distance", "name", to), words.Phrase{}, words.Phrase{})
		}
	}
}

// findMisspelt reports names that an overlay added, that nobody refers to, and that are near another
// one: that one was meant.
func (r *reader) findMisspelt() {
	for _, n := range r.register {
		for _, v := range n.unused() {
			name := v.Node().Text()
			if !r.added[strings.TrimSuffix(v.Path(), ".name")] {
				continue
			}
			if near, found := strict.Nearest(name, without(n.order, name)); found {
				v.Problem(n.idle(name), words.Phrase{}, words.Say("strict.did-you-mean", "near", near))
			}
		}
	}
}

// warn tells what is odd in a scenario without fault: what nobody refers to, and roads that cross a
// border where there is no gate.
func (r *reader) warn(top *strict.Map, c *corridors.Corridor) {
	r.warnOfClocks()
	r.warnOfHolidays(top, c)
	r.warnOfZones()
	r.warnOfDistances(c)
	for _, n := range r.register {
		for _, v := range n.unused() {
			v.Warn(n.idle(v.Node().Text()), words.Phrase{})
		}
	}
	for i, l := range c.Legs {
		from, to := r.home[l.From], r.home[l.To]
		if from != to {
			start, _ := r.ways[i].At("from")
			end, _ := r.ways[i].At("to")
			r.latest(end, start).Warn(words.Say("scenario.over-a-border", "road", l.Road, "from", from, "to", to), words.Phrase{})
		}
	}
}

// without leaves a name out.
func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(other string) bool { return other == name })
}
