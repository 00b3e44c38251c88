package report

import (
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// Explanation says of values that were fed in what they rest on and who set them.
type Explanation struct {
	Name        string // of the scenario or study
	Title       string // for people; may be empty
	Alternative string // of a study, when only that was asked about
	Path        string // what was asked about; empty: everything
	Accounts    []Account
}

// Account is one value with what it rests on and what every layer says of it. What is no figure has no grade.
type Account struct {
	Input
	Subject string // of the fact
	Says    string // the figure of the fact, as published
	Year    string
	Note    string   // remark on the fact
	In      []string // alternatives in which the account holds; none: all of them, or no study
	Said    []Saying // from the layer that holds to the lowest
}

// Saying is what one layer says of a value.
type Saying struct {
	Value        string
	File         string // or --set
	Line, Column int
	Part         string // of the file, such as overlays[two-way]
	Fact         string
	Transfer     string
	Why          string
}

// at is the place of a saying.
func (s Saying) at() string {
	return strings.Join(kept(s.File+":"+strconv.Itoa(s.Line), s.Part), " ")
}

// explained lays an explanation out: one value in full, several in a table.
func explained(e Explanation, s *words.Speaker) page {
	l := account{speaker: s}
	p := page{title: s.Title(e.Title)}
	if p.title == "" {
		p.title = e.Name
	}
	if e.Alternative != "" {
		p.title += ": " + e.Alternative
	}
	if len(e.Accounts) == 0 {
		p.lead = []string{l.say(words.Say("explain.nothing"))}
		return p
	}
	if alone(e) {
		for _, a := range e.Accounts {
			p.sections = append(p.sections, l.full(a))
		}
		return p
	}
	figures := Comparison{}
	for _, a := range e.Accounts {
		if a.Grade != "" {
			figures.Inputs = append(figures.Inputs, a.Input)
		}
	}
	g := figures.Grades()
	if g.Total() > 0 {
		p.lead = []string{l.say(words.Say("report.lead.grades", "count", g.Total(), "a", g.A, "b", g.B, "c", g.C, "d", g.D))}
	}
	p.sections = []section{l.table(e)}
	return p
}

// alone tells an explanation of one value, which may be another in every alternative.
func alone(e Explanation) bool {
	for _, a := range e.Accounts {
		if a.Path != e.Accounts[0].Path {
			return false
		}
	}
	return true
}

// account puts accounts into one language.
type account struct{ speaker *words.Speaker }

func (l account) say(p words.Phrase) string { return l.speaker.Text(p) }

// full is one account with everything that is known.
func (l account) full(a Account) section {
	s := section{heading: a.Path}
	add := func(text string, line words.Phrase) {
		if text != "" {
			s.lead = append(s.lead, l.say(line))
		}
	}
	if len(a.In) > 0 {
		s.lead = append(s.lead, l.in(a))
	}
	add(a.Value, words.Say("explain.value", "value", a.Value))
	add(a.Range, words.Say("explain.range", "range", a.Range))
	add(a.Grade, words.Say("explain.grade", "grade", l.grade(a.Grade)))
	says := strings.Join(kept(l.speaker.Reason(a.Subject), a.Says, a.Year), "; ")
	add(a.Fact, words.Say("explain.fact", "fact", a.Fact, "says", says))
	add(a.Transfer, words.Say("explain.transfer", "fact", a.Transfer, "says", says))
	add(a.Why, words.Say("explain.why", "why", words.Reason(a.Why)))
	add(a.Note, words.Say("explain.note", "note", words.Reason(a.Note)))
	add(a.Source, words.Say("explain.source", "source", words.Reason(a.Source)))
	s.table = l.layers(a)
	return s
}

// in says in which alternatives an account holds.
func (l account) in(a Account) string {
	return l.say(words.Say("explain.in", "alternatives", strings.Join(a.In, ", ")))
}

// layers is what each layer says, the one that holds first.
func (l account) layers(a Account) table {
	t := table{columns: []column{
		{heading: l.say(words.Say("explain.column.set-by"))},
		{heading: l.say(words.Say("explain.column.value"))},
		{heading: l.say(words.Say("explain.column.rests"))},
	}}
	for _, s := range a.Said {
		t.rows = append(t.rows, row{cells: []cell{wordCell(s.at()), wordCell(s.Value), wordCell(l.rests(s.Fact, s.Transfer, s.Why))}})
	}
	return t
}

// rests says in short what a value is taken from.
func (l account) rests(fact, transfer, why string) string {
	if transfer != "" {
		transfer = l.say(words.Say("explain.carried", "fact", transfer))
	}
	return strings.Join(kept(fact, transfer, l.speaker.Reason(why)), "; ")
}

// kept leaves out what is empty.
func kept(parts ...string) []string {
	var some []string
	for _, part := range parts {
		if part != "" {
			some = append(some, part)
		}
	}
	return some
}

// grade says what a grade means.
func (l account) grade(grade string) string {
	switch grade {
	case "A":
		return l.say(words.Say("explain.grade.a"))
	case "B":
		return l.say(words.Say("explain.grade.b"))
	case "C":
		return l.say(words.Say("explain.grade.c"))
	}
	return l.say(words.Say("explain.grade.d"))
}

// table lists accounts under what they belong to.
func (l account) table(e Explanation) section {
	t := table{columns: []column{
		{heading: l.say(words.Say("explain.column.input"))},
		{heading: l.say(words.Say("explain.column.value"))},
		{heading: l.say(words.Say("explain.column.range"))},
		{heading: l.say(words.Say("explain.column.grade"))},
		{heading: l.say(words.Say("explain.column.rests"))},
		{heading: l.say(words.Say("explain.column.set-by"))},
	}}
	over := ""
	for _, a := range e.Accounts {
		head, key := parted(a.Path)
		if head != over {
			t.rows, over = append(t.rows, row{span: head}), head
		}
		if len(a.In) > 0 {
			t.rows = append(t.rows, row{span: l.in(a), near: true})
		}
		t.rows = append(t.rows, l.row(a, key))
	}
	heading := words.Say("explain.heading.all")
	if e.Path != "" {
		heading = words.Say("explain.heading.part", "path", e.Path)
	}
	return section{heading: l.say(heading), table: t, notes: []string{l.say(words.Say("explain.more"))}}
}

// row is one account of a table.
func (l account) row(a Account, key string) row {
	by := a.Said[0].at()
	if len(a.Said) > 1 && a.Said[1].Value != a.Value {
		by = l.say(words.Say("explain.instead", "place", by, "value", a.Said[1].Value))
	}
	return row{cells: []cell{
		wordCell(key), wordCell(a.Value), wordCell(a.Range), wordCell(a.Grade), wordCell(l.rests(a.Fact, a.Transfer, a.Why)), wordCell(by),
	}}
}

// parted cuts a path into what a value belongs to and the value's own key: gates[a].posts[b] and hours.
func parted(path string) (head, key string) {
	end := strings.LastIndex(path, "]") + 1
	if dot := strings.Index(path[end:], "."); dot >= 0 && end > 0 {
		return path[:end], path[end+dot+1:]
	}
	if dot := strings.Index(path, "."); dot >= 0 && end == 0 {
		return path[:dot], path[dot+1:]
	}
	return "", path
}
