package corridors

import "slices"

// Shock is what befalls roads, gate pairs and posts for a time, [From, To). On a road it holds for trucks that
// begin a leg then: those that are on it already get through. At a post it holds as opening hours do: a service
// in hand is finished, and who waits goes on waiting.
type Shock struct {
	Name         string
	From, To     float64 // [s] after the start of the run
	Roads        []string
	Gates        []string  // pairs, of which it befalls both posts
	Posts        []string  // single posts
	Direction    Direction // of the trucks that it is about at Posts; empty: all
	Closed       bool      // roads, gates and posts
	Hours        *Hours    // of gates and posts: meanwhile they are open in these only, within their usual ones; none: as usual
	Speed        float64   // share of the usual speed, at every moment of the time; 0: as usual
	PerSecond    float64   // trucks of both directions that may begin a leg [1/s]; 0: no limit
	HeaviestLoad float64   // trucks with more goods may not begin a leg [t]; 0: no limit
}

// DrivingRule is how long a driver may drive in a country. A part that is 0 sets no limit.
type DrivingRule struct {
	Stretch float64 // without a break [s]
	Break   float64 // that ends a stretch; any stop as long does [s]
	Day     float64 // from midnight to midnight [s]
	Week    float64 // from Monday to Sunday [s]
}

// Befalls says whether a shock is about a road.
func (s *Shock) Befalls(road string) bool { return slices.Contains(s.Roads, road) }

// BefallsPost says whether a shock is about those who pass a post of a pair in a direction; an empty one stands
// for whoever passes it.
func (s *Shock) BefallsPost(pair, post string, toward Direction) bool {
	return slices.Contains(s.Gates, pair) || slices.Contains(s.Posts, post) && (s.Direction == "" || s.Direction == toward)
}

// ServesOnly gives the one direction of those whom a station of the post serves; empty if it is for both, or
// for nobody.
func (p *Post) ServesOnly(station string) Direction {
	only := Direction("")
	for i := range p.Stages {
		s := &p.Stages[i]
		switch {
		case s.Station != station:
		case len(s.When.Direction) != 1 || only != "" && only != s.When.Direction[0]:
			return ""
		default:
			only = s.When.Direction[0]
		}
	}
	return only
}

// Closes says whether a shock closes a pair to those who leave by one of its posts.
func (s *Shock) Closes(pair *GatePair, exitPost string) bool {
	return s.Closed && (s.BefallsPost(pair.Name, exitPost, Exit) || s.BefallsPost(pair.Name, pair.Partner(exitPost).Name, Entry))
}
