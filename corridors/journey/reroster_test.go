package journey_test

import (
	"slices"

	"hanhlang/sim"
)

// endsOfCrews is when the officer of every visit goes off. Who goes on to the next check of a station keeps its officer
// where there is no place for it in the room of the station, as it does for who has been relieved since; else the next one
// serves it. What else happened at that very instant is told in no order: then it is not sure that there was a place.
func (r *roster) endsOfCrews(visits []visit) (ends []sim.Time, sure bool) {
	ends, sure = make([]sim.Time, len(visits)), true
	order := make([]int, len(visits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(visits[a].admitted - visits[b].admitted) })
	for n, i := range order {
		v := &visits[i]
		ends[i] = r.endOfCrew(v.admitted)
		if !v.goesOn || r.room == nil || ends[i-1] > v.admitted {
			continue
		}
		free, waiting := 0, 0
		for k, crew := range r.crews {
			if crew.at(v.admitted) {
				free += r.servers[k]
			}
		}
		for k, other := range visits {
			if k == i || k == i-1 || other.joined > v.admitted || other.left < v.admitted {
				continue
			}
			if at := v.admitted; other.joined == at || other.admitted == at || other.left == at {
				sure = false
			}
			switch {
			case other.admitted > v.admitted:
				waiting++
			case slices.Contains(order[:n], k) && ends[k] > v.admitted:
				free--
			}
		}
		if waiting-max(0, free) >= r.room.Places {
			ends[i] = ends[i-1]
		}
	}
	return ends, sure
}
