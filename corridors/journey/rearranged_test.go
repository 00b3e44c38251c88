package journey_test

import (
	"slices"

	"hanhlang/corridors"
)

// rearranged is a corridor as it is staffed where trucks stop once: the posts have the stations and stages
// of the officers who have moved there. left are the stations that cannot be told apart in the log: what
// is done once in one direction has the same name as at the post's own station in the other.
func rearranged(c *corridors.Corridor) (out *corridors.Corridor, left map[stationAt]bool) {
	left = make(map[stationAt]bool)
	copied := *c
	copied.Gates = slices.Clone(c.Gates)
	for g := range c.Gates {
		copied.Gates[g] = withSwap(copied.Gates[g])
	}
	c = &corridors.Corridor{Gates: slices.Clone(copied.Gates)}
	for g := range c.Gates {
		old, pair := &c.Gates[g], &copied.Gates[g]
		for i := range pair.Posts {
			pair.Posts[i].Stations, pair.Posts[i].Stages = slices.Clone(old.Posts[i].Stations), slices.Clone(old.Posts[i].Stages)
			for k := range pair.Posts[i].Stations {
				n, _ := old.Officers(i, &old.Posts[i].Stations[k])
				pair.Posts[i].Stations[k].Servers = n.Own
			}
		}
		for entry := range pair.Posts {
			if old.Inspection[entry].Kind == corridors.OneStop {
				move(old, pair, entry, left)
			}
		}
		for i := range pair.Inspection {
			pair.Inspection[i] = corridors.Inspection{Transition: old.Inspection[i].Transition}
		}
	}
	return &copied, left
}

// move brings the officers of one direction to the entry post.
func move(old, pair *corridors.GatePair, entry int, left map[stationAt]bool) {
	from, to := &old.Posts[1-entry], &pair.Posts[entry]
	for i := range from.Stations {
		if n, _ := old.Officers(1-entry, &from.Stations[i]); n.Moved > 0 {
			to.Stations = append(to.Stations, corridors.Station{Name: from.Stations[i].Name + " · " + from.Name, Servers: n.Moved})
		}
	}
	for _, s := range from.Stages {
		if d := s.When.Direction; len(d) > 0 && !slices.Contains(d, corridors.Exit) || slices.Equal(s.When.Traffic, []corridors.Traffic{corridors.Others}) {
			continue
		}
		switch old.TeamOf(1-entry, s.Name, corridors.Exit) {
		case corridors.Moved:
			s.Name += " · " + from.Name
			if s.Station != "" {
				s.Station += " · " + from.Name
			}
			to.Stages = append(to.Stages, s)
		case corridors.Together:
			left[stationAt{from.Name, s.Station}] = true
		}
	}
	for _, s := range to.Stages {
		if old.Inspection[entry].JointStage(s.Name) != nil {
			left[stationAt{to.Name, s.Station}] = true
		}
	}
}

// withSwap is a pair with the stage, the partners and the yard of its swaps; where it stands among the stages
// the log says.
func withSwap(pair corridors.GatePair) corridors.GatePair {
	for _, s := range pair.Swaps {
		post := &pair.Posts[0]
		if pair.Posts[1].Name == s.At {
			post = &pair.Posts[1]
		}
		station := corridors.Station{Name: "partner " + string(s.Kind) + "s for " + s.Name, Servers: s.Partners}
		stage := corridors.Stage{Name: s.Name, Station: station.Name, When: s.When, Service: s.Service, Fee: s.Fee}
		if s.Places != nil {
			stage.Yard = "yard for " + s.Name
		}
		post.Stations, post.Stages = append(slices.Clone(post.Stations), station), append(slices.Clone(post.Stages), stage)
		for i := range pair.Inspection {
			pair.Inspection[i].Keeps = append(slices.Clone(pair.Inspection[i].Keeps), s.Name)
		}
	}
	return pair
}
