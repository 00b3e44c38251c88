package seeds

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThePublishedSeedOfTheMainStudy(t *testing.T) {
	seed, found := Published("lao-bao-digital-vs-paper")
	assert.True(t, found)
	assert.Equal(t, Seed(20250618), seed)
}

func TestAStudyWithoutAPublishedSeedSaysSo(t *testing.T) {
	_, found := Published("my-own-study")
	assert.False(t, found)
}

func TestEveryPublishedSeedSaysWhy(t *testing.T) {
	all, err := readPublished(publishedFile)
	require.NoError(t, err)
	require.NotEmpty(t, all)
	for _, p := range all {
		assert.Greater(t, len(p.why), 10, p.study)
	}
}

func TestPublishedSeedsAreReadStrictly(t *testing.T) {
	for text, want := range map[string]string{
		"- {study: a, seed: 1, why: w}\n- {study: a, seed: 2, why: w}": `line 2: study "a" has a seed already`,
		"- {study: a, seed: 1}":                  "line 1: exactly study, seed and why are wanted",
		"- {study: a, seed: 1, why: w, who: me}": "line 1: exactly study, seed and why are wanted",
		"- {study: a, seed: 1, seed: 2, why: w}": "line 1: seed stands twice",
		"- {study: a, seed: -1, why: w}":         `line 1: "-1" is no seed: a whole number from 0 to 18446744073709551615`,
		"- {study: a, seed: , why: w}":           "line 1: seed is empty",
		"- {study: a, seed: [1], why: w}":        "line 1: seed is empty",
		"- a":                                    "line 1: a row of study, seed and why is wanted",
		"study: a":                               "a list is wanted",
		"":                                       "a list is wanted",
	} {
		_, err := readPublished([]byte(text))
		assert.EqualError(t, err, want, text)
	}
	_, err := readPublished([]byte("- ["))
	assert.ErrorContains(t, err, "not YAML")
}

func TestSeedsReachFromZeroToTheLastWord(t *testing.T) {
	for text, want := range map[string]Seed{"0": 0, "20250618": 20250618, "18446744073709551615": math.MaxUint64} {
		seed, err := ParseSeed(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, seed)
	}
}

func TestWhatIsNoSeed(t *testing.T) {
	for _, text := range []string{
		"", "-1", "+1", "1.5", "1e3", "18446744073709551616", "010", "00", "0x10", "1_000", " 1", "1 ", "many", "１",
	} {
		_, err := ParseSeed(text)
		assert.Error(t, err, "%q", text)
	}
}
