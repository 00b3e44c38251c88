package strict

import (
	"fmt"
	"sort"
	"strings"

	"hanhlang/corridors/words"
)

// maxShown is how many problems a text shows before it says how many more there are.
const maxShown = 20

// maxKept bounds the memory that a hostile file can fill with problems; those beyond it are counted.
const maxKept = 2000

// Problems collects what is wrong with one or several files. The zero value is ready; it is not for use by several goroutines.
type Problems struct {
	kept   []Problem
	seen   map[string]bool
	beyond int
}

// Add takes a problem in. The same problem at the same place is kept once, however many paths lead to it.
func (p *Problems) Add(problem Problem) {
	if p.full() {
		p.beyond++
		return
	}
	key := fmt.Sprint(problem.Pos, problem.What)
	if p.seen[key] {
		return
	}
	if p.seen == nil {
		p.seen = map[string]bool{}
	}
	p.seen[key] = true
	p.kept = append(p.kept, problem)
}

// full answers whether further problems are only counted.
func (p *Problems) full() bool { return len(p.kept) >= maxKept }

// withdraw takes back a problem that a better one explains.
func (p *Problems) withdraw(problem Problem) {
	key := fmt.Sprint(problem.Pos, problem.What)
	for i, kept := range p.kept {
		if fmt.Sprint(kept.Pos, kept.What) == key {
			p.kept = append(p.kept[:i:i], p.kept[i+1:]...)
			return
		}
	}
}

// All lists the problems and warnings that were kept (the first 2000), ordered by file, line and column; equal places keep their order.
// Notes are only there where no problem is.
func (p *Problems) All() []Problem {
	faulty := p.Len() > 0
	var all []Problem
	for _, problem := range p.kept {
		if !faulty || !problem.Note {
			all = append(all, problem)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Pos.before(all[j].Pos) })
	return all
}

// Notes are those of the collection that say how something was read, and nothing else.
func (p *Problems) Notes() *Problems {
	return p.only(func(problem Problem) bool { return problem.Note })
}

// Grave are the problems and warnings of the collection without the notes.
func (p *Problems) Grave() *Problems {
	return p.only(func(problem Problem) bool { return !problem.Note })
}

func (p *Problems) only(wanted func(Problem) bool) *Problems {
	out := &Problems{}
	if p == nil {
		return out
	}
	for _, problem := range p.kept {
		if wanted(problem) {
			out.Add(problem)
		}
	}
	return out
}

// Len counts the problems without the warnings.
func (p *Problems) Len() int {
	n := p.beyond
	for _, problem := range p.kept {
		if !problem.Warning {
			n++
		}
	}
	return n
}

// Err is nil when there is nothing but warnings, else the Problems themselves.
func (p *Problems) Err() error {
	if p.Len() == 0 {
		return nil
	}
	return p
}

// Class is the class of the whole collection: that of its problem with the smallest number, so that what the author can
// mend in the text comes before what the program cannot hold. It is 0 when there is no problem.
func (p *Problems) Class() Class {
	var class Class
	for _, problem := range p.kept {
		if !problem.Warning && (class == 0 || problem.Class < class) {
			class = problem.Class
		}
	}
	return class
}

// Error is the English text, without the last line break.
func (p *Problems) Error() string {
	english, err := words.Speak("en")
	if err != nil {
		panic(fmt.Sprintf("strict: the English catalogue does not load: %v", err))
	}
	return strings.TrimSuffix(p.Text(english), "\n")
}
