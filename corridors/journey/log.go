package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Activity is what an hour of a truck is spent on.
type Activity uint8

// The activities; every tick of a truck's time belongs to exactly one.
const (
	Driving Activity = iota
	Queueing
	ClosedWait
	Service
	Blocked
	Handling
	LoadWait
	Rest
	TruckWait
	PermitWait
	activities
)

// Activities lists them in the order of tables.
func Activities() []Activity {
	out := make([]Activity, activities)
	for i := range out {
		out[i] = Activity(i)
	}
	return out
}

// String is the word for the activity in names of measures and in the log.
func (a Activity) String() string {
	return [activities]string{"driving", "queue", "closed", "service", "blocked", "handling", "load-wait", "rest", "truck-wait", "permit-wait"}[a]
}

// waits says whether a truck at a border waits rather than being served or driving.
func (a Activity) waits() bool { return a == Queueing || a == ClosedWait || a == Blocked }

// idles says whether the engine may run while the truck stands.
func (a Activity) idles() bool { return a == Queueing || a == Blocked }

// Happening is something that takes no time.
type Happening uint8

// The happenings of a truck's life.
const (
	Ready        Happening = iota // the truck is at its origin, its load is ready
	AtPost                        // it reached a post
	PlatformDown                  // its trader could not key in the declaration: the platform of the post is down
	KeyedIn                       // its trader has keyed in the declaration; From to To is the trader's time
	Cleared                       // it left the second post: the crossing is complete
	Delivered                     // its load is delivered
	LoadFound                     // it has a return load
	NoLoadFound                   // it waited in vain and goes home empty
	RoadClosed                    // it has met the closed road in Stage and turns round
	GateClosed                    // it has come to the closed gate pair in Stage and turns
	WayChosen                     // it has chosen the way through the gate pairs in Stage, Km longer than the nearest
	Left                          // it is home, or has left the corridor
	AtDepot                       // it reached a depot
	LeftDepot                     // it left it
	CameAshore                    // the load that it fetches at a port; From to To it has waited there
	Shipped                       // the load that it delivered is on the vessel in Stage at To
	OneStopHolds                  // it has reached a gate pair whose regime changes, and will stop once
	TwoStopsHold                  // or twice
	Swapped                       // it goes on with another driver or tractor, as Stage says
	AtBase                        // the truck of a haulier is free at its base
	LoadFetched                   // it has come to its load, which has been ready since From
	PartReady                     // a part of its load has been ready since From; To: the load was complete
	ToBase                        // the truck of a haulier has done its trips and goes to its base
	PassedOn                      // its load is to go on with another truck
	TurnedAway                    // it found no waiting place at the gate and goes away
	PermitTaken                   // it has the permit in Stage
	QuotaUsedUp                   // the quota in Stage is used up for the day
	QuotaCounted                  // it begins its crossing as one of the quota in Stage
)

// FactKind tells the three kinds of facts apart.
type FactKind uint8

// The kinds: a stretch of time, a sum of money, or a happening.
const (
	TimeFact FactKind = iota
	MoneyFact
	HappeningFact
	GoodsFact  // what a load has lost on its way: no part of the truck's money
	ShadowFact // a stretch of a stage while another one, done beside it, was to last longer: no part of the truck's own time
)

// Fact is one line of a truck's life. Which fields speak depends on the kind.
type Fact struct {
	Kind      FactKind
	From, To  sim.Time // TimeFact: [From, To); the others: From is the moment
	Flow      string
	Truck     uint32
	Trip      corridors.Trip
	Loaded    bool
	Cargo     Cargo
	Place     string
	Country   string
	Stage     string // stage of a post, road or handling
	Owner     corridors.Owner
	Beside    string // group of stages that are done beside one another
	Activity  Activity
	Broken    bool // Blocked: by a server that is being repaired
	Line      Line
	Micro     int64   // money [micro-USD]
	Loss      Loss    // of goods
	Load      *Load   // Ready and AtBase, where loads and trucks are apart
	Km        float64 // of the leg that a stretch of time is spent on
	Happening Happening
	Channel   corridors.Channel  // at a post, of a loaded truck
	Declared  corridors.Declared // at a post, of a loaded truck
}

// Load is what a truck sets out for where it does not come with its load.
type Load struct {
	Since   sim.Time   // when it became ready at the first place of all
	Parts   []sim.Time // when each part of it did; none: it was never in parts
	Tonnes  float64    // [t]
	Counted bool       // it is part of the statistics
}

// Log takes the facts of a run as they happen. A run without a log costs nothing for it.
type Log interface{ Record(Fact) }
