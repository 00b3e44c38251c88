package report

import (
	"hanhlang/corridors/report/indicators"
)

// The shapes of the indicators in JSON; a part of the contract.
type (
	indicatorsJSON struct {
		Replications int          `json:"replications"`
		Trucks       int          `json:"trucks"`
		NormalTonnes float64      `json:"normal_tonnes"`
		NormalKm     float64      `json:"normal_km"`
		Constants    string       `json:"constants"` // how far the two are to be trusted
		TFI          []tfiJSON    `json:"tfi"`
		TCD          []tcdJSON    `json:"tcd"`
		TRS          []trsJSON    `json:"trs"`
		Delay        []delayJSON  `json:"delay"`
		Rhythms      []rhythmJSON `json:"rhythms"`
	}
	tfiJSON struct {
		Indicator string `json:"indicator"`
		Gate      string `json:"gate"`
		Place     string `json:"place"`
		Country   string `json:"country"`
		Direction string `json:"direction"`
		Flow      string `json:"flow"`
		Trip      string `json:"trip"`
		Load      string `json:"load"`
		Activity  string `json:"activity"`
		Unit      string `json:"unit"`
		Trucks    int    `json:"trucks"`
		estimateJSON
		Margin *float64      `json:"margin"`
		Median *estimateJSON `json:"median"`
		Ratio  *estimateJSON `json:"ratio_of_totals"`
	}
	tcdJSON struct {
		Flow   string      `json:"flow"`
		Trip   string      `json:"trip"`
		Load   string      `json:"load"`
		Way    string      `json:"way"`
		Trucks int         `json:"trucks"`
		Points []pointJSON `json:"points"`
	}
	pointJSON struct {
		Km    float64  `json:"km"`
		Place string   `json:"place"`
		Name  string   `json:"name"`
		Step  string   `json:"step"`
		Time  bandJSON `json:"time_h"`
		Cost  bandJSON `json:"cost_usd"`
	}
	bandJSON struct {
		estimateJSON
		P10 *float64 `json:"p10"`
		P50 *float64 `json:"p50"`
		P90 *float64 `json:"p90"`
	}
	trsJSON struct {
		Block     string `json:"block"`
		Scope     string `json:"scope"`
		Gate      string `json:"gate"`
		Place     string `json:"place"`
		Country   string `json:"country"`
		Direction string `json:"direction"`
		Stage     string `json:"stage"`
		Owner     string `json:"owner"`
		Flow      string `json:"flow"`
		Channel   string `json:"channel"`
		Unit      string `json:"unit"`
		Trucks    int    `json:"trucks"`
		estimateJSON
		Median       *estimateJSON `json:"median"`
		SD           *estimateJSON `json:"sd"`
		Min          float64       `json:"min"`
		Max          float64       `json:"max"`
		P90          *estimateJSON `json:"p90"`
		Within       []withinJSON  `json:"within"`
		SinceArrival *estimateJSON `json:"since_arrival"`
		Peak         *estimateJSON `json:"peak"`
		OffPeak      *estimateJSON `json:"off_peak"`
		ByHour       []slotJSON    `json:"by_hour"`
		ByWeekday    []slotJSON    `json:"by_weekday"`
		Quantiles    []float64     `json:"quantiles,omitempty"` // by per cent, of crossings and of door to door
	}
	withinJSON struct {
		Target string  `json:"target"`
		Hours  float64 `json:"hours"`
		estimateJSON
	}
	rhythmJSON struct {
		Place   string          `json:"place"`
		Arrived [24]float64     `json:"arrived_per_hour"`
		Left    [24]float64     `json:"left_per_hour"`
		Present [7][24]*float64 `json:"present_trucks"` // Monday first; null: no run has such an hour
		Stay    [7][]slotJSON   `json:"stay_h"`
	}
	slotJSON struct {
		Slot   int      `json:"slot"`
		Trucks int      `json:"trucks"`
		Mean   *float64 `json:"mean"`
	}
	delayJSON struct {
		Cause   string `json:"cause"`
		Name    string `json:"name"`
		Owner   string `json:"owner"`
		Place   string `json:"place"`
		Country string `json:"country"`
		Unit    string `json:"unit"`
		estimateJSON
		Micro *int64 `json:"microseconds"`
	}
	waterfallJSON struct {
		Alternative string      `json:"alternative"`
		Base        string      `json:"base"`
		Causes      []delayJSON `json:"causes"`
	}
)

