package corridors

import "slices"

// Permit lets a limited number of trucks of some flows be under way at once. A truck takes one when it is loaded and
// ready to set out, and gives it back when it is home or leaves the corridor. Without a free one it waits at its
// origin, first come, first served; meanwhile the clock of its load runs.
type Permit struct {
	Name  string
	Count int      // trucks
	Flows []string // a flow needs one permit at most
}

// PermitOf is the index of the permit that trucks of a flow need; -1 for none.
func (c *Corridor) PermitOf(flow string) int {
	return slices.IndexFunc(c.Permits, func(p Permit) bool { return slices.Contains(p.Flows, flow) })
}

// Quota lets a limited number of loaded trucks begin the crossing of a gate pair into a country on a day, by the clock
// of the first post. Who comes when that of the day is used up waits before the gate until the next day begins, first
// come, first served.
type Quota struct {
	Name   string
	Gate   string
	Into   string   // country
	PerDay float64  // trucks; what is left of a part of a truck counts for the next days
	Flows  []string // whose trucks count; none: all
}

// Covers says whether the trucks of a flow count to the quota.
func (q *Quota) Covers(flow string) bool { return len(q.Flows) == 0 || slices.Contains(q.Flows, flow) }

// QuotaAt is the index of the quota that the loaded trucks of a flow count to when they cross a pair into a country;
// -1 for none.
func (c *Corridor) QuotaAt(gate, into, flow string) int {
	return slices.IndexFunc(c.Quotas, func(q Quota) bool { return q.Gate == gate && q.Into == into && q.Covers(flow) })
}
