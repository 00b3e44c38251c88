package scenarios

import (
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// LoadStudy reads a study by name or path with everything it names, and checks it whole. Settings
// change the base scenario, under what the alternatives change. The error is a *strict.Problems.
func LoadStudy(nameOrPath string, sets []string) (*Study, error) {
	problems := &strict.Problems{}
	from := source{problems: problems}
	tree, folder := from.open(nameOrPath, nil)
	if tree == nil {
		return nil, problems.Err()
	}
	top := strict.Read(tree, problems)
	if kind := Kind(textOf(tree, "kind")); kind == CorridorFile || kind == ScenarioFile {
		v, _ := top.At("kind")
		v.Problem(words.Say("scenario.not-a-study", "name", nameOrPath), words.Phrase{}, words.Say("scenario.run-instead", "name", nameOrPath))
		return nil, problems.Err()
	}
	r := &studyReader{
		reader: newReader(problems, readFacts(problems)), tree: tree, sets: sets,
		source: source{problems: problems, folder: folder},
	}
	s := r.study(top)
	return s, problems.Err()
}

// studyReader reads one study.
type studyReader struct {
	*reader
	source   source
	tree     *strict.Node
	sets     []string
	base     *strict.Node
	overlays map[string]*strict.Node
	names    []string // of the overlays, in file order
}

// maxReplications is the most that a study may ask for.
const maxReplications = 1000000

func (r *studyReader) study(top *strict.Map) *Study {
	header(top, string(StudyFile))
	s := &Study{Hash: hash(r.tree), Replications: 30, Confidence: 0.95}
	s.Name, _ = top.Text("name")
	s.Title, _ = top.Text("title")
	s.Question, _ = top.Text("question")
	if n, given := top.Count("replications", 1, maxReplications); given {
		s.Replications = n
	}
	top.Help("confidence", words.Say("scenario.confidence-help"))
	if x, given := top.Number("confidence", quantity.Inside(0, 1)); given {
		s.Confidence = x
	}
	r.readBase(top)
	r.readOverlays(top)
	r.alternatives(top, s)
	r.pairs(top, s)
	r.measures(top, s)
	r.headline(top, s)
	r.published(top, s)
	r.sensitivity(top, s)
	top.Done()
	return s
}

// readBase reads the scenario that all alternatives change.
func (r *studyReader) readBase(top *strict.Map) {
	if !top.Require("base", "base: lao-bao-today") {
		return
	}
	v, _ := top.At("base")
	name, ok := v.AsText()
	if !ok {
		return
	}
	tree, _ := chain{source: r.source}.world(name, v)
	if tree != nil {
		r.base = strict.Set(tree, r.sets, r.problems)
	}
}

// readOverlays reads the named changes that alternatives are put together from.
func (r *studyReader) readOverlays(top *strict.Map) {
	r.overlays = make(map[string]*strict.Node)
	for _, m := range r.maps(top.List("overlays")) {
		name, _ := m.Text("name")
		m.Require("with", "with: {gates: […]}")
		if with, there := m.Sub("with"); there {
			r.overlays[name] = with.Node()
			r.names = append(r.names, name)
		}
		m.Done()
	}
}

// alternatives reads what is compared; each is a whole scenario, read and checked as one.
func (r *studyReader) alternatives(top *strict.Map, s *Study) {
	top.Require("alternatives", "alternatives: [{name: as-is}, {name: changed, with: {…}}]")
	for _, m := range r.maps(top.ListOfSome("alternatives")) {
		a := Alternative{}
		a.Name, _ = m.Text("name")
		a.Title, _ = m.Text("title")
		tree := r.laid(m)
		m.Done()
		if tree == nil {
			continue
		}
		a.Scenario = read(tree, r.facts, r.problems)
		s.Hash = combined(s.Hash, a.Scenario.Hash)
		s.Alternatives = append(s.Alternatives, a)
	}
}

// combined is the hash of two.
func combined(a, b string) string { return hashOf([]byte(a + b)) }

// laid puts the overlays of an alternative and its own changes over the base.
func (r *studyReader) laid(m *strict.Map) *strict.Node {
	tree := r.base
	for _, item := range m.List("overlays") {
		name, ok := item.AsText()
		over, known := r.overlays[name]
		if ok && !known {
			item.Problem(words.Say("scenario.unknown-overlay", "name", name), words.Phrase{}, near(name, r.names))
		}
		if known && tree != nil {
			tree = strict.Overlay(tree, over, atomic)
		}
	}
	if with, there := m.Sub("with"); there && tree != nil {
		tree = strict.Overlay(tree, with.Node(), atomic)
	}
	return tree
}

// pairs reads which alternatives are compared with which.
func (r *studyReader) pairs(top *strict.Map, s *Study) {
	items := top.List("compare")
	for _, item := range items {
		if m, ok := item.AsMap(); ok {
			if p, ok := r.pair(m, s); ok {
				s.Pairs = append(s.Pairs, p)
			}
			m.Done()
		}
	}
	if len(items) == 0 && len(s.Alternatives) > 1 {
		for _, a := range s.Alternatives[1:] {
			s.Pairs = append(s.Pairs, Pair{Alternative: a.Name, Base: s.Alternatives[0].Name})
		}
	}
}

// pair reads two names of alternatives that are not the same.
func (r *studyReader) pair(m *strict.Map, s *Study) (Pair, bool) {
	p := Pair{}
	m.Require("alternative", "alternative: digital")
	m.Require("base", "base: paper")
	one, ok1 := r.alternativeName(m, "alternative", s)
	two, ok2 := r.alternativeName(m, "base", s)
	p.Alternative, p.Base = one, two
	if ok1 && ok2 && one == two {
		v, _ := m.At("base")
		v.Problem(words.Say("scenario.same-alternative", "name", one), words.Phrase{}, words.Phrase{})
		return p, false
	}
	return p, ok1 && ok2
}

func (r *studyReader) alternativeName(m *strict.Map, key string, s *Study) (string, bool) {
	v, there := m.At(key)
	if !there {
		return "", false
	}
	name, ok := v.AsText()
	if !ok {
		return "", false
	}
	var names []string
	for _, a := range s.Alternatives {
		if a.Name == name {
			return name, true
		}
		names = append(names, a.Name)
	}
	if r.base != nil {
		v.Problem(words.Say("scenario.unknown-alternative", "name", name), words.Phrase{}, near(name, names))
	}
	return "", false
}

// measures reads the measures that the study is about.
func (r *studyReader) measures(top *strict.Map, s *Study) {
	top.Require("measures", "measures: [border_time_h]")
	for _, item := range top.ListOfSome("measures") {
		if name, ok := r.measure(item, s); ok {
			s.Measures = append(s.Measures, name)
		}
	}
}

// measure reads the name of a measure that every alternative has.
func (r *studyReader) measure(v *strict.Value, s *Study) (string, bool) {
	name, ok := v.AsText()
	if !ok || r.problems.Len() > 0 {
		return name, ok
	}
	for _, a := range s.Alternatives {
		m, err := journey.Compile(a.Scenario.Setup)
		if err != nil {
			return "", false
		}
		if names := m.Measures(); !slices.Contains(names, name) {
			v.Problem(words.Say("scenario.unknown-measure", "name", name), words.Phrase{}, near(name, names))
			return "", false
		}
	}
	return name, true
}

func (r *studyReader) headline(top *strict.Map, s *Study) {
	m, there := top.Sub("headline")
	if !there {
		if len(s.Pairs) > 0 && len(s.Measures) > 0 {
			s.Headline = Headline{Pair: s.Pairs[0], Measure: s.Measures[0]}
		}
		return
	}
	s.Headline.Pair, _ = r.pair(m, s)
	m.Require("measure", "measure: border_time_h")
	if v, there := m.At("measure"); there {
		s.Headline.Measure, _ = r.measure(v, s)
	}
	m.Done()
}

// published reads the figures of others that the answer is set beside.
func (r *studyReader) published(top *strict.Map, s *Study) {
	for _, item := range top.List("published") {
		m, ok := item.AsMap()
		if !ok {
			continue
		}
		p := Published{}
		m.Require("fact", "fact: B043")
		m.Require("measure", "measure: border_time_h")
		p.Alternative, _ = r.alternativeName(m, "alternative", s)
		if v, there := m.At("fact"); there {
			p.Fact, _ = r.facts.find(v)
		}
		if v, there := m.At("measure"); there {
			p.Measure, _ = r.measure(v, s)
		}
		p.Why, _ = m.Text("why")
		if hours, ok := inUnits(quantity.Time)(p.Fact.Value); ok {
			hours /= secondsPerHour
			p.Value = &hours
		}
		m.Done()
		s.Published = append(s.Published, p)
	}
}

// sensitivity reads how assumptions are varied; `sensitivity: none` leaves it out.
func (r *studyReader) sensitivity(top *strict.Map, s *Study) {
	v, there := top.At("sensitivity")
	if !there {
		return
	}
	if v.IsScalar() {
		v.AsChoice("none")
		return
	}
	m, ok := v.AsMap()
	if !ok {
		return
	}
	out := Sensitivity{Screen: 1, Replications: 6, Show: 5, Horizon: journey.Horizon{WarmUp: usualWarmUp, Length: usualLength, After: journey.Drain}}
	if n, given := m.Count("replications", 2, 10000); given {
		out.Replications = n
	}
	if n, given := m.Count("screen", 1, 10000); given {
		out.Screen = n
	}
	if n, given := m.Count("show", 1, 1000); given {
		out.Show = n
	}
	readHorizon(m, &out.Horizon)
	m.Done()
	s.Sensitivity = &out
}
