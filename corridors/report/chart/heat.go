package chart

import "math"

// Heat is values in rows and columns: the darker the more.
type Heat struct {
	Columns []string
	Rows    []HeatRow
	XTitle  string
	Scale   string  // what the values are, with their unit
	Reach   float64 // as far as this the colours go at least, so that figures can be held side by side
	Figures Figures
}

// HeatRow is a row of them.
type HeatRow struct {
	Name  string
	Cells []HeatCell
}

// HeatCell is one value; one that nothing was observed for is not there.
type HeatCell struct {
	There bool
	Value float64
	Tip   string
}

// heatHeight is the height of a cell [px].
const heatHeight = 22.0

// Draw lays the cells out.
func (c Heat) Draw() *Drawing {
	d := &Drawing{Width: Width}
	names, values := []string{}, []float64{c.Reach}
	for _, r := range c.Rows {
		names = append(names, r.Name)
		for _, cell := range r.Cells {
			values = append(values, cell.Value)
		}
	}
	rows := newLabels(names, plain)
	left := margin + rows.width + gap
	size := (Width - margin - left) / float64(max(1, len(c.Columns)))
	s := newScale(values, 0, 1, mostTicks)
	top := c.key(d, s) + gap
	y := top
	for i, r := range c.Rows {
		rows.draw(d, i, Point{left - gap/2, y}, heatHeight)
		for k, cell := range r.Cells {
			cell.draw(d, s, Point{left + float64(float64(k)*size), y}, size, c.Figures)
		}
		y += heatHeight
	}
	for k, name := range c.Columns {
		d.write(Point{left + float64((float64(k)+0.5)*size), y + lineHeight}, name, small, Middle)
	}
	d.write(Point{(left + Width - margin) / 2, y + 2*lineHeight + 2}, c.XTitle, plain, Middle)
	d.Height = y + acrossRoom + margin
	return d
}

// heatInk is the colour of a value.
func heatInk(s scale, v float64) colour { return between(0xf2f6fa, 0x08306b, s.at(v)) }

// draw draws a cell with its value, if that has room.
func (cell HeatCell) draw(d *Drawing, s scale, at Point, size float64, figures Figures) {
	corner := Point{at.X + size - 1, at.Y + heatHeight - 1}
	if !cell.There {
		d.box(at, corner, paint{edge: rule, width: 1}, cell.Tip)
		return
	}
	fill := heatInk(s, cell.Value)
	d.box(at, corner, paint{fill: fill}, cell.Tip)
	style := letters{size: 9, ink: ink}
	if !fill.light() {
		style.ink = white
	}
	decimals := 0
	if math.Round(10*cell.Value) < 100 {
		decimals = 1
	}
	if text := figures(cell.Value, decimals); wide(text, style) <= size-2 {
		d.write(Point{at.X + float64((size-1)/2), at.Y + 15}, text, style, Middle)
	}
}

// key draws what the colours mean, and gives its height.
func (c Heat) key(d *Drawing, s scale) float64 {
	const steps, step = 24, 7.0
	x := margin + wide(c.Scale, plain) + gap
	d.write(Point{margin, margin + 11}, c.Scale, plain, Start)
	low, high := c.Figures(s.low, s.decimals), c.Figures(s.high, s.decimals)
	d.write(Point{x, margin + 11}, low, small, Start)
	x += wide(low, small) + gap/2
	for i := range steps {
		v := s.low + (s.high-s.low)*float64(i)/(steps-1)
		d.box(Point{x, margin}, Point{x + step, margin + 12}, paint{fill: heatInk(s, v)}, "")
		x += step
	}
	d.write(Point{x + gap/2, margin + 11}, high, small, Start)
	return margin + lineHeight + gap
}
