package journey

import (
	"slices"
	"strings"

	"hanhlang/sim"
)

// measure is one number of a replication, with its way to get it from the books.
type measure struct {
	name string
	of   func(*World) (float64, bool)
}

// Measures are the names of what Outcome.Values holds. Each ends in its unit.
func (m *Model) Measures() []string {
	names := make([]string, len(m.measures))
	for i := range m.measures {
		names[i] = m.measures[i].name
	}
	return names
}

// MeasureAt is the place of a measure in Outcome.Values; below zero where there is no such measure.
func (m *Model) MeasureAt(name string) int {
	return slices.IndexFunc(m.measures, func(each measure) bool { return each.name == name })
}

// listMeasures lists what is measured on this corridor.
func (b *builder) listMeasures() []listed {
	var targets, stations, stages []measure
	need := noLedger
	for _, t := range b.setup.Targets {
		targets = append(targets, targetMeasure(t))
		if t.Of != OfDoorToDoor {
			need = ofTime
		}
	}
	for i := range b.Model.stations {
		stations = append(stations, b.stationMeasures(i)...)
	}
	for i := range b.rows {
		if !b.isQuota(i) {
			stages = append(stages, b.stageMeasure(i))
		}
	}
	for i := range b.rows {
		stages = append(stages, b.besideMeasures(i)...)
	}
	return slices.Concat(
		from(ofTime, b.borderMeasures()), from(noLedger, doorMeasures()), from(ofMoney, b.costMeasures()), from(noLedger, flowMeasures(b.setup.Horizon)),
		from(noLedger, b.marketMeasures()), from(need, targets), from(noLedger, b.gatherMeasures()), from(noLedger, b.transferMeasures()),
		from(noLedger, b.permitMeasures()), from(noLedger, b.quotaMeasures()), from(noLedger, b.roadMeasures()), from(ofMoney, b.detourMeasures()),
		from(ofTime, b.gateMeasures()), from(ofMoney, b.byFlowMeasures()), from(ofTime, b.regimeMeasures()), from(noLedger, b.crowdMeasures()),
		from(ofTime, b.depotMeasures()), from(ofMoney, b.fleetMeasures()), from(noLedger, stations), from(ofTime, stages), from(noLedger, b.spaceMeasures()),
	)
}

// borderMeasures are the times of crossings.
func (b *builder) borderMeasures() []measure {
	list := []measure{
		{"border_time_h", func(w *World) (float64, bool) { return meanHours(w.books.loaded.Sum(), w.books.loaded.Len()) }},
	}
	for i, c := range b.setup.Corridor.Countries {
		list = append(list, measure{"border_time_" + strings.ToLower(c.Code) + "_h", func(w *World) (float64, bool) {
			return meanHours(w.books.byCountry[i], w.books.loaded.Len())
		}})
	}
	for _, q := range quantiles {
		list = append(list, measure{"border_time_" + q.name + "_h", func(w *World) (float64, bool) {
			return quantileHours(&w.books.loaded, q.p)
		}})
	}
	for _, part := range []struct {
		name     string
		activity Activity
	}{{"queue_wait_h", Queueing}, {"closed_wait_h", ClosedWait}, {"blocked_h", Blocked}} {
		list = append(list, measure{part.name, func(w *World) (float64, bool) {
			return w.books.perCrossing(b.activityAtBorder(w, part.activity))
		}})
	}
	list = append(list, b.cargoMeasures()...)
	list = append(list, b.fallbackMeasures()...)
	return append(list,
		measure{"service_h", func(w *World) (float64, bool) {
			return w.books.perCrossing(b.activityAtBorder(w, Service) + b.activityAtBorder(w, Driving))
		}},
		measure{"border_time_open_h", func(w *World) (float64, bool) {
			return w.books.perCrossing(w.books.loaded.Sum() - b.activityAtBorder(w, ClosedWait))
		}},
		measure{"border_time_empty_h", func(w *World) (float64, bool) { return w.books.empty.hours() }},
		measure{"other_border_time_h", func(w *World) (float64, bool) { return w.books.others.hours() }},
		measure{"trader_entry_h", func(w *World) (float64, bool) {
			if w.books.keying.n == 0 {
				return 0, false
			}
			return meanHours(w.books.keying.sum, w.books.loaded.Len())
		}},
	)
}

// quantiles that are reported of times.
var quantiles = [...]struct {
	name string
	p    int // [%]
}{{"p50", 50}, {"p90", 90}, {"p95", 95}, {"p99", 99}}

// doorMeasures are the times of loads and round trips.
func doorMeasures() []measure {
	list := []measure{
		{"door_to_door_h", func(w *World) (float64, bool) { return meanHours(w.books.doors.Sum(), w.books.doors.Len()) }},
	}
	for _, q := range quantiles {
		list = append(list, measure{"door_to_door_" + q.name + "_h", func(w *World) (float64, bool) {
			return quantileHours(&w.books.doors, q.p)
		}})
	}
	return append(list,
		measure{"return_load_door_to_door_h", func(w *World) (float64, bool) { return w.books.returnDoor.hours() }},
		measure{"return_load_share", func(w *World) (float64, bool) { return share(w.books.market().found, w.books.market().sought) }},
		measure{"return_load_wait_h", func(w *World) (float64, bool) { return meanHours(w.books.seeking.sum, int(w.books.market().sought)) }},
		measure{"round_trip_h", func(w *World) (float64, bool) { return meanHours(w.books.roundTrip, int(w.books.trips)) }},
	)
}

