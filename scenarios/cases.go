package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Cases are scenarios of which theory knows what must come out.
type Cases struct {
	Name      string
	Title     string // for people; may be empty
	Cases     []Case // in file order, at least one
	Elsewhere []Elsewhere
	Hash      string           // 16 hex digits of the file and all its scenarios
	Warnings  *strict.Problems // worth saying, though the cases can be run
	Taken     *Taken           // the files they were read from
}

// Case is one scenario, or a line on which places are searched, with the quantities that are known of it.
type Case struct {
	Name         string     // unlike all others of the file
	Title        string     // for people; may be empty
	Source       string     // who found the values; may be empty
	Scenario     *Scenario  // nil: it is a placement
	Placement    *Placement // nil: it is a scenario
	Replications int        // of the scenario
	Exact        bool       // every replication must give the values, not their mean
	Expected     []Expected
}

// Elsewhere is a case that no scenario can express.
type Elsewhere struct {
	Name    string
	Title   string
	Package string // whose tests hold it; empty: nothing does
	Why     string // it is not a scenario; may be empty
}

// LoadCases reads a file of cases by name or path with everything it names, and checks it whole. The error is a
// *strict.Problems.
func LoadCases(nameOrPath string) (*Cases, error) {
	problems := &strict.Problems{}
	from := source{problems: problems, taken: &Taken{}}
	doc, ok := from.open(nameOrPath, nil)
	if !ok {
		return nil, problems.Err()
	}
	return casesOf(doc, from, nameOrPath)
}

