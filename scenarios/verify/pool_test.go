package verify

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
)

// TestMissesAreCountedOverSeeds: of a true value hardly any 95 % interval misses, of a false one every one; an exact value has none.
func TestMissesAreCountedOverSeeds(t *testing.T) {
	c := ofUser(t, oneLane("{name: true, measure: queue_wait_h, value: 0.8 h, half_width: 50 %}\n"+
		"      - {name: false, measure: queue_wait_h, value: 1.6 h, half_width: 50 %}\n"+
		"      - {name: queue, measure: queue_wait_h, at_least: true, value: 0 h}")+`  - name: by hand
    scenario: reference/p01-one-lane
    rule: exact
    replications: 2
    expected: [{name: exact, measure: queue_wait_h, value: 4.3 min}]
`)
	last, all := 0, 0
	v, err := Run(context.Background(), c, nil, Options{Seed: 1, Seeds: 4, Progress: func(done, total int) { last, all = done, total }})
	require.NoError(t, err)
	require.NotNil(t, v.Pool)
	q := v.Cases[0].Quantities
	assert.Equal(t, []int{4, 4, 0}, []int{q[0].Pooled, q[1].Pooled, q[2].Pooled})
	assert.LessOrEqual(t, q[0].PoolMissed, 1)
	assert.Equal(t, 4, q[1].PoolMissed)
	assert.Zero(t, v.Cases[1].Quantities[0].Pooled)
	assert.Equal(t, report.Pool{Seeds: 4, Intervals: 8, Missed: 4 + q[0].PoolMissed}, *v.Pool)
	assert.False(t, v.PoolFailed(), "so few intervals are not judged")
	assert.Equal(t, all, last, "progress ends with all that was run")
	plain, err := Run(context.Background(), c, nil, Options{Seed: 1})
	require.NoError(t, err)
	assert.Nil(t, plain.Pool)
	for i := range plain.Cases {
		for e := range plain.Cases[i].Quantities {
			assert.Equal(t, plain.Cases[i].Quantities[e].Interval, v.Cases[i].Quantities[e].Interval, "the first seed is judged as it is by itself")
		}
	}
}

// TestPageSaysHowManyMiss and whether that can be.
func TestPageSaysHowManyMiss(t *testing.T) {
	say, err := words.Speak("en")
	require.NoError(t, err)
	page := func(p report.Pool) string {
		v := report.Verification{Pool: &p, Cases: []report.VerifiedCase{{Name: "one", Quantities: []report.Quantity{{Name: "bad", Pooled: 20, PoolMissed: 12}}}}}
		return v.Markdown(say)
	}
	good := page(report.Pool{Seeds: 20, Intervals: 4000, Missed: 200})
	assert.Contains(t, good, "With 20 seeds, 200 of 4000 intervals of 95 % miss their value, 5.0 %; from 3.5 % to 6.5 % are accepted.")
	assert.Contains(t, good, "The intervals say what they should.")
	assert.Contains(t, good, "one, bad: 12 of 20 miss")
	for missed, accepted := range map[int]bool{139: false, 140: true, 260: true, 261: false, 0: false} {
		p := report.Pool{Seeds: 20, Intervals: 4000, Missed: missed}
		v := report.Verification{Pool: &p}
		assert.Equal(t, !accepted, v.PoolFailed(), "%d of 4000", missed)
		data, err := v.JSON()
		require.NoError(t, err)
		if !accepted {
			assert.Contains(t, string(data), `"accepted": false`)
			assert.Contains(t, page(p), "do not say what they should")
		}
	}
	assert.Contains(t, page(report.Pool{Seeds: 19, Intervals: 4000, Missed: 0}), "not judged")
	assert.Contains(t, page(report.Pool{Seeds: 20}), "No value has an interval that could miss.")
}
