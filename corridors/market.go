package corridors

// Match says which of the return loads that wait a truck takes. Of trucks that wait, the one that has waited
// longest takes the next load.
type Match string

// The ways to match.
const (
	FirstCome  Match = "first-come"  // the load that has waited longest
	NearestDue Match = "nearest-due" // the load that is due soonest
)

// Matches lists the ways that a file may name; the first is the usual one.
func Matches() []Match { return []Match{FirstCome, NearestDue} }

// Spot is what it costs to hire a truck for a return load that no truck has taken in time.
type Spot struct {
	PerTrip float64 // [USD]
	PerKm   float64 // of the way home of the flow [USD/km]
}
