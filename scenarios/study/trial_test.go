package study

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// tried plays a half, if there is anything to play, in the first round.
func tried(t *testing.T, s *screening, h half) played {
	t.Helper()
	p, err := s.try(context.Background(), h, s.plan.First)
	require.NoError(t, err)
	return p
}

// run plays a half, whether its input moves anything or not.
func run(t *testing.T, s *screening, h half) played {
	t.Helper()
	setup, _, err := s.vary(h)
	require.NoError(t, err)
	p, err := s.run(context.Background(), h.side, setup, s.plan.First)
	require.NoError(t, err)
	return p
}

// still says whether the input of a half moves nothing.
func still(t *testing.T, s *screening, h half) bool {
	t.Helper()
	_, moves, err := s.vary(h)
	require.NoError(t, err)
	return !moves
}

// TestHalfThatIsNotPlayedIsTheOneOfTheBase: of all assumptions of the shipped study, for a time and for
// a cost, where fewer can be left out. What is left out comes to the same when it is played.
func TestHalfThatIsNotPlayedIsTheOneOfTheBase(t *testing.T) {
	for measure, least := range map[string]int{"border_time_h": 90, "cost_per_tonne_usd": 30} {
		s := screeningOf(t, digitalVersusPaper(t, []string{""}), measure)
		base := [2]played{run(t, s, half{side: 0}), run(t, s, half{side: 1})}
		spared := 0
		for i, h := range halves(s.inputs, 2)[2:] {
			if !still(t, s, h) {
				continue
			}
			if spared++; testing.Short() && i%3 > 0 {
				continue
			}
			assert.Equal(t, base[h.side], run(t, s, h), "%s=%s on side %d for %s", h.path, h.value, h.side, measure)
		}
		assert.GreaterOrEqual(t, spared, least, measure)
	}
}

// TestRoundIsWhatPlayingEveryHalfGives: of money, platforms, digital stages and figures that move both
// sides.
func TestRoundIsWhatPlayingEveryHalfGives(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, []string{"toll", "platform", "[file check].service", "empty_speed", "channels.red"}), "border_time_h")
	require.Len(t, s.inputs, 3+2*3+2+1+2)
	drivers, err := s.round(context.Background(), s.inputs, s.plan.First, &counted{})
	require.NoError(t, err)
	at := func(end trial) stat.Interval {
		d, ok := experiment.Compare(run(t, s, half{end, 0}).table, run(t, s, half{end, 1}).table, "border_time_h", s.study.Confidence, 1)
		require.True(t, ok)
		return d.Interval
	}
	for i, in := range s.inputs {
		assert.Equal(t, at(trial{}), drivers[i].AtBase)
		assert.Equal(t, at(trial{in.Path, in.Low}), drivers[i].AtLow, in.Path)
		assert.Equal(t, at(trial{in.Path, in.High}), drivers[i].AtHigh, in.Path)
	}
}

// TestInputOfOneSideIsPlayedOnThatSideOnly: the alternative is digital at Lao Bảo, the base is not, and
// Densavanh is on paper on both sides.
func TestInputOfOneSideIsPlayedOnThatSideOnly(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, []string{"platform.adoption", "[correction].service", "legs[QL9].speed"}), "border_time_h")
	spared := make(map[string][]int)
	for _, h := range halves(s.inputs, 2)[2:] {
		if still(t, s, h) {
			spared[h.path] = append(spared[h.path], h.side)
		}
	}
	const posts = "gates[Lao Bảo–Densavanh].posts"
	assert.Equal(t, map[string][]int{
		posts + "[Lao Bảo].platform.adoption": {1, 1}, posts + "[Lao Bảo].stages[correction].service": {1, 1},
		posts + "[Densavanh].platform.adoption": {0, 1, 0, 1}, posts + "[Densavanh].stages[correction].service": {0, 1, 0, 1},
	}, spared)
}

// TestEndThatLeavesNothingToMeasureHasNoDifference: without transit there is no time of transit.
func TestEndThatLeavesNothingToMeasureHasNoDifference(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, nil, "flows[Vietnam to Laos].transit={value: 20 %, range: [0 %, 30 %]}"), "border_time_transit_h")
	const path = "flows[Vietnam to Laos].transit"
	some := []played{run(t, s, half{side: 0}), run(t, s, half{side: 1})}
	at, _ := s.difference(some)
	assert.True(t, at.Present())
	none := []played{tried(t, s, half{trial{path, "0 %"}, 0}), tried(t, s, half{trial{path, "0 %"}, 1})}
	at, note := s.difference(none)
	assert.False(t, at.Present())
	assert.Equal(t, words.Phrase{}, note)
}

// TestTrialThatIsNotRunToItsEndSaysWhy: one half is enough to have no difference; what is said of the
// alternative goes before what is said of the base.
func TestTrialThatIsNotRunToItsEndSaysWhy(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, []string{""}), "border_time_h")
	whole, odd := run(t, s, half{side: 0}), run(t, s, half{side: 1})
	odd.note = words.Say("study.end-overloads", "station", "lanes", "place", "Lao Bảo")
	stuck := played{note: words.Say("study.end-stuck")}
	for title, test := range map[string]struct {
		halves  []played
		note    words.Phrase
		present bool
	}{
		"both":                 {[]played{whole, whole}, words.Phrase{}, true},
		"alternative overload": {[]played{odd, whole}, odd.note, true},
		"base overload":        {[]played{whole, odd}, odd.note, true},
		"alternative stuck":    {[]played{stuck, odd}, stuck.note, false},
		"base stuck":           {[]played{odd, stuck}, stuck.note, false},
	} {
		at, note := s.difference(test.halves)
		assert.Equal(t, test.note, note, title)
		assert.Equal(t, test.present, at.Present(), title)
	}
}
