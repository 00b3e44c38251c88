package scenarios

import (
	"crypto/sha256"
	"encoding/hex"

	"hanhlang/scenarios/strict"
)

// Part is a part of what was read, in a form that shows its content and nothing else.
type Part struct {
	Kind    PartKind
	Name    string // of the alternative or file; empty for a study, sweep or scenario itself
	Content string // JSON as strict.Canonical writes it; of a file the SHA-256 of its bytes
}

// PartKind says what a part is of.
type PartKind string

// The kinds of part.
const (
	StudyPart       PartKind = "study"
	SweepPart       PartKind = "sweep"
	ScenarioPart    PartKind = "scenario"
	AlternativePart PartKind = "alternative"
	DataPart        PartKind = "file"
)

// Parts are all that the answer of a study comes from, but for how many replications there are and whether they come in pairs: what the
// study says, its alternatives with every layer and assignment, and files of figures.
func (s *Study) Parts() []Part {
	parts := []Part{{Kind: StudyPart, Content: string(strict.Canonical(s.own.Without("replications", "antithetic")))}}
	for _, a := range s.Alternatives {
		parts = append(parts, Part{Kind: AlternativePart, Name: a.Name, Content: a.Scenario.content()})
	}
	return append(parts, s.Taken.figures()...)
}

// Parts are all that the answer of a scenario comes from.
func (s *Scenario) Parts() []Part {
	return append([]Part{{Kind: ScenarioPart, Content: s.content()}}, s.Taken.figures()...)
}

// Parts are all that the answer of a sweep comes from, but for how many replications there are: what the sweep says, and those of its
// scenario.
func (s *Sweep) Parts() []Part {
	own := Part{Kind: SweepPart, Content: string(strict.Canonical(s.own.Without("replications")))}
	return append([]Part{own}, s.Scenario.Parts()...)
}

func (s *Scenario) content() string { return string(strict.Canonical(s.world.tree)) }

// figures are the files that figures are read from; what YAML says is in the trees.
func (t *Taken) figures() []Part {
	var out []Part
	names := t.names()
	for _, f := range t.files {
		if f.plain {
			sum := sha256.Sum256(f.data)
			out = append(out, Part{Kind: DataPart, Name: names[f.path], Content: hex.EncodeToString(sum[:])})
		}
	}
	return out
}

// takeFigures notes a file of figures and the value that names it.
func (t *Taken) takeFigures(path string, data []byte, v *strict.Value) {
	if t == nil {
		return
	}
	t.take(path, data, v)
	path = absolute(path)
	for i := range t.files {
		if t.files[i].path == path {
			t.files[i].plain = true
		}
	}
}
