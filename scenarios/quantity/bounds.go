package quantity

import "math"

// Bounds is the range in which a figure must lie, in the base unit of its dimension. The zero value allows nought only;
// make one with Between, AtLeast, MoreThan, Inside or Anything.
type Bounds struct {
	Lo, Hi         float64 // -Inf and +Inf where there is no bound
	LoOpen, HiOpen bool    // the bound itself is not allowed
	Hard           bool    // above Hi the program, not the author's sense, gives up
}

// Between allows lo to hi, both included.
func Between(lo, hi float64) Bounds { return Bounds{Lo: lo, Hi: hi} }

// Inside allows what is more than lo and less than hi.
func Inside(lo, hi float64) Bounds { return Bounds{Lo: lo, Hi: hi, LoOpen: true, HiOpen: true} }

// AtLeast allows lo and whatever is more.
func AtLeast(lo float64) Bounds { return Bounds{Lo: lo, Hi: math.Inf(1)} }

// MoreThan allows whatever is more than lo.
func MoreThan(lo float64) Bounds { return Bounds{Lo: lo, Hi: math.Inf(1), LoOpen: true} }

// Anything allows every finite figure.
func Anything() Bounds { return Bounds{Lo: math.Inf(-1), Hi: math.Inf(1)} }

// UpTo adds an upper bound, included.
func (b Bounds) UpTo(hi float64) Bounds {
	b.Hi, b.HiOpen = hi, false
	return b
}

// AsLimit says that the upper bound is a limit of the program.
func (b Bounds) AsLimit() Bounds {
	b.Hard = true
	return b
}

// Allow answers whether a value [base unit] lies within the bounds.
func (b Bounds) Allow(value float64) bool {
	return !b.Above(value) && (value > b.Lo || value == b.Lo && !b.LoOpen)
}

// Above answers whether a value [base unit] lies beyond the upper bound.
func (b Bounds) Above(value float64) bool {
	return value > b.Hi || value == b.Hi && b.HiOpen
}
