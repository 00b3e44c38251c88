package scenarios

import (
	"maps"
	"math"
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// streams reads counts of movements that several flows share, by name [1/s].
func (r *reader) streams(top *strict.Map) map[string]float64 {
	out := make(map[string]float64)
	for _, m := range r.maps(top.List("streams")) {
		name, _ := m.Text("name")
		m.Require("movements", "movements: 400/day")
		out[name], _ = r.rateOf(m, "movements")
		m.Done()
	}
	return out
}

// rateOf reads a number per time [1/s].
func (r *reader) rateOf(m *strict.Map, key string) (float64, bool) {
	perHour, ok := r.quantity(m, key, quantity.PerTime, quantity.AtLeast(0).UpTo(maxTrucks))
	return perHour / secondsPerHour, ok
}

// flow reads a stream of vehicles.
func (r *reader) flow(m *strict.Map, streams map[string]float64) corridors.Flow {
	f := corridors.Flow{Traffic: corridors.Trucks}
	f.Name, _ = m.Text("name")
	m.Require("from", "from: Đà Nẵng")
	m.Require("to", "to: Savannakhet")
	f.From, _ = m.Text("from")
	f.To, _ = m.Text("to")
	if kind, given := m.Choice("traffic", texts(corridors.TrafficKinds())...); given {
		f.Traffic = corridors.Traffic(kind)
	}
	m.Require("arrivals", "arrivals: {rate: 100/day}")
	if sub, there := m.Sub("arrivals"); there {
		f.Arrivals = r.arrivals(sub, streams)
	}
	f.Payload, _ = r.payload(m)
	f.Load = r.optionalLaw(m, "loading")
	f.Unload = r.optionalLaw(m, "unloading")
	m.Require("return", "return: {mode: one-way}")
	if sub, there := m.Sub("return"); there {
		f.Return = r.returns(sub)
	}
	m.Done()
	return f
}

func (r *reader) payload(m *strict.Map) (float64, bool) {
	return r.quantity(m, "payload", quantity.Mass, quantity.MoreThan(0).UpTo(200))
}

// days of the longest wait, gap or time that a flow may name.
const longestWait = 3650 * 24 * secondsPerHour

func (r *reader) time(m *strict.Map, key string) (float64, bool) {
	return r.quantity(m, key, quantity.Time, quantity.AtLeast(0).UpTo(longestWait))
}

// arrivals reads when vehicles come: at a rate, as a share of a stream, or by a timetable.
func (r *reader) arrivals(m *strict.Map, streams map[string]float64) corridors.Arrivals {
	a := corridors.Arrivals{}
	switch {
	case m.Has("every"):
		table := corridors.Timetable{}
		if every, given := m.Quantity("every", quantity.Time, quantity.MoreThan(0).UpTo(longestWait)); given {
			table.Every = every.Seconds()
		}
		if first, given := m.Quantity("first", quantity.Time, quantity.AtLeast(0).UpTo(longestWait)); given {
			table.First = first.Seconds()
		}
		a.Timetable = &table
	case m.Has("stream"):
		a.PerSecond = r.shareOfStream(m, streams)
	default:
		m.Require("rate", "rate: 100/day")
		a.PerSecond, _ = r.rateOf(m, "rate")
	}
	if m.Has("by_hour") {
		a.ByHour = r.profile(m)
	}
	if n, given := m.Count("count", 0, math.MaxInt32); given {
		a.Count = &n
	}
	m.Known("every", "first", "stream", "share", "rate")
	m.Done()
	return a
}

// shareOfStream reads `stream: heavy trucks` with `share: 25 %`.
func (r *reader) shareOfStream(m *strict.Map, streams map[string]float64) float64 {
	v, _ := m.At("stream")
	name, ok := v.AsText()
	rate, known := streams[name]
	if ok && !known {
		v.Problem(words.Say("scenario.unknown-stream", "name", name), words.Phrase{}, near(name, slices.Sorted(maps.Keys(streams))))
	}
	m.Require("share", "share: 50 %")
	share, _ := m.Share("share")
	return rate * share
}

// hoursOfDay is how many weights a daily profile has.
const hoursOfDay = 24

// profile reads the weights of the hours of the day.
func (r *reader) profile(m *strict.Map) []float64 {
	v, _ := m.At("by_hour")
	var out []float64
	r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		items, ok := inner.AsList()
		if !ok {
			return 0, nil, false
		}
		sum := 0.0
		for _, item := range items {
			x, read := item.AsNumber(quantity.AtLeast(0).UpTo(maxTrucks))
			ok = ok && read
			out, sum = append(out, x), sum+x
		}
		if ok && (len(items) != hoursOfDay || sum == 0) {
			inner.Problem(words.Say("scenario.profile", "count", len(items)), words.Phrase{}, words.Phrase{})
			ok = false
		}
		return sum, nil, ok
	})
	return out
}

// returns reads how trucks come home.
func (r *reader) returns(m *strict.Map) corridors.Return {
	out := corridors.Return{}
	m.Require("mode", "mode: one-way")
	mode, _ := m.Choice("mode", texts(corridors.ReturnModes())...)
	out.Mode = corridors.ReturnMode(mode)
	if out.Mode == corridors.TwoWay {
		m.Require("loads", "loads: 60/day")
		m.Require("payload", "payload: 24 t")
		m.Require("max_wait", "max_wait: 12 h")
		m.Require("patience", "patience: 24 h")
	}
	out.PerSecond, _ = r.rateOf(m, "loads")
	out.Payload, _ = r.payload(m)
	out.MaxWait, _ = r.time(m, "max_wait")
	out.Patience, _ = r.time(m, "patience")
	m.Done()
	return out
}

// optionalLaw reads a time that may be absent.
func (r *reader) optionalLaw(m *strict.Map, key string) *law.Law {
	v, there := m.At(key)
	if !there {
		return nil
	}
	l, ok := r.law(v)
	if !ok {
		return nil
	}
	return &l
}