// recalled says how far the constants of CPMM are to be trusted.
const recalled = "recalled, to be checked"

func indicatorsOf(s *indicators.Set) *indicatorsJSON {
	if s == nil {
		return nil
	}
	return &indicatorsJSON{
		Replications: s.Replications, Trucks: s.Trucks, NormalTonnes: indicators.NormalTonnes, NormalKm: indicators.NormalKm, Constants: recalled,
		TFI: each(s.TFI, tfiOf), TCD: each(s.TCD, tcdOf), TRS: each(s.TRS, trsOf),
		Delay:   each(s.Delay, func(d indicators.Delay) delayJSON { return delayOf(d, true) }),
		Rhythms: each(s.Rhythms, rhythmOf),
	}
}

func rhythmOf(r indicators.Rhythm) rhythmJSON {
	out := rhythmJSON{Place: r.Place, Arrived: r.Arrived, Left: r.Left}
	for d := range r.Stay {
		for h, watched := range r.Watched[d] {
			if watched {
				out.Present[d][h] = finite(r.Present[d][h])
			}
		}
		out.Stay[d] = slotsOf(r.Stay[d][:], 0)
	}
	return out
}

func tfiOf(t indicators.TFI) tfiJSON {
	out := tfiJSON{
		Indicator: t.Indicator, Gate: t.Gate, Place: t.Place, Country: t.Country, Direction: t.Direction, Flow: t.Flow, Trip: t.Trip,
		Load: t.Load, Activity: t.Activity, Unit: t.Unit, Trucks: t.N, estimateJSON: estimateOf(t.Mean), Median: maybe(t.Median), Ratio: maybe(t.Ratio),
	}
	if half, ok := t.Mean.HalfWidth(); ok {
		out.Margin = finite(half)
	}
	return out
}

func tcdOf(t indicators.TCD) tcdJSON {
	return tcdJSON{
		t.Flow, t.Trip, t.Load, t.Way, t.Trucks,
		each(t.Points, func(p indicators.Point) pointJSON {
			return pointJSON{p.Km, p.Place, p.Name, p.Step, bandOf(p.Time), bandOf(p.Cost)}
		}),
	}
}

func bandOf(s indicators.Summary) bandJSON {
	return bandJSON{estimateOf(s.Mean), finite(s.P10.Mean), finite(s.Median.Mean), finite(s.P90.Mean)}
}

func trsOf(t indicators.TRS) trsJSON {
	out := trsJSON{
		Block: t.Block, Scope: t.Scope, Gate: t.Gate, Place: t.Place, Country: t.Country, Direction: t.Direction, Stage: t.Stage, Owner: t.Owner,
		Flow: t.Flow, Channel: t.Channel, Unit: "h", Trucks: t.N, estimateJSON: estimateOf(t.Mean), Median: maybe(t.Median), SD: maybe(t.SD),
		Min: t.Low, Max: t.High, P90: maybe(t.P90), Within: []withinJSON{}, SinceArrival: maybe(t.SinceArrival),
		Peak: maybe(t.Peak), OffPeak: maybe(t.OffPeak), ByHour: slotsOf(t.ByHour, 0), ByWeekday: slotsOf(t.ByWeekday, 1), Quantiles: t.Quantiles,
	}
	for i, l := range t.Limits {
		out.Within = append(out.Within, withinJSON{l.Name, l.Hours, estimateOf(t.Within[i])})
	}
	return out
}

// slotsOf numbers hours from 0 and weekdays from 1, which is Monday.
func slotsOf(list []indicators.Slot, from int) []slotJSON {
	out := make([]slotJSON, 0, len(list))
	for i, s := range list {
		one := slotJSON{Slot: from + i, Trucks: s.N}
		if s.N > 0 {
			one.Mean = finite(s.Mean)
		}
		out = append(out, one)
	}
	return out
}

// delayOf a cause; its microseconds are left out where they would not add up.
func delayOf(d indicators.Delay, whole bool) delayJSON {
	out := delayJSON{
		Cause: d.Cause, Name: d.Name, Owner: d.Owner, Place: d.Place, Country: d.Country, Unit: "h", estimateJSON: estimateOf(d.Hours),
	}
	if whole {
		out.Micro = &d.Micro
	}
	return out
}

func waterfallOf(w Waterfall) waterfallJSON {
	return waterfallJSON{w.Alternative, w.Base, each(w.Causes, func(d indicators.Delay) delayJSON { return delayOf(d, w.SameTrucks) })}
}
