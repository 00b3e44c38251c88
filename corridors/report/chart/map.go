package chart

import (
	"math"
	"slices"
)

// Map is a network on the ground.
type Map struct {
	Outlines [][]Spot // borders and coasts
	Lands    []MapLand
	Places   []MapPlace
	Links    []MapLink
	Scale    string // what the widths of links count, with its unit
	Figures  Figures
}

// Spot is a point on the globe [degrees].
type Spot struct{ North, East float64 }

// MapPlace is a place with its name.
type MapPlace struct {
	Name   string
	At     Spot
	Border bool // a post or gate pair
}

// MapLink leads from one place to another, by index.
type MapLink struct {
	From, To int
	Flow     float64
	Tip      string
}

// The rooms of a map [px].
const (
	mostMapHeight  = 560.0
	leastMapHeight = 220.0
	mapEdge        = 70.0 // around the places, for their names
	widestLink     = 9.0
	narrowestLink  = 1.0
)

// view puts spots on the drawing: an equirectangular projection, true to scale at the middle latitude.
type view struct {
	west, north, east, south float64 // the edges [degrees]
	perDegree                float64 // of latitude [px]
	squeeze                  float64 // a degree of longitude over one of latitude
	left, top, bottom        float64 // [px]
}

// Draw lays the map out.
func (c Map) Draw() *Drawing {
	d := &Drawing{Width: Width}
	v, height := c.view()
	for _, outline := range c.Outlines {
		for _, part := range v.clipped(outline) {
			d.line(part, paint{edge: grey, width: 1})
		}
	}
	most := 0.0
	for _, l := range c.Links {
		most = max(most, l.Flow)
	}
	for _, l := range c.Links {
		width := narrowestLink
		if most > 0 {
			width += (widestLink - narrowestLink) * l.Flow / most
		}
		d.add(shape{points: []Point{v.at(c.Places[l.From].At), v.at(c.Places[l.To].At)}, paint: paint{edge: blue, width: width}, tip: l.Tip})
	}
	taken := c.drawPlaces(d, v)
	c.drawLands(d, v, taken)
	d.Height = height
	c.key(d, most)
	return d
}

// view is one that holds all places.
func (c Map) view() (view, float64) {
	v := view{west: math.Inf(1), south: math.Inf(1), east: math.Inf(-1), north: math.Inf(-1)}
	for _, p := range c.Places {
		v.west, v.east = min(v.west, p.At.East), max(v.east, p.At.East)
		v.south, v.north = min(v.south, p.At.North), max(v.north, p.At.North)
	}
	const least = 0.5 // degrees, so that one place has a map too
	v.east, v.north = max(v.east, v.west+least), max(v.north, v.south+least)
	v.squeeze = math.Cos((v.north + v.south) / 2 * math.Pi / 180)
	wide, tall := (v.east-v.west)*v.squeeze, v.north-v.south
	v.perDegree = min((Width-2*mapEdge)/wide, (mostMapHeight-2*mapEdge)/tall)
	height := max(leastMapHeight, float64(tall*v.perDegree)+2*mapEdge)
	v.left, v.top = (Width-float64(wide*v.perDegree))/2, (height-float64(tall*v.perDegree))/2
	v.bottom = height
	return v, height + lineHeight + gap
}

// at is where a spot lies.
func (v view) at(s Spot) Point {
	return Point{v.left + float64((s.East-v.west)*v.squeeze*v.perDegree), v.top + float64((v.north-s.North)*v.perDegree)}
}

// clipped are the stretches of an outline that lie on the map.
func (v view) clipped(outline []Spot) (parts [][]Point) {
	var part []Point
	for i := range outline[:max(0, len(outline)-1)] {
		a, b := v.at(outline[i]), v.at(outline[i+1])
		from, to, there := within(a, b, Point{Width, v.bottom})
		if !there {
			continue
		}
		if len(part) == 0 || part[len(part)-1] != from {
			if len(part) > 1 {
				parts = append(parts, part)
			}
			part = []Point{from}
		}
		part = append(part, to)
	}
	if len(part) > 1 {
		parts = append(parts, part)
	}
	return parts
}

// within is the part of a line that lies in the rectangle from the origin to a corner (Liang and Barsky 1984).
func within(a, b, corner Point) (from, to Point, there bool) {
	enter, leave := 0.0, 1.0
	dx, dy := b.X-a.X, b.Y-a.Y
	for _, edge := range [][2]float64{{-dx, a.X}, {dx, corner.X - a.X}, {-dy, a.Y}, {dy, corner.Y - a.Y}} {
		switch p, q := edge[0], edge[1]; {
		case p == 0 && q < 0:
			return a, b, false
		case p < 0:
			enter = max(enter, q/p)
		case p > 0:
			leave = min(leave, q/p)
		}
	}
	at := func(t float64) Point { return Point{a.X + float64(t*dx), a.Y + float64(t*dy)} }
	return at(enter), at(leave), enter < leave
}

