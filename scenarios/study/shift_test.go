package study

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// toTheSea is the part of the shipped study that asks about the two ports, with a few of its inputs set.
func toTheSea(t *testing.T, sets ...string) *scenarios.Study {
	t.Helper()
	s, err := scenarios.LoadStudy("one-way-vs-two-way", sets)
	require.NoError(t, err)
	s.Alternatives = slices.DeleteFunc(s.Alternatives, func(a scenarios.Alternative) bool { return a.Scenario.Name != "isan-sea-today" })
	s.Pairs, s.Headline, s.Published = nil, scenarios.Headline{}, nil
	s.Sensitivity.Again = scenarios.Round{Replications: 2, Horizon: s.Sensitivity.Again.Horizon}
	s.Sensitivity.Again.Horizon.Length /= 2
	return s
}

const thaiFee = "gates[Savannakhet–Mukdahan].posts[Mukdahan bridge].stages[fees].fee"

// shiftsOf plans the shifts of a study with inputs of some paths only.
func shiftsOf(t *testing.T, s *scenarios.Study, paths ...string) shifts {
	t.Helper()
	a := &answer{study: s, options: Options{Seed: 1, Replications: 2}}
	require.NoError(t, a.compile())
	all := a.planShifts()
	require.Len(t, all, 2)
	for _, one := range all {
		one.inputs = slices.DeleteFunc(one.inputs, func(in corridors.Input) bool { return !slices.Contains(paths, in.Path) })
	}
	return all
}

// TestAPlaceMovesAsIfTheStudyHadTheOtherFigure: the place at an end is where the curve meets its target in a study that has the
// end for its figure, for as long and as often.
func TestAPlaceMovesAsIfTheStudyHadTheOtherFigure(t *testing.T) {
	s := toTheSea(t)
	all := shiftsOf(t, s, thaiFee)
	progress := &counted{}
	moved, err := all.play(context.Background(), progress)
	require.NoError(t, err)
	assert.Equal(t, all.total(), progress.before)
	require.Len(t, moved["Mukdahan"], 1)
	of := moved["Mukdahan"][0]
	for _, end := range []struct {
		value string
		at    *report.Meeting
	}{{of.Value, of.AtBase}, {of.Low, of.AtLow}, {of.High, of.AtHigh}} {
		other := toTheSea(t, thaiFee+"="+end.value)
		other.Sensitivity = nil
		for i := range other.Alternatives {
			h := &other.Alternatives[i].Scenario.Setup.Horizon
			start := h.Start
			*h = s.Sensitivity.Again.Horizon
			h.Start = start
		}
		whole, err := Run(context.Background(), other, Options{Seed: 1, Replications: 2})
		require.NoError(t, err)
		assert.Equal(t, whole.Curves[0].Meetings[0], *end.at, end.value)
	}
	require.True(t, of.AtLow.Where().Present() && of.AtHigh.Where().Present())
	assert.Less(t, of.AtLow.Where().Mean, of.AtHigh.Where().Mean, "a higher fee on the way to Đà Nẵng takes more return loads")
}

// TestWhatACurveIsDrawnOverIsNotVaried: the return loads differ from point to point; what is alike at all points is varied.
func TestWhatACurveIsDrawnOverIsNotVaried(t *testing.T) {
	s := toTheSea(t)
	a := &answer{study: s, options: Options{Seed: 1, Replications: 2}}
	require.NoError(t, a.compile())
	for _, one := range a.planShifts() {
		var paths []string
		for _, in := range one.inputs {
			paths = append(paths, in.Path)
		}
		assert.NotContains(t, paths, "flows[Mukdahan to the sea].return.loads")
		assert.NotContains(t, paths, "flows[Khon Kaen to the sea].return.loads")
		assert.Contains(t, paths, "flows[Mukdahan to the sea].return.max_wait")
		assert.Contains(t, paths, thaiFee)
	}
	s.Sensitivity.Curves = nil
	assert.Zero(t, a.planShifts().total(), "nobody asked")
	s.Sensitivity = nil
	assert.Zero(t, a.planShifts().total(), "sensitivity: none")
}

// TestCurvesShareTheirTrials: what the first has played the second does not play again, and it comes to the same as by itself.
func TestCurvesShareTheirTrials(t *testing.T) {
	s := toTheSea(t)
	first := shiftsOf(t, s, thaiFee)
	together, err := first.play(context.Background(), &counted{})
	require.NoError(t, err)
	alone := shiftsOf(t, s, thaiFee)[1:]
	apart, err := alone.play(context.Background(), &counted{})
	require.NoError(t, err)
	assert.Equal(t, apart["Khon Kaen"], together["Khon Kaen"])
	assert.Less(t, len(first[0].known), first.total())
}

func TestInputsThatTurnStandFirst(t *testing.T) {
	met := func(at float64) *report.Meeting {
		return &report.Meeting{Asked: 2, Falls: 2, At: interval(at)}
	}
	never, unclear := &report.Meeting{Asked: 2, Gap: interval(3)}, &report.Meeting{Asked: 2, Falls: 1}
	little := report.Shift{AtBase: met(0.2), AtLow: met(0.1), AtHigh: met(0.3)}
	much := report.Shift{AtBase: met(0.2), AtLow: met(0.1), AtHigh: met(0.9)}
	blurs := report.Shift{AtBase: met(0.2), AtLow: met(0.2), AtHigh: unclear}
	turns := report.Shift{AtBase: met(0.2), AtLow: never, AtHigh: met(0.2)}
	half := report.Shift{AtBase: met(0.2), AtHigh: met(0.25)}
	apart := report.Shift{AtBase: never, AtLow: never, AtHigh: &report.Meeting{Asked: 2, Gap: interval(5)}}
	for _, row := range []struct {
		less, more report.Shift
	}{{little, much}, {much, blurs}, {blurs, turns}, {half, little}} {
		assert.Less(t, far(&row.less), far(&row.more))
	}
	assert.InDelta(t, 2, far(&apart), 1e-12)
	assert.Zero(t, far(&report.Shift{}), "nothing was run")
}

// interval is a mean that is known for sure.
func interval(mean float64) stat.Interval {
	return stat.Interval{Mean: mean, Lo: mean, Hi: mean, N: 2}
}
