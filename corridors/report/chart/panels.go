package chart

// Panels are lines over the same columns, such as years, in small plots beside one another that have one scale.
type Panels struct {
	Columns []string // below every panel
	Y       Axis
	Lines   []string // names of the lines, which every panel has in this order
	Panels  []Panel
	Level   Guide   // across every panel
	Mark    string  // what marked columns are
	Cap     float64 // what lies above is not drawn; 0: everything is
}

// Panel is one of the plots.
type Panel struct {
	Name  string
	Lines []PanelLine
}

// PanelLine is a line of a panel.
type PanelLine struct {
	Values []PanelValue // by column
	Marked int          // the column that is marked, from 0; below 0: none is
}

// PanelValue is what stands over a column, and the edges of its band.
type PanelValue struct {
	There           bool
	Mean, Low, High float64
}

// The rooms of panels [px].
const (
	panelHeight = 130.0
	mostPanels  = 3 // in a row
	panelGap    = 14.0
)

// Draw lays the panels out.
func (c Panels) Draw() *Drawing {
	d := &Drawing{Width: Width}
	y := newScale(c.values(), 0, 0, mostTicks)
	left := upwardsRoom(y, c.Y.Figures) - lineHeight // the title stands above, once for all
	top := d.legend(c.legend(), margin, margin/2, Width-margin) + margin + lineHeight
	d.write(Point{margin, top}, c.Y.Title, plain, Start)
	top += gap
	many := max(1, min(mostPanels, len(c.Panels)))
	size := (Width - margin - left - float64(panelGap*float64(many-1))) / float64(many)
	for first := 0; first < len(c.Panels); first += many {
		row := c.Panels[first:min(first+many, len(c.Panels))]
		names := make([][]string, len(row))
		most := 0
		for i := range row {
			names[i] = broken(row[i].Name, strong, size)
			most = max(most, len(names[i]))
		}
		top += float64(float64(most) * lineHeight)
		y.from, y.to = top+panelHeight, top
		d.upwards(y, left, left+float64(float64(len(row))*size)+float64(float64(len(row)-1)*panelGap), "", c.Y.Figures)
		for i := range row {
			at := left + float64(float64(i)*(size+panelGap))
			for k, line := range names[i] {
				d.write(Point{at, top - gap/2 - float64(float64(len(names[i])-1-k)*lineHeight)}, line, strong, Start)
			}
			c.panel(d, &row[i], y, at, size)
		}
		top += panelHeight + lineHeight + 2*gap
	}
	d.Height = top + margin
	return d
}

// panel draws one plot with its left edge at a place.
func (c Panels) panel(d *Drawing, p *Panel, y scale, left, size float64) {
	x := func(column int) float64 {
		return left + float64((float64(column)+0.5)*size/float64(max(1, len(c.Columns))))
	}
	if left > upwardsRoom(y, c.Y.Figures) { // it is not the first of its row
		d.box(Point{left - panelGap + 1, y.to - 1}, Point{left - 1, y.from + 1}, paint{fill: white}, "") // rules run over from the panel before
	}
	d.line([]Point{{left, y.from}, {left + size, y.from}}, paint{edge: faint, width: 1})
	every := c.every(size)
	for k := 0; k < len(c.Columns); k += every {
		d.write(Point{x(k), y.from + lineHeight}, c.Columns[k], small, Middle)
	}
	d.line([]Point{{left, y.at(c.Level.At)}, {left + size, y.at(c.Level.At)}}, levelStyle())
	for i := range p.Lines {
		p.Lines[i].band(d, y, x, i)
	}
	for i := range p.Lines {
		p.Lines[i].draw(d, y, x, i)
	}
	for i := range p.Lines {
		p.Lines[i].mark(d, y, x, i)
	}
}

// every is how many columns share a name, so that names do not touch.
func (c Panels) every(size float64) int {
	column := size / float64(max(1, len(c.Columns)))
	n := 1
	for float64(float64(n)*column) < widest(c.Columns, small)+gap/2 {
		n++
		if n >= len(c.Columns) {
			return max(1, n)
		}
	}
	return n
}

// band draws the stretch between the edges, as far as it lies on the plot.
func (l *PanelLine) band(d *Drawing, y scale, x func(int) float64, i int) {
	var low, high []Point
	end := func() {
		if len(low) > 1 {
			for k := len(high) - 1; k >= 0; k-- {
				low = append(low, high[k])
			}
			d.area(low, paint{fill: lineStyle(i).edge, thin: true})
		}
		low, high = nil, nil
	}
	for k, v := range l.Values {
		if !v.There || v.Low > y.high {
			end()
			continue
		}
		low, high = append(low, Point{x(k), y.at(v.Low)}), append(high, Point{x(k), y.at(min(v.High, y.high))})
	}
	end()
}

// draw draws the line, which ends at the upper edge where it lies above it.
func (l *PanelLine) draw(d *Drawing, y scale, x func(int) float64, i int) {
	var run []Point
	end := func() {
		if len(run) > 1 {
			d.line(run, lineStyle(i))
		}
		run = nil
	}
	for k, v := range l.Values {
		if !v.There {
			end()
			continue
		}
		if k > 0 && l.Values[k-1].There && (v.Mean > y.high) != (l.Values[k-1].Mean > y.high) {
			before := l.Values[k-1].Mean
			share := (y.high - before) / (v.Mean - before)
			run = append(run, Point{x(k-1) + float64(share*(x(k)-x(k-1))), y.to})
		}
		if v.Mean > y.high {
			end()
			continue
		}
		run = append(run, Point{x(k), y.at(v.Mean)})
	}
	end()
}

// mark draws a square at the marked column, or a triangle at the upper edge where the value lies above it, and a line down to the column.
func (l *PanelLine) mark(d *Drawing, y scale, x func(int) float64, i int) {
	if l.Marked < 0 {
		return
	}
	style, at := lineStyle(i), Point{x(l.Marked), y.to}
	v := l.Values[l.Marked]
	if beyond := !v.There || v.Mean > y.high; !beyond {
		at.Y = y.at(v.Mean)
		d.box(Point{at.X - 3.5, at.Y - 3.5}, Point{at.X + 3.5, at.Y + 3.5}, paint{fill: style.edge}, "")
	} else {
		d.area([]Point{{at.X - 4.5, at.Y + 8}, {at.X, at.Y}, {at.X + 4.5, at.Y + 8}}, paint{fill: style.edge})
	}
	d.line([]Point{at, {at.X, y.from}}, paint{edge: style.edge, width: 1, dashes: []float64{1, 2}})
}

// levelStyle is the line across panels.
func levelStyle() paint { return paint{edge: ink, width: 1, dashes: []float64{3, 3}} }

// values of all panels, up to the cap.
func (c Panels) values() []float64 {
	list := []float64{c.Level.At}
	for _, p := range c.Panels {
		for _, l := range p.Lines {
			for _, v := range l.Values {
				if !v.There {
					continue
				}
				for _, x := range []float64{v.Mean, v.Low, v.High} {
					if c.Cap > 0 {
						x = min(x, c.Cap)
					}
					list = append(list, x)
				}
			}
		}
	}
	return list
}

func (c Panels) legend() (list []legendEntry) {
	for i, name := range c.Lines {
		list = append(list, legendEntry{name: name, paint: lineStyle(i), isLine: true})
	}
	list = append(list, legendEntry{name: c.Level.Name, paint: levelStyle(), isLine: true})
	if c.Mark != "" {
		list = append(list, legendEntry{name: c.Mark, paint: paint{fill: faint}})
	}
	return list
}
