package journey

import (
	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// Model is a corridor made ready to run: every name replaced by an index, every itinerary written
// out. It does not change during a run, so all workers share one.
type Model struct {
	setup      Setup
	places     []place
	stations   []station
	yards      []yard
	shifts     []shift
	gates      []gate
	posts      []gatePost
	rows       []Row
	owners     []corridors.Owner // of what is paid
	payeeOf    []int             // by row: index of its owner
	flows      []flow
	plans      []itinerary
	approaches []approach
	decisions  []choice
	forks      []fork
	splits     []fork // by luck
	depots     []depot
	vessels    []vessel
	stripRows  []int  // by place: row of the strip that trucks go into there, of posts
	ledger     ledger // what is kept of trucks
	byTruck    bool   // what is paid by line is kept truck by truck: some may never leave, or the lines of a part of a trip are wanted
	borderRows int    // rows of posts; those of depots follow
	hindered   bool   // some leg may hold trucks up
	roads      []road
	measures   []measure
	swells     []sim.Time // when trucks under way are counted; none: it would not tell
	machines   []machine
	branches   int32 // most that a truck has at one time
	hauliers   []haulier
	hauls      bool       // loads and trucks of some flow are apart
	lanes      bool       // some station has a queue per lane
	prefers    bool       // some station serves classes of trucks before others
	rooms      bool       // some station has few waiting places
	rings      bool       // trucks can stand in each other's way for ever
	unit       law.Law    // exponential with mean 1: gaps of a Poisson stream
	platforms  []platform // those that can fail
	changes    []change   // of regimes
	changed    [][2]int   // by gate pair and the post that trucks enter by: index of the change; none: there is none
	jumps      []jump
	known      []KnownMarket
	quotas     []quota
	pools      [][]pool // by gate pair: officers who go from place to place
}

// Name is that of the corridor.
func (m *Model) Name() string { return m.setup.Corridor.Name }

// Rows are the stages of all posts in file order: the rows of the table of border time.
func (m *Model) Rows() []Row { return m.rows[:m.borderRows] }

// DepotRows are the stages of all depots in file order.
func (m *Model) DepotRows() []Row { return m.rows[m.borderRows:] }

// depotsFrom is the index of the first depot among the places: those of the file come first, then posts.
func (m *Model) depotsFrom() int { return len(m.places) - len(m.depots) }

// Stations are the stations of all posts in file order.
func (m *Model) Stations() []StationName {
	out := make([]StationName, len(m.stations))
	for i, s := range m.stations {
		out[i] = StationName{Place: m.places[s.place].name, Name: s.name}
	}
	return out
}

// StationName says which station of which post.
type StationName struct{ Place, Name string }

// place is a point where time and money are booked.
type place struct {
	name    string
	country int // index
	diesel  float64
}

// station is one group of servers.
type station struct {
	name    string
	place   int
	servers int
	shift   int // index of the hours that staff it
	perLane bool
	gate    int                   // pair whose changes of regime move its servers; none: they stay
	machine int32                 // the first of its servers, where these break down; none: they never do
	prefers []corridors.Condition // classes of trucks that it serves before others
	room    *corridors.Room       // none: room for all who wait
}

// gate is a pair as the run sees it.
type gate struct {
	name   string
	places *int // room in the strip; none: no limit
}

// Row is a stage of a post in the table of border time.
type Row struct {
	Stage    string
	Owner    corridors.Owner
	Place    string
	Country  string
	Beside   string // group of stages that it is done beside; none: by itself
	Officers string // country whose officers do it, where they have moved; empty: that of the post, or both
}

// decision is the index of what luck decides about the vehicles of one flow.
type decision int32

// choice is what luck is asked for: a decision point, for the vehicles of a flow.
type choice struct {
	point seeds.Point
	flow  seeds.Flow
}

// flow is a stream of vehicles as the run sees it.
type flow struct {
	corridors.Flow
	arrival  decision
	offer    decision
	byHour   []float64 // rate of each hour of the day [1/s]
	demand   *demand   // days differ; nil: all are alike
	size     decision  // of a platoon
	landing  *landing  // its loads come with a vessel; nil: they do not
	market   int       // index of the flow whose return loads it looks for: as a rule its own
	owner    int       // index of the flow as which they count who stand at the border; as a rule its own
	pool     *corridors.Pool
	ownFirst bool        // its trucks take the loads for their own homes before others
	toPool   int         // itinerary to the pool; none: it is where they unload
	onward   []int       // itineraries home from where loads of other flows go, by flow; nil: they are in no pool
	out      int         // itineraries, the first of each that there is by cargo: the way out,
	empty    int         // home empty,
	loaded   int         // home with a return load
	takes    *assortment // cargo of the way out; nil: all of one kind
	brings   *assortment // and of the way home
	origin   int         // index of the place
	maxWait  term
	patience term
	due      *term    // nil: return loads are taken first come, first served
	spot     int64    // for a return load that no truck has taken [micro-USD]
	apart    bool     // its loads wait for trucks, come in parts or go on with another truck
	haulier  int32    // whose trucks fetch its loads; none: a truck comes with each
	toLoad   int      // itineraries of a haulier's trucks: from the base to a load,
	toBase   int      // and back to the base from the end of the trip
	delay    decision // of loads that another flow has brought, in store
	store    int      // depot at which they stand until a truck takes them; none: they stand nowhere that charges for it
	permit   int32    // index of the permit that its trucks need; none: none
}
