package study

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

func TestDriversStandInTheOrderOfTheirReach(t *testing.T) {
	c := theAnswer(t)
	require.Len(t, c.Drivers, 3, "as many as the study shows")
	for i := range c.Drivers {
		d := &c.Drivers[i]
		assert.Positive(t, reach(d), d.Path)
		if i > 0 {
			assert.LessOrEqual(t, reach(d), reach(&c.Drivers[i-1]), d.Path)
		}
		assert.True(t, d.AtLow.Present() && d.AtBase.Present() && d.AtHigh.Present(), d.Path)
		assert.NotEmpty(t, d.Low)
		assert.NotEmpty(t, d.High)
		for _, money := range []string{"informal", "toll"} {
			assert.NotContains(t, d.Path, money, "money moves no border time")
		}
	}
	for _, d := range c.Drivers[1:] {
		assert.Equal(t, c.Drivers[0].AtBase, d.AtBase, "all start from the same base")
	}
}

// screeningOf plans the screening of the shortened study for a headline measure.
func screeningOf(t *testing.T, s *scenarios.Study, measure string) *screening {
	t.Helper()
	s.Headline.Measure = measure
	a := &answer{study: s, options: Options{Seed: 1, Replications: 2}}
	require.NoError(t, a.compile())
	return a.planScreening()
}

// TestMoneyIsPlayedOnlyWhereItCounts: an input that changes money only is not run for a time; for a
// cost it is.
func TestMoneyIsPlayedOnlyWhereItCounts(t *testing.T) {
	for measure, playsMoney := range map[string]bool{"border_time_h": false, "cost_per_tonne_usd": true} {
		s := screeningOf(t, digitalVersusPaper(t, []string{"informal", "[Lao Bảo].hours"}), measure)
		require.Len(t, s.inputs, 2)
		for _, h := range halves(s.inputs, 2)[2:] {
			isMoney := strings.Contains(h.path, "informal")
			assert.Equal(t, isMoney && !playsMoney, tried(t, s, h).asBase, "%s for %s", h.path, measure)
		}
	}
}

// TestMoneyMovesNoTime: an input that changes money only stands last, with no reach at all.
func TestMoneyMovesNoTime(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, []string{"informal", "legs[QL9].toll", "[Lao Bảo].hours"}), "border_time_h")
	drivers, err := s.drivers(context.Background(), &counted{})
	require.NoError(t, err)
	require.Len(t, drivers, 3)
	assert.Contains(t, drivers[0].Path, "hours", "it is not the first in the file")
	for i := range drivers[1:] {
		assert.Zero(t, reach(&drivers[1+i]))
		assert.Equal(t, drivers[0].AtBase, drivers[1+i].AtLow)
	}
}

func TestEndThatOverloadsAStationSaysSo(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, nil), "border_time_h")
	counters := trial{"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[declaration counters].servers", "8"}
	note := english(t).Text(tried(t, s, half{counters, 1}).note)
	assert.Contains(t, note, "declaration counters")
	assert.Contains(t, note, "Lao Bảo")
	r := tried(t, s, half{trial{counters.path, "40"}, 1})
	assert.Equal(t, words.Phrase{}, r.note, "more counters overload nothing")
}

// TestEndThatTheScenarioRefusesIsNotRun: the other end and the base still are.
func TestEndThatTheScenarioRefusesIsNotRun(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, []string{"[Lao Bảo].stations[weighbridges].servers"}), "border_time_h")
	require.Len(t, s.inputs, 1)
	s.inputs[0].Low = "0" // a station has at least one server
	drivers, err := s.drivers(context.Background(), &counted{})
	require.NoError(t, err)
	require.Len(t, drivers, 1)
	assert.False(t, drivers[0].AtLow.Present())
	assert.True(t, drivers[0].AtHigh.Present())
	assert.NotEmpty(t, english(t).Text(drivers[0].NoteLow))
	assert.Equal(t, words.Phrase{}, drivers[0].NoteHigh)
}

