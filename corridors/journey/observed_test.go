package journey_test

import (
	"math"
	"slices"
	"strings"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report/indicators"
	"hanhlang/sim"
)

// together hands facts to two logs.
type together [2]journey.Log

func (b together) Record(f journey.Fact) {
	b[0].Record(f)
	b[1].Record(f)
}

// beside listens to a run together with the recount; when that has ended, compare holds the indicators against it.
func (r *recount) beside(m *journey.Model) (log journey.Log, compare func()) {
	listener := indicators.NewWatch(m, r.setup).Observe(indicators.Run{}, nil)
	return together{r, listener}, func() {
		sample, err := listener.Sample()
		require.NoError(r.t, err)
		r.observed(indicators.Over([]*indicators.Sample{sample}, 0.95))
	}
}

// observed compares indicators with the recount. Sums are integers on its side; 1e-9 leaves room for those of hours.
func (r *recount) observed(set *indicators.Set) {
	require.Zero(r.t, set.Gap)
	require.Equal(r.t, r.trips, set.Trucks)
	atPosts := map[string]float64{}
	for _, row := range set.TFI {
		if row.Indicator == "TFI1" && row.Activity == indicators.All {
			atPosts[row.Load] += sumOf(row.Summary)
		}
	}
	r.near(hours(total(r.loaded)), atPosts["loaded"], "border time of loaded crossings")
	r.near(hours(total(r.empty)), atPosts["empty"], "border time of empty crossings")
	stages, doors, crossings, border, keyed := map[stageAt]float64{}, 0.0, 0.0, 0.0, 0.0
	for _, row := range set.TRS {
		switch {
		case row.Channel != indicators.All:
		case row.Scope == indicators.StageScope:
			stages[stageAt{row.Place, row.Stage}] += sumOf(row.Summary)
		case row.Scope == indicators.DoorScope:
			doors += sumOf(row.Summary)
		case row.Scope == indicators.CrossingScope:
			crossings += sumOf(row.Summary)
		case row.Scope == indicators.BorderScope:
			border += sumOf(row.Summary)
		case row.Scope == indicators.EntryScope:
			keyed += sumOf(row.Summary)
		}
	}
	for at, row := range r.rows {
		r.near(hours(total(row.time[:])+row.shadow), stages[at], "stage "+at.post+"/"+at.stage)
		delete(stages, at)
	}
	require.Empty(r.t, stages)
	r.near(hours(total(r.doors)), doors, "door to door")
	r.near(hours(total(r.loaded)), crossings, "crossings")
	r.near(hours(total(r.loaded)), border, "all crossings together")
	if len(set.Delay) > 0 {
		var causes int64
		for _, d := range set.Delay[1:] {
			causes += d.Micro
		}
		require.Equal(r.t, set.Delay[0].Micro, causes)
		require.LessOrEqual(r.t, causes, int64(r.stay/sim.Microsecond))
	}
	r.charted(set)
}

// charted holds the ends of the charts against the trips: where it is driven, all of a trip's time and money are in it.
func (r *recount) charted(set *indicators.Set) {
	var ends, cost float64
	out := 0
	for _, c := range set.TCD {
		last := c.Points[len(c.Points)-1]
		if c.Trip == string(indicators.Out) && !strings.Contains(c.Flow, "(backlog)") {
			ends += sumOf(last.Time)
			out += c.Trucks
		}
		cost += sumOf(last.Cost)
		for i := range c.Points[1:] {
			require.GreaterOrEqual(r.t, c.Points[i+1].Time.Mean.Mean, c.Points[i].Time.Mean.Mean)
		}
	}
	require.LessOrEqual(r.t, cost, float64(r.total)/1e6+1e-6)
	ashore := slices.ContainsFunc(r.setup.Corridor.Flows, func(f corridors.Flow) bool { return f.Landing != nil }) // a chart begins when the truck comes
	if out == len(r.doors) && len(r.doors) > 0 && !ashore && len(r.hauls.loads) == 0 {                             // else loads and trucks have clocks of their own
		r.near(hours(total(r.doors)), ends, "ends of the charts")
	}
}

func sumOf(s indicators.Summary) float64 { return s.Mean.Mean * float64(s.N) }

func (r *recount) near(want, got float64, what string) {
	require.InDelta(r.t, want, got, 1e-9*math.Max(1, want), what)
}