// costMeasures are sums of money of round trips.
func (b *builder) costMeasures() []measure {
	list := []measure{
		{"cost_per_tonne_usd", func(w *World) (float64, bool) { return w.books.cost(w.books.total, w.books.tonnes) }},
		{"cost_per_trip_usd", func(w *World) (float64, bool) { return w.books.cost(w.books.total, float64(w.books.trips)) }},
		{"cost_per_truck_km_usd", func(w *World) (float64, bool) { return w.books.cost(w.books.total, w.books.km) }},
	}
	list = append(list, measure{"cost_per_tkm_usd", func(w *World) (float64, bool) { return w.books.cost(w.books.total, w.books.purses.tkm) }})
	list = append(list, b.lineMeasures()...)
	list = append(list, b.loadMeasures()...)
	list = append(list, b.carbonMeasures()...)
	list = append(list, b.goodsMeasures()...)
	return append(list, measure{"empty_km_share", func(w *World) (float64, bool) { return ratio(w.books.emptyKm, w.books.km) }})
}

// flowMeasures count what happens per day of the window.
func flowMeasures(h Horizon) []measure {
	days := float64(h.Length) / float64(sim.Day)
	return []measure{
		{"trucks_per_day", func(w *World) (float64, bool) { return float64(w.books.crossings) / days, true }},
		{"loads_per_day", func(w *World) (float64, bool) { return float64(w.books.deliveries) / days, true }},
		{"tonnes_per_day", func(w *World) (float64, bool) { return w.books.shipped / days, true }},
		{"inside_end_trucks", func(w *World) (float64, bool) { return float64(w.books.atEnd), true }},
		{"share_before_opening", func(w *World) (float64, bool) { return share(w.books.early, w.books.arrivals) }},
		{"backlog_at_close_trucks", func(w *World) (float64, bool) { return ratio(float64(w.books.backlog.sum), float64(w.books.backlog.n)) }},
	}
}

// targetMeasure is the share of loaded trucks within a target.
func targetMeasure(t Target) measure {
	return measure{"share_within_" + t.Name, func(w *World) (float64, bool) {
		times := w.books.timesOf(t.Of)
		return share(int64(times.UpTo(t.Within)), int64(times.Len()))
	}}
}

// timesOf is what a target is about.
func (b *books) timesOf(of TargetOf) *sim.Sample {
	return map[TargetOf]*sim.Sample{OfBorderTime: &b.loaded, OfWait: &b.waits, OfDoorToDoor: &b.doors}[of]
}

// StationMeasure is the name of a measure of one station: wait_h, queue_trucks,
// queue_longest_trucks or utilisation_share.
func StationMeasure(at StationName, measure string) string {
	return "station." + at.Place + "/" + at.Name + "." + measure
}

// stationMeasures are the books of one station over the window.
func (b *builder) stationMeasures(i int) []measure {
	of := func(name string) string { return StationMeasure(b.Stations()[i], name) }
	return []measure{
		{of("wait_h"), func(w *World) (float64, bool) {
			seconds, present := w.books.stations[i].MeanWait()
			return seconds / secondsPerHour, present
		}},
		{of("queue_trucks"), func(w *World) (float64, bool) {
			return w.books.stations[i].MeanQueue()
		}},
		{of("queue_longest_trucks"), func(w *World) (float64, bool) {
			return float64(w.books.stations[i].LongestQueue), true
		}},
		{of("utilisation_share"), func(w *World) (float64, bool) { return w.books.stations[i].Utilisation() }},
	}
}

// stageMeasure is the time in one stage, waits included, of the loaded trucks that pass it.
func (b *builder) stageMeasure(i int) measure {
	row := b.rows[i]
	return measure{"stage." + row.Place + "/" + row.Stage + ".time_h", func(w *World) (float64, bool) {
		return w.books.rows[i].timeOf()
	}}
}

// perCrossing is the mean over loaded crossings of a sum of the stages. Where a run stops with
// trucks inside there is none: the stages then hold time of crossings that were never completed.
func (b *books) perCrossing(sum sim.Time) (float64, bool) {
	if b.inside > 0 {
		return 0, false
	}
	return meanHours(sum, b.loaded.Len())
}

// activityAtBorder sums an activity over all stages of posts.
func (b *builder) activityAtBorder(w *World, a Activity) sim.Time {
	var sum sim.Time
	for i := range w.books.rows[:b.borderRows] {
		sum += w.books.rows[i].time[a]
	}
	return sum
}

func (m *mean) hours() (float64, bool) { return meanHours(m.sum, int(m.n)) }

// cost per unit [USD]; there is none where nothing costs anything.
func (b *books) cost(micro int64, units float64) (float64, bool) {
	if b.total == 0 {
		return 0, false
	}
	return ratio(usd(micro), units)
}

func usd(micro int64) float64 { return float64(micro) / 1e6 }
