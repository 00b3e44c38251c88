package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// How many weights the profiles of a week and of a year have.
const (
	daysOfWeek   = 7
	monthsOfYear = 12
)

// random reads what varies a random stream from day to day; a timetable or a list of moments has none.
func (r *reader) random(m *strict.Map, a *corridors.Arrivals) {
	a.ByWeekday = r.weights(m, "by_weekday", daysOfWeek)
	a.ByMonth = r.weights(m, "by_month", monthsOfYear)
	if sub, there := m.Sub("day_factor"); there {
		a.DayFactor = r.dayFactor(sub)
	}
	a.Rush = r.rush(m)
	a.PerSecond *= r.growth(m)
	kind := byTimetable
	if a.Trace != nil {
		kind = byTrace
	}
	fixed, isFixed := m.At(kind)
	if !isFixed || a.Trace == nil && a.Timetable == nil {
		return
	}
	for _, key := range []string{"by_weekday", "by_month", "day_factor", "rush", "growth"} {
		if v, there := m.At(key); there && r.height(v) >= r.height(fixed) { // a lower layer spoke of another stream
			v.Problem(words.Say("scenario.random-only", "key", key), words.Phrase{}, words.Say("scenario.random-only-help"))
		}
	}
}

// weights reads a profile of so many weights.
func (r *reader) weights(m *strict.Map, key string, wanted int) []float64 {
	v, there := m.At(key)
	if !there {
		return nil
	}
	if weights, kept := recall[[]float64](r, v); kept {
		return weights
	}
	var out []float64
	ok := r.figure(v, scale{}, func(inner *strict.Value) (float64, bool) {
		items, ok := inner.AsList()
		sum := 0.0
		for _, item := range items {
			x, read := item.AsNumber(quantity.Between(0, busiest))
			out, sum, ok = append(out, x), sum+x, ok && read
		}
		if ok && (len(items) != wanted || sum == 0) {
			inner.Problem(words.Say("scenario.weights", "count", len(items), "wanted", wanted), words.Phrase{}, words.Phrase{})
			ok = false
		}
		return sum, ok
	})
	out, _ = keep(r, v, out, ok)
	return out
}

// most the days of a stream may vary, as the coefficient of variation of their factor.
const widestDays = 3

// dayFactor reads `day_factor: {law: gamma, cv: 0.3}`: a factor of mean 1.
func (r *reader) dayFactor(m *strict.Map) *law.Law {
	m.Require("cv", "cv: 0.3")
	kind := "gamma"
	if given, there := m.Choice("law", "gamma", "lognormal"); there {
		kind = given
	}
	cv, ok := r.number(m, "cv", quantity.Between(0, widestDays))
	m.Done()
	if !ok || cv == 0 {
		return nil
	}
	l, err := r.facts.tables.Lognormal(1, cv)
	if kind == "gamma" {
		l, err = law.Gamma(1, 1/(cv*cv))
	}
	if v, there := m.At("cv"); err != nil && there {
		accepted(v, kind, err)
	}
	return &l
}

// rush reads days that are busier or quieter than others.
func (r *reader) rush(m *strict.Map) []corridors.Rush {
	var out []corridors.Rush
	items, _ := r.items(m, "rush")
	for _, item := range items {
		rush := corridors.Rush{}
		rush.Name, _ = item.Text("name")
		var ok bool
		rush.From, rush.To, ok = r.dates(item)
		rush.Factor, _ = r.plain(item, "factor", factors())
		first, last := r.horizon.Start, r.horizon.Start+corridors.Day(r.horizon.End().Seconds()/secondsOfDay)
		if ok && (rush.To < first || last < rush.From) {
			v, _ := item.At("from")
			v.Warn(words.Say("scenario.rush-beside", "from", first.String(), "to", last.String()), words.Say("scenario.rush-beside-help"))
		}
		item.Done()
		out = append(out, rush)
	}
	return out
}

const secondsOfDay = 24 * secondsPerHour

