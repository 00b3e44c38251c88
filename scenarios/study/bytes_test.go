package study

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/seeds"
)

// TestAnyNumberOfWorkersGivesTheSameBytes: the screening of assumptions included. With the tests that follow, what
// reference case P49 asks of workers, replications and seeds.
func TestAnyNumberOfWorkersGivesTheSameBytes(t *testing.T) {
	s := digitalVersusPaper(t, mixed())
	one := jsonOf(t, theAnswer(t))
	assert.Contains(t, one, `"drivers": [
    {`)
	others := []int{2, 3, 8, 0}
	if testing.Short() {
		others = []int{8}
	}
	for _, workers := range others {
		assert.Equal(t, one, jsonOf(t, answerOf(t, s, Options{Replications: 4, Workers: workers})), "%d workers", workers)
	}
}

func TestRepeatedRunGivesTheSameBytesAndAnotherSeedDoesNot(t *testing.T) {
	again := func(seed seeds.Seed) string {
		return jsonOf(t, answerOf(t, digitalVersusPaper(t, []string{"heavy trucks"}), Options{Replications: 1, Seed: seed}))
	}
	first := again(7)
	assert.Equal(t, first, again(7), "the study is read again, too")
	assert.NotEqual(t, first, again(8))
}

// TestMoreReplicationsBeginWithTheSameOnes: a study of two replications holds the numbers of the first
// two of three.
func TestMoreReplicationsBeginWithTheSameOnes(t *testing.T) {
	var tables [2][]float64
	for i := range tables {
		a := &answer{study: digitalVersusPaper(t, nil), options: Options{Seed: 3, Replications: 2 + i}}
		play(t, a)
		tables[i] = a.tables[3].Values("cost_per_tonne_usd")
	}
	assert.Equal(t, tables[0], tables[1][:2])
	assert.Len(t, tables[1], 3)
}

func TestProgressCountsUpToAllThatIsPlayed(t *testing.T) {
	var seen []int
	total := 0
	o := Options{Replications: 2, Workers: 2, Progress: func(done, of int) { seen, total = append(seen, done), of }}
	answerOf(t, digitalVersusPaper(t, []string{"streams", "toll"}), o)
	assert.IsIncreasing(t, seen)
	assert.Equal(t, total, seen[len(seen)-1], "it ends at all: %v", seen)
	// 5 alternatives twice; 2 assumptions about streams and 3 about tolls at both ends with the base, on two
	// sides in two rounds.
	assert.Equal(t, 5*2+2*2*(2*5+1), total)
}
