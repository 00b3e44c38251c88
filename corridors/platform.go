package corridors

import "hanhlang/seeds/law"

// DoubleEntry is the share of files that must be keyed in once more, because the platform of the gate
// does not take over what the trader has told e-customs.
type DoubleEntry struct {
	Share float64
	At    Desk
}

// Desk is where a trader keys in the second time.
type Desk string

// The desks: before arrival it is the trader's time, at the gate the truck's.
const (
	AtOffice Desk = "office"
	AtGate   Desk = "gate"
)

// Desks lists both.
func Desks() []Desk { return []Desk{AtOffice, AtGate} }

// Outage is a time in which a platform is down, from From until just before To, after the start [s].
type Outage struct{ From, To float64 }

// Failure is how a platform fails by chance.
type Failure struct {
	Every law.Law // time from the end of an outage to the next [s]
	Lasts law.Law // [s]
}

// Dossier says whether the two countries of a gate pair ask for a declaration each.
type Dossier string

// The two regimes.
const (
	Separate Dossier = "separate" // each post asks for one of its own
	Shared   Dossier = "shared"   // what has been declared at the exit post serves the entry post too
)

// Dossiers lists the regimes that a file may name.
func Dossiers() []Dossier { return []Dossier{Separate, Shared} }
