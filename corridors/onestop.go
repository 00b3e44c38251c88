package corridors

import (
	"cmp"
	"slices"

	"hanhlang/seeds/law"
)

// InspectionKind says how often a crossing stops for formalities.
type InspectionKind string

// The two regimes.
const (
	TwoStop InspectionKind = "two-stop" // at the exit post, then at the entry post
	OneStop InspectionKind = "one-stop" // once, in the common control area of the entry post
)

// InspectionKinds lists the regimes that a file may name.
func InspectionKinds() []InspectionKind { return []InspectionKind{TwoStop, OneStop} }

// Inspection is the regime of the trucks that enter a country by a gate pair. In a one-stop direction
// the exit post keeps only the stages of Keeps. Those of Joint are done once, by officers of both
// countries; all other formalities of the exit post are done beside those of the entry post, by
// officers that have moved there.
type Inspection struct {
	Kind       InspectionKind // empty: two-stop
	Keeps      []string       // names of stages of the exit post
	Joint      []Joint
	Transition *Transition // none: the regime holds for the whole run
	Moves      float64     // of officers whom other trucks need too, so many move to the common control area
}

// Joint is a stage that both posts have and that is done once.
type Joint struct {
	Stage   string
	Service *law.Law // [s]; none: as at the entry post
}

// keeps says whether the exit post keeps a stage.
func (i *Inspection) keeps(stage string) bool { return slices.Contains(i.Keeps, stage) }

// JointStage finds a stage that is done once; nil if it is not.
func (i *Inspection) JointStage(name string) *Joint {
	for k := range i.Joint {
		if i.Joint[k].Stage == name {
			return &i.Joint[k]
		}
	}
	return nil
}

// Team is where the officers of a stage stand.
type Team int

// The teams: Own post, Moved to the common control area of the other post, Together in that of the
// entry post.
const (
	Own Team = iota
	Moved
	Together
)

// OneStops says whether the trucks of some direction stop once.
func (g *GatePair) OneStops() bool {
	return g.Inspection[0].Kind == OneStop || g.Inspection[1].Kind == OneStop
}

// TeamOf says who does a stage of a post for trucks in a direction.
func (g *GatePair) TeamOf(post int, stage string, d Direction) Team {
	toward := post
	if d == Exit {
		toward = 1 - post
	}
	in := &g.Inspection[toward]
	switch {
	case in.Kind != OneStop || d == Exit && in.keeps(stage):
		return Own
	case in.JointStage(stage) != nil:
		return Together
	case d == Exit:
		return Moved
	}
	return Own
}

// Officers is how the servers of a station are divided.
type Officers struct {
	Own      int
	Moved    int    // to the common control area of the other post
	Together [2]int // in the common control area of each post of the pair
}

// Officers divides the servers of a station as they stand while the regime that a file names is in force.
func (g *GatePair) Officers(post int, station *Station) (Officers, bool) {
	return g.OfficersFor(post, station, g.inForce())
}

// inForce is how the officers stand for the regimes that a file names.
func (g *GatePair) inForce() (arranged [2]Arrangement) {
	for entry := range arranged {
		all := g.Inspection[entry].Arrangements()
		arranged[entry] = all[len(all)-1]
	}
	return arranged
}

// OfficersFor divides the servers of a station of a post among those who need them: each team that a
// one-stop direction asks for has the share that the direction moves, the post itself the rest, and
// what nobody else needs goes whole. Remainders go to the largest fraction, on ties to the post itself
// first, and no team stays empty: false says that there are too few servers for that, or that they work in
// shifts, which cannot be divided.
func (g *GatePair) OfficersFor(post int, station *Station, arranged [2]Arrangement) (Officers, bool) {
	out, needs := Officers{}, g.needs(post, station.Name, arranged)
	counts := []*int{&out.Own, &out.Moved, &out.Together[0], &out.Together[1]}
	weights := [4]float64{0, g.Inspection[1-post].Moves, g.Inspection[0].Moves, g.Inspection[1].Moves}
	if needs[1] && needs[2+1-post] { // two teams of one direction
		weights[1], weights[2+1-post] = weights[1]/2, weights[2+1-post]/2
	}
	left, total, teams := 1.0, 0.0, 0
	for i, needed := range needs {
		if !needed {
			weights[i] = 0
			continue
		}
		teams++
		left -= weights[i]
	}
	if needs[0] {
		weights[0] = max(0, left)
	}
	for _, w := range weights {
		total += w
	}
	switch {
	case teams == 0:
		out.Own = station.Servers
		return out, true
	case len(station.Shifts) > 0 && needs == [4]bool{true}: // shifts stay as they are
		out.Own = station.Servers
		return out, true
	case teams > station.Servers || len(station.Shifts) > 0:
		return Officers{}, false
	}
	divide(counts, needs, weights, total, station.Servers)
	return out, true
}

// needs says who needs a station: the post itself, the officers it sends, the two common areas.
func (g *GatePair) needs(post int, station string, arranged [2]Arrangement) [4]bool {
	var out [4]bool
	for _, s := range g.Posts[post].Stages {
		if s.Station != station {
			continue
		}
		out[0] = out[0] || slices.Contains(s.When.Traffic, Others)
		if len(s.When.Traffic) > 0 && !slices.Contains(s.When.Traffic, Trucks) {
			continue
		}
		for _, d := range Directions() {
			if len(s.When.Direction) > 0 && !slices.Contains(s.When.Direction, d) {
				continue
			}
			area := post
			if d == Exit {
				area = 1 - post
			}
			team := g.TeamOf(post, s.Name, d)
			out[0] = out[0] || team == Own || arranged[area] != ForOne
			out[1] = out[1] || team == Moved && arranged[area] != ForTwo
			out[2+area] = out[2+area] || team == Together && arranged[area] != ForTwo
		}
	}
	return out
}

// divide hands out one server to each who needs any and the others by weight (largest remainders).
func divide(counts []*int, needs [4]bool, weights [4]float64, total float64, servers int) {
	given := 0
	var ideal [4]float64
	for i, needed := range needs {
		if !needed {
			continue
		}
		if total > 0 {
			ideal[i] = float64(servers) * weights[i] / total
		}
		*counts[i] = max(1, int(ideal[i]+1e-9))
		given += *counts[i]
	}
	for given != servers {
		// Who is furthest below the ideal takes one more, who is furthest above gives one up.
		order := []int{}
		for i, needed := range needs {
			if needed && (given < servers || *counts[i] > 1) {
				order = append(order, i)
			}
		}
		lacks := func(i int) float64 { return ideal[i] - float64(*counts[i]) }
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lacks(b), lacks(a)) })
		if given < servers {
			*counts[order[0]]++
			given++
			continue
		}
		*counts[order[len(order)-1]]--
		given--
	}
}
