package corridors

import "slices"

// Shock is what befalls roads for a time. It holds for trucks that begin a leg in [From, To): those
// that are on it already get through.
type Shock struct {
	Name         string
	From, To     float64 // [s] after the start of the run
	Roads        []string
	Closed       bool
	Speed        float64 // share of the usual speed, at every moment of the time; 0: as usual
	PerSecond    float64 // trucks of both directions that may begin a leg [1/s]; 0: no limit
	HeaviestLoad float64 // trucks with more goods may not begin a leg [t]; 0: no limit
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
