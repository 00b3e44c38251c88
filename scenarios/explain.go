package scenarios

import (
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// Account says of one value of a scenario what it rests on, who said it, and what was said before.
// A value that is no figure, such as the regime of a post, rests on nothing and has no grade.
type Account struct {
	corridors.Input
	Cited *corridors.Fact // the fact that it is taken or carried over from; none
	Said  []Saying        // from the uppermost layer, which holds, to the lowest
}

// Saying is what one layer says of a value.
type Saying struct {
	Value    string // as written
	Place    strict.Pos
	Part     string // of the file, such as overlays[two-way]; empty: the file as a whole
	Fact     string // id
	Transfer string // id
	Why      string
}

// IsFigure tells figures, which rest on something, from choices and names.
func (a *Account) IsFigure() bool { return a.Grade != "" }

// Explain accounts for the value at a path, or for all below it, in the order of the files. Without a
// path it accounts for every figure, and for everything else that an upper layer changed. The error
// is a *strict.Problems with places in the path.
func (s *Scenario) Explain(path string) ([]Account, error) {
	problems := &strict.Problems{}
	v, ok := strict.Find(s.world.tree, path, problems)
	if !ok {
		return nil, problems.Err()
	}
	e := &explainer{scenario: s, inputs: make(map[string]corridors.Input), changed: path == ""}
	for _, in := range s.Inputs {
		e.inputs[in.Path] = in
		if v.Path() != in.Path && isPartOf(v.Path(), in.Path) {
			v, _ = strict.Find(s.world.tree, in.Path, problems) // a part of a figure stands for the figure
		}
	}
	e.walk(v)
	return e.accounts, nil
}

// Locate is a path in full: items by their names where they are given by number. The error is a *strict.Problems
// with places in the path.
func (s *Scenario) Locate(path string) (string, error) {
	problems := &strict.Problems{}
	v, ok := strict.Find(s.world.tree, path, problems)
	if !ok {
		return "", problems.Err()
	}
	return v.Path(), nil
}

// explainer walks through the tree of a scenario.
type explainer struct {
	scenario *Scenario
	inputs   map[string]corridors.Input
	changed  bool // of what is no figure, only what was changed
	accounts []Account
}

func (e *explainer) walk(v *strict.Value) {
	in, figure := e.inputs[v.Path()]
	switch {
	case figure:
		e.account(in, v.Node())
	case v.IsMap():
		m, _ := v.AsMap()
		e.walkMap(m)
	case v.IsList() && slices.ContainsFunc(v.Node().Items(), (*strict.Node).IsMap):
		items, _ := v.AsList()
		for _, item := range items {
			e.walk(item)
		}
	default:
		if _, changed := v.Node().Below(); changed || !e.changed {
			e.account(corridors.Input{Path: v.Path(), Value: inline(v.Node())}, v.Node())
		}
	}
}

func (e *explainer) walkMap(m *strict.Map) {
	e.generated(m)
	var but []string
	switch {
	case e.changed && m.Path() == "":
		but = []string{"version", "kind", "name", "title", "corridor", "extends"} // what every file begins with
	case strings.HasSuffix(m.Path(), "]"):
		but = []string{"name"} // the path has it already
	}
	for _, key := range e.spoken(m) {
		if child, _ := m.At(key); !slices.Contains(but, key) {
			e.walk(child)
		}
	}
}

// generated says what the figures of a zone come to, in tonnes and in trucks a day.
func (e *explainer) generated(m *strict.Map) {
	perDay := func(perSecond float64, unit string) {
		text := strconv.FormatFloat(perSecond*secondsOfDay, 'g', 4, 64) + unit
		e.account(corridors.Input{Path: m.Path(), Value: text}, m.Node())
	}
	c := e.scenario.Setup.Corridor
	for i := range c.Places {
		if p := &c.Places[i]; p.Zone != nil && m.Path() == "places["+p.Name+"].zone" {
			perDay(p.Zone.PerSecond(), " t/day")
		}
	}
	for i := range c.Flows {
		if f := &c.Flows[i]; f.Arrivals.Zone != "" && m.Path() == "flows["+f.Name+"].arrivals" {
			perDay(f.Arrivals.PerSecond, "/day")
		}
	}
}

// spoken are the keys of a mapping that count: not those of arrivals that another kind has taken the
// place of.
func (e *explainer) spoken(m *strict.Map) []string {
	return slices.DeleteFunc(m.Keys(), func(key string) bool {
		return strings.HasSuffix(m.Path(), ".arrivals") && e.scenario.world.idleArrivals(m, key)
	})
}

// account enters a value with all that was said of it.
func (e *explainer) account(in corridors.Input, n *strict.Node) {
	a := Account{Input: in}
	for said := true; said; n, said = n.Below() {
		a.Said = append(a.Said, saying(n))
	}
	a.SetBy = a.Said[0].Place.File
	if fact, cited := e.scenario.facts.byID[in.Fact+in.Transfer]; cited {
		a.Cited = &fact
	}
	e.accounts = append(e.accounts, a)
}

// saying reads what one layer wrote: a value by itself, or with what it rests on.
func saying(n *strict.Node) Saying {
	s := Saying{Value: inline(n)}
	at := n
	if value, carries := n.Child("value"); carries {
		at, s.Value = value, inline(value)
		if mean, scaled := n.Child("mean"); scaled {
			s.Value += scaledTo(mean.Text())
		}
		s.Fact, s.Transfer, s.Why = textOf(n, "fact"), textOf(n, "transfer"), textOf(n, "why")
	}
	place, layer := n.Written()
	if !layer.Set {
		place, layer = at.Written()
	}
	s.Place, s.Part = place, layer.Part
	return s
}

// Explained is what is said of one value in some alternatives of a study.
type Explained struct {
	Account
	In []string // the alternatives that say so; none: all of them
}

// Explain accounts for values as Scenario.Explain does, in every alternative: once where all say the
// same, else once for each thing that is said.
func (s *Study) Explain(path string) ([]Explained, error) {
	if s.Growth != nil && (path == "growth" || strings.HasPrefix(path, "growth.")) {
		return s.explainGrowth(path)
	}
	var out []Explained
	var refused error
	read := 0
	for _, a := range s.Alternatives {
		accounts, err := a.Scenario.Explain(path)
		if err != nil {
			refused = err
			continue
		}
		read++
		for i := range accounts {
			out = explained(out, a.Name, &accounts[i])
		}
	}
	if read == 0 {
		return nil, refused
	}
	for i := range out {
		if len(out[i].In) == len(s.Alternatives) {
			out[i].In = nil
		}
	}
	return out, nil
}

// explainGrowth accounts for the rates and limits of the study itself, which no alternative has.
func (s *Study) explainGrowth(path string) ([]Explained, error) {
	problems := &strict.Problems{}
	asked, ok := strict.Find(s.own, path, problems)
	if !ok {
		return nil, problems.Err()
	}
	var out []Explained
	for _, in := range s.Growth.Inputs {
		if !isPartOf(in.Path, asked.Path()) && !isPartOf(asked.Path(), in.Path) {
			continue
		}
		at, _ := strict.Find(s.own, in.Path, problems)
		a := Account{Input: in, Said: []Saying{saying(at.Node())}}
		a.SetBy = a.Said[0].Place.File
		if fact, cited := s.facts.byID[in.Fact+in.Transfer]; cited {
			a.Cited = &fact
		}
		out = append(out, Explained{Account: a})
	}
	return out, nil
}

// isPartOf says whether a path is another one or lies below it.
func isPartOf(path, whole string) bool {
	return path == whole || strings.HasPrefix(path, whole+".") || strings.HasPrefix(path, whole+"[")
}

// explained enters the account of an alternative: where it is known already, else behind those of the same value.
func explained(out []Explained, alternative string, a *Account) []Explained {
	at := len(out)
	for i := range out {
		if out[i].Path != a.Path {
			continue
		}
		if slices.Equal(out[i].Said, a.Said) && out[i].Input == a.Input {
			out[i].In = append(out[i].In, alternative)
			return out
		}
		at = i + 1
	}
	return slices.Insert(out, at, Explained{Account: *a, In: []string{alternative}})
}
