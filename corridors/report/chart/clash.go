package chart

import "fmt"

// Clashes are the texts of a drawing that lie on one another or beyond its edge, for who checks that it can be read.
func (d *Drawing) Clashes() []string {
	var out []string
	var seen []shape
	for _, s := range d.shapes {
		if s.text == "" {
			continue
		}
		left, top, right, bottom := s.frame()
		if left < 0 || top < 0 || right > d.Width || bottom > d.Height {
			out = append(out, fmt.Sprintf("%q is cut", s.text))
		}
		for _, o := range seen {
			if s.liesOn(&o) {
				out = append(out, fmt.Sprintf("%q lies on %q", s.text, o.text))
			}
		}
		seen = append(seen, s)
	}
	return out
}

// liesOn tells whether two texts cover some of the same.
func (s *shape) liesOn(o *shape) bool {
	left, top, right, bottom := s.frame()
	l, t, r, b := o.frame()
	return left < r && l < right && top < b && t < bottom
}

// The heights of letters over and under their base line, as shares of their size: those of Vietnamese capitals with two marks are
// let into the line above.
const (
	over  = 0.75
	under = 0.2
)

// frame is the rectangle that a text covers.
func (s *shape) frame() (left, top, right, bottom float64) {
	at, size := s.points[0], wide(s.text, s.style)
	before := [...]float64{Start: 0, Middle: size / 2, End: size}[s.anchor]
	if s.turned {
		return at.X - float64(over*s.style.size), at.Y - size + before, at.X + float64(under*s.style.size), at.Y + before
	}
	return at.X - before, at.Y - float64(over*s.style.size), at.X - before + size, at.Y + float64(under*s.style.size)
}