// casesOf reads a file of cases that was opened.
func casesOf(doc document, from source, name string) (*Cases, error) {
	problems := from.problems
	top := strict.Read(doc.tree, problems)
	if !isCases(top, name) {
		return nil, problems.Err()
	}
	r := &casesReader{
		studyReader: studyReader{
			problems: problems, facts: readFacts(problems), memory: newMemory(), settings: newSettings(nil),
			chain:   chain{source: from.within(doc.folder), trail: []step{{doc.id, name}}},
			grounds: make(map[string]*ground), measure: make(map[string][]string), likeness: newLikeness(),
		},
		studies: make(map[string]*Study),
	}
	c := r.cases(top)
	c.Hash = hash(doc.tree)
	for _, one := range c.Cases {
		if one.Scenario != nil {
			c.Hash = hashOf([]byte(c.Hash + one.Scenario.Hash))
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	c.Warnings, c.Taken = problems, from.taken
	return c, nil
}

// isCases reads the header and says whether cases follow it.
func isCases(top *strict.Map, name string) bool {
	return isOf(top, name, CasesFile, words.Say("scenario.not-cases", "name", name))
}

// casesReader reads one file of cases. A case stands on a scenario as an alternative of a study does.
type casesReader struct {
	studyReader
	studies map[string]*Study // by name; nil: it cannot be read
}

func (r *casesReader) cases(top *strict.Map) *Cases {
	top.Known("version", "kind")
	c := &Cases{}
	c.Name, _ = top.Text("name")
	c.Title, _ = top.Text("title")
	top.Require("cases", "cases: [{name: my case, scenario: reference/p10-m-m-1, expected: [{name: mean wait, measure: queue_wait_h, value: 12 min}]}]")
	r.names = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-case", "name", name) }, nil)
	in := newReader(layers{}, r.facts, r.problems)
	items, sure := in.someItems(top, "cases")
	r.names.addAll(items, sure)
	for _, m := range items {
		c.Cases = append(c.Cases, r.open(m))
	}
	for i, m := range items {
		r.expected(m, &c.Cases[i])
		m.Done()
	}
	c.Elsewhere = r.elsewhere(top)
	top.Done()
	return c
}

// defaultRuns is how often a case is run that does not say it.
const defaultRuns = 40

// open reads a case without its quantities, which may be held against those of a later one.
func (r *casesReader) open(m *strict.Map) Case {
	c := Case{Replications: defaultRuns}
	c.Name, _ = m.Text("name")
	c.Title, _ = m.Text("title")
	c.Source, _ = m.Text("source")
	if m.Has("placement") {
		c.Placement, c.Replications, c.Exact = r.placement(m), 0, true
		r.measure[c.Name] = []string{} // no measures
		return c
	}
	if n, given := m.Count("replications", 2, maxReplications); given {
		c.Replications = n
	}
	if rule, given := m.Choice("rule", "interval", "exact"); given {
		c.Exact = rule == "exact"
	}
	m.Known("scenario", "with", "study", "alternative")
	if _, of := m.At("study"); of {
		c.Scenario = r.alternative(m, c.Name)
		return c
	}
	m.Require("scenario", "scenario: reference/p10-m-m-1")
	v, there := m.At("scenario")
	if !there {
		return c
	}
	if world, ok := r.groundAt(v).under(r.withOf(m)); ok {
		c.Scenario = r.read(world, c.Name)
	}
	return c
}

// alternative takes the scenario of a case from a study.
func (r *casesReader) alternative(m *strict.Map, name string) *Scenario {
	v, _ := m.At("study")
	if other, both := m.At("scenario"); both {
		other.Problem(words.Say("scenario.case-of-two"), words.Phrase{}, words.Say("strict.delete-one"))
		return nil
	}
	if with, changed := m.At("with"); changed {
		with.Problem(words.Say("scenario.case-of-study-changed"), words.Phrase{}, words.Say("scenario.case-of-study-changed-help"))
	}
	m.Require("alternative", "alternative: the name of one of the study")
	s := r.studyAt(v)
	which, there := m.At("alternative")
	if there {
		which.Noted(strict.Form{Kind: strict.TextForm})
	}
	if s == nil || !there {
		return nil
	}
	of := newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-alternative", "name", name) }, nil)
	for _, a := range s.Alternatives {
		of.order, of.first[a.Name] = append(of.order, a.Name), nil
	}
	found, ok := of.findValue(which)
	if !ok {
		return nil
	}
	a, _ := s.Find(found)
	model, err := journey.Compile(a.Scenario.Setup)
	if err != nil {
		panic("scenarios: a checked alternative was not built: " + err.Error())
	}
	r.measure[name] = model.Measures()
	return a.Scenario
}

// studyAt reads the study that a value names. Cases of one study share it.
func (r *casesReader) studyAt(v *strict.Value) *Study {
	name, ok := v.AsText()
	if !ok {
		return nil
	}
	if known, read := r.studies[name]; read {
		return known
	}
	r.studies[name] = nil
	own := &strict.Problems{}
	from := r.chain.source
	if doc, ok := from.open(name, v); ok && Kind(textOf(doc.tree, "kind")) != StudyFile {
		v.Problem(words.Say("scenario.not-a-study", "name", name), words.Phrase{}, words.Say("scenario.study-for-case"))
	} else if ok {
		in := chain{source: from.within(doc.folder), trail: []step{{doc.id, name}}}
		in.problems = own
		r.studies[name], _ = studyOf(doc, in, nil)
	}
	for _, p := range own.All() {
		r.problems.Add(p)
	}
	return r.studies[name]
}

// elsewhere reads the cases that no scenario can express.
func (r *casesReader) elsewhere(top *strict.Map) []Elsewhere {
	var out []Elsewhere
	in := newReader(layers{}, r.facts, r.problems)
	items, _ := in.items(top, "elsewhere")
	for _, m := range items {
		e := Elsewhere{}
		e.Name, _ = m.Text("name")
		if v, taken := r.names.first[e.Name]; taken && v != nil {
			at, _ := m.At("name")
			at.Problem(words.Say("scenario.case-elsewhere-too", "name", e.Name), words.Phrase{}, words.Say("strict.delete-one"))
		}
		e.Title, _ = m.Text("title")
		e.Package, _ = m.Text("package")
		e.Why, _ = m.Text("why")
		m.Done()
		out = append(out, e)
	}
	return out
}

// Chosen are the cases with one of some names, or whose name has one before its first dash; none if there is no such case.
func (c *Cases) Chosen(name string) []int {
	var out []int
	for i, one := range c.Cases {
		if group, _, _ := strings.Cut(one.Name, "-"); one.Name == name || group == name {
			out = append(out, i)
		}
	}
	return out
}

// Names are those that Chosen takes: of groups first, then of all cases.
func (c *Cases) Names() []string {
	var groups, all []string
	for _, one := range c.Cases {
		if group, _, parted := strings.Cut(one.Name, "-"); parted && !slices.Contains(groups, group) {
			groups = append(groups, group)
		}
		all = append(all, one.Name)
	}
	return append(groups, all...)
}

// tolerated is how far from the value an interval may reach where the file does not say it: a part of the value, and an
// amount for shares.
const (
	tolerated      = 0.05
	toleratedShare = 0.002
)

// widening is how many times the half-width that a file states is still accepted.
const widening = 2
