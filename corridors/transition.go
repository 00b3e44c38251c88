package corridors

// Transition is when one-stop inspection is in force in a direction; before and after it trucks stop
// twice. It holds for trucks by the moment at which they reach the first post: who has begun under one
// regime finishes under it.
type Transition struct {
	From, To float64 // [s] after the start of the run; 0: from the start, or without an end
	Dual     float64 // after each change both regimes run side by side for so long [s]
	Share    float64 // of the trucks that reach the first post meanwhile, so many stop once
	Dated    bool    // it was said by the calendar, so the day on which the run begins matters
}

// Arrangement is how the officers of a gate pair stand for the trucks of one direction.
type Arrangement int

// The arrangements: while some trucks stop once and others twice, officers stand in both places.
const (
	ForTwo Arrangement = iota
	ForBoth
	ForOne
)

// Arrangements lists those that the officers of a direction go through.
func (i *Inspection) Arrangements() []Arrangement {
	switch {
	case i.Kind != OneStop:
		return []Arrangement{ForTwo}
	case i.Transition == nil:
		return []Arrangement{ForOne}
	}
	return []Arrangement{ForTwo, ForBoth, ForOne}
}

// Changes says whether trucks of some direction stop once for a part of the time only.
func (g *GatePair) Changes() bool {
	return g.Inspection[0].Transition != nil || g.Inspection[1].Transition != nil
}

// Arranged lists how the officers of a pair can stand, by the post that trucks enter by.
func (g *GatePair) Arranged() (all [][2]Arrangement) {
	for _, first := range g.Inspection[0].Arrangements() {
		for _, second := range g.Inspection[1].Arrangements() {
			all = append(all, [2]Arrangement{first, second})
		}
	}
	return all
}

// MostOfficers is how many officers of a station there are in each place at most. It is false where there
// are too few at some time, and where servers that cannot walk would have to.
func (g *GatePair) MostOfficers(post int, station *Station) (most Officers, enough bool) {
	var first Officers
	for i, arranged := range g.Arranged() {
		n, enough := g.OfficersFor(post, station, arranged)
		if i == 0 {
			first = n
		}
		if !enough || n != first && (station.Breaks != nil || station.Queue == PerLane) {
			return Officers{}, false
		}
		most.Own, most.Moved = max(most.Own, n.Own), max(most.Moved, n.Moved)
		for area := range most.Together {
			most.Together[area] = max(most.Together[area], n.Together[area])
		}
	}
	return most, true
}
