// Package placement finds the places along a line from which goods are served at the least cost, such as inland depots on a
// road. It looks at every set of candidates, so that nothing better can be missed.
// It does not know trucks, gates or queues: distance and fixed cost are all that counts.
package placement

import (
	"context"
	"errors"
	"math"
	"slices"
)

// Demand is what one point of the line needs.
type Demand struct {
	At     float64 // [km]
	Tonnes float64 // [t] in a unit of time
}

// Candidate is a place where a site may be opened.
type Candidate struct {
	At    float64 // [km]
	Fixed float64 // what it costs open [money] in the same unit of time
}

// Problem is a line with all that is on it.
type Problem struct {
	Demand     []Demand
	Candidates []Candidate
	Rate       float64 // [money/tkm]
}

// Answer is the least that a number of sites cost.
type Answer struct {
	Best     [][]int // the sets that cost the least, more than one if they tie: places in Candidates, in order
	Cost     float64 // of each of them [money] in the unit of time of the problem
	RunnerUp float64 // cost of the cheapest other set; +Inf if there is none
}

// MostSets is how many sets of candidates are looked at.
const MostSets = 1000000

// tied is how far apart two costs are, as a part of them, that only rounding keeps apart.
const tied = 1e-9

// The numbers of sites that no set has.
var (
	ErrSites = errors.New("placement: the number of sites must lie between 1 and that of the candidates")
	ErrSets  = errors.New("placement: too many sets of candidates")
)

// Sets is in how many ways so many of a number of candidates can be chosen; what exceeds 1e18 is +Inf.
func Sets(candidates, sites int) float64 {
	sites = min(sites, candidates-sites)
	if sites < 0 {
		return 0
	}
	count := 1.0
	for i := 1; i <= sites; i++ {
		count = math.Round(count * float64(candidates-sites+i) / float64(i))
		if count > 1e18 {
			return math.Inf(1)
		}
	}
	return count
}

// Best looks at every set of so many candidates (the p-median problem with fixed costs, Hakimi 1964, by complete enumeration)
// in the order in which they stand. The error is ErrSites, ErrSets or that of the context.
func (p *Problem) Best(ctx context.Context, sites int) (*Answer, error) {
	switch {
	case sites < 1 || sites > len(p.Candidates):
		return nil, ErrSites
	case Sets(len(p.Candidates), sites) > MostSets:
		return nil, ErrSets
	}
	out := &Answer{Cost: math.Inf(1), RunnerUp: math.Inf(1)}
	for open := first(sites); open != nil; open = next(open, len(p.Candidates)) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out.take(open, p.Cost(open))
	}
	return out, nil
}

// Cost is what a set of open sites costs: each fixed, and each point of demand served from the nearest of them. Of two that are
// equally near it is the one that stands first; the cost is the same.
func (p *Problem) Cost(open []int) float64 {
	cost, moved := 0.0, 0.0
	for _, i := range open {
		cost += p.Candidates[i].Fixed
	}
	for _, d := range p.Demand {
		moved += float64(d.Tonnes * math.Abs(d.At-p.Candidates[p.nearest(open, d.At)].At))
	}
	return cost + float64(p.Rate*moved)
}

// nearest is the open site that serves a place.
func (p *Problem) nearest(open []int, at float64) int {
	out := open[0]
	for _, i := range open[1:] {
		if math.Abs(at-p.Candidates[i].At) < math.Abs(at-p.Candidates[out].At) {
			out = i
		}
	}
	return out
}

// take holds a set against the best so far.
func (a *Answer) take(open []int, cost float64) {
	near := float64(tied * math.Abs(cost))
	switch {
	case math.Abs(cost-a.Cost) <= near:
		a.Best = append(a.Best, slices.Clone(open))
	case cost < a.Cost:
		a.RunnerUp, a.Cost, a.Best = a.Cost, cost, [][]int{slices.Clone(open)}
	case cost < a.RunnerUp:
		a.RunnerUp = cost
	}
}

// first is the set of the first candidates.
func first(sites int) []int {
	out := make([]int, sites)
	for i := range out {
		out[i] = i
	}
	return out
}

// next turns a set into that which follows it in the order of the candidates; nil after the last.
func next(open []int, candidates int) []int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i] == candidates-len(open)+i {
			continue
		}
		open[i]++
		for j := i + 1; j < len(open); j++ {
			open[j] = open[j-1] + 1
		}
		return open
	}
	return nil
}
