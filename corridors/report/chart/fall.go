package chart

// Fall is a sum that goes from one total to another in steps: a waterfall.
type Fall struct {
	Axis    string
	Steps   []FallStep
	Figures Figures
}

// FallStep is a total, which stands on zero, or a change from where the step before it ended.
type FallStep struct {
	Name   string
	Value  float64
	Total  bool
	Figure string // as it is printed
}

// Draw lays the fall out, one row a step.
func (c Fall) Draw() *Drawing {
	d := &Drawing{Width: Width}
	names, figures, values := []string{}, []string{}, []float64{}
	spans := c.spans()
	for i, s := range c.Steps {
		names, figures = append(names, s.Name), append(figures, s.Figure)
		values = append(values, spans[i][0], spans[i][1])
	}
	rows := newLabels(names, plain)
	left, right := margin+rows.width+gap, Width-margin-widest(figures, plain)-gap
	s := newScale(values, left, right, mostTicks)
	bottom := margin + barGap
	for i := range c.Steps {
		bottom += rows.height(i, barHeight) + barGap
	}
	d.across(s, margin, bottom, c.Axis, c.Figures)
	y := margin + barGap
	for i, step := range c.Steps {
		height := rows.height(i, barHeight)
		rows.draw(d, i, Point{left - gap/2, y}, height)
		at := y + float64((height-barHeight)/2)
		d.box(Point{s.at(spans[i][0]), at}, Point{s.at(spans[i][1]), at + barHeight}, step.style(), "")
		d.write(Point{max(s.at(spans[i][0]), s.at(spans[i][1])) + gap/2, at + 11}, step.Figure, plain, Start)
		if i+1 < len(c.Steps) {
			x := s.at(spans[i][1])
			d.line([]Point{{x, at + barHeight}, {x, y + height + barGap + float64((rows.height(i+1, barHeight)-barHeight)/2)}}, paint{edge: faint, width: 1})
		}
		y += height + barGap
	}
	d.Height = bottom + acrossRoom + margin
	return d
}

// spans are the values at which each bar begins and ends.
func (c Fall) spans() [][2]float64 {
	out, at := [][2]float64{}, 0.0
	for _, s := range c.Steps {
		if s.Total {
			out, at = append(out, [2]float64{0, s.Value}), s.Value
			continue
		}
		out, at = append(out, [2]float64{at, at + s.Value}), at+s.Value
	}
	return out
}

// style tells totals, what goes down and what goes up apart; what goes up is hatched too.
func (s FallStep) style() paint {
	switch {
	case s.Total:
		return paint{fill: faint}
	case s.Value < 0:
		return paint{fill: blue}
	}
	return paint{fill: orange, hatched: true}
}
