package law

import (
	"fmt"
	"math"
)

// Reason says in which way a parameter is wrong.
type Reason uint8

// The reasons.
const (
	NotFinite Reason = iota + 1 // infinite or not a number
	TooSmall                    // below Limit
	TooLarge                    // above Limit
	NotAbove                    // not above Limit, which itself is not allowed
	Missing                     // an empirical law without values
	Unequal                     // Value weights for Limit values
	Remote                      // the truncation keeps the share Value of the parent, less than Limit
)

// String is a word for programs and logs.
func (r Reason) String() string {
	return [...]string{"", "not-finite", "too-small", "too-large", "not-above", "missing", "unequal", "remote"}[r]
}

// ParameterError tells what is wrong with a parameter. It carries no sentence for users: whoever read the scenario
// knows the units and the place.
type ParameterError struct {
	Law, Parameter string // as a scenario writes them
	Value          float64
	Reason         Reason
	Limit          float64 // in the unit of the parameter
	Of             string  // the parameter that sets the limit; "" for a fixed one
}

// Error is for programmers.
func (e *ParameterError) Error() string {
	text := fmt.Sprintf("%s.%s: %v is %v (limit %v", e.Law, e.Parameter, e.Value, e.Reason, e.Limit)
	if e.Of != "" {
		text += " set by " + e.Of
	}
	return text + ")"
}

// largestAmount keeps every sum of squares and every outcome finite, far beyond any corridor.
const largestAmount = 1e15

// checks collects the first fault of the parameters of one law.
type checks struct {
	law   string
	first *ParameterError
}

// fault notes a fault unless there is one already.
func (c *checks) fault(parameter string, value float64, reason Reason, limit float64, of string) {
	if c.first == nil {
		c.first = &ParameterError{c.law, parameter, value, reason, limit, of}
	}
}

// within wants a value from lo to hi.
func (c *checks) within(parameter string, value, lo, hi float64) {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		c.fault(parameter, value, NotFinite, 0, "")
	case value < lo:
		c.fault(parameter, value, TooSmall, lo, "")
	case value > hi:
		c.fault(parameter, value, TooLarge, hi, "")
	}
}

// amount wants an outcome that may happen.
func (c *checks) amount(parameter string, value float64) {
	c.within(parameter, value, 0, largestAmount)
}

// positive wants an amount above 0.
func (c *checks) positive(parameter string, value float64) {
	c.amount(parameter, value)
	c.above(parameter, value, 0, "")
}

// atLeast and above compare with another parameter.
func (c *checks) atLeast(parameter string, value, limit float64, of string) {
	if value < limit {
		c.fault(parameter, value, TooSmall, limit, of)
	}
}

func (c *checks) above(parameter string, value, limit float64, of string) {
	if value <= limit {
		c.fault(parameter, value, NotAbove, limit, of)
	}
}

func (c *checks) atMost(parameter string, value, limit float64, of string) {
	if value > limit {
		c.fault(parameter, value, TooLarge, limit, of)
	}
}

// made gives the law if nothing was wrong.
func (c *checks) made(l Law) (Law, error) {
	if c.first != nil {
		return Law{}, c.first
	}
	return l, nil
}
