package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// reckons is what a truck that is ready at an hour expects of A|B and of C|D [h]. On the bare road A|B takes 2 h, 30 min at
// the gate and 2 h, C|D an hour more to the gate.
func reckons(t *testing.T, c *corridors.Corridor, ready float64, wheel driver) [2]float64 {
	t.Helper()
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 9 * sim.Day, After: Drain}})
	require.NoError(t, err)
	w := NewWorld(m)
	w.reset(seeds.Replication(1, 0), nil)
	w.now = sim.FromSeconds(ready * 3600)
	id := w.newTruck(0, 1)
	if w.drives != nil {
		w.drives[id].driver = wheel
	}
	n := w.newsOf(m.flows[0].Choice)
	f := &m.forks[0]
	require.Equal(t, []string{"A|B", "C|D"}, []string{f.ways[0].gates, f.ways[1].gates})
	return [2]float64{w.expects(id, &f.ways[0], &n) / 3600, w.expects(id, &f.ways[1], &n) / 3600}
}

func uninformed() *corridors.Corridor {
	return rivals(corridors.Choice{Information: corridors.Uninformed}, 1)
}

func live() *corridors.Corridor { return rivals(corridors.Choice{Information: corridors.Live}, 1) }

func TestTruckReckonsWithTheRestOfItsDriver(t *testing.T) {
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, uninformed(), 9, driver{}), "no rule")
	c := uninformed()
	rule := &corridors.DrivingRule{Stretch: 1.5 * 3600, Break: 1800}
	c.Countries[0].Driving = rule
	assert.Equal(t, [2]float64{5, 6}, reckons(t, c, 9, driver{}), "one break on 2 h and on 3 h; that of 30 min at the gate is one, too")
	at := sim.FromSeconds(9 * 3600)
	assert.Equal(t, [2]float64{5, 6.5}, reckons(t, c, 9, driver{stretch: sim.Hour, last: at}), "after an hour: 0.5 + 1.5 h, and 0.5 + 1.5 + 1 h")
	*rule = corridors.DrivingRule{Day: 1 * 3600}
	assert.Equal(t, [2]float64{4 + 1 + 0.5 + 2, 4 + 24 + 1 + 0.5 + 2}, reckons(t, c, 20, driver{}), "an hour a day, from 20:00 on")
	*rule = corridors.DrivingRule{Week: 2 * 3600}
	assert.Equal(t, [2]float64{4.5, 87 + 1 + 0.5 + 2}, reckons(t, c, 9, driver{}), "after 2 h of Thursday the third is on Monday, at 96:00")
}

func TestTruckReckonsWithTheCurfew(t *testing.T) {
	c := uninformed()
	night := corridors.Hours{Windows: []corridors.Window{window(22, 5)}}
	c.Legs[2].Curfew, c.Legs[3].Curfew = &night, &night // behind the gates
	assert.Equal(t, [2]float64{4.5, 5.5 + 7}, reckons(t, c, 17, driver{}), "behind A|B from 19:30 to 21:30; behind C|D from 20:30 on, and half an hour after 05:00")
}

func TestTruckReckonsWithSlowRoadsOfWhichItKnows(t *testing.T) {
	works := corridors.Shock{From: day(1, 10), To: day(1, 20), Roads: []string{"XA"}, Speed: 0.5}
	c := live()
	c.Shocks = []corridors.Shock{works}
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, c, 9.5, driver{}), "they have not begun: nobody knows")
	assert.Equal(t, [2]float64{6.5, 5.5}, reckons(t, c, 10, driver{}), "2 h at half speed")
	assert.Equal(t, [2]float64{5, 5.5}, reckons(t, c, 19, driver{}), "one hour at half speed, until they end")
	c.Shocks[0].Roads = []string{"BY"}
	c.Shocks[0].To = day(1, 13)
	assert.Equal(t, [2]float64{4.75, 5.5}, reckons(t, c, 10, driver{}), "on it from 12:30 on: half an hour at half speed")
	c.Shocks[0] = works
	c.Flows[0].Choice.Information = corridors.Uninformed
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, c, 10, driver{}))
	c.Flows[0].Choice.Information, c.Flows[0].Choice.Delay = corridors.Delayed, 6*3600
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, c, 15, driver{}), "as of 09:00")
	assert.Equal(t, [2]float64{6, 5.5}, reckons(t, c, 17, driver{}), "as of 11:00: 3 h at half speed")
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, c, 24, driver{}), "as of 18:00, and it has heard when they end")
}

func TestTruckReckonsWithClosedGatesAndRoadsOfWhichItKnows(t *testing.T) {
	c := live()
	c.Shocks = []corridors.Shock{{From: day(1, 9), To: day(1, 20), Gates: []string{"A|B"}, Closed: true}}
	assert.Equal(t, [2]float64{12.5, 5.5}, reckons(t, c, 10, driver{}), "from 12:00 on it waits until 20:00")
	few := corridors.Hours{Windows: []corridors.Window{window(8, 12)}}
	c.Shocks[0] = corridors.Shock{From: 0, To: day(3, 0), Gates: []string{"A|B"}, Hours: &few}
	assert.Equal(t, [2]float64{23.5, 5.5}, reckons(t, c, 11, driver{}), "from 13:00 on until 08:00")
	c.Flows[0].Choice.Information = corridors.Uninformed
	assert.Equal(t, [2]float64{4.5, 5.5}, reckons(t, c, 11, driver{}))
	c = live()
	c.Shocks = []corridors.Shock{{From: 0, To: day(1, 13), Roads: []string{"BY"}, Closed: true}}
	assert.Equal(t, [2]float64{5, 5.5}, reckons(t, c, 10, driver{}), "at 12:30 it waits for half an hour")
}

// TestWhatTruckReckonsWithDecides: with XA at a quarter of its speed A|B costs 100 USD + 10.5 h, C|D 125 USD + 5.5 h.
func TestWhatTruckReckonsWithDecides(t *testing.T) {
	for information, want := range map[corridors.Information]string{corridors.Live: "C|D", corridors.Uninformed: "A|B"} {
		one := 1
		c := rivals(corridors.Choice{Information: information}, 0)
		c.Flows[0].Arrivals = corridors.Arrivals{Timetable: &corridors.Timetable{First: 10 * 3600, Every: 3600}, Count: &one}
		c.Shocks = []corridors.Shock{{From: 0, To: day(3, 0), Roads: []string{"XA"}, Speed: 0.25}}
		log := &facts{}
		run(t, c, Horizon{Length: sim.Day, After: Drain}, log)
		assert.Equal(t, want, log.chosen()[0].Stage)
	}
}
