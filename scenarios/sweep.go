package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Sweep asks what a scenario comes to at many points of its inputs.
type Sweep struct {
	Name         string
	Title        string // for people; may be empty
	Question     string // one sentence; may be empty
	Scenario     *Scenario
	Design       Design
	Factors      []Factor // at least one
	Points       int      // of a Latin hypercube
	Trajectories int      // of Morris
	Measures     []string // the first is what effects are put in order by
	Replications int      // of every point
	Confidence   float64
	Horizon      journey.Horizon // of every point
	Show         int             // how many of the strongest inputs are named
	Hash         string          // 16 hex digits of the file and its scenario
	Warnings     *strict.Problems
	Taken        *Taken
	own          *strict.Node // of its file
}

// Design says which points of its inputs a sweep visits.
type Design string

// The designs of a sweep.
const (
	GridDesign      Design = "grid"            // all combinations of values
	HypercubeDesign Design = "latin-hypercube" // points spread evenly over all ranges at once
	TornadoDesign   Design = "tornado"         // one input at a time, at both ends of its range
	MorrisDesign    Design = "morris"          // one input after another, along random walks through all ranges
)

// designs lists them.
func designs() []Design { return []Design{GridDesign, HypercubeDesign, TornadoDesign, MorrisDesign} }

// Screens says whether a design puts inputs in the order of their effects.
func (d Design) Screens() bool { return d == TornadoDesign || d == MorrisDesign }

// Factor is an input that a sweep varies.
type Factor struct {
	Path      string
	Base      string   // its value in the scenario, as written
	Values    []string // of a grid
	Low, High string   // ends of the range of the other designs
	Whole     bool     // only whole numbers lie between
}

// Bounds of what one key of a sweep may ask for. How much a sweep asks for altogether is for who runs it to say.
const (
	mostPoints  = 1000000
	mostLevels  = 1000
	mostShown   = 100
	usualRounds = 10 // replications, or trajectories

	tornadoRounds = 4 // replications at each end of a range
)

// Count is how many points there are; more than an int holds for the largest.
func (s *Sweep) Count() float64 {
	k := float64(len(s.Factors))
	switch s.Design {
	case HypercubeDesign:
		return float64(s.Points)
	case TornadoDesign:
		return 2*k + 1
	case MorrisDesign:
		return float64(s.Trajectories) * (k + 1)
	}
	count := 1.0
	for _, f := range s.Factors {
		count *= float64(len(f.Values))
	}
	return count
}

// LoadSweep reads a sweep by name or path with its scenario, and checks it whole. Settings change the scenario. The error is a
// *strict.Problems.
func LoadSweep(nameOrPath string, sets []string) (*Sweep, error) {
	problems := &strict.Problems{}
	from := source{problems: problems, taken: &Taken{}}
	doc, ok := from.open(nameOrPath, nil)
	if !ok {
		return nil, problems.Err()
	}
	top := strict.Read(doc.tree, problems)
	if !isSweep(top, nameOrPath) {
		return nil, problems.Err()
	}
	r := &sweepReader{studyReader{
		problems: problems, facts: readFacts(problems), memory: newMemory(), settings: newSettings(sets),
		chain:   chain{source: from.within(doc.folder), trail: []step{{doc.id, nameOrPath}}},
		grounds: make(map[string]*ground), measure: make(map[string][]string), likeness: newLikeness(),
	}}
	s := r.sweep(top)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s.Hash = hashOf([]byte(hash(doc.tree) + s.Scenario.Hash))
	s.Warnings, s.Taken, s.Scenario.Taken = problems, from.taken, from.taken
	return s, nil
}

// isSweep reads the header and says whether a sweep follows it.
func isSweep(top *strict.Map, name string) bool {
	return isOf(top, name, SweepFile, words.Say("scenario.not-a-sweep", "name", name))
}

// sweepReader reads one sweep. It stands on a scenario as an alternative of a study does.
type sweepReader struct{ studyReader }

func (r *sweepReader) sweep(top *strict.Map) *Sweep {
	top.Known("version", "kind")
	s := &Sweep{own: top.Node(), Confidence: 0.95, Points: mostPoints, Trajectories: usualRounds, Replications: usualRounds, Show: 5}
	s.Name, _ = top.Text("name")
	s.Title, _ = top.Text("title")
	s.Question, _ = top.Text("question")
	top.Help("confidence", words.Say("scenario.confidence-help"))
	if x, given := top.Number("confidence", quantity.Inside(0, 1)); given {
		s.Confidence = x
	}
	for _, line := range []string{"scenario: lao-bao-today", "design: tornado", "factors: assumptions", "measures: [border_time_h]"} {
		top.Require(keyOf(line), line)
	}
	if v, there := top.At("scenario"); there {
		r.stand(v, s)
	}
	if s.Scenario != nil {
		s.Horizon = s.Scenario.Setup.Horizon
	}
	if m, given := top.Sub("horizon"); given {
		horizonKeys(m, &s.Horizon)
		m.Done()
	}
	r.design(top, s)
	r.sweptMeasures(top, s)
	r.factors(top, s)
	top.Done()
	return s
}

