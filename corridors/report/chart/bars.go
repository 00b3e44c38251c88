package chart

import "slices"

// Bars are bars from left to right, made of parts that add up. Parts are not below zero.
type Bars struct {
	Axis    string   // what they measure, with its unit
	Parts   []string // names of the parts, from left to right
	Inks    []int    // numbers of the colours of the parts, so that a thing has one colour in every figure; none: as they come
	Closed  string   // the part, by name, that is hours in which nobody works; empty: there is none
	Reach   float64  // as far as this the axis goes at least, so that figures can be held side by side
	Groups  []BarGroup
	Figures Figures
}

// BarGroup is bars under a heading, which may be empty.
type BarGroup struct {
	Name string
	Bars []Bar
}

// Bar is one of them.
type Bar struct {
	Name  string
	Parts []float64
	Total string   // stands behind the bar
	Tips  []string // by part; none: no part is explained
}

// The heights of bars [px].
const (
	barHeight = 15.0
	barGap    = 5.0
	groupGap  = 8.0
)

// Draw lays the bars out.
func (c Bars) Draw() *Drawing {
	d := &Drawing{Width: Width}
	names := newLabels(c.names(), plain)
	totals := c.totals()
	left := margin + names.width + gap
	right := Width - margin - widest(totals, plain) - gap
	top := d.legend(c.legend(), margin, margin/2, Width-margin) + margin
	s := newScale(append(c.sums(), c.Reach), left, right, mostTicks)
	bottom := c.walk(names, top, func(int, float64, float64, *Bar) {}, func(*BarGroup, float64) {})
	d.across(s, top, bottom, c.Axis, c.Figures)
	c.walk(names, top, func(i int, y, height float64, b *Bar) {
		names.draw(d, i, Point{left - gap/2, y}, height)
		c.bar(d, s, b, y+float64((height-barHeight)/2))
	}, func(g *BarGroup, y float64) { d.write(Point{margin, y + 11}, g.Name, strong, Start) })
	d.Height = bottom + acrossRoom + margin
	return d
}

// bar draws the parts of one.
func (c Bars) bar(d *Drawing, s scale, b *Bar, y float64) {
	at := 0.0
	for i, v := range b.Parts {
		if v > 0 {
			tip := ""
			if b.Tips != nil {
				tip = b.Tips[i]
			}
			d.box(Point{s.at(at), y}, Point{s.at(at + v), y + barHeight}, c.style(i), tip)
		}
		at += v
	}
	d.write(Point{s.at(at) + gap/2, y + 11}, b.Total, plain, Start)
}

// style of part i; what is closed is grey, as in figures of lines, and takes no colour from the others.
func (c Bars) style(i int) paint {
	closed := -1
	if c.Closed != "" {
		closed = slices.Index(c.Parts, c.Closed)
	}
	switch {
	case i == closed:
		return paint{fill: grey, hatched: true}
	case i < len(c.Inks):
		return pieceStyle(c.Inks[i])
	case closed >= 0 && closed < i:
		return pieceStyle(i - 1)
	}
	return pieceStyle(i)
}

// walk visits the bars and headings from the top down and gives where they end.
func (c Bars) walk(names labels, top float64, bar func(i int, y, height float64, b *Bar), heading func(g *BarGroup, y float64)) float64 {
	y, i := top, 0
	for k := range c.Groups {
		g := &c.Groups[k]
		if k > 0 {
			y += groupGap
		}
		if g.Name != "" {
			heading(g, y)
			y += lineHeight + barGap
		}
		for n := range g.Bars {
			height := names.height(i, barHeight)
			bar(i, y, height, &g.Bars[n])
			y += height + barGap
			i++
		}
	}
	return y
}

func (c Bars) names() (list []string) {
	for _, g := range c.Groups {
		for _, b := range g.Bars {
			list = append(list, b.Name)
		}
	}
	return list
}

func (c Bars) totals() (list []string) {
	for _, g := range c.Groups {
		for _, b := range g.Bars {
			list = append(list, b.Total)
		}
	}
	return list
}

func (c Bars) sums() (list []float64) {
	for _, g := range c.Groups {
		for _, b := range g.Bars {
			list = append(list, b.Length())
		}
	}
	return list
}

// Length is how far a bar goes: all of its parts.
func (b Bar) Length() (sum float64) {
	for _, v := range b.Parts {
		sum += v
	}
	return sum
}

// has says whether any bar has something of part i.
func (c Bars) has(i int) bool {
	for _, g := range c.Groups {
		if slices.ContainsFunc(g.Bars, func(b Bar) bool { return i < len(b.Parts) && b.Parts[i] > 0 }) {
			return true
		}
	}
	return false
}

func (c Bars) legend() (list []legendEntry) {
	for i, name := range c.Parts {
		if name != "" && c.has(i) {
			list = append(list, legendEntry{name: name, paint: c.style(i)})
		}
	}
	return list
}
