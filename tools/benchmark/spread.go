package main

import (
	"fmt"
	"slices"
)

// spread is figures in ascending order.
type spread []float64

// spreadOf sorts figures.
func spreadOf(x []float64) spread {
	s := slices.Clone(x)
	slices.Sort(s)
	return s
}

// median is the middle one, or the mean of the two in the middle.
func (s spread) median() float64 {
	n := len(s)
	return (s[(n-1)/2] + s[n/2]) / 2
}

func (s spread) least() float64 { return s[0] }

func (s spread) most() float64 { return s[len(s)-1] }

// text is the median with the least and the most.
func (s spread) text(format string) string {
	return fmt.Sprintf(format+" ("+format+" – "+format+")", s.median(), s.least(), s.most())
}
