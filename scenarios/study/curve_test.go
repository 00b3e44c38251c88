package study

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/corridors/report"
)

func TestALineMeetsALevelBetweenItsPoints(t *testing.T) {
	down := []xy{{0, 40}, {0.5, 30}, {1, 25}}
	for _, row := range []struct {
		line       []xy
		level, x   float64
		met, falls bool
	}{
		{down, 35, 0.25, true, true},
		{down, 30, 0.5, true, true}, // no more than the level is enough
		{down, 27.5, 0.75, true, true},
		{down, 41, 0, false, false},
		{down, 24, 0, false, false},
		{[]xy{{0, 20}, {1, 30}}, 25, 0.5, true, false},
		{[]xy{{0, 20}, {1, 30}, {2, 10}}, 25, 0.5, true, false}, // the first of two
		{[]xy{{0.3, 20}}, 25, 0, false, false},
	} {
		x, met, falls := meets(lowered(row.line, row.level))
		assert.Equal(t, []any{row.met, row.falls}, []any{met, falls}, "%v at %v", row.line, row.level)
		assert.InDelta(t, row.x, x, 1e-12)
	}
}

// TestALineMeetsALevelWhereALookAtEveryPointFindsIt: the same by walking along the line in small steps.
func TestALineMeetsALevelWhereALookAtEveryPointFindsIt(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var line []xy
		for i := range rapid.IntRange(1, 6).Draw(r, "points") {
			line = append(line, xy{float64(i), float64(rapid.IntRange(0, 40).Draw(r, "y"))})
		}
		level := float64(rapid.IntRange(0, 40).Draw(r, "level")) + 0.5 // never at a point
		const steps = 10000
		found := math.NaN()
		height := func(x float64) float64 {
			i := min(int(x), len(line)-2)
			return line[i].y + (x-float64(i))*(line[i+1].y-line[i].y)
		}
		for k := 1; len(line) > 1 && k <= steps*(len(line)-1); k++ {
			if x := float64(k) / steps; (height(x) > level) != (line[0].y > level) {
				found = x
				break
			}
		}
		x, met, falls := meets(lowered(line, level))
		require.Equal(r, !math.IsNaN(found), met)
		if met {
			require.InDelta(r, found, x, 2.0/steps)
			require.Equal(r, line[0].y > level, falls)
		}
	})
}

func TestALineIsHeldAgainstAnother(t *testing.T) {
	one, other := []xy{{0, 10}, {10, 30}}, []xy{{2, 20}, {6, 20}, {12, 50}}
	assert.Equal(t, []xy{{2, -6}, {6, 2}, {10, -10}}, apart(one, other), "between 2 and 10, where both are: 14, 22 and 30 less 20, 20 and 40")
	x, met, falls := meets(apart(one, other))
	assert.Equal(t, []any{5.0, true, false}, []any{x, met, falls})
	assert.Empty(t, apart(one, []xy{{11, 0}, {12, 0}}), "they are nowhere together")
	assert.Equal(t, []xy{{5, 0}}, apart([]xy{{5, 20}}, one))
}

// TestACurveOfAStudyIsThatOfItsAlternatives: points and meeting from the tables of a small study, by hand.
func TestACurveOfAStudyIsThatOfItsAlternatives(t *testing.T) {
	s := toTheSea(t)
	for i := range s.Alternatives {
		s.Alternatives[i].Scenario.Setup.Horizon.Length /= 2
	}
	s.Sensitivity = nil
	a, err := Run(context.Background(), s, Options{Seed: 3, Replications: 3, Workers: 2})
	require.NoError(t, err)
	require.Len(t, a.Curves, 2)
	c := a.Curves[0]
	require.Len(t, c.Points, 5)
	assert.True(t, c.Points[0].Placed)
	for _, p := range c.Points {
		of := a.Alternatives[slices.IndexFunc(a.Alternatives, func(of report.Alternative) bool { return of.Name == p.Alternative })]
		for _, m := range of.Measures {
			switch m.Name {
			case c.Measure:
				assert.Equal(t, m.Interval, p.Y)
			case c.Over:
				assert.Equal(t, m.Interval, p.X)
			}
		}
	}
	for _, m := range c.Meetings {
		require.Equal(t, 3, m.Asked)
		require.Equal(t, 3, m.Falls, "with few loads a tonne to Đà Nẵng is dearer, with many it is cheaper")
		assert.Greater(t, m.At.Mean, 0.0)
		assert.Less(t, m.At.Mean, 1.0)
	}
	assert.Less(t, c.Meetings[0].At.Mean, c.Meetings[1].At.Mean, "a port that trucks come home from with loads is harder to beat")
}
