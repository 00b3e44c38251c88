package journey_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// values are the measures as the second bookkeeper sees them; one without an observation is absent.
func (r *recount) values() map[string]float64 {
	v := make(map[string]float64)
	put := func(name string, value float64, there bool) {
		if there {
			v[name] = value
		}
	}
	r.settleStrips()
	r.borderValues(put)
	r.tripValues(put)
	r.flowValues(put)
	r.crowdValues(put)
	r.detourValues(put)
	r.depotValues(put)
	r.byFlowValues(put)
	r.marketValues(put)
	r.allotValues(put)
	for name, times := range r.regimes {
		put(name, mean(total(times), len(times)), true)
	}
	r.haulValues(put)
	for _, at := range mapped(r.stations) {
		r.stationValues(at, put)
	}
	for at := range r.inYard { // of a stage that nobody passed
		put("stage."+at.post+"/"+at.stage+".shadow_h", 0, len(r.loaded) > 0)
	}
	for at, row := range r.rows {
		name, came := "stage."+at.post+"/"+at.stage, row.passed+row.shadowed
		put(name+".time_h", mean(total(row.time[:])+row.shadow, came), came > 0)
		put(name+".last_share", float64(row.passed)/float64(came), came > 0)
		put(name+".shadow_h", mean(row.shadow, len(r.loaded)), len(r.loaded) > 0)
	}
	for _, target := range r.setup.Targets {
		times := map[journey.TargetOf][]sim.Time{
			journey.OfBorderTime: r.loaded, journey.OfWait: r.waits, journey.OfDoorToDoor: r.doors,
		}[target.Of]
		within := 0
		for _, d := range times {
			if d <= target.Within {
				within++
			}
		}
		put("share_within_"+target.Name, float64(within)/float64(len(times)), len(times) > 0)
	}
	return v
}

type putter func(name string, value float64, there bool)

func (r *recount) borderValues(put putter) {
	n := len(r.loaded)
	put("border_time_h", mean(total(r.loaded), n), n > 0)
	for _, c := range r.setup.Corridor.Countries {
		put("border_time_"+strings.ToLower(c.Code)+"_h", mean(r.country[c.Code], n), n > 0)
	}
	r.quantiles("border_time_", r.loaded, put)
	put("queue_wait_h", mean(r.parts[journey.Queueing], n), n > 0)
	put("closed_wait_h", mean(r.parts[journey.ClosedWait], n), n > 0)
	put("blocked_h", mean(r.parts[journey.Blocked], n), n > 0)
	put("service_h", mean(r.parts[journey.Service]+r.parts[journey.Driving], n), n > 0)
	put("border_time_open_h", mean(total(r.loaded)-r.parts[journey.ClosedWait], n), n > 0)
	put("border_time_empty_h", mean(total(r.empty), len(r.empty)), len(r.empty) > 0)
	put("border_time_transit_h", mean(total(r.transit), len(r.transit)), len(r.transit) > 0)
	put("border_time_trusted_h", mean(total(r.trusted), len(r.trusted)), len(r.trusted) > 0)
	put("paper_fallback_share", float64(r.fallbacks)/float64(r.adopted), r.adopted > 0)
	put("trader_entry_h", mean(r.keying, n), r.keyed > 0 && n > 0)
}

// quantiles by their definition: the smallest time that at least p per cent do not exceed.
func (r *recount) quantiles(prefix string, times []sim.Time, put putter) {
	for name, percent := range map[string]int{"p50": 50, "p90": 90, "p95": 95, "p99": 99} {
		best := sim.Time(-1)
		sorted := slices.Sorted(slices.Values(times))
		for i, d := range sorted {
			if 100*(i+1) >= percent*len(times) {
				best = d
				break
			}
		}
		put(prefix+name+"_h", hours(best), len(times) > 0)
	}
}

func (r *recount) tripValues(put putter) {
	put("door_to_door_h", mean(total(r.doors), len(r.doors)), len(r.doors) > 0)
	r.quantiles("door_to_door_", r.doors, put)
	put("return_load_share", float64(r.found)/float64(r.sought), r.sought > 0)
	put("return_load_wait_h", mean(r.seeking, r.sought), r.sought > 0)
	put("rest_h", mean(r.road[journey.Rest], r.trips), r.trips > 0)
	put("road_wait_h", mean(r.road[journey.Queueing]+r.road[journey.ClosedWait], r.trips), r.trips > 0)
	put("round_trip_h", mean(r.stay, r.trips), r.trips > 0)
	usd := func(micro int64) float64 { return float64(micro) / 1e6 }
	trips := float64(r.trips)
	put("cost_per_tonne_usd", usd(r.total)/r.tonnes, r.total > 0 && r.tonnes > 0)
	put("cost_per_trip_usd", usd(r.total)/trips, r.total > 0)
	put("cost_per_truck_km_usd", usd(r.total)/r.km, r.total > 0 && r.km > 0)
	r.lineValues(put)
	r.purseValues(put)
	r.fuelValues(put)
	r.goodsValues(put)
	put("empty_km_share", r.emptyKm/r.km, r.km > 0)
}

