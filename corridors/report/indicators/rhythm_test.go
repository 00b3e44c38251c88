package indicators

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
	"hanhlang/sim/runlog"
)

// inAWeek is what one truck that sets out at ten on the first day, a Monday, comes to over a week. The clock of Q is an hour ahead.
func inAWeek(t *testing.T, warmUp sim.Time) (*Watch, *Sample) {
	t.Helper()
	w := handmade(t)
	w.atlas.setup.Horizon = journey.Horizon{WarmUp: warmUp, Length: 7 * sim.Day}
	w.atlas.weekday = 0
	o := w.Observe(Run{Alternative: "a"}, nil)
	(&teller{to: o, now: 10 * sim.Hour}).life(1, sim.Hour/2)
	sample, err := o.Sample()
	require.NoError(t, err)
	return w, sample
}

// The truck is at P from 12:00 to 13:30, at Q from then to 15:30, which is 14:30 to 16:30 there; on its way home it passes Q in no
// time at 20:30 and is at P from then to 21:30.
func TestRhythmOfOneTruckByHand(t *testing.T) {
	_, sample := inAWeek(t, 0)
	rhythms := Over([]*Sample{sample, sample}, 0.95).Rhythms
	require.Len(t, rhythms, 2)
	byPlace := map[string]Rhythm{rhythms[0].Place: rhythms[0], rhythms[1].Place: rhythms[1]}
	p, q := byPlace["P"], byPlace["Q"]
	assert.Equal(t, []float64{1, 0.5, 0}, []float64{p.Present[0][12], p.Present[0][13], p.Present[1][12]})
	assert.Equal(t, []float64{0.5, 1, 0.5}, []float64{q.Present[0][14], q.Present[0][15], q.Present[0][16]})
	assert.InDelta(t, 1.0/7, p.Arrived[12], 1e-12, "one in seven days")
	assert.InDelta(t, 1.0/7, p.Left[13], 1e-12)
	assert.Equal(t, Slot{2, 1.5}, p.Stay[0][12], "two replications of it")
	assert.Equal(t, Slot{}, p.Stay[0][20], "empty trucks stand in no row of times")
	assert.InDelta(t, (1.5+1)/(7*24), p.Mean(), 1e-12)
	assert.InDelta(t, 1.0/7, p.PresentAt(12), 1e-12)
}

// What lies before the window is not in it, and what reaches into it is, from there on.
func TestRhythmIsOfTheWindow(t *testing.T) {
	_, sample := inAWeek(t, 13*sim.Hour)
	p := Over([]*Sample{sample}, 0.95).Rhythms[0]
	require.Equal(t, "P", p.Place)
	assert.Equal(t, []float64{0, 0.5}, []float64{p.Present[0][12], p.Present[0][13]}, "Monday 12:00 lies before, that of the next week in it")
	assert.Zero(t, p.Arrived[12])
	assert.InDelta(t, 1.0/7, p.Left[13], 1e-12)
}

func TestRhythmComesBackAsItWas(t *testing.T) {
	w, sample := inAWeek(t, 0)
	var p runlog.Pack
	sample.Pack(&p)
	u := runlog.NewUnpack(p.Bytes())
	assert.Equal(t, sample, w.Unpack(u))
	assert.True(t, u.Done())
	for cut := 0; cut < len(p.Bytes()); cut += 97 {
		assert.Nil(t, w.Unpack(runlog.NewUnpack(p.Bytes()[:cut])), cut)
	}
}

func TestQuantilesOfCrossings(t *testing.T) {
	set, _ := twoTrucks(t)
	for _, row := range set.TRS {
		if row.Scope != CrossingScope {
			continue
		}
		require.Len(t, row.Quantiles, 101)
		assert.Equal(t, []float64{4, 4, 6, 6}, []float64{row.Quantiles[0], row.Quantiles[50], row.Quantiles[51], row.Quantiles[100]})
	}
	empty := digests[int]{of: map[int]digest{}}
	assert.Nil(t, quantiles([]digests[int]{empty}, 1))
}

// Of a run of a day and a half from Monday on, Tuesday afternoon and the rest of the week are not known: they are no days without trucks.
func TestHoursThatNoRunHasAreNotWatched(t *testing.T) {
	w := handmade(t)
	w.atlas.setup.Horizon = journey.Horizon{Length: 36 * sim.Hour}
	w.atlas.weekday = 0
	o := w.Observe(Run{Alternative: "a"}, nil)
	(&teller{to: o, now: 10 * sim.Hour}).life(1, sim.Hour/2)
	sample, err := o.Sample()
	require.NoError(t, err)
	p := Over([]*Sample{sample}, 0.95).Rhythms[0]
	require.Equal(t, "P", p.Place)
	assert.Equal(t, []bool{true, true, true, false, false}, []bool{p.Watched[0][9], p.Watched[0][12], p.Watched[1][11], p.Watched[1][12], p.Watched[2][9]})
	assert.InDelta(t, 1.0, p.PresentAt(12), 1e-12, "one day with such an hour, and a truck there all of it")
	assert.Zero(t, Rhythm{}.PresentAt(12))
}
