package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// sideBySide is a pair whose posts have the same stages, for trucks out of A into B. A keeps its barrier.
func sideBySide(kind corridors.InspectionKind) *corridors.Corridor {
	half := 0.5
	post := func(name, country string, fee float64) corridors.Post {
		p := corridors.Post{
			Name: name, Country: country, Channels: corridors.Channels{Yellow: 0.3, Red: 0.4},
			Stations: []corridors.Station{{Name: "barrier", Servers: 2}, {Name: "counter", Servers: 6}, {Name: "ramp", Servers: 6}},
		}
		for i, s := range []corridors.Stage{
			{Name: "barrier", Station: "barrier"},
			{Name: "papers of " + country, Station: "counter"},
			{Name: "file", Station: "counter", When: corridors.Condition{Declaration: []corridors.Declared{corridors.OnPaper}}},
			{Name: "goods", Station: "ramp", Fee: fee, When: corridors.Condition{Channel: []corridors.Channel{corridors.Red}}},
			{Name: "samples", When: corridors.Condition{Share: &half, Load: []corridors.Load{corridors.Loaded}}},
			{Name: "stamps", Station: "counter"},
		} {
			s.Owner, s.Service = "customs", must(exponential(float64(4+i)))
			p.Stages = append(p.Stages, s)
		}
		return p
	}
	c := openRoad(corridors.Arrivals{PerSecond: 6.0 / 3600})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places, c.Legs = nil, nil
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post("A", "VN", 3), post("B", "LA", 5)}}}
	c.Gates[0].Inspection[1] = corridors.Inspection{
		Kind: kind, Moves: 0.5, Keeps: []string{"barrier"}, Joint: []corridors.Joint{{Stage: "goods"}, {Stage: "samples"}},
	}
	c.Flows = append(c.Flows, corridors.Flow{
		Name: "cars", From: "A", To: "B", Traffic: corridors.Others, Arrivals: corridors.Arrivals{PerSecond: 1.0 / 3600},
		Return: corridors.Return{Mode: corridors.NoReturn},
	})
	return c
}

func TestOneStopPutsOfficersSideBySide(t *testing.T) {
	m, err := Compile(Setup{Corridor: sideBySide(corridors.OneStop), Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	assert.Equal(t, "reach A; barrier; reach B; barrier; papers of LA; "+
		"turn to the other officers; papers of VN · A; file · A { paper }; turn to the other officers; file { paper }; "+
		"turn to the other officers; goods { red }; turn to the other officers; goods { red }; "+
		"turn to the other officers; samples { 0.50 }; turn to the other officers; samples { 0.50 }; "+
		"turn to the other officers; stamps · A; turn to the other officers; stamps; "+
		"leave the strip; clear A|B; delivered; leaves", m.plans[0].print())
	var staffed []string
	servers := 0
	for i, s := range m.Stations() {
		staffed = append(staffed, s.Place+": "+s.Name)
		servers += m.stations[i].servers
	}
	assert.Equal(t, []string{
		"A: barrier", "A: counter", "A: ramp", "B: barrier", "B: counter", "B: ramp", "B: counter · A", "B: ramp · A + B",
	}, staffed)
	assert.Equal(t, 28, servers, "2 × (2 + 6 + 6): nobody is counted twice")
	for _, row := range m.Rows() {
		want := map[string]string{"file · A": "VN", "stamps · A": "VN", "papers of VN · A": "VN"}[row.Stage]
		if row.Place == "A" {
			want = ""
		}
		assert.Equal(t, want, row.Officers, row.Stage)
	}
}

// TestOneStopKeepsLuckAndFees: the same trucks are selected by the same officers, what both select is done
// once, in the time it takes at B, and both are paid.
func TestOneStopKeepsLuckAndFees(t *testing.T) {
	type key struct {
		truck uint32
		stage string
	}
	tell := func(kind corridors.InspectionKind) (map[key]sim.Time, map[uint32]int64, Audit) {
		log := &facts{}
		_, o := run(t, sideBySide(kind), Horizon{Length: 20 * sim.Day, After: Drain}, log)
		took, fees := make(map[key]sim.Time), make(map[uint32]int64)
		for _, f := range log.all {
			if f.Kind == MoneyFact && f.Line == Fees {
				fees[f.Truck] += f.Micro
			}
			if f.Kind == TimeFact && f.Activity == Service {
				at := key{f.Truck, f.Place + " " + f.Stage}
				_, twice := took[at]
				require.False(t, twice, "%v", at)
				took[at] = f.To - f.From
			}
		}
		return took, fees, o.Audit
	}
	two, feesOfTwo, audit := tell(corridors.TwoStop)
	one, feesOfOne, auditOfOne := tell(corridors.OneStop)
	assert.Equal(t, audit, auditOfOne, "the same trucks, and no gaps")
	assert.Equal(t, feesOfTwo, feesOfOne)
	assert.Greater(t, len(feesOfTwo), 1000)
	both := 0
	for truck := uint32(1); truck < 2800; truck++ {
		for stage, moved := range map[string]string{"A barrier": "A barrier", "A file": "B file · A", "A stamps": "B stamps · A", "B stamps": "B stamps", "B file": "B file"} {
			require.Equal(t, two[key{truck, stage}], one[key{truck, moved}], "truck %d, %s", truck, stage)
		}
		atA, selectedA := two[key{truck, "A goods"}]
		atB, selectedB := two[key{truck, "B goods"}]
		joint, done := one[key{truck, "B goods"}]
		require.Equal(t, selectedA || selectedB, done, "whom either selects is inspected")
		if selectedB {
			require.Equal(t, atB, joint)
		}
		if selectedA && selectedB {
			both++
			require.NotEqual(t, atA, atB)
		}
	}
	assert.InDelta(t, 0.16*2800, both, 4*19.4, "two independent selections of 40 %, within four standard errors")
}

// TestOfferedLoadOfOneStopIsWhatRuns: the utilisation of every station from the data alone.
func TestOfferedLoadOfOneStopIsWhatRuns(t *testing.T) {
	m, o := run(t, sideBySide(corridors.OneStop), Horizon{WarmUp: sim.Day, Length: 150 * sim.Day, After: Drain}, nil)
	loads := m.Offered()
	assert.Len(t, loads, 5)
	for _, load := range loads {
		name := StationMeasure(StationName{Place: load.Place, Name: load.Station}, "utilisation_share")
		assert.InEpsilon(t, load.Utilisation, value(t, m, o, name), 0.03, name)
	}
}
