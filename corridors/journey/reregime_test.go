package journey_test

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// passesThrough says whether neither post of a crossing clears a load in transit.
func (r *recount) passesThrough(c *crossing) bool {
	flow := r.flow(strings.TrimSuffix(c.flow, " (backlog)"))
	of := flow.Cargo.Through
	if c.trip == corridors.Home {
		of = flow.Return.Cargo.Through
	}
	pair := r.pair(c.first)
	return len(of) == 0 || slices.Contains(of, pair.Posts[0].Country) && slices.Contains(of, pair.Posts[1].Country)
}

// underRegime books a crossing to the regime that it had, where that changes.
func (r *recount) underRegime(c *crossing) {
	if c.regime == "" {
		return
	}
	pair := r.pair(c.first)
	into := pair.Partner(c.first).Country
	at := journey.RegimeMeasure(pair.Name, into, c.regime)
	r.regimes[at] = append(r.regimes[at], c.to-c.from)
}

// comesAndGoes says whether a measure is of how busy servers are who are at their station for a time only.
func (r *recount) comesAndGoes(measure string) bool {
	ofServers := strings.HasSuffix(measure, ".utilisation_share") || strings.HasSuffix(measure, ".blocked_share")
	changes := func(g corridors.GatePair) bool { return g.Changes() }
	return ofServers && (strings.Contains(measure, "/partner ") || slices.ContainsFunc(r.setup.Corridor.Gates, changes))
}

// isUnsure says whether a measure is of servers of a station that break down, or of whom the log does not say who is kept.
func (r *recount) isUnsure(measure string) bool {
	for post := range r.setup.Corridor.Posts() {
		for _, s := range post.Stations {
			of := journey.StationName{Place: post.Name, Name: s.Name}
			if (s.Breaks != nil || r.unsure[stationAt{post.Name, s.Name}]) && (measure == journey.StationMeasure(of, "utilisation_share") || measure == journey.StationMeasure(of, "blocked_share")) {
				return true
			}
		}
	}
	return false
}
