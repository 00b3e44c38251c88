package scenarios

import (
	"math"
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// busiest is the most vehicles or loads of one flow [1/h]; rarest the fewest of a random stream that
// has any [1/s]: one in ten years.
const (
	busiest = 1000000
	rarest  = 1.0 / longestWait
)

// readStreams reads counts of movements that several flows share.
func (r *reader) readStreams(top *strict.Map) {
	items, sure := r.items(top, "streams")
	r.streams.addAll(items, sure)
	for _, m := range items {
		name, _ := m.Text("name")
		movements, _ := r.perSecond(m, "movements")
		r.movements[name] = movements * r.growth(m)
		m.Done()
	}
}

// perSecond reads a number per time [1/s].
func (r *reader) perSecond(m *strict.Map, key string) (float64, bool) {
	perHour, ok := r.quantity(m, key, quantity.PerTime, quantity.Between(0, busiest).AsLimit())
	out := perHour / secondsPerHour
	if v, _ := m.At(key); ok && out > 0 && out < rarest {
		tooRare(v, "0/day")
		return 0, false
	}
	return out, ok
}

// tooRare refuses a stream of which nobody would live to see the next.
func tooRare(v *strict.Value, instead string) {
	v.Problem(words.Say("scenario.too-rare"), words.Phrase{}, words.Say("strict.write", "text", instead))
}

// The ways to say when vehicles come, each by its key; `share` and `first` go with the others.
const (
	byRate      = "rate"
	byStream    = "stream"
	byTimetable = "every"
	byTrace     = "trace"
	byAlways    = "always"
	byAfter     = "after"
	byZone      = "zone"
)

// writtenKinds lists the keys that say when vehicles come.
func writtenKinds(arrivals *strict.Node) []string {
	var out []string
	for _, key := range []string{byRate, byStream, byTimetable, byTrace, byAlways, byAfter, byZone} {
		if _, has := arrivals.Child(key); has {
			out = append(out, key)
		}
	}
	return out
}

// arrivals reads when vehicles come: at a rate, as a share of a stream or of the cargo of a zone, by a timetable or a list of moments.
func (r *reader) arrivals(m *strict.Map, origin string) corridors.Arrivals {
	a := corridors.Arrivals{}
	switch r.chosenKind(m) {
	case byTimetable:
		a.Timetable = timetable(m)
	case byTrace:
		v, _ := m.At(byTrace)
		a.Trace = r.trace(v, r.ahead[r.home[origin]])
	case byStream:
		a.PerSecond = r.shareOfStream(m)
	case byAlways:
		a.Always = always(m)
	case byAfter:
		a.After = r.follow(m, origin)
	case byZone:
		r.shareOfZone(m, &a)
	case byRate:
		a.PerSecond, _ = r.perSecond(m, byRate)
	}
	if m.Has("by_hour") {
		a.ByHour = r.profile(m)
	}
	r.random(m, &a)
	if sub, there := m.Sub("platoon"); there {
		a.Platoon = r.platoon(sub)
	}
	if n, given := m.Count("count", 0, math.MaxInt32); given {
		a.Count = &n
	}
	r.fixedKinds(m, &a)
	m.Known(byRate, byStream, "share", byTimetable, "first", byTrace, byAlways, byAfter, byZone, "delay", "direct", "transfer", "transfer_fee", "transfer_at")
	m.Done()
	return a
}

// chosenKind is the key that counts: that of the uppermost layer which has one. Two in one layer are
// a problem.
func (r *reader) chosenKind(m *strict.Map) string {
	kinds := writtenKinds(m.Node())
	var set []string // on the command line, above all files
	for _, key := range kinds {
		if v, _ := m.At(key); v.Layer().Set {
			set = append(set, key)
		}
	}
	if len(set) > 0 {
		kinds = set
	} else if key, chosen := r.arrive[m.Path()]; chosen {
		return key
	}
	switch len(kinds) {
	case 0:
		m.Require(byRate, "rate: 100/day")
		return ""
	case 1:
		return kinds[0]
	}
	first, _ := m.At(kinds[0])
	second, _ := m.At(kinds[1])
	second.Problem(words.Say("scenario.two-kinds", "first", kinds[0], "place", first.Pos().String()), words.Phrase{}, words.Say("strict.delete-one"))
	return ""
}

// idleArrivals says whether a key of arrivals says nothing, because an upper layer chose another kind.
func (l layers) idleArrivals(m *strict.Map, key string) bool {
	chosen, several := l.arrive[m.Path()]
	for _, kind := range writtenKinds(m.Node()) {
		if v, _ := m.At(kind); v.Layer().Set {
			chosen, several = kind, true
		}
	}
	with := map[string]string{"first": byTimetable, "delay": byAfter, "direct": byAfter, "transfer": byAfter}[key]
	if slices.Contains(writtenKinds(m.Node()), key) {
		with = key
	}
	if key == "share" {
		return several && chosen != byStream && chosen != byZone
	}
	return several && with != "" && with != chosen
}

// timetable reads `every: 6 min`, and when the first comes.
func timetable(m *strict.Map) *corridors.Timetable {
	table := corridors.Timetable{}
	shortest := secondsPerHour / float64(busiest)
	if every, given := m.Quantity(byTimetable, quantity.Time, quantity.Between(shortest, longestWait)); given {
		table.Every = every.Seconds()
	}
	if first, given := m.Quantity("first", quantity.Time, quantity.Between(0, longestWait)); given {
		table.First = first.Seconds()
	}
	return &table
}

// shareOfStream reads `stream: heavy trucks` with `share: 25 %`.
func (r *reader) shareOfStream(m *strict.Map) float64 {
	name, known := r.streams.find(m, byStream)
	m.Require("share", "share: 50 %")
	share, ok := m.Share("share")
	out := r.movements[name] * share
	if v, _ := m.At("share"); known && ok && out > 0 && out < rarest {
		tooRare(v, "0 %")
	}
	return out
}

// hoursOfDay is how many weights a daily profile has.
const hoursOfDay = 24

// profile reads the weights of the hours of the day.
func (r *reader) profile(m *strict.Map) []float64 {
	v, _ := m.At("by_hour")
	if weights, kept := recall[[]float64](r, v); kept {
		return weights
	}
	var out []float64
	ok := r.figure(v, scale{}, func(inner *strict.Value) (float64, bool) {
		items, ok := inner.AsList()
		if !ok {
			return 0, false
		}
		sum := 0.0
		for _, item := range items {
			x, read := item.AsNumber(quantity.Between(0, busiest))
			ok = ok && read
			out, sum = append(out, x), sum+x
		}
		if ok && (len(items) != hoursOfDay || sum == 0) {
			inner.Problem(words.Say("scenario.profile", "count", len(items)), words.Phrase{}, words.Say("scenario.profile-help", "example", evenProfile()))
			ok = false
		}
		return sum, ok
	})
	out, _ = keep(r, v, out, ok)
	return out
}

// evenProfile is a profile in which all hours are alike.
func evenProfile() string { return "[" + strings.Repeat("1, ", hoursOfDay-1) + "1]" }
