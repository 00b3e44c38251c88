//go:build slow

package main

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
)

// In the report of every shipped study, in every language that is whole, no label of a figure lies on another or is cut.
func TestFiguresOfAllStudiesCanBeRead(t *testing.T) {
	for _, e := range scenarios.List() {
		if e.Kind != scenarios.StudyFile {
			continue
		}
		s, err := scenarios.LoadStudy(e.Name, nil)
		require.NoError(t, err)
		c, err := study.Run(context.Background(), s, study.Options{Seed: 1, Replications: 2, Observe: 1, Workers: 2})
		require.NoError(t, err, e.Name)
		for _, language := range []string{"en", "vi"} {
			say, err := words.Speak(language)
			require.NoError(t, err)
			page, err := report.HTML(*c, say)
			require.NoError(t, err)
			assert.Less(t, len(page), 3_000_000, e.Name)
			for _, f := range report.Figures(*c, say) {
				assert.Empty(t, f.Drawing.Clashes(), "%s: %s in %s", e.Name, f.Name, language)
				assert.Empty(t, f.Drawing.Titled(f.Title).Clashes(), "%s: %s in %s", e.Name, f.Name, language)
			}
		}
	}
}
