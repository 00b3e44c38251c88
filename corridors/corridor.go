// Package corridors holds what exists: places, legs, gate pairs, flows, tariffs and the
// facts that their figures rest on, as plain data with the shipped files embedded.
// It does not know how files are read, how time passes or how trucks move.
package corridors

import "hanhlang/seeds/law"

// Corridor is the network of one file with the trucks that use it: all that a run needs to
// know about the world. Amounts of money are in USD, lengths in km, times in seconds.
type Corridor struct {
	Name        string
	Title       string
	Countries   []Country
	Places      []Place
	Legs        []Leg
	Gates       []GatePair
	Depots      []Depot
	Fleet       Fleet
	Hauliers    []Haulier
	Commodities []Commodity
	Values      *Values // none: no generalised cost is reckoned
	Flows       []Flow
	Pools       []Pool
	Permits     []Permit
	Quotas      []Quota
	Weather     *law.Law // day factor of all legs without their own, with mean 1; none: every day alike
	Shocks      []Shock
}

// Country is what trucks meet everywhere on one side of a border.
type Country struct {
	Code     string
	Name     string
	Diesel   float64 // [USD/l]
	TimeZone string  // of the IANA database; none: the clock of the run
	Ahead    int     // its clock less that of the run, which is the clock of the first country [s]
	Holidays []Holiday
	Driving  *DrivingRule // none: drivers may drive as long as they like
}

// PlaceKind says what a place is for.
type PlaceKind string

// The kinds of place; a gate post is a place too, but it stands in its GatePair.
const (
	Market   PlaceKind = "market"
	Zone     PlaceKind = "zone"
	Junction PlaceKind = "junction"
	Port     PlaceKind = "port"
	ICD      PlaceKind = "icd"
)

// PlaceKinds lists the kinds that a file may name.
func PlaceKinds() []PlaceKind { return []PlaceKind{Market, Zone, Junction, Port, ICD} }

// Place is a point of the network where trucks start, end or pass.
type Place struct {
	Name     string
	Kind     PlaceKind
	Country  string
	At       *Coordinates // none: nobody says where it is
	Hours    Hours        // of its stations
	Stations []Station
	Zone     *CargoOf // none: it generates no cargo by itself
}

// Leg is a road section between two places, driven in both directions.
type Leg struct {
	From, To   string
	Road       string
	Country    string
	Length     float64  // [km]
	Speed      float64  // mean speed of a loaded truck [km/h]
	EmptySpeed float64  // of an empty one [km/h]; 0: that of a loaded one times Fleet.EmptySpeed
	Time       *law.Law // of a loaded truck [s], in place of speeds and of how trucks differ; an empty one is faster by Fleet.EmptySpeed
	Toll       float64  // [USD/truck]
	Weather    *law.Law // factor on driving times, the same for all trucks of a day, with mean 1
	Curfew     *Hours   // when trucks may not drive; none: never
}

// Fleet is what running a truck takes.
type Fleet struct {
	FuelLoaded  float64  // [l/km]
	FuelEmpty   float64  // [l/km]
	FuelIdle    float64  // [l/s]
	IdleShare   float64  // share of queueing and blocked time with the engine running
	Hour        float64  // driver and truck capital [USD/s]
	DriverShare *float64 // the driver's part of that; none: they are one line
	CO2e        *float64 // of burning a litre, and of making and bringing it [kg/l]; none: no carbon is reckoned
	PerKm       float64  // tyres and maintenance [USD/km]
	EmptySpeed  float64  // speed of an empty truck over that of a loaded one
	Spread      law.Law  // of driving times between trucks: a factor with mean 1
}

// ReturnMode says how a truck comes home.
type ReturnMode string

// The ways home.
const (
	NoReturn ReturnMode = "none"    // the truck leaves the corridor at its destination
	OneWay   ReturnMode = "one-way" // it comes back empty
	TwoWay   ReturnMode = "two-way" // it waits for a return load and comes back empty only without one
)

// ReturnModes lists the modes that a file may name.
func ReturnModes() []ReturnMode { return []ReturnMode{NoReturn, OneWay, TwoWay} }

// Traffic tells cargo trucks from the other vehicles that share a post.
type Traffic string

// The kinds of traffic.
const (
	Trucks Traffic = "trucks"
	Others Traffic = "others"
)

// TrafficKinds lists the kinds that a file may name.
func TrafficKinds() []Traffic { return []Traffic{Trucks, Others} }

// Flow is a stream of vehicles from an origin to a destination, each with one load.
type Flow struct {
	Name     string
	From, To string
	Traffic  Traffic
	Arrivals Arrivals
	Backlog  *Backlog // none: nobody stands there when the run begins
	Payload  float64  // [t/truck]
	Cargo    Cargo    // of the way out
	Load     *law.Law // time to load [s]; none: loads are on the truck already
	Unload   *law.Law // time to unload [s]
	Return   Return
	Choice   *Choice // none: the shortest way
	Via      []Visit
	Landing  *Landing       // none: loads are ready by themselves
	Haulier  string         // whose trucks fetch the loads; empty: a truck comes with each
	LoadAt   string         // station of the origin at which trucks are loaded; empty: room for all
	UnloadAt string         // station of the destination
	Gather   *Consolidation // none: each arrival is a whole load
}

// Return is how trucks of a flow come home, and the loads that wait for them at the destination.
type Return struct {
	Mode      ReturnMode
	PerSecond float64 // return loads offered at the destination [1/s]
	Payload   float64 // [t]
	Cargo     Cargo   // of the loads for the way home
	Patience  law.Law // a load not taken within this time goes another way [s]
	MaxWait   law.Law // a truck without a load after this time goes home empty [s]
	Match     Match
	Due       *law.Law // by when a load is wanted, after it is ready [s]; none: nobody says
	Spot      *Spot    // none: a load that no truck takes goes another way, which costs nothing here
}
