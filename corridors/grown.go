package corridors

import "slices"

// Grown is the corridor with all demand times a factor: trucks, other vehicles and the loads that wait for
// a way home. What follows another flow grows with that one. Counters, lanes, fleets and backlogs stay as they are.
func (c *Corridor) Grown(factor float64) *Corridor {
	out := *c
	out.Flows = slices.Clone(c.Flows)
	for i := range out.Flows {
		out.Flows[i].Arrivals.PerSecond *= factor
		out.Flows[i].Return.PerSecond *= factor
	}
	return &out
}

// Grows says whether a factor can act on when vehicles come: not on moments that were counted or
// planned, nor on a stream that ends after so many.
func (a *Arrivals) Grows() bool { return a.Timetable == nil && a.Trace == nil && a.Count == nil }