// factors is the scale of multiples, written 1.5 or 150 %.
func factors() scale {
	return scale{
		read: func(v *strict.Value) (float64, bool) {
			q, ok := v.AsQuantity(quantity.Pure, quantity.Between(0, 1000))
			return q.Value, ok
		},
		stated: inUnits(quantity.Pure),
	}
}

// growth reads `growth: 8 %` a year from base_year to year, as a factor.
func (r *reader) growth(m *strict.Map) float64 {
	v, there := m.At("growth")
	if !there {
		for _, key := range []string{"base_year", "year"} {
			if v, there := m.At(key); there {
				v.Problem(words.Say("scenario.year-alone", "key", key), words.Phrase{}, words.Say("strict.add-line", "line", "growth: 8 %"))
			}
		}
		return 1
	}
	rate, ok := r.plainValue(v, rateOfGrowth())
	m.Require("base_year", "base_year: 2024")
	m.Require("year", "year: 2030")
	base, okBase := m.Count("base_year", firstYear, lastYear)
	year, okYear := m.Count("year", firstYear, lastYear)
	if !ok || !okBase || !okYear {
		return 1
	}
	written, _ := m.At("year")
	r.described = append(r.described, described{year, written})
	return grown(rate, year-base)
}

// The years that a file may name.
const (
	firstYear = 1990
	lastYear  = 2100
)

// described is a year whose demand a figure was carried into.
type described struct {
	year    int
	written *strict.Value
}

// rateOfGrowth is the scale of growth per year.
func rateOfGrowth() scale {
	return scale{
		read: func(v *strict.Value) (float64, bool) {
			q, ok := v.AsQuantity(quantity.Pure, quantity.Between(-0.9, 1))
			return q.Value, ok
		},
		stated: inUnits(quantity.Pure),
	}
}

// biggest platoon that the program can hold.
const biggestPlatoon = 1000

// platoon reads `platoon: {size: 3, gap: 1 min}`; of several sizes each is as likely.
func (r *reader) platoon(m *strict.Map) *corridors.Platoon {
	p := corridors.Platoon{}
	m.Require("size", "size: 3")
	if v, there := m.At("size"); there {
		p.Sizes = r.sizes(v)
	}
	p.Gap, _ = r.quantity(m, "gap", quantity.Time, anyTime())
	m.Done()
	if len(p.Sizes) == 0 {
		return nil
	}
	return &p
}

// sizes reads a whole number, or a list of them.
func (r *reader) sizes(v *strict.Value) []int {
	if sizes, kept := recall[[]int](r, v); kept {
		return sizes
	}
	var out []int
	take := func(v *strict.Value) (mean float64, ok bool) {
		items := []*strict.Value{v}
		if v.IsList() {
			items, _ = v.AsList()
		}
		ok = len(items) > 0
		out = nil
		for _, item := range items {
			n, read := item.AsCount(1, biggestPlatoon)
			out, mean, ok = append(out, n), mean+float64(n)/float64(len(items)), ok && read
		}
		if v.IsList() && len(items) == 0 {
			v.Problem(words.Say("strict.empty-list"), words.Phrase{}, words.Say("strict.write-items"))
		}
		return mean, ok
	}
	ok := r.figure(v, scale{read: take, stated: plainNumber}, take)
	if !ok {
		return nil
	}
	out, _ = keep(r, v, slices.Clone(out), ok)
	return out
}

// most trucks that stand before a post when a run begins.
const mostWaiting = 100000

// backlog reads `backlog: {at: Hữu Nghị, trucks: 300}`.
func (r *reader) backlog(m *strict.Map) *corridors.Backlog {
	sub, there := m.Sub("backlog")
	if !there {
		return nil
	}
	b := corridors.Backlog{}
	sub.Require("at", "at: Hữu Nghị")
	sub.Require("trucks", "trucks: 300")
	b.At, _ = r.places.find(sub, "at")
	b.Trucks, _ = r.count(sub, "trucks", scale{}, 0, mostWaiting)
	b.Counted, _ = sub.Flag("counted")
	sub.Done()
	return &b
}