func TestOnlyAssumptionsWithARangeAreVaried(t *testing.T) {
	s := digitalVersusPaper(t, []string{""})
	a := &answer{study: s}
	require.NoError(t, a.compile())
	screen := a.planScreening()
	assert.Greater(t, len(screen.inputs), 50)
	seen := make(map[string]bool)
	for _, in := range screen.inputs {
		assert.Equal(t, corridors.GradeD, in.Grade, in.Path)
		assert.NotEmpty(t, in.Low, in.Path)
		assert.NotEmpty(t, in.High, in.Path)
		assert.False(t, seen[in.Path], "%s once", in.Path)
		seen[in.Path] = true
	}
	s.Sensitivity = nil
	assert.Zero(t, a.planScreening().total(), "sensitivity: none")
}

// TestShortlistIsRunAgain: all inputs once, then as many of the strongest as the study says; each round has the base and two ends of
// each, on both sides.
func TestShortlistIsRunAgain(t *testing.T) {
	study := digitalVersusPaper(t, []string{"informal", "legs[QL9].toll", "[Lao Bảo].hours", "[Densavanh].hours"})
	study.Sensitivity.Show = 1
	played := make(map[int]int)
	for shortlist := 1; shortlist <= 3; shortlist++ {
		study.Sensitivity.Shortlist = shortlist
		s := screeningOf(t, study, "border_time_h")
		all := len(s.inputs)
		require.Greater(t, all, 3)
		assert.Equal(t, 2*(2*all+1)+2*(2*shortlist+1), s.total())
		progress := &counted{}
		drivers, err := s.drivers(context.Background(), progress)
		require.NoError(t, err)
		assert.Len(t, drivers, 1)
		played[shortlist] = progress.before
	}
	assert.Equal(t, 4, played[2]-played[1])
	assert.Equal(t, 4, played[3]-played[2])
}

// TestEndThatLocksUpIsSaidAndNotFatal: a weighbridge that never opens holds every loaded truck.
func TestEndThatLocksUpIsSaidAndNotFatal(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, nil), "border_time_h")
	shut := trial{"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[weighbridges].hours", "never"}
	r := tried(t, s, half{shut, 1})
	assert.Contains(t, english(t).Text(r.note), "never leave")
	assert.Nil(t, r.table)
}

// TestSidesStandAtEndsOfTheirOwn: part loads that wait for twelve hours are held against part loads that do not wait, both without a range;
// an ICD with 8 counters at the gate is held against a gate with 16. One value for both would leave no difference.
func TestSidesStandAtEndsOfTheirOwn(t *testing.T) {
	s, err := scenarios.LoadStudy("part-loads", nil)
	require.NoError(t, err)
	for _, in := range screeningOf(t, s, s.Headline.Measure).inputs {
		assert.NotContains(t, in.Path, "consolidation.max_wait", "its range is 12 h to 12 h")
	}
	s, err = scenarios.LoadStudy("icd-or-gate", nil)
	require.NoError(t, err)
	screened := screeningOf(t, s, s.Headline.Measure)
	const counters = "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[declaration counters].servers"
	in, there := screened.sides[0].own(counters)
	require.True(t, there)
	d := screened.varied(in)
	assert.Equal(t, []string{"8 / 16", "6 / 12", "12 / 24"}, []string{d.Value, d.Low, d.High})
	assert.True(t, d.Apart)
	assert.Equal(t, "12", screened.ownEnd(half{trial{counters, "6"}, 1}, in, false))
	assert.Equal(t, "24", screened.ownEnd(half{trial{counters, "12"}, 1}, in, true))
	assert.Equal(t, "6", screened.ownEnd(half{trial{counters, "6"}, 0}, in, false))
	in.Path = "of neither"
	assert.Equal(t, "6", screened.ownEnd(half{trial{in.Path, "6"}, 1}, in, false))
}