// stand reads the scenario that is swept.
func (r *sweepReader) stand(v *strict.Value, s *Sweep) {
	world, ok := r.groundAt(v).under(nil)
	r.settings.report(r.problems)
	if !ok {
		return
	}
	name, _ := v.AsText()
	r.names = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-alternative", "name", name) }, nil)
	r.names.order = []string{name}
	s.Scenario = r.read(world, name)
}

// design reads which points are visited, and how often.
func (r *sweepReader) design(top *strict.Map, s *Sweep) {
	design, _ := top.Choice("design", texts(designs())...)
	s.Design = Design(design)
	switch s.Design {
	case TornadoDesign:
		s.Replications = tornadoRounds
	case MorrisDesign:
		s.Replications = 1 // its trajectories are what an interval is taken over
	}
	if s.Design == HypercubeDesign {
		top.Require("points", "points: 40")
	}
	for _, key := range []struct {
		name        string
		of          []Design
		into        *int
		least, most int
	}{
		{"points", []Design{HypercubeDesign}, &s.Points, 2, mostPoints},
		{"trajectories", []Design{MorrisDesign}, &s.Trajectories, 2, mostPoints},
		{"show", []Design{TornadoDesign, MorrisDesign}, &s.Show, 1, mostShown},
		{"replications", designs(), &s.Replications, 1, maxReplications},
	} {
		v, there := top.At(key.name)
		switch {
		case there && design != "" && !slices.Contains(key.of, s.Design):
			v.Problem(words.Say("scenario.sweep-idle-key", "key", key.name, "design", design), words.Phrase{}, words.Say("scenario.sweep-leave-out"))
		case there:
			if n, ok := top.Count(key.name, key.least, key.most); ok {
				*key.into = n
			}
		}
	}
}

// sweptMeasures reads what is measured at every point.
func (r *sweepReader) sweptMeasures(top *strict.Map, s *Sweep) {
	for _, item := range top.ListOfSome("measures") {
		if s.Scenario == nil {
			continue
		}
		name, ok := r.measureOf(item, r.names.order)
		switch {
		case !ok:
		case slices.Contains(s.Measures, name):
			item.Problem(words.Say("scenario.measure-twice", "name", name), words.Phrase{}, words.Say("strict.delete-one"))
		default:
			s.Measures = append(s.Measures, name)
		}
	}
}

// factors reads `factors: assumptions`, which are all inputs of grade D with a range, or a list of inputs.
func (r *sweepReader) factors(top *strict.Map, s *Sweep) {
	v, there := top.At("factors")
	if !there || s.Scenario == nil || s.Design == "" {
		return
	}
	if v.IsScalar() {
		if _, ok := v.AsChoice("assumptions"); ok {
			r.assumed(v, s)
		}
		return
	}
	for _, item := range top.ListOfSome("factors") {
		if m, ok := item.AsMap(); ok {
			r.factor(m, s)
			m.Done()
		}
	}
}

// assumed takes every assumption with a range.
func (r *sweepReader) assumed(v *strict.Value, s *Sweep) {
	if s.Design == GridDesign {
		v.Problem(words.Say("scenario.sweep-grid-of-all"), words.Phrase{}, words.Say("scenario.sweep-name-values"))
		return
	}
	for _, in := range s.Scenario.Inputs {
		if in.Grade == corridors.GradeD && in.Low != "" && in.High != "" && in.Low != in.High {
			s.Factors = append(s.Factors, s.Scenario.factor(in, in.Low, in.High))
		}
	}
	if len(s.Factors) == 0 {
		v.Problem(words.Say("scenario.sweep-no-range"), words.Phrase{}, words.Phrase{})
	}
}

