// Package sheet puts the figures of a corridor or scenario file into an Excel workbook, one a row, and takes them back from there into
// the text that they came from, with its layout and remarks.
// It does not know what a figure means or which are allowed: who reads the text again finds that out, and Place says in which cell.
package sheet

import (
	"regexp"
	"strings"

	"hanhlang/scenarios"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// column is what stands in one column of the sheet of figures.
type column int

// The columns, from left to right.
const (
	pathColumn column = iota
	valueColumn
	unitColumn
	lowColumn
	likelyColumn
	highColumn
	lawColumn
	factColumn
	transferColumn
	whyColumn
	gradeColumn
	sourceColumn
	columns
)

// row is one figure: where it is, and the texts that stand for it in the file.
type row struct {
	path  string
	law   string                  // whose times stand in low, likely and high; empty: it is none of those
	texts map[column]*strict.Node // of value, low, likely, high, fact, transfer and why, as far as they are written
	inner bool                    // it is part of a figure, which cannot rest on anything by itself
}

// Frame knows where figures stand in files.
type Frame struct{ world, law *strict.Outline }

// NewFrame asks the readers of files where figures stand, which takes a moment.
func NewFrame() Frame {
	return Frame{world: scenarios.Outline(scenarios.ScenarioFile), law: scenarios.Outline("law").Under("law")}
}

// rows are the figures of a file, in its order.
func (f Frame) rows(top *strict.Node) []row {
	w := &walk{law: f.law}
	w.keys(strict.Read(top, &strict.Problems{}), f.world)
	return w.rows
}

// walk goes through a file beside the outline of what may stand in it.
type walk struct {
	law  *strict.Outline
	rows []row
}

func (w *walk) keys(m *strict.Map, o *strict.Outline) {
	for _, key := range m.Keys() {
		if below := o.Under(key); below != nil && key != "version" {
			v, _ := m.At(key)
			w.value(v, below, false)
		}
	}
}

// value notes what stands in one place; inner says that it is part of a figure.
func (w *walk) value(v *strict.Value, o *strict.Outline, inner bool) {
	if o.Shared() != "" {
		o = w.law
	}
	switch {
	case v.IsScalar():
		if isFigure(o) && !v.IsEmpty() {
			w.rows = append(w.rows, row{path: v.Path(), texts: map[column]*strict.Node{valueColumn: v.Node()}, inner: inner})
		}
	case v.IsList():
		items, _ := v.AsList()
		for _, item := range items {
			if o.Item() != nil {
				w.value(item, o.Item(), inner)
			}
		}
	default:
		m, _ := v.AsMap()
		if inside, has := m.At("value"); has {
			w.figure(m, inside, o)
			return
		}
		w.laws(m, o, inner)
	}
}

// figure notes a value with what it rests on.
func (w *walk) figure(m *strict.Map, inside *strict.Value, o *strict.Outline) {
	r := row{path: m.Path(), texts: map[column]*strict.Node{}}
	if inside.IsScalar() {
		r.texts[valueColumn] = inside.Node()
	}
	for key, at := range map[string]column{"fact": factColumn, "transfer": transferColumn, "why": whyColumn} {
		if v, has := m.At(key); has && v.IsScalar() {
			r.texts[at] = v.Node()
		}
	}
	if v, has := m.At("range"); has && v.IsList() && len(v.Node().Items()) == 2 {
		r.texts[lowColumn], r.texts[highColumn] = v.Node().Items()[0], v.Node().Items()[1]
	}
	w.rows = append(w.rows, r)
	for _, key := range m.Keys() {
		v, _ := m.At(key)
		if below := o.Under(key); below != nil && (key != "value" || !v.IsScalar()) && key != "range" {
			w.value(v, below, true)
		}
	}
}

// laws notes the times of a law that is made of two or three, and goes down into everything else.
func (w *walk) laws(m *strict.Map, o *strict.Outline, inner bool) {
	for _, key := range m.Keys() {
		v, _ := m.At(key)
		below := o.Under(key)
		if below == nil {
			continue
		}
		ends := map[string][]column{
			"uniform":    {lowColumn, highColumn},
			"triangular": {lowColumn, likelyColumn, highColumn},
			"pert":       {lowColumn, likelyColumn, highColumn},
		}[key]
		if items := v.Node().Items(); len(ends) > 0 && len(items) == len(ends) {
			r := row{path: v.Path(), law: key, texts: map[column]*strict.Node{}, inner: true}
			for i, at := range ends {
				r.texts[at] = items[i]
			}
			w.rows = append(w.rows, r)
			continue
		}
		w.value(v, below, inner || o == w.law && key != "mean")
	}
}

// isFigure says whether a place is for a number, a time or hours, and not for a name or a word.
func isFigure(o *strict.Outline) bool {
	for _, f := range o.Forms() {
		switch f.Kind {
		case strict.TextForm, strict.ChoiceForm, strict.FlagForm:
		default:
			return true
		}
	}
	return false
}

var figured = regexp.MustCompile(`^(` + quantity.NumberPattern + `) *(\D.*)?$`)

// apart is a text as a number and its unit; false for what is none, such as 07:00-18:00.
func apart(text string) (number, unit string, ok bool) {
	parts := figured.FindStringSubmatch(strings.TrimSpace(text))
	if parts == nil || strings.HasPrefix(parts[2], ":") || strings.HasPrefix(parts[2], "-") {
		return "", "", false
	}
	return parts[1], parts[2], true
}
