package placement

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// p41 is reference case P41, of which the values are known from an enumeration that is not this one.
func p41() *Problem {
	p := &Problem{Rate: 0.1}
	tonnes := []float64{30, 12, 25, 8, 40, 15, 22, 10, 35, 18}
	for i, at := range []float64{0, 40, 90, 150, 210, 300, 340, 420, 510, 600} {
		p.Demand = append(p.Demand, Demand{at, tonnes[i]})
	}
	fixed := []float64{900, 700, 1100, 800, 750, 1000}
	for i, at := range []float64{40, 150, 210, 300, 420, 510} {
		p.Candidates = append(p.Candidates, Candidate{at, fixed[i]})
	}
	return p
}

func best(t *testing.T, p *Problem, sites int) *Answer {
	t.Helper()
	a, err := p.Best(context.Background(), sites)
	require.NoError(t, err)
	return a
}

func TestKnownPlacesAreFound(t *testing.T) {
	for sites, want := range map[int]Answer{
		1: {[][]int{{3}}, 4500, 4655},
		2: {[][]int{{1, 4}}, 3417, 3523},
		3: {[][]int{{0, 3, 5}}, 3733, 3812},
		4: {[][]int{{0, 1, 3, 5}}, 4225, 4353},
	} {
		have := best(t, p41(), sites)
		assert.Equal(t, want.Best, have.Best, "%d sites", sites)
		assert.InDelta(t, want.Cost, have.Cost, 1e-9, "%d sites", sites)
		assert.InDelta(t, want.RunnerUp, have.RunnerUp, 1e-9, "%d sites", sites)
	}
}

// TestTiesAreAllNamed: from either end 10 t are carried 10 km, and from the middle 5 t to both sides.
func TestTiesAreAllNamed(t *testing.T) {
	p := &Problem{
		Demand:     []Demand{{0, 10}, {10, 10}},
		Candidates: []Candidate{{0, 1}, {5, 7}, {10, 1}, {5, 1}},
		Rate:       0.1,
	}
	a := best(t, p, 1)
	assert.Equal(t, [][]int{{0}, {2}, {3}}, a.Best)
	assert.InDelta(t, 11, a.Cost, 1e-12)
	assert.InDelta(t, 17, a.RunnerUp, 1e-12, "the cheapest that does not tie")
	assert.True(t, math.IsInf(best(t, p, 4).RunnerUp, 1), "there is one set only")
}

func TestNumbersOfSitesAreRefused(t *testing.T) {
	for _, sites := range []int{-1, 0, 7} {
		_, err := p41().Best(context.Background(), sites)
		assert.ErrorIs(t, err, ErrSites, "%d", sites)
	}
	_, err := (&Problem{Candidates: make([]Candidate, 30)}).Best(context.Background(), 15)
	assert.ErrorIs(t, err, ErrSets)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = p41().Best(ctx, 1)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestSetsAreCounted(t *testing.T) {
	assert.Equal(t, 15.0, Sets(6, 2))
	assert.Equal(t, 1.0, Sets(6, 6))
	assert.Equal(t, 0.0, Sets(6, 7))
	assert.Equal(t, 155117520.0, Sets(30, 15))
	assert.True(t, math.IsInf(Sets(5000, 2500), 1))
}

// TestNoSetIsCheaper holds the answer against all subsets by their bits.
func TestNoSetIsCheaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &Problem{Rate: float64(rapid.IntRange(0, 5).Draw(t, "rate"))}
		for range rapid.IntRange(1, 6).Draw(t, "points") {
			p.Demand = append(p.Demand, Demand{float64(rapid.IntRange(0, 9).Draw(t, "at")), float64(rapid.IntRange(0, 9).Draw(t, "tonnes"))})
		}
		n := rapid.IntRange(1, 7).Draw(t, "candidates")
		for range n {
			p.Candidates = append(p.Candidates, Candidate{float64(rapid.IntRange(0, 9).Draw(t, "place")), float64(rapid.IntRange(0, 9).Draw(t, "fixed"))})
		}
		sites := rapid.IntRange(1, n).Draw(t, "sites")
		a, err := p.Best(context.Background(), sites)
		require.NoError(t, err)
		ties, least, second := 0, math.Inf(1), math.Inf(1)
		for bits := 1; bits < 1<<n; bits++ {
			cost, open := 0.0, 0
			for i, c := range p.Candidates {
				if bits>>i&1 == 1 {
					cost, open = cost+c.Fixed, open+1
				}
			}
			if open != sites {
				continue
			}
			for _, d := range p.Demand {
				far := math.Inf(1)
				for i, c := range p.Candidates {
					if bits>>i&1 == 1 {
						far = min(far, math.Abs(c.At-d.At))
					}
				}
				cost += p.Rate * d.Tonnes * far
			}
			switch {
			case cost < least:
				ties, least, second = 1, cost, least
			case cost == least:
				ties++
			default:
				second = min(second, cost)
			}
		}
		assert.Len(t, a.Best, ties)
		assert.Equal(t, least, a.Cost)
		assert.Equal(t, second, a.RunnerUp)
	})
}
