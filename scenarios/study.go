package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// LoadStudy reads a study by name or path with everything it names, and checks it whole. Settings
// change the base scenario, and those that alternatives stand on, under what the alternatives change;
// each has to fit one of them. The error is a *strict.Problems.
func LoadStudy(nameOrPath string, sets []string) (*Study, error) {
	problems := &strict.Problems{}
	from := source{problems: problems, taken: &Taken{}}
	doc, ok := from.open(nameOrPath, nil)
	if !ok {
		return nil, problems.Err()
	}
	return studyOf(doc, chain{source: from.within(doc.folder), trail: []step{{doc.id, nameOrPath}}}, sets)
}

// studyOf reads the study of a file.
func studyOf(doc document, c chain, sets []string) (*Study, error) {
	problems := c.problems
	if !isStudy(strict.Read(doc.tree, problems), c.trail[0].name) {
		return nil, problems.Err()
	}
	facts := readFacts(problems)
	read := func(sets []string, problems *strict.Problems) *Study {
		c.problems = problems
		r := &studyReader{
			problems: problems, facts: facts, memory: newMemory(), settings: newSettings(sets), chain: c,
			grounds: make(map[string]*ground), stands: make(map[string]*ground), measure: make(map[string][]string), likeness: newLikeness(),
		}
		return r.study(strict.Read(doc.tree, problems))
	}
	s := read(sets, problems)
	blame(sets, problems, func(sets []string) bool {
		other := &strict.Problems{}
		read(sets, other)
		return other.Len() > 0
	})
	s.Hash = combined(hash(doc.tree), s.Alternatives)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s.Warnings, s.Taken = problems, c.taken
	return s, nil
}

// isStudy reads the header and says whether a study follows it.
func isStudy(top *strict.Map, name string) bool {
	what := words.Say("scenario.not-a-study", "name", name)
	if kind := Kind(textOf(top.Node(), "kind")); kind == GateFile || kind == PostFile {
		what, _ = isAnother(name, kind, "")
	}
	return isOf(top, name, StudyFile, what)
}

// combined is the hash of a study and of its alternatives.
func combined(own string, alternatives []Alternative) string {
	for _, a := range alternatives {
		if a.Scenario != nil {
			own = hashOf([]byte(own + a.Scenario.Hash))
		}
	}
	return own
}

// studyReader reads one study.
type studyReader struct {
	problems *strict.Problems
	facts    *facts
	memory   *memory // of all alternatives: most of their figures are the same
	chain    chain
	likeness *likeness // of all overlays
	settings settings
	base     *ground             // none: the study has none, or it cannot be read
	grounds  map[string]*ground  // by name; nil: it cannot be read
	stands   map[string]*ground  // what an alternative stands on
	overlays map[string]sheet    // by name
	changes  *names              // the names of the overlays
	names    *names              // of the alternatives
	measure  map[string][]string // what an alternative measures; none: it cannot run

	described []described // of all alternatives
}

// maxReplications is the most that a study may ask for.
const maxReplications = 1000000

func (r *studyReader) study(top *strict.Map) *Study {
	top.Known("version", "kind")
	s := &Study{Replications: 30, Confidence: 0.95, own: top.Node(), facts: r.facts}
	s.Name, _ = top.Text("name")
	s.Title, _ = top.Text("title")
	s.Question, _ = top.Text("question")
	often := r.replications(top, s)
	s.Antithetic, _ = top.Flag("antithetic")
	top.Help("confidence", words.Say("scenario.confidence-help"))
	if x, given := top.Number("confidence", quantity.Inside(0, 1)); given {
		s.Confidence = x
	}
	if v, there := top.At("seed"); there {
		v.Problem(words.Say("scenario.seed-elsewhere"), words.Phrase{}, words.Say("scenario.seed-help"))
	}
	r.readBase(top)
	r.readOverlays(top)
	r.readAlternatives(top, s)
	r.settings.report(r.problems)
	r.pairs(top, s)
	r.readMeasures(top, s)
	r.headline(top, s)
	r.published(top, s)
	r.curves(top, s)
	r.sensitivity(top, s)
	r.growth(top, s)
	r.best(top, s)
	r.lesson(top, s)
	r.until(often, s)
	top.Done()
	if r.problems.Len() == 0 {
		for _, v := range r.changes.unused() {
			v.Warn(r.changes.idle(v.Node().Text()), words.Phrase{})
		}
	}
	return s
}

// readOverlays reads the named changes that alternatives are put together from.
func (r *studyReader) readOverlays(top *strict.Map) {
	r.overlays = make(map[string]sheet)
	r.changes = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-overlay", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-overlay", "name", name) },
	)
	in := newReader(layers{}, r.facts, r.problems)
	items, sure := in.items(top, "overlays")
	r.changes.addAll(items, sure)
	for _, m := range items {
		name, _ := m.Text("name")
		if with, there := m.Sub("with"); there {
			r.overlays[name] = r.sheet(with, m.Path())
		} else {
			r.changes.unsure = true
		}
		m.Done()
	}
}

// readAlternatives reads what is compared; each is a whole scenario, read and checked as one.
func (r *studyReader) readAlternatives(top *strict.Map, s *Study) {
	top.Require("alternatives", "alternatives: [{name: as-is}, {name: changed, with: {…}}]")
	r.names = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-alternative", "name", name) }, nil)
	in := newReader(layers{}, r.facts, r.problems)
	items, sure := in.someItems(top, "alternatives")
	r.names.addAll(items, sure)
	for _, m := range items {
		a := Alternative{}
		a.Name, _ = m.Text("name")
		a.Title, _ = m.Text("title")
		r.stands[a.Name] = r.groundOf(m)
		world, ok := r.laid(m, r.stands[a.Name])
		m.Done()
		if ok {
			a.Scenario = r.read(world, a.Name)
		}
		s.Alternatives = append(s.Alternatives, a)
	}
}

// sheet makes changes, which stand in a part of the study, ready to be laid over the base; their paths begin with them.
func (r *studyReader) sheet(with *strict.Map, part string) sheet {
	return r.likeness.sheetOf(r.chain, with.Overlaying(part))
}

// read reads one alternative and remembers what it measures. Its problems are counted apart, so that
// what is wrong with one does not keep the next from being checked.
func (r *studyReader) read(world layers, name string) *Scenario {
	own := &strict.Problems{}
	in := newReader(world, r.facts, own)
	in.memory = r.memory
	s, measures := read(in)
	for _, p := range own.All() {
		r.problems.Add(p)
	}
	r.measure[name] = measures
	r.described = append(r.described, in.described...)
	return s
}