// drawPlaces draws places with their names where these lie on no other, and on no road if that can be had. A name for which there is no
// room is left out, and stands in the table. Returns what stands on the map then.
func (c Map) drawPlaces(d *Drawing, v view) (taken []shape) {
	for _, p := range c.Places {
		at := v.at(p.At)
		size, fill := 3.0, ink
		if p.Border {
			size, fill = 4, red
		}
		d.box(Point{at.X - size, at.Y - size}, Point{at.X + size, at.Y + size}, paint{fill: fill, edge: white, width: 1}, p.Name)
		taken = append(taken, shape{points: []Point{{at.X, at.Y + 4}}, text: "o", style: plain, anchor: Middle})
	}
	for _, borders := range []bool{true, false} { // what the map is about has the first choice
		for _, p := range c.Places {
			if p.Border != borders {
				continue
			}
			if name, there := c.named(p, v, taken); there {
				taken = append(taken, name)
				d.add(name)
			}
		}
	}
	return taken
}

// named is the name of a place in the first spot around it that is free.
func (c Map) named(p MapPlace, v view, taken []shape) (name shape, there bool) {
	at := v.at(p.At)
	for _, offRoads := range []bool{true, false} {
		for _, try := range []shape{
			{points: []Point{{at.X + 7, at.Y + 4}}, anchor: Start},
			{points: []Point{{at.X - 7, at.Y + 4}}, anchor: End},
			{points: []Point{{at.X, at.Y - 9}}, anchor: Middle},
			{points: []Point{{at.X, at.Y + 17}}, anchor: Middle},
			{points: []Point{{at.X + 6, at.Y - 8}}, anchor: Start},
			{points: []Point{{at.X + 6, at.Y + 16}}, anchor: Start},
			{points: []Point{{at.X - 6, at.Y - 8}}, anchor: End},
			{points: []Point{{at.X - 6, at.Y + 16}}, anchor: End},
			{points: []Point{{at.X, at.Y - 20}}, anchor: Middle},
			{points: []Point{{at.X, at.Y + 28}}, anchor: Middle},
			{points: []Point{{at.X + 12, at.Y - 18}}, anchor: Start},
			{points: []Point{{at.X + 12, at.Y + 26}}, anchor: Start},
			{points: []Point{{at.X - 12, at.Y - 18}}, anchor: End},
			{points: []Point{{at.X - 12, at.Y + 26}}, anchor: End},
		} {
			try.text, try.style = p.Name, plain
			try.style.halo = !offRoads
			roomy := try
			roomy.style.size++ // letters are not equally wide everywhere
			if roomy.free(taken) && !(offRoads && c.onRoad(&try, v)) {
				return try, true
			}
		}
	}
	return name, false
}

// nearRoad is how far a text must be from the middle of a road not to touch it [px].
const nearRoad = 3.0

// onRoad tells whether a road runs through a text.
func (c Map) onRoad(s *shape, v view) bool {
	left, top, right, bottom := s.frame()
	left, top, right, bottom = left-nearRoad, top-nearRoad, right+nearRoad, bottom+nearRoad
	for _, l := range c.Links {
		a, b := v.at(c.Places[l.From].At), v.at(c.Places[l.To].At)
		if _, _, there := within(Point{a.X - left, a.Y - top}, Point{b.X - left, b.Y - top}, Point{right - left, bottom - top}); there {
			return true
		}
	}
	return false
}

// free tells whether a text lies on the drawing and on no other.
func (s *shape) free(taken []shape) bool {
	left, top, right, _ := s.frame()
	return left >= margin && right <= Width-margin && top >= 0 && !slices.ContainsFunc(taken, func(o shape) bool { return s.liesOn(&o) })
}

// key says what the widths of links mean.
func (c Map) key(d *Drawing, most float64) {
	if most == 0 {
		return
	}
	y := d.Height - gap
	x := margin + wide(c.Scale, plain) + gap
	d.write(Point{margin, y}, c.Scale, plain, Start)
	for _, share := range []float64{0.25, 0.5, 1} {
		d.line([]Point{{x, y - 4}, {x + 2*swatch, y - 4}}, paint{edge: blue, width: narrowestLink + float64((widestLink-narrowestLink)*share)})
		text := c.Figures(most*share, decimalsFor(most))
		d.write(Point{x + 2*swatch + gap/2, y}, text, plain, Start)
		x += 2*swatch + wide(text, plain) + 3*gap
	}
}

// decimalsFor is how many decimals figures up to a value need to be read.
func decimalsFor(most float64) int {
	if most < 10 {
		return 1
	}
	return 0
}
