package law

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Empirical gives the listed values and nothing between them, each with a probability in proportion to its weight; nil
// weights are equal. Its quantile is the smallest value with at least the share u of all weight at or below it, as order
// statistics are. Values and weights are at least 0, and some weight is above 0.
func Empirical(values, weights []float64) (Law, error) {
	c := checks{law: "empirical"}
	if len(values) == 0 {
		c.fault("values", 0, Missing, 1, "")
	}
	if weights != nil && len(weights) != len(values) {
		c.fault("weights", float64(len(weights)), Unequal, float64(len(values)), "values")
	}
	for _, v := range values {
		c.amount("values", v)
	}
	total := 0.0
	for _, w := range weights {
		c.amount("weights", w)
		total += w
	}
	if weights != nil {
		c.above("weights", total, 0, "")
	}
	if c.first != nil {
		return Law{}, c.first
	}
	return Law{kind: empirical, scale: 1, steps: newSteps(values, weights)}, nil
}

// steps is a distribution function that climbs in steps.
type steps struct {
	values  []float64 // ascending
	weights []float64 // nil if all are equal
	reached []float64 // share of weight at or below a value; nil if all are equal
	guide   []int32   // where to begin for u from i/n on (Chen and Asau 1974)
}

// newSteps sorts values that have any weight.
func newSteps(values, weights []float64) *steps {
	if weights == nil {
		return &steps{values: slices.Sorted(slices.Values(values))}
	}
	var order []int
	for i, w := range weights {
		if w > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	s := &steps{}
	total := 0.0
	for _, i := range order {
		total += weights[i]
		s.values = append(s.values, values[i])
		s.weights = append(s.weights, weights[i])
		s.reached = append(s.reached, total)
	}
	for i := range s.reached {
		s.reached[i] /= total
	}
	s.addGuide()
	return s
}

// addGuide makes a lookup start close to its end.
func (s *steps) addGuide() {
	n := len(s.values)
	s.guide = make([]int32, n)
	i := 0
	for j := range s.guide {
		for s.reached[i] < float64(j)/float64(n) {
			i++
		}
		s.guide[j] = int32(i)
	}
}

// at is the smallest value with at least the share u at or below it.
func (s *steps) at(u float64) float64 {
	n := len(s.values)
	place := float64(u * float64(n))
	if s.reached == nil {
		return s.values[max(int(math.Ceil(place)), 1)-1]
	}
	i := int(s.guide[min(int(place), n-1)])
	for s.reached[i] < u {
		i++
	}
	return s.values[i]
}

// moments are mean and standard deviation of the steps themselves, not estimates for a population behind them.
func (s *steps) moments() (mean, sd float64) {
	var weight, first, second float64
	each := func(visit func(value, weight float64)) {
		for i, v := range s.values {
			w := 1.0
			if s.weights != nil {
				w = s.weights[i]
			}
			visit(v, w)
		}
	}
	each(func(v, w float64) {
		weight += w
		first += float64(v * w)
	})
	mean = first / weight
	each(func(v, w float64) { second += float64(w * (v - mean) * (v - mean)) })
	return mean, math.Sqrt(second / weight)
}

// in writes the steps; of more than eight values the first and the last four.
func (s *steps) in(scale float64, amount func(float64) string) string {
	values := list(s.values, func(v float64) string { return amount(float64(v * scale)) })
	if s.weights == nil {
		return "empirical: " + values
	}
	return "empirical: {values: " + values + ", weights: " + list(s.weights, number) + "}"
}

// list writes numbers in brackets.
func list(numbers []float64, text func(float64) string) string {
	const most = 8
	var parts []string
	for i, v := range numbers {
		switch {
		case len(numbers) <= most || i < most/2 || i >= len(numbers)-most/2:
			parts = append(parts, text(v))
		case i == most/2:
			parts = append(parts, "…")
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
