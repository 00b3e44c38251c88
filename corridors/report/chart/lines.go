package chart

import (
	"cmp"
	"slices"
)

// Lines are values over values.
type Lines struct {
	X, Y   Axis
	Lines  []Line
	Guides []Guide // across the plot, from below
	Levels []Guide // across the plot, from the left
	Closed string  // what the steps are that lines mark as closed; empty: there are none
}

// Axis is what is counted along a side, with its unit.
type Axis struct {
	Title   string
	Figures Figures
}

// Line is one of them. Low and High are the edges of a band around it: as many points as the line has, or none.
type Line struct {
	Name      string
	Points    []Point
	Low, High []Point
	Dots      bool  // its points are what is known; the line leads the eye
	Hollow    []int // dots that are drawn as their edge only
	Closed    []int // points whose way from the one before is marked
}

// Guide marks a value of an axis.
type Guide struct {
	At   float64
	Name string
}

// plotHeight is the height of a plot of lines [px].
const plotHeight = 300.0

// Draw lays the lines out.
func (c Lines) Draw() *Drawing {
	d := &Drawing{Width: Width}
	y := newScale(c.values(func(p Point) float64 { return p.Y }, c.Levels), 0, 0, mostTicks)
	left := upwardsRoom(y, c.Y.Figures)
	x := newScale(c.values(func(p Point) float64 { return p.X }, c.Guides), left, Width-margin-2*gap, 2*mostTicks)
	guides, rows := c.placed(x)
	top := d.legend(c.legend(), margin, margin/2, Width-margin) + margin + float64(float64(rows)*guideHeight)
	y.from, y.to = top+plotHeight, top
	d.across(x, top, top+plotHeight, c.X.Title, c.X.Figures)
	d.upwards(y, left, Width-margin-2*gap, c.Y.Title, c.Y.Figures)
	drawGuides(d, guides, x, top)
	for i := range c.Lines {
		c.Lines[i].band(d, x, y, i)
	}
	for i := range c.Lines {
		c.Lines[i].draw(d, x, y, i)
	}
	for _, level := range c.Levels {
		at := y.at(level.At)
		d.line([]Point{{left, at}, {x.to, at}}, paint{edge: ink, width: 1, dashes: []float64{3, 3}})
		d.write(Point{x.to, at - 4}, level.Name, small, End)
	}
	d.Height = top + plotHeight + acrossRoom + margin
	return d
}

// band draws the stretch between the edges of a line.
func (l *Line) band(d *Drawing, x, y scale, i int) {
	if len(l.Low) < 2 {
		return
	}
	around := onto(l.Low, x, y)
	back := onto(l.High, x, y)
	slices.Reverse(back)
	d.area(append(around, back...), paint{fill: lineStyle(i).edge, thin: true})
}

// draw draws a line and its dots.
func (l *Line) draw(d *Drawing, x, y scale, i int) {
	points, style := onto(l.Points, x, y), lineStyle(i)
	for _, k := range l.Closed {
		if k > 0 {
			d.line(points[k-1:k+1], closedStyle())
		}
	}
	if len(points) > 1 {
		d.line(points, style)
	}
	if !l.Dots {
		return
	}
	for k, p := range points {
		if k < len(l.Low) {
			d.line([]Point{{p.X, y.at(l.Low[k].Y)}, {p.X, y.at(l.High[k].Y)}}, paint{edge: style.edge, width: 1.5})
		}
		dot := paint{fill: style.edge}
		if slices.Contains(l.Hollow, k) {
			dot = paint{fill: white, edge: style.edge, width: 1.5}
		}
		d.box(Point{p.X - 3, p.Y - 3}, Point{p.X + 3, p.Y + 3}, dot, "")
	}
}

// closedStyle marks a part of a line, below it: hatched, so that it is no band.
func closedStyle() paint { return paint{edge: faint, width: 8, dashes: []float64{1.5, 2.5}} }

// onto puts points on the drawing.
func onto(points []Point, x, y scale) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = Point{x.at(p.X), y.at(p.Y)}
	}
	return out
}

// placedGuide is a guide with where its name stands.
type placedGuide struct {
	Guide
	middle float64 // [px]
	row    int     // above the plot, from below
}

// placed puts the name of each guide into the first row above the plot where it lies on no other.
func (c Lines) placed(x scale) (list []placedGuide, rows int) {
	var ends []float64
	for _, g := range c.together(x) {
		half := float64(wide(g.Name, small) / 2)
		p := placedGuide{Guide: g, middle: min(max(x.at(g.At), margin+half), Width-margin-half)}
		for p.row < len(ends) && ends[p.row] > p.middle-half {
			p.row++
		}
		if p.row == len(ends) {
			ends = append(ends, 0)
		}
		ends[p.row] = p.middle + half + gap
		list = append(list, p)
	}
	return list, len(ends)
}

// guideHeight is what a row of their names takes [px].
const guideHeight = lineHeight - 2

// drawGuides draws upright lines with their names above.
func drawGuides(d *Drawing, list []placedGuide, x scale, top float64) {
	for _, g := range list {
		at := x.at(g.At)
		d.line([]Point{{at, top - gap/2}, {at, top + plotHeight}}, paint{edge: faint, width: 1, dashes: []float64{2, 3}})
		d.write(Point{g.middle, top - gap - float64(float64(g.row)*guideHeight)}, g.Name, small, Middle)
	}
}

// together are the guides from the left, those at one place as one.
func (c Lines) together(x scale) []Guide {
	guides := slices.Clone(c.Guides)
	slices.SortStableFunc(guides, func(a, b Guide) int { return cmp.Compare(a.At, b.At) })
	var out []Guide
	for _, g := range guides {
		last := len(out) - 1
		if last >= 0 && x.at(g.At)-x.at(out[last].At) < 2 {
			out[last].Name += " · " + g.Name
			continue
		}
		out = append(out, g)
	}
	return out
}

// values of all lines along one axis, those of guides included.
func (c Lines) values(of func(Point) float64, guides []Guide) []float64 {
	var list []float64
	for _, l := range c.Lines {
		for _, points := range [][]Point{l.Points, l.Low, l.High} {
			for _, p := range points {
				list = append(list, of(p))
			}
		}
	}
	for _, g := range guides {
		list = append(list, g.At)
	}
	return list
}

func (c Lines) legend() (list []legendEntry) {
	if len(c.Lines) < 2 && c.Closed == "" {
		return nil
	}
	for i, l := range c.Lines {
		list = append(list, legendEntry{name: l.Name, paint: lineStyle(i), isLine: true})
	}
	if c.Closed != "" {
		list = append(list, legendEntry{name: c.Closed, paint: closedStyle(), isLine: true})
	}
	return list
}
