package experiment

import (
	"cmp"
	"math"
	"slices"
)

// Grid lists all combinations of levels: how many there are of each factor. The last factor changes fastest. A factor without a level
// leaves no combination.
func Grid(levels []int) [][]int {
	points := [][]int{{}}
	for _, n := range levels {
		var longer [][]int
		for _, point := range points {
			for level := range n {
				longer = append(longer, append(slices.Clone(point), level))
			}
		}
		points = longer
	}
	return points
}

// LatinHypercube spreads points over the unit cube of some factors: of each factor the range is cut into as many equal parts as there
// are points, and every part has one point in it. uniform is a number from the open interval (0,1) for each factor and point: the
// first decides about the part, the second about the place in it.
//
// Source: McKay, Beckman and Conover 1979, Technometrics 21(2).
func LatinHypercube(points, factors int, uniform func(factor, point int) (part, place float64)) [][]float64 {
	out := make([][]float64, points)
	for i := range out {
		out[i] = make([]float64, factors)
	}
	for f := range factors {
		order := make([]int, points)
		parts, places := make([]float64, points), make([]float64, points)
		for i := range order {
			order[i] = i
			parts[i], places[i] = uniform(f, i)
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(parts[a], parts[b]) })
		for part, i := range order {
			out[i][f] = (float64(part) + places[i]) / float64(points)
		}
	}
	return out
}

// MorrisLevels is how many levels of a factor Morris trajectories visit: 0, 1/3, 2/3 and 1 of its range.
const MorrisLevels = 4

// morrisStep is how far a factor moves, as a part of its range: half of the levels, so that all of them are visited as often.
const morrisStep = MorrisLevels / 2.0 / (MorrisLevels - 1)

// Trajectory is a walk through the unit cube of factors on which each of them moves once, by two thirds of its range.
type Trajectory struct {
	Points [][]float64 // one more than factors
	Moved  []int       // factor that moves from each point to the next
}

// Trajectories are Morris walks: each begins at random levels, and the factors move in a random order. uniform is a number from the
// open interval (0,1) for each trajectory and factor: the first decides where the factor begins, the second when it moves.
//
// Source: Morris 1991, Technometrics 33(2).
func Trajectories(count, factors int, uniform func(trajectory, factor int) (begins, moves float64)) []Trajectory {
	out := make([]Trajectory, count)
	for k := range out {
		at, when := make([]float64, factors), make([]float64, factors)
		for f := range factors {
			var begins float64
			begins, when[f] = uniform(k, f)
			at[f] = math.Floor(begins*MorrisLevels) / (MorrisLevels - 1)
			out[k].Moved = append(out[k].Moved, f)
		}
		slices.SortStableFunc(out[k].Moved, func(a, b int) int { return cmp.Compare(when[a], when[b]) })
		out[k].Points = [][]float64{slices.Clone(at)}
		for _, f := range out[k].Moved {
			if at[f] < 0.5 {
				at[f] += morrisStep
			} else {
				at[f] -= morrisStep
			}
			out[k].Points = append(out[k].Points, slices.Clone(at))
		}
	}
	return out
}

// Effects are the elementary effects of a trajectory on a value, by factor: how much it changes, per range of the factor. values are
// those at its points; present says at which of them there is one. A factor that moves between points of which one has none has no effect.
func (t Trajectory) Effects(values []float64, present []bool) (effects []float64, there []bool) {
	effects, there = make([]float64, len(t.Moved)), make([]bool, len(t.Moved))
	for k, f := range t.Moved {
		if !present[k] || !present[k+1] {
			continue
		}
		effects[f], there[f] = (values[k+1]-values[k])/(t.Points[k+1][f]-t.Points[k][f]), true
	}
	return effects, there
}
