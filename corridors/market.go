package corridors

import "slices"

// Match says which of the return loads that wait a truck takes. Of trucks that wait, the one that has waited
// longest takes the next load; where trucks take loads for their own homes first, loads take such trucks first.
type Match string

// The ways to match.
const (
	FirstCome  Match = "first-come"  // the load that has waited longest
	NearestDue Match = "nearest-due" // the load that is due soonest
	OwnFirst   Match = "own-first"   // in a pool: of those for its own home, before all others, that which has waited longest
)

// Matches lists the ways that the return loads of one flow may be matched; the first is the usual one.
func Matches() []Match { return []Match{FirstCome, NearestDue} }

// PoolMatches lists the ways that those in a pool may be.
func PoolMatches() []Match { return append(Matches(), OwnFirst) }

// Spot is what it costs to hire a truck for a return load that no truck has taken in time.
type Spot struct {
	PerTrip float64 // [USD]
	PerKm   float64 // of the way home of the flow [USD/km]
}

// Pool lets the trucks of several flows meet the return loads of all of them at one place. Every truck may take every
// load: it brings it to where the flow of the load begins, and goes home empty from there if it is at home elsewhere.
type Pool struct {
	Name  string
	At    string // place or depot; trucks that unload elsewhere drive there empty
	Flows []string
	Match Match
}

// PoolOf is the pool in which the trucks of a flow look for return loads; nil for none.
func (c *Corridor) PoolOf(flow string) *Pool {
	for i := range c.Pools {
		if slices.Contains(c.Pools[i].Flows, flow) {
			return &c.Pools[i]
		}
	}
	return nil
}
