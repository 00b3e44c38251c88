package scenarios

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// Limits of the program: numbers beyond them are refused as such, whatever they mean.
const (
	maxServers = 10000
	maxPlaces  = 100000
	maxTrucks  = 1000000
)

// corridor reads the part of a tree that says what exists.
func (r *reader) corridor(top *strict.Map) *corridors.Corridor {
	c := &corridors.Corridor{}
	c.Name, _ = top.Text("name")
	c.Title, _ = top.Text("title")
	r.currencies(top)
	for _, m := range r.maps(top.List("countries")) {
		c.Countries = append(c.Countries, r.country(m))
	}
	for _, m := range r.maps(top.List("places")) {
		c.Places = append(c.Places, r.place(m))
	}
	for _, m := range r.maps(top.List("legs")) {
		c.Legs = append(c.Legs, r.leg(m))
	}
	for _, m := range r.maps(top.List("gates")) {
		c.Gates = append(c.Gates, r.gatePair(m))
	}
	c.Fleet = r.fleet(top)
	streams := r.streams(top)
	top.Require("flows", "flows: [{name: trucks, from: A, to: B, arrivals: {rate: 10/day}}]")
	for _, m := range r.maps(top.ListOfSome("flows")) {
		c.Flows = append(c.Flows, r.flow(m, streams))
	}
	return c
}

// maps reads list items that must be mappings with a name.
func (r *reader) maps(items []*strict.Value) []*strict.Map {
	var out []*strict.Map
	for _, item := range items {
		if m, ok := item.AsMap(); ok {
			m.Require("name", "name: a name of its own")
			out = append(out, m)
		}
	}
	return out
}

func (r *reader) country(m *strict.Map) corridors.Country {
	c := corridors.Country{}
	c.Code, _ = m.Text("name")
	c.Name, _ = m.Text("title")
	c.Diesel, _ = r.money(m, "diesel", quantity.MoneyPerVolume)
	m.Done()
	return c
}

func (r *reader) place(m *strict.Map) corridors.Place {
	p := corridors.Place{}
	p.Name, _ = m.Text("name")
	m.Require("kind", "kind: market")
	kind, _ := m.Choice("kind", texts(corridors.PlaceKinds())...)
	p.Kind = corridors.PlaceKind(kind)
	m.Require("country", "country: VN")
	p.Country, _ = m.Text("country")
	p.Latitude, p.Longitude = r.coordinates(m)
	m.Done()
	return p
}

// coordinates reads `at: [latitude, longitude]` in degrees.
func (r *reader) coordinates(m *strict.Map) (latitude, longitude float64) {
	v, there := m.At("at")
	if !there {
		return 0, 0
	}
	list, ok := v.AsList()
	if !ok {
		return 0, 0
	}
	if len(list) != 2 {
		v.Problem(words.Say("scenario.coordinates"), words.Phrase{}, words.Phrase{})
		return 0, 0
	}
	latitude, _ = list[0].AsNumber(quantity.Between(-90, 90))
	longitude, _ = list[1].AsNumber(quantity.Between(-180, 180))
	return latitude, longitude
}

func (r *reader) leg(m *strict.Map) corridors.Leg {
	l := corridors.Leg{}
	for _, key := range []string{"from", "to", "country", "length", "speed"} {
		m.Require(key, legExample[key])
	}
	l.Road, _ = m.Text("name")
	l.From, _ = m.Text("from")
	l.To, _ = m.Text("to")
	l.Country, _ = m.Text("country")
	l.Length, _ = r.quantity(m, "length", quantity.Length, quantity.MoreThan(0).UpTo(20000))
	l.Speed, _ = r.quantity(m, "speed", quantity.Speed, quantity.MoreThan(0).UpTo(200))
	if v, has := m.At("speed"); has && l.Speed > fastTruck {
		v.Warn(words.Say("scenario.fast", "speed", l.Speed), words.Phrase{})
	}
	l.Toll, _ = r.money(m, "toll", quantity.Money)
	m.Done()
	return l
}

var legExample = map[string]string{
	"from": "from: Đông Hà", "to": "to: Lao Bảo", "country": "country: VN", "length": "length: 84 km", "speed": "speed: 42 km/h",
}

// fastTruck is the speed above which a leg is probably a mistake [km/h].
const fastTruck = 130

// fleet reads what running a truck takes. A scenario without money has no fleet.
func (r *reader) fleet(top *strict.Map) corridors.Fleet {
	f := corridors.Fleet{EmptySpeed: 1}
	f.Spread, _ = law.Constant(1)
	m, there := top.Sub("fleet")
	if !there {
		return f
	}
	f.FuelLoaded, _ = r.quantity(m, "fuel_loaded", quantity.FuelUse, quantity.AtLeast(0))
	f.FuelEmpty, _ = r.quantity(m, "fuel_empty", quantity.FuelUse, quantity.AtLeast(0))
	idle, _ := r.quantity(m, "fuel_idle", quantity.IdleFuel, quantity.AtLeast(0))
	f.FuelIdle = idle / secondsPerHour
	f.IdleShare, _ = r.share(m, "idle_share")
	hour, _ := r.money(m, "hour", quantity.MoneyPerTime)
	f.Hour = hour / secondsPerHour
	f.PerKm, _ = r.money(m, "per_km", quantity.MoneyPerLength)
	if faster, given := r.number(m, "empty_speed", quantity.MoreThan(0).UpTo(10)); given {
		f.EmptySpeed = faster
	}
	if cv, given := r.number(m, "driving_spread", quantity.AtLeast(0).UpTo(2)); given && cv > 0 {
		f.Spread, _ = law.Lognormal(1, cv)
	}
	m.Done()
	return f
}

// secondsPerHour turns what is written per hour into the seconds of the engine.
const secondsPerHour = 3600

// quantity reads a figure with a unit, in the base unit of its dimension.
func (r *reader) quantity(m *strict.Map, key string, dim quantity.Dimension, bounds quantity.Bounds) (float64, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	var out float64
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		q, read := inner.AsQuantity(dim, bounds)
		out = q.Value
		return out, inUnits(dim), read
	})
	return out, ok
}

// number reads a figure without a unit.
func (r *reader) number(m *strict.Map, key string, bounds quantity.Bounds) (float64, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	var out float64
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		x, read := inner.AsNumber(bounds)
		out = x
		return x, plainNumber, read
	})
	return out, ok
}

// share reads a fraction of 1.
func (r *reader) share(m *strict.Map, key string) (float64, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	return r.shareOf(v)
}

func (r *reader) shareOf(v *strict.Value) (float64, bool) {
	var out float64
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		x, read := inner.AsShare()
		out = x
		return x, inUnits(quantity.Pure), read
	})
	return out, ok
}

// count reads a whole number.
func (r *reader) count(m *strict.Map, key string, lo, hi int) (int, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	var out int
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		n, read := inner.AsCount(lo, hi)
		out = n
		return float64(n), plainNumber, read
	})
	return out, ok
}

func plainNumber(text string) (float64, bool) {
	x, err := quantity.Number(text)
	return x, err == nil && !math.IsInf(x, 0)
}
