package corridors

import "hanhlang/seeds/law"

// GatePair is a border crossing: two posts, one per country, and the strip between the fences.
type GatePair struct {
	Name       string
	Posts      [2]Post
	Strip      Strip
	Informal   float64       // informal payments of a loaded crossing [USD]
	Dossier    Dossier       // empty: separate
	Inspection [2]Inspection // of the trucks that enter by each post
	Swaps      []Swap
}

// Partner is the post on the other side of the one of a name.
func (g *GatePair) Partner(post string) *Post {
	if g.Posts[0].Name == post {
		return &g.Posts[1]
	}
	return &g.Posts[0]
}

// Strip is the road between the two posts, with room for a limited number of trucks. While it is
// full, a truck that has finished at the exit post keeps the lane it stands in.
type Strip struct {
	Places *int     // truck places; none: no limit
	Drive  *law.Law // time to drive through [s]; none: the posts touch
}

// Declaration is how the goods declaration reaches a post.
type Declaration string

// The two regimes.
const (
	Paper   Declaration = "paper"   // lodged at a counter of the post after arrival
	Digital Declaration = "digital" // keyed in by the trader before arrival
)

// Declarations lists the regimes that a file may name.
func Declarations() []Declaration { return []Declaration{Paper, Digital} }

// Direction is seen from a post: trucks leave its country or enter it.
type Direction string

// The two directions.
const (
	Exit  Direction = "exit"
	Entry Direction = "entry"
)

// Directions lists both, exit first: the order in which a crossing meets them.
func Directions() []Direction { return []Direction{Exit, Entry} }

// Post is one country's half of a gate pair.
type Post struct {
	Name           string
	Country        string
	At             *Coordinates // none: nobody says where it is
	Hours          Hours
	Weekend        *Weekend // none: the weekend is like other days
	Holiday        *Hours   // hours on the holidays of the country; none: holidays are like other days
	Regime         Regime
	Platform       Platform
	DeclarationFee float64 // of a declaration that is lodged there [USD]
	Channels       Channels
	Yards          []Yard
	Stations       []Station
	Stages         []Stage
}

// Regime is the declaration regime of a post by direction.
type Regime struct {
	Exit, Entry Declaration
}

// Toward gives the regime for trucks going in a direction.
func (r Regime) Toward(d Direction) Declaration {
	if d == Exit {
		return r.Exit
	}
	return r.Entry
}

// Platform is the digital gate of a post; it matters only where the regime is digital.
type Platform struct {
	Entry       *law.Law // time to key in one declaration, the trader's and not the truck's [s]
	Adoption    float64  // share of loaded trucks whose trader uses it
	Exception   float64  // probability that a file keyed in must still be corrected at the counter
	DoubleEntry DoubleEntry
	Outages     []Outage // when it is down
	Fails       *Failure // and down at random; none: never
}

// Channels are the customs channels of loaded trucks; what is neither yellow nor red is green.
type Channels struct {
	Yellow float64 // share whose documents are checked
	Red    float64 // share that is physically inspected
}

// Station is a group of like servers behind one queue. What it does not say of weekends and holidays
// its post says: on those days a station with hours or shifts of its own works within the hours of
// the post.
type Station struct {
	Name     string
	Servers  int
	Hours    *Hours      // none: the hours of the post
	Weekend  *Weekend    // none: that of the post
	Holiday  *Hours      // none: that of the post
	Shifts   []Shift     // apart from each other; they take the place of Servers and Hours
	Handover Handover    // at the ends of shifts; of no use without them
	Room     *Room       // none: room for all who wait
	Queue    Queue       // one before all servers, or one per lane
	Breaks   *Breaks     // none: its servers never break down
	Priority []Condition // who is served before others, the first of these first; none interrupts a service
}

// Owner is who a stage belongs to.
type Owner string

// Owners lists those that a file may name.
func Owners() []Owner {
	return []Owner{"trader", "customs", "border guard", "quarantine", "transport", "operator"}
}

// Stage is one step at a post: who passes through it, where, how long it takes and what it costs.
type Stage struct {
	Name    string
	Owner   Owner
	Station string // none: room for all, nobody waits
	Beside  string // group of stages that are done beside one another; none: it is done by itself
	Yard    string // none: the truck stands at the station, or in the line before it
	When    Condition
	Service law.Law // [s]
	Cases   []Case  // the first that fits replaces Service
	Fee     float64 // official fee of the stage [USD/truck]
	Swap    *Swap   // none: the truck stays as it is
}

// Case is another service time for some of the trucks.
type Case struct {
	When    Condition
	Service law.Law // [s]
}

// Condition says which trucks pass; an empty list does not restrict, except that a stage without
// Traffic is for trucks only. All parts must hold.
type Condition struct {
	Direction   []Direction
	Traffic     []Traffic
	Trip        []Trip
	Load        []Load
	Commodity   []string
	Trusted     *bool // none: either
	Channel     []Channel
	Declaration []Declared
	Flow        []string  // names of flows
	Purpose     []Purpose // at a depot: why the truck is there
	Share       *float64  // of the trucks that meet the rest, so many pass, drawn by luck
}

// Trip tells the way out from the way home of a truck.
type Trip string

// The two trips of a truck.
const (
	Out  Trip = "out"
	Home Trip = "home"
)

// Trips lists both.
func Trips() []Trip { return []Trip{Out, Home} }

// Load tells loaded trucks from empty ones, and what is cleared from what only passes through.
type Load string

// The states of loading.
const (
	Loaded  Load = "loaded"
	Empty   Load = "empty"
	Transit Load = "transit" // loaded, supervised and not cleared: no channel, no declaration
)

// Loads lists them.
func Loads() []Load { return []Load{Loaded, Empty, Transit} }

// Channel is the customs channel of a loaded truck.
type Channel string

// The channels.
const (
	Green  Channel = "green"
	Yellow Channel = "yellow"
	Red    Channel = "red"
)

// ChannelNames lists them from the lightest to the heaviest check.
func ChannelNames() []Channel { return []Channel{Green, Yellow, Red} }

// Declared is how one loaded truck's declaration reached one post.
type Declared string

// The ways: OnPaper at the counter, Keyed in before arrival, Corrected at the counter after that,
// Forwarded by the other post of a pair with a shared dossier.
const (
	OnPaper   Declared = "paper"
	Keyed     Declared = "digital"
	Corrected Declared = "corrected"
	Forwarded Declared = "shared"
)

// DeclaredWays lists them.
func DeclaredWays() []Declared { return []Declared{OnPaper, Keyed, Corrected, Forwarded} }
