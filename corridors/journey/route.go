package journey

import (
	"fmt"
	"math"

	"hanhlang/corridors"
)

// GatesBetween lists the gate pairs on the way between two places, in the order of driving; an error
// says that there is no way.
func GatesBetween(c *corridors.Corridor, from, to string) ([]corridors.GatePair, error) {
	r := newRoutes(c)
	route, err := r.between(from, to)
	if err != nil {
		return nil, err
	}
	return r.pairsOn(route), nil
}

// pairsOn lists the gate pairs on a route.
func (r routes) pairsOn(route []hop) []corridors.GatePair {
	var pairs []corridors.GatePair
	for _, h := range route {
		if h.crosses {
			pairs = append(pairs, r.corridor.Gates[h.gate])
		}
	}
	return pairs
}

// WaysBetween lists the gate pairs on each of the ways between two places among which trucks may
// choose, the nearest way first; none: there is no way.
func WaysBetween(c *corridors.Corridor, rules *corridors.Choice, from, to string) [][]corridors.GatePair {
	r := newRoutes(c)
	var out [][]corridors.GatePair
	for _, route := range r.ways(from, to, rules.Gates) {
		out = append(out, r.pairsOn(route))
	}
	return out
}

// hop is one part of a route: a leg driven, or a gate pair crossed.
type hop struct {
	leg      int // index of the leg; meaningless when crosses
	gate     int // index of the gate pair
	exitPost int // index of the post that the truck leaves by: 0 or 1
	crosses  bool
	visits   bool // a stop at the depot of that name; nothing is driven
	to       string
}

// routes finds the shortest way by km between places; of equally long ways, the one whose parts
// come first in the file.
type routes struct {
	corridor *corridors.Corridor
	from     map[string][]hop // hops that start at a place, in file order: legs, then gate pairs
}

func newRoutes(c *corridors.Corridor) routes {
	r := routes{corridor: c, from: make(map[string][]hop)}
	for i, leg := range c.Legs {
		r.from[leg.From] = append(r.from[leg.From], hop{leg: i, to: leg.To})
		r.from[leg.To] = append(r.from[leg.To], hop{leg: i, to: leg.From})
	}
	for i, pair := range c.Gates {
		for exit := range pair.Posts {
			here, there := pair.Posts[exit].Name, pair.Posts[1-exit].Name
			r.from[here] = append(r.from[here], hop{gate: i, exitPost: exit, crosses: true, to: there})
		}
	}
	return r
}

// reached is what is known of one place during the search.
type reached struct {
	km   float64
	via  hop
	prev string
	done bool
}

// between gives the hops from one place to another.
func (r routes) between(from, to string) ([]hop, error) {
	return r.search(from, to, func(hop) bool { return true })
}

// search gives the shortest way over the hops that may be used (Dijkstra 1959).
func (r routes) search(from, to string, may func(hop) bool) ([]hop, error) {
	order := []string{from} // places in the order found, so that ties do not depend on map order
	known := map[string]*reached{from: {}}
	for {
		here, found := nearest(order, known)
		if !found {
			return nil, fmt.Errorf("no way leads from %s to %s", from, to)
		}
		if here == to {
			return walkBack(known, from, to), nil
		}
		known[here].done = true
		for _, h := range r.from[here] {
			if !may(h) {
				continue
			}
			km := known[here].km + r.length(h)
			there, seen := known[h.to]
			if !seen {
				order = append(order, h.to)
				known[h.to] = &reached{km: km, via: h, prev: here}
			} else if !there.done && km < there.km {
				*there = reached{km: km, via: h, prev: here}
			}
		}
	}
}

// length of a hop in km; the strip of a gate pair counts nothing.
func (r routes) length(h hop) float64 {
	if h.crosses || h.visits {
		return 0
	}
	return r.corridor.Legs[h.leg].Length
}

// nearest is the place not yet done that is closest to the start.
func nearest(order []string, known map[string]*reached) (string, bool) {
	best, at := math.Inf(1), ""
	for _, name := range order {
		if k := known[name]; !k.done && k.km < best {
			best, at = k.km, name
		}
	}
	return at, at != ""
}

// walkBack reads the route off the search, first hop first.
func walkBack(known map[string]*reached, from, to string) []hop {
	var back []hop
	for at := to; at != from; at = known[at].prev {
		back = append(back, known[at].via)
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return back
}
