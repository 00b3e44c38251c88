package report

import "hanhlang/sim/stat"

// Fits is what was said beforehand to fit a published figure.
type Fits struct {
	Low, High *float64 // in the unit of the measure; none: no limit on this side
}

// standing is how a simulated figure stands to a published one, as far as its interval can tell.
type standing string

const (
	fits        standing = "fits"
	doesNotFit  standing = "does-not-fit"
	notDecided  standing = "undecided"
	notMeasured standing = "not-measured"
)

// read holds an interval against what fits. Without bounds, or with one of the limits between them,
// it is undecided.
func (f *Fits) read(i stat.Interval) standing {
	above := func(x float64) bool { return f.Low == nil || x >= *f.Low }
	below := func(x float64) bool { return f.High == nil || x <= *f.High }
	switch {
	case !i.Present():
		return notMeasured
	case !i.Bounded():
		return notDecided
	case above(i.Lo) && below(i.Hi):
		return fits
	case !above(i.Hi) || !below(i.Lo):
		return doesNotFit
	}
	return notDecided
}

// reading of a published figure; empty for one that is not held against anything.
func (p *Published) reading() standing {
	if p.Fits == nil {
		return ""
	}
	return p.Fits.read(p.Interval)
}
