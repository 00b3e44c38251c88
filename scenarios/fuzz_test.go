package scenarios

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// FuzzFile reads any bytes as a user's file: it never panics, says where every fault is, and what it
// accepts can be built and varied.
func FuzzFile(f *testing.F) {
	for _, text := range []string{crossing, small, question, onLaoBao} {
		f.Add([]byte(text))
	}
	seeds, err := filepath.Glob("testdata/*/*.yaml")
	require.NoError(f, err)
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		if len(data) < 10_000 {
			f.Add(data)
		}
	}
	facts := factsOf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		problems := &strict.Problems{}
		tree := parse("fuzz.yaml", data, problems)
		if tree == nil {
			placedInText(t, problems.Err())
			return
		}
		doc := document{tree: tree, id: "fuzz.yaml", folder: "testdata/bad"}
		here := chain{source: source{problems: problems, folder: doc.folder}, trail: []step{{doc.id, doc.id}}}
		if Kind(textOf(tree, "kind")) == StudyFile {
			_, err := studyOf(doc, here, setsOf(string(data)))
			placedInText(t, err)
			return
		}
		if Kind(textOf(tree, "kind")) == CasesFile {
			_, err := casesOf(doc, source{problems: problems, taken: &Taken{}, folder: doc.folder}, doc.id)
			placedInText(t, err)
			return
		}
		world, ok := laidOn(here, tree)
		s, err := finished(world, ok, setsOf(string(data)), facts, problems)
		placedInText(t, err)
		if err == nil {
			canBeVaried(t, s)
		}
	})
}

// placedInText holds an error to the form of messages.
func placedInText(t *testing.T, err error) {
	if err == nil {
		return
	}
	var problems *strict.Problems
	require.True(t, errors.As(err, &problems))
	require.Positive(t, problems.Len())
	for _, p := range problems.All() {
		assert.NotEmpty(t, p.Pos.File)
		assert.GreaterOrEqual(t, p.Class, strict.CommandLine)
		for _, said := range []words.Phrase{p.What, p.Allowed, p.Help} {
			assert.True(t, said.Empty() || !strings.HasPrefix(english(t).Text(said), said.ID), "the catalogue cannot say %s", said.ID)
		}
	}
	assert.NotEmpty(t, problems.Text(english(t)))
}

// canBeVaried builds a scenario and sets each of its figures to the ends of its range.
func canBeVaried(t *testing.T, s *Scenario) {
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	seen := make(map[string]bool)
	for _, name := range m.Measures() {
		require.False(t, seen[name], "two measures are called %s", name)
		seen[name] = true
	}
	for i, in := range s.Inputs {
		if in.Low == "" || i%10 > 0 {
			continue
		}
		for _, end := range []string{in.Low, in.High} {
			if changed, err := s.With(in.Path, end); err == nil {
				_, _ = journey.Compile(changed.Setup)
			}
		}
	}
}
