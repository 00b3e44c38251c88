package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/scenarios/strict"
)

// park is a zone at the end of a road: 600 ha, of which 40 % give 12 t/ha and day.
const park = `version: 1
kind: scenario
name: park
countries: [{name: VN, title: Việt Nam}]
places:
  - {name: park, kind: zone, country: VN, zone: {area: 600 ha, occupancy: {value: 40 %, range: [20 %, 80 %], why: a question}, density: 12 t/ha/day}}
  - {name: town, kind: market, country: VN}
legs: [{name: road, from: park, to: town, country: VN, length: 40 km, speed: 40 km/h}]
flows:
  - {name: out, from: park, to: town, payload: 24 t, arrivals: {zone: park, share: {value: 50 %, range: [10 %, 60 %], why: a question}}, return: {mode: none}}
  - {name: in, from: town, to: park, payload: 18 t, arrivals: {zone: park, share: 25 %}, return: {mode: none}}
`

// perDay are the trucks or parts that come by each flow.
func perDay(s *Scenario) []float64 {
	var out []float64
	for _, f := range s.Setup.Corridor.Flows {
		out = append(out, f.Arrivals.PerSecond*secondsOfDay)
	}
	return out
}

// TestZoneFillsTrucks: 600 ha x 40 % x 12 t = 2,880 t a day. Half of them is 1,440 t, 60 trucks of 24 t; a quarter
// is 720 t, 40 trucks of 18 t.
func TestZoneFillsTrucks(t *testing.T) {
	for name, row := range map[string]struct {
		sets []string
		want []float64
	}{
		"as written":        {nil, []float64{60, 40}},
		"full":              {[]string{"places[park].zone.occupancy=100 %"}, []float64{150, 100}},
		"empty":             {[]string{"places[park].zone.occupancy=0 %"}, []float64{0, 0}},
		"in km2":            {[]string{"places[park].zone.area=6 km2"}, []float64{60, 40}},
		"in tonnes a year":  {[]string{"places[park].zone.density=4380 t/ha/year"}, []float64{60, 40}},
		"smaller trucks":    {[]string{"flows[out].payload=12 t"}, []float64{120, 40}},
		"gathered in fifth": {[]string{"flows[out].consolidation={parts: 5, max_wait: 1 h}"}, []float64{300, 40}},
		"grown":             {[]string{"flows[out].arrivals.growth=10 %", "flows[out].arrivals.base_year=2025", "flows[out].arrivals.year=2027"}, []float64{72.6, 40}},
		"at a rate instead": {[]string{"flows[in].arrivals.rate=7/day"}, []float64{60, 7}},
	} {
		got := perDay(reads(t, park, row.sets...))
		for i := range row.want {
			assert.InDelta(t, row.want[i], got[i], 1e-9, name)
		}
	}
	text := replaced(t, park, "payload: 18 t", "consolidation: {part: 6 t, full: 18 t}")
	assert.InDelta(t, 120, perDay(reads(t, text))[1], 1e-9, "720 t in parts of 6 t")
}

// TestFiguresOfAZoneCanBeVaried: those of the place change all flows, the share one; read by part or whole.
func TestFiguresOfAZoneCanBeVaried(t *testing.T) {
	s := reads(t, park)
	for path, row := range map[string]struct {
		value string
		want  []float64
	}{
		"places[park].zone.occupancy": {"80 %", []float64{120, 80}}, "places[park].zone.density": {"6 t/ha/day", []float64{30, 20}},
		"flows[out].arrivals.share": {"60 %", []float64{72, 40}}, "flows[in].payload": {"36 t", []float64{60, 20}},
	} {
		varied, err := s.With(path, row.value)
		require.NoError(t, err)
		assert.InDeltaSlice(t, row.want, perDay(varied), 1e-9, path)
		whole := reads(t, park, path+"="+row.value)
		assert.Equal(t, printed(whole), printed(varied), path)
		assert.Equal(t, whole.Inputs, varied.Inputs, path)
	}
	_, byPart := s.reread(s.world.set([]string{"flows[in].payload=36 t"}, &strict.Problems{}), "flows[in].payload")
	assert.True(t, byPart, "a flow knows the zone without its place being read again")
	again, err := s.With("places[park].zone.occupancy", "80 %")
	require.NoError(t, err)
	twice, err := again.With("flows[in].payload", "36 t")
	require.NoError(t, err)
	assert.InDeltaSlice(t, []float64{120, 40}, perDay(twice), 1e-9)
}

// TestExplainReckonsWhatAZoneGives: the tonnes of the place and the trucks of the flow beside their figures.
func TestExplainReckonsWhatAZoneGives(t *testing.T) {
	s := reads(t, park)
	for path, want := range map[string][]string{
		"places[park].zone": {
			"places[park].zone=2880 t/day", "places[park].zone.area=600 ha", "places[park].zone.occupancy=40 %", "places[park].zone.density=12 t/ha/day",
		},
		"flows[out].arrivals": {"flows[out].arrivals=60/day", "flows[out].arrivals.zone=park", "flows[out].arrivals.share=50 %"},
	} {
		accounts, err := s.Explain(path)
		require.NoError(t, err)
		var got []string
		for _, a := range accounts {
			got = append(got, a.Path+"="+a.Value)
		}
		assert.Equal(t, want, got)
	}
}

// TestShippedZoneSendsWhatTheHandReckons: half of it is 2 x 300 ha x 50 % x 12 t = 3,600 t a day, of which a quarter
// goes over the border in either direction: 37.5 trucks for each half and direction when all is in use.
func TestShippedZoneSendsWhatTheHandReckons(t *testing.T) {
	s, err := LoadStudy("zone-full", nil)
	require.NoError(t, err)
	want := map[string]float64{"today": 0, "quarter": 9.375, "half": 18.75, "target": 26.25, "full": 37.5, "half-little": 18.75 * 3 / 12, "half-much": 18.75 * 30 / 12}
	require.Len(t, s.Alternatives, len(want))
	for _, a := range s.Alternatives {
		flows := perDay(a.Scenario)
		require.Len(t, flows, 8)
		assert.InDeltaSlice(t, []float64{100, 100, 174, 174}, flows[:4], 1e-9, "as counted today")
		for _, perDay := range flows[4:] {
			assert.InDelta(t, want[a.Name], perDay, 1e-9, a.Name)
		}
	}
}
