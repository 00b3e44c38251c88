package indicators

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// The constants by which CPMM makes costs comparable, recalled from its published methodology (ADB CAREC
// Corridor Performance Measurement and Monitoring) and still to be checked.
const (
	NormalTonnes = 20.0  // [t]
	NormalKm     = 500.0 // [km]
)

// TFI is one row of the four CPMM indicators. Mean is the mean of the trucks' ratios, Ratio that of totals.
type TFI struct {
	Indicator string // TFI1 to TFI4
	Unit      string
	Gate      string // TFI1 and TFI2
	Place     string // post
	Country   string
	Direction string // exit or entry
	Flow      string // TFI3 and TFI4: of a whole trip
	Trip      string // out or home
	Load      string // loaded or empty
	Activity  string // all, or what the time or money is for; TFI4: SWD, SWOD
	Summary
}

// tfiKey is a TFI without its figures.
type tfiKey struct {
	indicator, unit, gate, place, country, direction, flow, trip, load, activity string
}

// All is the row that holds the others of its kind together.
const All = "all"

// The activities of TFI4.
const (
	SWD  = "SWD"  // speed with delay
	SWOD = "SWOD" // speed without delay
)

func loadOf(loaded bool) string {
	if loaded {
		return string(corridors.Loaded)
	}
	return string(corridors.Empty)
}

// bookPosts books a truck at the posts that it has passed.
func (o *Observer) bookPosts(r *Record) {
	for i := range r.Elements {
		if e := &r.Elements[i]; e.Kind == AtPost && e.Passed {
			o.tfi1(e)
			o.tfi2(e)
		}
	}
}

// atPost begins the key of an indicator of a post.
func (e *Element) atPost(indicator, unit string) tfiKey {
	return tfiKey{
		indicator: indicator, unit: unit, gate: e.Name, place: e.Place, country: e.Country, direction: string(e.Direction), load: loadOf(e.Loaded),
	}
}

// tfi1 is the time at a post from entry to exit, and what it went for.
func (o *Observer) tfi1(e *Element) {
	b := o.postOf(e)
	if b.tfi1[0] == nil {
		k := e.atPost("TFI1", "h")
		names := causeNames()
		for i, activity := range slices.Concat([]string{All}, names[:], []string{journey.Driving.String()}) {
			k.activity = activity
			b.tfi1[i] = o.tfi.of(k)
		}
	}
	put := func(s *series, d sim.Time) {
		s.add(hours(d))
		s.ratio(hours(d), 1)
	}
	put(b.tfi1[0], e.To-e.From)
	for i, spent := range e.causes() {
		put(b.tfi1[1+i], spent)
	}
	put(b.tfi1[1+roomCauses], e.By[journey.Driving])
}

// tfi2 is what is paid at a post.
func (o *Observer) tfi2(e *Element) {
	b := o.postOf(e)
	if b.tfi2[0] == nil {
		k := e.atPost("TFI2", "USD")
		for i, activity := range []string{All, string(official), string(informal)} {
			k.activity = activity
			b.tfi2[i] = o.tfi.of(k)
		}
	}
	var sums [3]int64
	for line, nature := range o.atlas.natures {
		switch nature {
		case official:
			sums[1] += e.Money[line]
		case informal:
			sums[2] += e.Money[line]
		}
	}
	sums[0] = sums[1] + sums[2]
	for i, s := range b.tfi2 {
		s.scaled(usd(sums[i]), weight(e.Loaded, e.Tonnes))
	}
}

// scaled adds a cost for a weight in units of the normal one; the ratio of totals weighs it.
func (s *series) scaled(cost, units float64) {
	if units == 0 {
		return
	}
	s.add(cost / units)
	s.ratio(cost, units)
}

// weight of a load in units of the normal one; an empty truck counts as it is.
func weight(loaded bool, tonnes float64) float64 {
	if !loaded {
		return 1
	}
	return tonnes / NormalTonnes
}

// tfi34 are cost and speed of a whole trip.
func (o *Observer) tfi34(r *Record, part Part) {
	var km, tonnes float64
	var total, motion sim.Time
	var micro int64
	loaded, there := false, false
	for i := range r.Elements {
		e := &r.Elements[i]
		if e.Part != part {
			continue
		}
		there = true
		km += e.Km
		total += e.To - e.From
		micro += e.Cost()
		if e.Kind == OnLeg {
			motion += e.By[journey.Driving]
			loaded, tonnes = loaded || e.Loaded, max(tonnes, e.Tonnes)
		}
	}
	if !there || km == 0 || total == 0 || motion == 0 {
		return
	}
	b := &o.flowOf(r).trips[which(part == Home)][which(loaded)]
	if b.cost == nil {
		k := tfiKey{indicator: "TFI3", unit: "USD", flow: r.Flow, trip: string(part), load: loadOf(loaded), activity: All}
		b.cost = o.tfi.of(k)
		k.indicator, k.unit, k.activity = "TFI4", "km/h", SWD
		b.delayed = o.tfi.of(k)
		k.activity = SWOD
		b.moving = o.tfi.of(k)
	}
	b.cost.scaled(usd(micro), float64(weight(loaded, tonnes)*km)/NormalKm)
	b.delayed.add(km / hours(total))
	b.delayed.ratio(km, hours(total))
	b.moving.add(km / hours(motion))
	b.moving.ratio(km, hours(motion))
}

// tfiRows are the rows over all observed replications.
func tfiRows(e estimator, all []digests[tfiKey]) []TFI {
	keys := union(all)
	slices.SortStableFunc(keys, func(a, b tfiKey) int {
		switch {
		case a.indicator < b.indicator:
			return -1
		case a.indicator > b.indicator:
			return 1
		}
		return 0
	})
	out := make([]TFI, 0, len(keys))
	for _, k := range keys {
		s := summary(e, all, k)
		never := k.indicator == "TFI1" && k.activity != All && s.High == 0
		if s.N > 0 && !never {
			out = append(out, TFI{k.indicator, k.unit, k.gate, k.place, k.country, k.direction, k.flow, k.trip, k.load, k.activity, s})
		}
	}
	return out
}

func hours(d sim.Time) float64 { return float64(d) / float64(sim.Hour) }

func usd(micro int64) float64 { return float64(micro) / 1e6 }