// factor reads one input with its values or the ends of its range.
func (r *sweepReader) factor(m *strict.Map, s *Sweep) {
	m.Require("input", "input: "+firstPath(s.Scenario))
	for _, key := range []string{"values", "from", "to"} {
		if v, there := m.At(key); there {
			v.Freely() // it is written as the input is
		}
	}
	m.Known("levels")
	v, there := m.At("input")
	if !there {
		return
	}
	in, ok := inputAt(v, s)
	if !ok {
		return
	}
	if slices.ContainsFunc(s.Factors, func(f Factor) bool { return f.Path == in.Path }) {
		v.Problem(words.Say("scenario.sweep-input-twice", "path", in.Path), words.Phrase{}, words.Say("strict.delete-one"))
		return
	}
	low, high, ranged := r.ends(m, s, in)
	if _, listed := m.At("values"); listed {
		r.values(m, s, in)
		return
	}
	if !ranged {
		return
	}
	f := s.Scenario.factor(in, low, high)
	if s.Design == GridDesign {
		m.Require("levels", "levels: 3")
		n, ok := m.Count("levels", 2, mostLevels)
		if !ok {
			return
		}
		f.Values = f.spread(n)
	} else if v, there := m.At("levels"); there {
		v.Problem(words.Say("scenario.sweep-idle-key", "key", "levels", "design", string(s.Design)), words.Phrase{}, words.Say("scenario.sweep-leave-out"))
	}
	s.Factors = append(s.Factors, f)
}

// firstPath is the path of an input, for an example.
func firstPath(s *Scenario) string {
	if len(s.Inputs) == 0 {
		return "horizon.length"
	}
	return s.Inputs[0].Path
}

// inputAt finds the input that a value names.
func inputAt(v *strict.Value, s *Sweep) (corridors.Input, bool) {
	path, ok := v.AsText()
	if !ok {
		return corridors.Input{}, false
	}
	var paths []string
	for _, in := range s.Scenario.Inputs {
		if in.Path == path {
			return in, true
		}
		paths = append(paths, in.Path)
	}
	help := words.Say("scenario.sweep-see-inputs", "name", s.Scenario.Name)
	if near, found := strict.Nearest(path, paths); found {
		help = words.Say("strict.did-you-mean", "near", near)
	}
	v.Problem(words.Say("scenario.sweep-no-input", "path", path), words.Phrase{}, help)
	return corridors.Input{}, false
}

// ends reads the range of a factor: from and to, or that of the input itself.
func (r *sweepReader) ends(m *strict.Map, s *Sweep, in corridors.Input) (low, high string, ok bool) {
	from, begins := m.At("from")
	to, stops := m.At("to")
	if listed, there := m.At("values"); there {
		if begins || stops || s.Design != GridDesign {
			listed.Problem(words.Say("scenario.sweep-values-and-range"), words.Phrase{}, words.Say("scenario.sweep-name-range"))
		}
		return "", "", false
	}
	switch {
	case begins && stops:
		first, okFrom := r.allowed(from, s, in.Path)
		second, okTo := r.allowed(to, s, in.Path)
		return first, second, okFrom && okTo
	case begins || stops:
		m.Require("from", "from: "+in.Value)
		m.Require("to", "to: "+in.Value)
		return "", "", false
	case in.Low == "" || in.High == "":
		m.Problem(words.Say("scenario.sweep-input-no-range", "path", in.Path), words.Phrase{}, words.Say("scenario.sweep-name-range"))
		return "", "", false
	}
	return in.Low, in.High, true
}

// values reads the values of a factor of a grid.
func (r *sweepReader) values(m *strict.Map, s *Sweep, in corridors.Input) {
	f := Factor{Path: in.Path, Base: in.Value}
	for _, item := range m.ListOfSome("values") {
		text, ok := r.allowed(item, s, in.Path)
		switch {
		case !ok:
		case slices.Contains(f.Values, text):
			item.Problem(words.Say("scenario.sweep-value-twice", "value", text), words.Phrase{}, words.Say("strict.delete-one"))
		default:
			f.Values = append(f.Values, text)
		}
	}
	if s.Design == GridDesign && len(f.Values) > 0 {
		s.Factors = append(s.Factors, f)
	}
}

// allowed reads a value that the scenario can be set to. A time in the place of a distribution would make a constant of it, unless the
// distribution stands in a figure, which keeps its shape.
func (r *sweepReader) allowed(v *strict.Value, s *Sweep, path string) (string, bool) {
	text := inline(v.Node())
	if v.IsList() || v.IsEmpty() {
		v.AsText()
		return "", false
	}
	if s.Scenario.flattens(path, text) {
		v.Problem(words.Say("scenario.sweep-constant", "value", text, "path", path), words.Phrase{}, words.Say("scenario.sweep-keep-shape", "value", text))
		return "", false
	}
	if _, err := s.Scenario.With(path, text); err != nil {
		v.Problem(words.Say("scenario.sweep-not-allowed", "value", text, "path", path), words.Phrase{}, words.Say("scenario.sweep-try", "name", s.Scenario.Name, "path", path, "value", text))
		return "", false
	}
	return text, true
}
