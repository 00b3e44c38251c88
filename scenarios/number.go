package scenarios

import (
	"math"

	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// secondsPerHour turns what is written per hour into the seconds of the engine.
const secondsPerHour = 3600

// quantity reads a figure with a unit, in the base unit of its dimension.
func (r *reader) quantity(m *strict.Map, key string, dim quantity.Dimension, bounds quantity.Bounds) (float64, bool) {
	return r.plain(m, key, inBase(dim, bounds))
}

// inBase is the scale of figures with a unit.
func inBase(dim quantity.Dimension, bounds quantity.Bounds) scale {
	return scale{
		read: func(v *strict.Value) (float64, bool) {
			q, ok := v.AsQuantity(dim, bounds)
			return q.Value, ok
		},
		stated: inUnits(dim),
	}
}

// number reads a figure without a unit.
func (r *reader) number(m *strict.Map, key string, bounds quantity.Bounds) (float64, bool) {
	return r.plain(m, key, scale{
		read:   func(v *strict.Value) (float64, bool) { return v.AsNumber(bounds) },
		stated: plainNumber,
	})
}

// share reads a fraction of 1.
func (r *reader) share(m *strict.Map, key string) (float64, bool) {
	return r.plain(m, key, shares())
}

// shares is the scale of fractions of 1.
func shares() scale {
	return scale{read: (*strict.Value).AsShare, stated: inUnits(quantity.Pure)}
}

// count reads a whole number; s may carry the help for one out of range.
func (r *reader) count(m *strict.Map, key string, s scale, lo, hi int) (int, bool) {
	s.read = func(v *strict.Value) (float64, bool) {
		n, ok := v.AsCount(lo, hi)
		return float64(n), ok
	}
	s.stated = plainNumber
	x, ok := r.plain(m, key, s)
	return int(x), ok
}

func plainNumber(text string) (float64, bool) {
	x, err := quantity.Number(text)
	return x, err == nil && !math.IsInf(x, 0)
}
