package report

import (
	"math"
	"slices"

	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
)

// stepsOfAFall is how many causes a waterfall shows by themselves.
const stepsOfAFall = 9

// fallPictures has a waterfall for the headline pair.
func (l layout) fallPictures() []picture {
	head, ok := l.headline()
	if !ok {
		return nil
	}
	for _, w := range l.Waterfalls {
		if w.Alternative == head.Alternative && w.Base == head.Base {
			return []picture{l.fallPicture(w)}
		}
	}
	return nil
}

// fallPicture begins at the delay of the base, which is its zero, and ends at the paired difference.
func (l layout) fallPicture(w Waterfall) picture {
	var steps []chart.FallStep
	var total indicators.Delay
	shown, least := 0.0, leastStep*longest(w.Causes)
	for _, d := range w.Causes {
		switch {
		case d.Cause == indicators.Total:
			total = d
		case len(steps) < stepsOfAFall && d.Hours.Mean != 0 && math.Abs(d.Hours.Mean) >= least:
			shown += d.Hours.Mean
			steps = append(steps, chart.FallStep{Name: l.causeOf(d), Value: d.Hours.Mean, Figure: l.drawn(plus(difference(d.Hours, 1)).mean)})
		}
	}
	rest := total.Hours.Mean - shown
	steps = append(steps,
		chart.FallStep{Name: l.say(words.Say("report.delay.others")), Value: rest, Figure: l.drawn(plus(figure{mean: fixed(rest, 2)}).mean)},
		chart.FallStep{Name: l.say(words.Say("report.cause.total")), Value: total.Hours.Mean, Total: true, Figure: l.drawn(plus(difference(total.Hours, 1)).mean)})
	return l.pictured("delay-waterfall", words.Say("report.picture.waterfall.title", "alternative", w.Alternative, "base", w.Base), words.Say("report.picture.waterfall.caption", "base", w.Base), func() *chart.Drawing {
		return chart.Fall{Axis: l.axis(l.say(words.Say("report.picture.delay")), "h"), Steps: steps, Figures: l.figures}.Draw()
	})
}

// leastStep is the share of the longest step below which a cause is not shown by itself, since its bar could not be seen.
const leastStep = 0.005

// longest is the size of the largest of some differences [h].
func longest(causes []indicators.Delay) float64 {
	most := 0.0
	for _, d := range causes {
		most = max(most, math.Abs(d.Hours.Mean))
	}
	return most
}

// tornadoPicture shows how far each of the weightiest assumptions moves the headline difference.
func (l layout) tornadoPicture(head Difference) picture {
	unit, scale := l.unitOfDifference(head.Unit)
	c := chart.Tornado{
		Axis: l.axis(l.say(words.Say("report.picture.difference", "measure", l.title(head.Measure))), unit),
		Low:  l.say(words.Say("report.column.low")), High: l.say(words.Say("report.column.high")), Figures: l.figures,
		Base: l.Drivers[0].AtBase.Mean * scale, BaseName: l.say(words.Say("report.column.used")),
	}
	for _, d := range l.Drivers {
		r := chart.TornadoRow{Name: l.readable(d.Path)}
		if d.AtLow.Present() {
			r.Low = chart.TornadoEnd{There: true, Value: d.AtLow.Mean * scale, Name: unglue(l.written(d.Low))}
		}
		if d.AtHigh.Present() {
			r.High = chart.TornadoEnd{There: true, Value: d.AtHigh.Mean * scale, Name: unglue(l.written(d.High))}
		}
		c.Rows = append(c.Rows, r)
	}
	return l.pictured("tornado", words.Say("report.picture.tornado.title"), words.Say("report.picture.tornado.caption",
		"measure", l.title(head.Measure), "alternative", head.Alternative, "base", head.Base), c.Draw)
}

// curvePicture draws a curve with what it is held against.
func (l layout) curvePicture(c *Curve) picture {
	over, overScale := l.unit(c.OverUnit)
	unit, scale := l.unit(c.Unit)
	d := chart.Lines{
		X: chart.Axis{Title: l.axis(l.title(c.Over), over), Figures: l.figures}, Y: chart.Axis{Title: l.axis(l.title(c.Measure), unit), Figures: l.figures},
		Lines: []chart.Line{l.curveLine(l.title(c.Measure), c.Points, overScale, scale)},
	}
	for _, m := range c.Meetings {
		switch {
		case len(m.Points) > 0:
			d.Lines = append(d.Lines, l.curveLine(l.speaker.Title(m.Alternative), m.Points, overScale, scale))
		case m.Target.Present() && !m.Line:
			d.Levels = append(d.Levels, chart.Guide{At: m.Target.Mean * scale, Name: m.Alternative})
		}
	}
	caption := capital(l.say(words.Say("report.picture.curve.caption", "measure", l.title(c.Measure), "over", l.title(c.Over))))
	if len(d.Levels) > 0 {
		caption += " " + l.say(words.Say("report.picture.curve.levels"))
	}
	if len(d.Lines) > 1 {
		caption += " " + l.say(words.Say("report.picture.curve.lines"))
	}
	if slices.ContainsFunc(d.Lines, func(line chart.Line) bool { return len(line.Hollow) > 0 }) {
		caption += " " + l.say(words.Say("report.picture.curve.hollow"))
	}
	return picture{name: "curve-" + slug(c.Name), title: l.speaker.Title(c.Title), caption: caption, draw: d.Draw}
}

// curveLine is the points of a line, with their intervals as a band; those of alternatives that cannot keep up are hollow.
func (l layout) curveLine(name string, points []CurvePoint, overScale, scale float64) chart.Line {
	line := chart.Line{Name: name, Dots: true}
	for _, p := range points {
		if !p.X.Present() || !p.Y.Present() {
			continue
		}
		if l.without(p.Alternative) {
			line.Hollow = append(line.Hollow, len(line.Points))
		}
		x := p.X.Mean * overScale
		line.Points = append(line.Points, chart.Point{X: x, Y: p.Y.Mean * scale})
		line.Low = append(line.Low, chart.Point{X: x, Y: p.Y.Lo * scale})
		line.High = append(line.High, chart.Point{X: x, Y: p.Y.Hi * scale})
	}
	return line
}
