package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// begins is a log of when services begin [min].
type begins []float64

func (b *begins) Record(f Fact) {
	if f.Kind == TimeFact && f.Activity == Service {
		*b = append(*b, f.From.Seconds()/60)
	}
}

// shifts is one lane with one officer from 06:00 to 07:00 and another from 07:00 to 08:00, 40 min a
// truck, and a truck every 20 min from 06:00 on.
func shifts(rule corridors.Handover) *corridors.Corridor {
	count := 6
	c := oneLane(0, must(law.Constant(40*60)), corridors.Arrivals{Timetable: &corridors.Timetable{First: 6 * 3600, Every: 1200}, Count: &count}, corridors.Hours{})
	hours := func(from, to int) corridors.Hours {
		return corridors.Hours{Windows: []corridors.Window{window(from, to)}}
	}
	c.Gates[0].Posts[0].Stations[0].Shifts = []corridors.Shift{{Hours: hours(6, 7), Servers: 1}, {Hours: hours(7, 8), Servers: 1}}
	c.Gates[0].Posts[0].Stations[0].Handover = rule
	return c
}

// TestWhoGoesOffFinishesBesideTheNewcomer: by hand. The first officer begins at 06:00 and 06:40 and has
// the second truck until 07:20. The newcomer begins at 07:00 under one rule and, holding that truck,
// at 07:20 under the other; service starts until 08:00, the rest waits for the next morning.
func TestWhoGoesOffFinishesBesideTheNewcomer(t *testing.T) {
	day := 24 * 60.0
	for rule, want := range map[corridors.Handover]begins{
		corridors.Finish:   {360, 400, 420, 460, day + 360, day + 400},
		corridors.HandOver: {360, 400, 440, day + 360, day + 400, day + 440},
	} {
		var have begins
		_, o := run(t, shifts(rule), Horizon{Length: sim.Day, After: Drain}, &have)
		assert.Equal(t, want, have, string(rule))
		assert.Zero(t, o.Audit.Inside)
	}
}

// TestShiftsAreOfferedByTheirHours: two officers for eight hours and one for four are twenty officer
// hours in twelve, 5/3 on average; 1 truck an hour of 40 min each, all in those twelve, asks for 4/3.
func TestShiftsAreOfferedByTheirHours(t *testing.T) {
	c := oneLane(0, must(law.Constant(40*60)), corridors.Arrivals{PerSecond: 1.0 / 3600}, corridors.Hours{})
	c.Gates[0].Posts[0].Stations[0].Shifts = []corridors.Shift{
		{Hours: corridors.Hours{Windows: []corridors.Window{window(6, 14)}}, Servers: 2},
		{Hours: corridors.Hours{Windows: []corridors.Window{window(14, 18)}}, Servers: 1},
	}
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
	assert.NoError(t, err)
	load := m.Offered()[0]
	assert.InEpsilon(t, 2, load.Arrive, 1e-12)
	assert.InEpsilon(t, 5.0/3*1.5, load.CanPass, 1e-12)
	assert.InEpsilon(t, 0.8, load.Utilisation, 1e-12)
}
