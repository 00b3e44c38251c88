package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Curve puts alternatives in a line: one measure over another, and where it meets what it is held against.
type Curve struct {
	Name    string
	Title   string // for people
	Over    string // measure along the line
	Measure string // what is drawn over it
	Points  []CurvePoint
	Against []CurveTarget // what the line may meet; may be empty
}

// CurvePoint is one alternative on a curve.
type CurvePoint struct {
	Alternative string
	At          *float64 // where it stands, in the unit of the measure along the line; none: where it is measured
}

// CurveTarget is a measure of an alternative, which need not be on the curve, or the same measure along a line of other alternatives.
type CurveTarget struct {
	Alternative string // or the name of the line
	Measure     string
	Line        []CurvePoint // none: a single alternative
}

// fewestPoints make a line.
const fewestPoints = 2

// curves reads what is drawn.
func (r *studyReader) curves(top *strict.Map, s *Study) {
	seen := newNames(nil, nil)
	in := newReader(layers{}, r.facts, r.problems)
	items, sure := in.items(top, "curves")
	seen.addAll(items, sure)
	for _, m := range items {
		s.Curves = append(s.Curves, r.curve(m))
		m.Done()
	}
}

func (r *studyReader) curve(m *strict.Map) Curve {
	for _, line := range []string{"title: cost over the share of return loads", "over: return_load_share", "measure: cost_per_tonne_usd"} {
		m.Require(keyOf(line), line)
	}
	m.Require("points", "points: [{alternative: one-way, at: 0 %}, {alternative: two-way}]")
	c := Curve{}
	c.Name, _ = m.Text("name")
	c.Title, _ = m.Text("title")
	over, hasOver := m.At("over")
	measure, hasMeasure := m.At("measure")
	measured, placed := r.points(m, over, &c)
	if v, there := m.At("points"); there && len(measured)+len(placed) < fewestPoints && len(v.Node().Items()) < fewestPoints {
		v.Problem(words.Say("scenario.curve-short"), words.Phrase{}, words.Phrase{})
	}
	if hasOver && len(measured) > 0 {
		c.Over, _ = r.measureOf(over, measured)
	} else if hasOver {
		over.Problem(words.Say("scenario.curve-unmeasured"), words.Phrase{}, words.Phrase{})
	}
	if hasMeasure {
		c.Measure, _ = r.measureOf(measure, slices.Concat(measured, placed))
	}
	r.curveTargets(m, &c)
	return c
}

// points reads the alternatives of a line: those that are measured along it, and those that are placed there.
func (r *studyReader) points(m *strict.Map, over *strict.Value, c *Curve) (measured, placed []string) {
	for _, item := range m.ListOfSome("points") {
		if sub, ok := item.AsMap(); ok {
			r.point(sub, over, c, &measured, &placed)
			sub.Done()
		}
	}
	return measured, placed
}

// point reads an alternative on a curve, and notes whether it is measured along the line or placed there.
func (r *studyReader) point(m *strict.Map, over *strict.Value, c *Curve, measured, placed *[]string) {
	m.Require("alternative", "alternative: two-way")
	name, ok := r.names.find(m, "alternative")
	p := CurvePoint{Alternative: name}
	switch v, there := m.At("at"); {
	case !there && ok:
		*measured = append(*measured, name)
	case there:
		v.Freely() // its unit is that of the measure
		r.placed(v, over, &p)
		if ok {
			*placed = append(*placed, name)
		}
	}
	if ok && c.passes(name) {
		v, _ := m.At("alternative")
		v.Problem(words.Say("scenario.curve-twice", "alternative", name), words.Phrase{}, words.Say("strict.delete-one"))
		return
	}
	c.Points = append(c.Points, p)
}

// otherLine reads a line of other alternatives, over the same measure.
func (r *studyReader) otherLine(m, sub *strict.Map, c *Curve) CurveTarget {
	sub.Require("name", "name: at the gate")
	t := CurveTarget{Measure: c.Measure}
	t.Alternative, _ = sub.Text("name")
	over, hasOver := m.At("over")
	other := Curve{}
	measured, placed := r.points(sub, over, &other)
	if hasOver && len(measured) > 0 {
		r.measureOf(over, measured)
	}
	if v, there := m.At("measure"); there {
		r.measureOf(v, slices.Concat(measured, placed))
	}
	t.Line = other.Points
	return t
}

// placed reads where a point stands that is not measured: only shares can be placed, as nobody finds a return load where
// trucks do not look for one.
func (r *studyReader) placed(v, over *strict.Value, p *CurvePoint) {
	if over == nil {
		return
	}
	if text, ok := over.AsText(); ok && unitEnd(text) != "share" {
		v.Problem(words.Say("scenario.curve-placed", "measure", text), words.Phrase{}, words.Phrase{})
		return
	}
	if x, ok := v.AsShare(); ok {
		p.At = &x
	}
}

// passes says whether an alternative is a point of the curve.
func (c *Curve) passes(alternative string) bool {
	return slices.ContainsFunc(c.Points, func(p CurvePoint) bool { return p.Alternative == alternative })
}

// unitEnd is the word at the end of a measure's name, which is its unit.
func unitEnd(measure string) string { return measure[strings.LastIndexByte(measure, '_')+1:] }

// curveTargets reads what a curve is held against.
func (r *studyReader) curveTargets(m *strict.Map, c *Curve) {
	for _, item := range m.List("against") {
		sub, ok := item.AsMap()
		if !ok {
			continue
		}
		if sub.Has("points") {
			c.Against = append(c.Against, r.otherLine(m, sub, c))
			sub.Done()
			continue
		}
		sub.Require("alternative", "alternative: one-way")
		t := CurveTarget{Measure: c.Measure}
		name, known := r.names.find(sub, "alternative")
		t.Alternative = name
		if v, there := sub.At("measure"); there && known {
			if t.Measure, known = r.measureOf(v, []string{name}); known && c.Measure != "" && unitEnd(t.Measure) != unitEnd(c.Measure) {
				v.Problem(words.Say("scenario.curve-units", "measure", t.Measure, "other", c.Measure), words.Phrase{}, words.Phrase{})
			}
		} else if v, there := m.At("measure"); there && known {
			r.measureOf(v, []string{name})
		}
		if known && c.Measure != "" && t.Measure == c.Measure && c.passes(t.Alternative) {
			v, _ := sub.At("alternative")
			v.Problem(words.Say("scenario.curve-itself", "alternative", name, "measure", c.Measure), words.Phrase{}, words.Say("scenario.curve-itself-help"))
		}
		sub.Known("measure")
		sub.Done()
		c.Against = append(c.Against, t)
	}
}
