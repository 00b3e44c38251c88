package chart

// Width is the width of all figures [px]: the text column of an A4 page at its full size.
const Width = 720

// Figures writes a number with so many decimals in the reader's language.
type Figures func(x float64, decimals int) string

// The rooms of a figure [px].
const (
	lineHeight = 14.0
	gap        = 8.0
	swatch     = 18.0 // of a legend
	tickLength = 4.0
)

// legendEntry is a name with what it stands for: a filled box, or a line.
type legendEntry struct {
	name string
	paint
	isLine bool
}

// legend draws names from left to right in as many rows as they take, and gives the height that they took.
func (d *Drawing) legend(entries []legendEntry, left, top, right float64) float64 {
	if len(entries) == 0 {
		return 0
	}
	x, y := left, top+lineHeight
	for _, e := range entries {
		size := swatch + gap/2 + wide(e.name, plain) + 2*gap
		if x > left && x+size-2*gap > right {
			x, y = left, y+lineHeight+4
		}
		if e.isLine {
			d.line([]Point{{x, y - 4}, {x + swatch, y - 4}}, e.paint)
		} else {
			d.box(Point{x, y - 10}, Point{x + swatch, y}, e.paint, "")
		}
		d.write(Point{x + swatch + gap/2, y}, e.name, plain, Start)
		x += size
	}
	return y - top + gap
}

// across draws the marks, numbers and title of an axis below a plot, with rules up to its top.
func (d *Drawing) across(s scale, top, bottom float64, title string, figures Figures) {
	for _, v := range s.ticks {
		x := s.at(v)
		d.line([]Point{{x, top}, {x, bottom}}, paint{edge: rule, width: 1})
		d.write(Point{x, bottom + lineHeight}, figures(v, s.decimals), small, Middle)
	}
	d.line([]Point{{s.from, bottom}, {s.to, bottom}}, paint{edge: faint, width: 1})
	d.write(Point{(s.from + s.to) / 2, bottom + 2*lineHeight + 2}, title, plain, Middle)
}

// acrossRoom is what an axis takes below a plot [px].
const acrossRoom = 2*lineHeight + gap

// upwards draws an axis left of a plot, with rules to its right side. The title reads upwards.
func (d *Drawing) upwards(s scale, left, right float64, title string, figures Figures) {
	for _, v := range s.ticks {
		y := s.at(v)
		d.line([]Point{{left, y}, {right, y}}, paint{edge: rule, width: 1})
		d.write(Point{left - tickLength, y + 4}, figures(v, s.decimals), small, End)
	}
	d.line([]Point{{left, s.from}, {left, s.to}}, paint{edge: faint, width: 1})
	d.writeUp(Point{margin + lineHeight/2 + 3, (s.from + s.to) / 2}, title, plain)
}

// upwardsRoom is what an axis takes left of a plot [px].
func upwardsRoom(s scale, figures Figures) float64 {
	var texts []string
	for _, v := range s.ticks {
		texts = append(texts, figures(v, s.decimals))
	}
	return margin + lineHeight + gap + widest(texts, small) + tickLength
}

// labels are the names of rows, each broken into lines of a common width.
type labels struct {
	lines [][]string
	width float64 // [px]
	style letters
}

// labelShare is the most of a figure's width that the names of its rows take.
const labelShare = 0.42

// newLabels breaks names into lines.
func newLabels(names []string, style letters) labels {
	most := Width * labelShare
	l := labels{style: style}
	for _, name := range names {
		lines := broken(name, style, most)
		l.lines = append(l.lines, lines)
		l.width = max(l.width, widest(lines, style))
	}
	return l
}

// height of a row with the name i, no less than a bar needs.
func (l labels) height(i int, bar float64) float64 {
	return max(bar, float64(float64(len(l.lines[i]))*(lineHeight-1))+2)
}

// draw writes the name i to the left of a plot, in the middle of its row of that height.
func (l labels) draw(d *Drawing, i int, at Point, height float64) {
	lines, style := l.lines[i], l.style
	right, top := at.X, at.Y
	y := top + float64((height-float64(float64(len(lines))*(lineHeight-1)))/2) + 10
	for _, text := range lines {
		d.write(Point{right, y}, text, style, End)
		y += lineHeight - 1
	}
}