func (r *recount) flowValues(put putter) {
	days := hours(r.setup.Horizon.Length) / 24
	put("trucks_per_day", float64(r.crossed)/days, true)
	put("loads_per_day", float64(r.delivered)/days, true)
	put("tonnes_per_day", r.shipped/days, true)
	put("share_before_opening", float64(r.early)/float64(r.arrivals), r.arrivals > 0)
	r.backlog(put)
	if len(r.setup.Corridor.Gates) < 2 {
		return
	}
	for _, pair := range r.setup.Corridor.Gates {
		put(journey.GateMeasure(pair.Name, "trucks_per_day"), float64(r.gateCrossed[pair.Name])/days, true)
		times := r.gateLoaded[pair.Name]
		put(journey.GateMeasure(pair.Name, "border_time_h"), mean(total(times), len(times)), len(times) > 0)
	}
}

// ambiguous says whether two stations of a post are open at the same times by different rules: the model
// takes them apart, and nothing in the log tells.
func (r *recount) ambiguous() bool {
	for _, pair := range r.setup.Corridor.Gates {
		for _, post := range pair.Posts {
			for i, a := range post.Stations {
				for _, b := range post.Stations[:i] {
					same := slices.Equal(rosterOf(r.setup, &post, a.Name, r.setup.Horizon.End()).open, rosterOf(r.setup, &post, b.Name, r.setup.Horizon.End()).open)
					if same && !reflect.DeepEqual([]any{a.Hours, a.Weekend, a.Holiday, r.shockedAs(&post, a.Name)}, []any{b.Hours, b.Weekend, b.Holiday, r.shockedAs(&post, b.Name)}) {
						return true
					}
				}
			}
		}
	}
	return false
}

// backlog is the mean number of trucks that wait at the stations of a post that close together.
func (r *recount) backlog(put putter) {
	h, waiting, closings := r.setup.Horizon, 0, 0
	for _, pair := range r.setup.Corridor.Gates {
		for _, post := range pair.Posts {
			seen := make(map[sim.Time][]opening)
			for _, s := range post.Stations {
				roster := rosterOf(r.setup, &post, s.Name, h.End()+sim.Day)
				open := roster.open
				shifts := len(s.Shifts) > 0
				for _, span := range open {
					if span.to <= h.WarmUp || span.to > h.End() {
						continue
					}
					if shifts || !slices.ContainsFunc(seen[span.to], func(o opening) bool { return slices.Equal(o, open) }) {
						closings++
						if !shifts {
							seen[span.to] = append(seen[span.to], open)
						}
					}
					for _, v := range r.visited[stationAt{post.Name, s.Name}] {
						if v.joined < span.to && v.admitted > span.to {
							waiting++
						}
					}
				}
			}
		}
	}
	put("backlog_at_close_trucks", float64(waiting)/float64(closings), closings > 0)
}

// stationValues are the books of one station over the window.
func (r *recount) stationValues(at stationAt, put putter) {
	h := r.setup.Horizon
	window := opening{{h.WarmUp, h.End()}}
	post := r.post(at.post)
	roster := rosterOf(r.setup, post, at.station, max(r.last, h.End())+sim.Day)
	var waits, area, busy, kept sim.Time
	admitted, joined := 0, 0
	there, sure := roster.serverTime(r.visited[at], h.WarmUp, h.End())
	r.unsure[at] = r.unsure[at] || !sure
	for _, v := range r.visited[at] {
		if r.booked(v.admitted) {
			admitted++
			waits += v.admitted - v.joined
		}
		if r.booked(v.joined) {
			joined++
		}
		kept += window.overlap(v.done, v.left)
		area += window.overlap(v.joined, v.admitted)
		busy += window.overlap(v.admitted, v.done)
		closed := v.admitted - v.joined - roster.open.overlap(v.joined, v.admitted)
		assert.Equal(r.t, closed, v.closed, "wait for opening at %v of who joined at %v", at, v.joined)
	}
	name := func(measure string) string {
		return journey.StationMeasure(journey.StationName{Place: at.post, Name: at.station}, measure)
	}
	put(name("wait_h"), hours(waits)/float64(admitted), admitted > 0)
	put(name("queue_trucks"), float64(area)/float64(h.Length), true)
	put(name("queue_longest_trucks"), float64(longest(r.visited[at], h)), true)
	put(name("utilisation_share"), float64(busy)/float64(there), there > 0)
	put(name("blocked_share"), float64(kept)/float64(there), there > 0)
	came := joined + r.turned[at]
	put(name("turned_away_share"), float64(r.turned[at])/float64(came), came > 0)
}

// longest line that stood for at least a tick of the window.
func longest(visits []visit, h journey.Horizon) int {
	change := make(map[sim.Time]int)
	for _, v := range visits {
		change[max(v.joined, h.WarmUp)]++
		change[max(v.admitted, h.WarmUp)]--
	}
	line, peak := 0, 0
	for _, at := range slices.Sorted(maps.Keys(change)) {
		if at >= h.End() {
			break
		}
		line += change[at]
		peak = max(peak, line)
	}
	return peak
}

// mapped are the stations that stages lead to, once each.
func mapped(of map[stageAt]stationAt) []stationAt {
	seen := make(map[stationAt]bool)
	for _, at := range of {
		seen[at] = true
	}
	return slices.Collect(maps.Keys(seen))
}

func total(times []sim.Time) (sum sim.Time) {
	for _, d := range times {
		sum += d
	}
	return sum
}

func hours(d sim.Time) float64 { return float64(d) / float64(sim.Hour) }

func mean(sum sim.Time, n int) float64 { return hours(sum) / float64(n) }
