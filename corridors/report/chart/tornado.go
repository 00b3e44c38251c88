package chart

// Tornado shows how far each of several things moves a figure.
type Tornado struct {
	Axis      string
	Base      float64 // where the figure lies without them
	BaseName  string
	Low, High string // names of the two ends
	Rows      []TornadoRow
	Figures   Figures
}

// TornadoRow is one of them; an end that could not be had is not there.
type TornadoRow struct {
	Name      string
	Low, High TornadoEnd
}

// TornadoEnd is where the figure lies at one end.
type TornadoEnd struct {
	There bool
	Value float64
	Name  string // what the end is
}

// tornadoRow is the height of a row: its bar between the names of its two ends [px].
const tornadoRow = 34.0

// Draw lays the rows out.
func (c Tornado) Draw() *Drawing {
	d := &Drawing{Width: Width}
	names, values := []string{}, []float64{c.Base}
	for _, r := range c.Rows {
		names = append(names, r.Name)
		for _, end := range []TornadoEnd{r.Low, r.High} {
			if end.There {
				values = append(values, end.Value)
			}
		}
	}
	rows := newLabels(names, plain)
	before, behind := c.room()
	left, right := margin+rows.width+gap, float64(Width-margin)-gap
	low, high := paint{fill: sky}, paint{fill: orange, hatched: true}
	top := d.legend([]legendEntry{{name: c.Low, paint: low}, {name: c.High, paint: high}}, margin, margin/2, right) + margin + lineHeight
	s := newScale(values, left+before, right-behind, mostTicks)
	bottom := top
	for i := range c.Rows {
		bottom += rows.height(i, tornadoRow) + barGap
	}
	d.across(s, top, bottom, c.Axis, c.Figures)
	y := top
	for i, r := range c.Rows {
		height := rows.height(i, tornadoRow)
		rows.draw(d, i, Point{left - gap/2, y}, height)
		middle := y + float64(height/2)
		c.end(d, s, tornadoBar{r.Low, low, middle - barHeight})
		c.end(d, s, tornadoBar{r.High, high, middle})
		y += height + barGap
	}
	x := s.at(c.Base)
	d.line([]Point{{x, top - gap/2}, {x, bottom}}, paint{edge: ink, width: 1.5})
	half := float64(wide(c.BaseName, small) / 2)
	d.write(Point{min(max(x, margin+half), Width-margin-half), top - gap}, c.BaseName, small, Middle)
	d.Height = bottom + acrossRoom + margin
	return d
}

// tornadoBar is the bar of an end.
type tornadoBar struct {
	end   TornadoEnd
	paint paint
	top   float64
}

// end draws the bar of one end, with its name behind it: there is room for it, see room.
func (c Tornado) end(d *Drawing, s scale, bar tornadoBar) {
	e, top, bottom := bar.end, bar.top, bar.top+barHeight-2
	if !e.There {
		return
	}
	from, to := s.at(c.Base), s.at(e.Value)
	d.box(Point{from, top}, Point{to, bottom}, bar.paint, e.Name)
	if e.Value < c.Base {
		d.write(Point{to - gap/2, bottom - 2}, e.Name, small, End)
		return
	}
	d.write(Point{to + gap/2, bottom - 2}, e.Name, small, Start)
}

// room is how much the longest names need to the left and to the right of all bars [px].
func (c Tornado) room() (before, behind float64) {
	for _, r := range c.Rows {
		for _, e := range []TornadoEnd{r.Low, r.High} {
			switch size := wide(e.Name, small) + gap; {
			case !e.There:
			case e.Value < c.Base:
				before = max(before, size)
			default:
				behind = max(behind, size)
			}
		}
	}
	return before, behind
}
