package report

import (
	"slices"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// picture is a figure of a section. What it shows stands in the section's table too, unless it has a table of its own.
type picture struct {
	name    string // of its files, and of its place on a page
	title   string
	caption string // what there is to see
	draw    func() *chart.Drawing
}

// pictured makes a picture.
func (l layout) pictured(name string, title, caption words.Phrase, draw func() *chart.Drawing) picture {
	return picture{name: name, title: l.say(title), caption: l.say(caption), draw: draw}
}

// figures writes the numbers of a drawing.
func (l layout) figures(x float64, decimals int) string { return l.speaker.Number(fixed(x, decimals)) }

// drawn writes a number that stands in a drawing, where nothing is broken into lines.
func (l layout) drawn(n words.Number) string { return unglue(l.speaker.Number(n)) }

// axis names what an axis counts.
func (l layout) axis(title, unit string) string {
	return l.say(words.Say("report.picture.axis", "title", title, "unit", unit))
}

// compared are the alternatives of the headline difference, the base first; all of them where there is none.
func (l layout) compared() []Alternative {
	head, ok := l.headline()
	if !ok {
		return l.Alternatives
	}
	var out []Alternative
	for _, name := range []string{head.Base, head.Alternative} {
		for _, a := range l.Alternatives {
			if a.Name == name {
				out = append(out, a)
			}
		}
	}
	return out
}

// pieces are the parts of bars: their names, in order, and how much of each every bar has.
type pieces struct {
	names []string
	inks  map[string]int       // numbers of the colours of those that have one everywhere
	sums  []map[string]float64 // by bar
}

func newPieces(bars int) *pieces {
	p := &pieces{inks: make(map[string]int)}
	for range bars {
		p.sums = append(p.sums, make(map[string]float64))
	}
	return p
}

// add puts an amount to a part of a bar.
func (p *pieces) add(bar int, name string, amount float64) {
	if !slices.Contains(p.names, name) {
		p.names = append(p.names, name)
	}
	p.sums[bar][name] += amount
}

// colours are the numbers of the colours of the parts: their own, or the first ones that are nobody's. That of no name is given to none.
func (p *pieces) colours() (list []int) {
	taken := make(map[int]bool)
	for name, ink := range p.inks {
		if name == "" || slices.Contains(p.names, name) {
			taken[ink] = true
		}
	}
	free := 0
	for _, name := range p.names {
		ink, own := p.inks[name]
		if !own {
			for taken[free] {
				free++
			}
			ink = free
			taken[ink] = true
		}
		list = append(list, ink)
	}
	return list
}

// leastPiece is the share of the longest bar below which a part is not shown by itself.
const leastPiece = 0.015

// gathered puts the parts that are small in every bar together, as the last.
func (p *pieces) gathered(rest string) *pieces {
	longest := 0.0
	for _, bar := range p.sums {
		sum := 0.0
		for _, name := range p.names {
			sum += bar[name]
		}
		longest = max(longest, sum)
	}
	out := newPieces(len(p.sums))
	out.inks = p.inks
	for _, large := range []bool{true, false} {
		for _, name := range p.names {
			most := 0.0
			for _, bar := range p.sums {
				most = max(most, bar[name])
			}
			if most == 0 || (most >= longest*leastPiece) != large {
				continue
			}
			shown := name
			if !large {
				shown = rest
			}
			for i, bar := range p.sums {
				out.add(i, shown, bar[name])
			}
		}
	}
	return out
}

// of a bar, in the order of the names.
func (p *pieces) of(bar int) []float64 {
	out := make([]float64, len(p.names))
	for i, name := range p.names {
		out[i] = p.sums[bar][name]
	}
	return out
}
