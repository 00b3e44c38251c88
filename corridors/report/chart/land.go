package chart

import "math"

// MapLand is a country: its name stands on the map where there is room inside its ring.
type MapLand struct {
	Name string
	Ring []Spot // closed by itself
}

// Names of lands are lighter than those of places, and larger where there is room: the middle and both ends of a name are so far from borders, roads,
// places and the edges of the map, or further [px].
var landNames = []struct {
	letters
	clear float64
}{
	{letters{size: 14, ink: faint}, 14},
	{letters{size: 12, ink: faint}, 8},
	{letters{size: 11, ink: faint}, 4},
}

// landStep is between the spots that are tried for a name [px].
const landStep = 8.0

// drawLands writes the names of lands; a name for which there is no room at all is left out.
func (c Map) drawLands(d *Drawing, v view, taken []shape) {
	for _, land := range c.Lands {
		ring := make([]Point, len(land.Ring))
		for i, spot := range land.Ring {
			ring[i] = v.at(spot)
		}
		for _, as := range landNames {
			name := shape{text: land.Name, style: as.letters, anchor: Middle}
			if at, there := c.clearest(name, v, ring, as.clear, taken); there {
				name.points = []Point{at}
				taken = append(taken, name)
				d.add(name)
				break
			}
		}
	}
}

// clearest is where a name inside a ring is furthest from everything else, if that is far enough.
func (c Map) clearest(name shape, v view, ring []Point, least float64, taken []shape) (at Point, there bool) {
	for y := landStep; y < v.bottom; y += landStep {
		for x := landStep; x < Width; x += landStep {
			name.points = []Point{{x, y}}
			if clear := c.clearance(&name, v, ring); clear > least && name.free(taken) && !c.onRoad(&name, v) {
				at, least, there = Point{x, y}, clear, true
			}
		}
	}
	return at, there
}

// clearance is how far the middle and the ends of a name are from the ring of its land, from roads, places and the edges of the map [px]; negative
// where one of them lies outside the ring.
func (c Map) clearance(name *shape, v view, ring []Point) float64 {
	left, top, right, base := name.frame()
	least := min(left, Width-right, top, v.bottom-base)
	for _, at := range []Point{{left, (top + base) / 2}, {(left + right) / 2, (top + base) / 2}, {right, (top + base) / 2}} {
		if !encloses(ring, at) {
			return -1
		}
		for i := range ring {
			least = min(least, away(at, ring[i], ring[(i+1)%len(ring)]))
		}
		for _, l := range c.Links {
			least = min(least, away(at, v.at(c.Places[l.From].At), v.at(c.Places[l.To].At)))
		}
		for _, p := range c.Places {
			place := v.at(p.At)
			least = min(least, away(at, place, place))
		}
	}
	return least
}

// encloses tells whether a ring runs around a point: a line from it to the right crosses the ring an odd number of times.
func encloses(ring []Point, at Point) bool {
	odd := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X+float64((b.X-a.X)*((at.Y-a.Y)/(b.Y-a.Y))) {
			odd = !odd
		}
	}
	return odd
}

// away is how far a point is from a stretch of a line.
func away(at, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	along := 0.0
	if long := float64(dx*dx) + float64(dy*dy); long > 0 {
		along = max(0, min(1, (float64((at.X-a.X)*dx)+float64((at.Y-a.Y)*dy))/long))
	}
	return math.Hypot(at.X-a.X-float64(along*dx), at.Y-a.Y-float64(along*dy))
}
