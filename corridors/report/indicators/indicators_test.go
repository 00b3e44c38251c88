package indicators

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// A border between two markets, 100 km from the one and 150 km from the other, and the lives of trucks told by hand.

func handmade(t *testing.T) *Watch {
	t.Helper()
	post := func(name, country string) corridors.Post { return corridors.Post{Name: name, Country: country} }
	setup := journey.Setup{
		Corridor: &corridors.Corridor{
			Countries: []corridors.Country{{Code: "VN"}, {Code: "LA", Ahead: 3600}},
			Places:    []corridors.Place{{Name: "A", Country: "VN"}, {Name: "B", Country: "LA"}},
			Gates:     []corridors.GatePair{{Name: "P–Q", Posts: [2]corridors.Post{post("P", "VN"), post("Q", "LA")}}},
			Flows:     []corridors.Flow{{Name: "f", From: "A", To: "B", Payload: 10, Return: corridors.Return{Mode: corridors.OneWay}}},
		},
		Targets: []journey.Target{
			{Name: "soon", Of: journey.OfBorderTime, Within: 3 * sim.Hour},
			{Name: "home by night", Of: journey.OfDoorToDoor, Within: 9 * sim.Hour},
			{Name: "no wait", Of: journey.OfWait, Within: sim.Hour},
		},
	}
	return &Watch{newAtlas(&journey.Model{}, setup)}
}

// teller tells the life of one truck.
type teller struct {
	to   *Observer
	fact journey.Fact
	now  sim.Time
}

func (w *teller) happen(h journey.Happening, place string) {
	f := w.fact
	f.Kind, f.Happening, f.Place, f.From, f.To = journey.HappeningFact, h, place, w.now, w.now
	w.to.Record(f)
}

func (w *teller) spend(a journey.Activity, d sim.Time, place, stage string, owner corridors.Owner) {
	f := w.fact
	f.Kind, f.Activity, f.Place, f.Stage, f.Owner, f.From, f.To = journey.TimeFact, a, place, stage, owner, w.now, w.now+d
	w.now += d
	w.to.Record(f)
}

func (w *teller) drive(km float64, d sim.Time, place, road string) {
	w.fact.Km = km
	w.spend(journey.Driving, d, place, road, "")
	w.fact.Km = 0
}

func (w *teller) pay(line journey.Line, place string, usd int64) {
	f := w.fact
	f.Kind, f.Line, f.Place, f.Micro, f.From, f.To = journey.MoneyFact, line, place, usd*1_000_000, w.now, w.now
	w.to.Record(f)
}

// life of a truck: 2 h to the border, 1 h closed and 1 h of customs at P, after which it is owed 30 USD and 5 under
// the table, 2 h at Q for 15 USD, then 3 h to B; delivered after 9 h. It comes home empty, straight through.
func (w *teller) life(number uint32, wait sim.Time) {
	w.fact = journey.Fact{Flow: "f", Truck: number, Trip: corridors.Out, Loaded: true}
	w.happen(journey.Ready, "A")
	w.drive(100, 2*sim.Hour, "A", "R1")
	w.pay(journey.FuelLoaded, "A", 40)
	w.fact.Channel = corridors.Green
	w.happen(journey.AtPost, "P")
	w.pay(journey.Informal, "P", 5)
	w.spend(journey.ClosedWait, wait, "P", "counter", "customs")
	w.spend(journey.Service, sim.Hour, "P", "counter", "customs")
	w.pay(journey.Fees, "P", 30)
	w.pay(journey.Hours, "P", 10)
	w.happen(journey.AtPost, "Q")
	w.spend(journey.Service, 2*sim.Hour, "Q", "yard", "operator")
	w.pay(journey.Fees, "Q", 15)
	w.happen(journey.Cleared, "Q")
	w.fact.Channel = ""
	w.drive(150, 3*sim.Hour, "Q", "R2")
	w.happen(journey.Delivered, "B")
	w.fact.Trip, w.fact.Loaded = corridors.Home, false
	w.drive(150, 2*sim.Hour, "B", "R2")
	w.happen(journey.AtPost, "Q")
	w.happen(journey.AtPost, "P")
	w.spend(journey.Queueing, sim.Hour, "P", "barrier", "border guard")
	w.happen(journey.Cleared, "P")
	w.drive(100, sim.Hour, "P", "R1")
	w.happen(journey.Left, "A")
}

// two trucks, of which one waits an hour for the opening and one three.
func twoTrucks(t *testing.T) (*Set, [][]string) {
	t.Helper()
	var log bytes.Buffer
	o := handmade(t).Observe(Run{Alternative: "a", Replication: 3}, &log)
	(&teller{to: o}).life(1, sim.Hour)
	(&teller{to: o, now: 7 * sim.Hour}).life(2, 3*sim.Hour)
	sample, err := o.Sample()
	require.NoError(t, err)
	rows, err := csv.NewReader(&log).ReadAll()
	require.NoError(t, err)
	return Over([]*Sample{sample}, 0.95), rows
}

func (s *Set) row(t *testing.T, indicator, at, load, activity string) TFI {
	t.Helper()
	for _, row := range s.TFI {
		if row.Indicator == indicator && (row.Place == at || row.Trip == at) && row.Load == load && row.Activity == activity {
			return row
		}
	}
	t.Fatalf("no %s of %s", indicator, at)
	return TFI{}
}

// P takes 2 and 4 h. 35 USD for 10 t are 70 for 20. The way out costs 100 USD: times two for the load, times two for 250 of
// 500 km. It takes 9 and 11 h, of which 5 in motion.
func TestFourIndicatorsByHand(t *testing.T) {
	set, _ := twoTrucks(t)
	tfi1 := set.row(t, "TFI1", "P", "loaded", All)
	assert.Equal(t, []float64{3, 2, 2, 4}, []float64{tfi1.Mean.Mean, tfi1.Median.Mean, tfi1.Low, tfi1.High})
	assert.Equal(t, 2.0, set.row(t, "TFI1", "P", "loaded", "closed").Mean.Mean)
	assert.Equal(t, 1.0, set.row(t, "TFI1", "P", "empty", "queue").Mean.Mean)
	assert.Equal(t, 0.0, set.row(t, "TFI1", "Q", "empty", All).Mean.Mean, "straight through")
	assert.Equal(t, 70.0, set.row(t, "TFI2", "P", "loaded", All).Mean.Mean)
	assert.Equal(t, 10.0, set.row(t, "TFI2", "P", "loaded", "informal").Mean.Mean)
	assert.Equal(t, 0.0, set.row(t, "TFI2", "P", "empty", All).Mean.Mean, "a row of its own")
	assert.Equal(t, 400.0, set.row(t, "TFI3", "out", "loaded", All).Mean.Mean)
	swd := set.row(t, "TFI4", "out", "loaded", SWD)
	assert.InDelta(t, (250.0/9+250.0/11)/2, swd.Mean.Mean, 1e-12, "mean of ratios")
	assert.InDelta(t, 500.0/20, swd.Ratio.Mean, 1e-12, "ratio of totals")
	assert.Equal(t, 50.0, set.row(t, "TFI4", "out", "loaded", SWOD).Mean.Mean)
}

func TestChartByHand(t *testing.T) {
	set, _ := twoTrucks(t)
	require.Len(t, set.TCD, 2)
	type point struct {
		km         float64
		step       string
		time, cost float64
	}
	read := func(c TCD) (out []point) {
		for _, p := range c.Points {
			out = append(out, point{p.Km, p.Step, p.Time.Mean.Mean, p.Cost.Mean.Mean})
		}
		return out
	}
	assert.Equal(t, []point{
		{0, StartStep, 0, 0},
		{100, LegStep, 2, 40},
		{100, ClosedStep, 4, 40},
		{100, QueueStep, 4, 40},
		{100, ProcessingStep, 5, 85},
		{100, ClosedStep, 5, 85},
		{100, QueueStep, 5, 85},
		{100, ProcessingStep, 7, 100},
		{250, LegStep, 10, 100},
	}, read(set.TCD[0]))
	home := read(set.TCD[1])
	assert.Equal(t, point{250, StartStep, 0, 0}, home[0], "mirrored")
	assert.Equal(t, point{0, LegStep, 4, 0}, home[len(home)-1])
	assert.Equal(t, []float64{9, 9, 11}, []float64{
		set.TCD[0].Points[8].Time.P10.Mean, set.TCD[0].Points[8].Time.Median.Mean, set.TCD[0].Points[8].Time.P90.Mean,
	})
}

// Both trucks come to P on Monday, at 02:00 and 09:00; the clock of Q is an hour ahead: 05:00 and 14:00.
func TestReleaseStudyByHand(t *testing.T) {
	set, _ := twoTrucks(t)
	var counter, crossing, yard, door TRS
	for _, row := range set.TRS {
		switch {
		case row.Channel != All:
		case row.Stage == "counter":
			counter = row
		case row.Stage == "yard":
			yard = row
		case row.Scope == CrossingScope:
			crossing = row
		case row.Scope == DoorScope:
			door = row
		}
	}
	assert.Equal(t, []string{AuthorityBlock, OperatorBlock}, []string{counter.Block, yard.Block})
	assert.Equal(t, []Limit{{"24 h", 24}, {"48 h", 48}, {"soon", 3}}, counter.Limits)
	assert.Equal(t, 0.5, counter.Within[2].Mean, "2 h is within 3 h, 4 h is not")
	assert.InDelta(t, 1.4142135623730951, counter.SD.Mean, 1e-15)
	assert.Equal(t, []Limit{{"24 h", 24}, {"48 h", 48}, {"home by night", 9}}, door.Limits)
	assert.Equal(t, 0.5, door.Within[2].Mean, "exactly within counts")
	assert.Equal(t, 5.0, crossing.Mean.Mean, "4 and 6 h")
	assert.Equal(t, Slot{1, 2}, counter.ByHour[2])
	assert.Equal(t, Slot{1, 4}, counter.ByHour[9])
	assert.Equal(t, 2, counter.ByWeekday[int(corridors.Day(0).Weekday())].N)
	assert.Equal(t, Slot{1, 2}, yard.ByHour[5])
	assert.Equal(t, Slot{1, 2}, yard.ByHour[14])
	assert.Equal(t, 3.0, counter.Peak.Mean)
	assert.False(t, counter.OffPeak.Present(), "all came in hours with more than the mean hour")
}

func TestDelayByHand(t *testing.T) {
	set, _ := twoTrucks(t)
	require.Zero(t, set.Gap)
	got := map[string]float64{}
	for _, d := range set.Delay {
		got[d.Cause+" "+d.Name] = d.Hours.Mean
	}
	assert.Equal(t, map[string]float64{"total ": 6, "closed counter": 2, "service counter": 1, "service yard": 2, "queue barrier": 1}, got)
	assert.Equal(t, int64(12*sim.Hour), set.Delay[0].Micro)
}

func TestTruckLogHoldsEveryTickAndCent(t *testing.T) {
	_, rows := twoTrucks(t)
	at := map[string]int{}
	for i, name := range SheetHeadings() {
		at[name] = i
	}
	kinds := map[string]int{}
	for _, r := range rows {
		require.Len(t, r, len(SheetHeadings()))
		assert.Equal(t, []string{"a", "3", "f"}, r[:3])
		kinds[r[at["row"]]]++
	}
	assert.Equal(t, map[string]int{"truck": 2, "leg": 8, "post": 8, "stage": 6, "money": 10, "delivery": 2}, kinds)
	first := rows[0]
	assert.Equal(t, []string{"truck", "0", "46800", "10", "100"},
		[]string{first[at["row"]], first[at["arrival_s"]], first[at["end_s"]], first[at["tonnes"]], first[at["usd"]]})
}

// Who is turned away has not crossed: its time counts as delay and in no other indicator.
func TestTurnedAwayTrucksHaveNotCrossed(t *testing.T) {
	o := handmade(t).Observe(Run{}, nil)
	w := &teller{to: o, fact: journey.Fact{Flow: "f", Truck: 1, Trip: corridors.Out, Loaded: true}}
	w.happen(journey.Ready, "A")
	w.drive(100, sim.Hour, "A", "R1")
	w.happen(journey.AtPost, "P")
	w.spend(journey.Service, sim.Hour, "P", "gate", "border guard")
	w.happen(journey.TurnedAway, "P")
	w.happen(journey.Left, "P")
	sample, err := o.Sample()
	require.NoError(t, err)
	set := Over([]*Sample{sample}, 0.95)
	assert.Empty(t, set.TFI)
	assert.Empty(t, set.TCD)
	assert.Empty(t, set.TRS)
	assert.Equal(t, 1.0, set.Delay[0].Hours.Mean)
}

// A load in parts, or one that another truck has brought, is as heavy and as old as the log says; who passes it on has
// delivered nothing.
func TestLoadIsAsHeavyAsItsTruckSays(t *testing.T) {
	watch := handmade(t)
	var lives []Record
	d := &diary{atlas: watch.atlas, inside: make(map[who]*Record), ends: func(r *Record) {
		lives = append(lives, Record{Deliveries: append([]Delivery(nil), r.Deliveries...), Elements: append([]Element(nil), r.Elements...), load: r.load})
	}}
	for truck, ends := range []journey.Happening{journey.Delivered, journey.PassedOn} {
		tell := func(f journey.Fact) {
			f.Flow, f.Truck, f.Trip, f.Loaded = "f", uint32(truck), corridors.Out, true
			d.Record(f)
		}
		load := &journey.Load{Since: 1, Parts: []sim.Time{1, 2}, Tonnes: 4, Counted: truck == 0}
		tell(journey.Fact{Kind: journey.HappeningFact, Happening: journey.Ready, Place: "A", Load: load})
		tell(journey.Fact{Kind: journey.TimeFact, Activity: journey.Driving, Place: "A", Stage: "R1", Km: 100, To: sim.Hour})
		tell(journey.Fact{Kind: journey.HappeningFact, Happening: ends, Place: "B", From: sim.Hour, To: sim.Hour})
		tell(journey.Fact{Kind: journey.HappeningFact, Happening: journey.Left, Place: "B", From: sim.Hour, To: sim.Hour})
	}
	assert.Equal(t, 4.0, lives[0].Tonnes())
	assert.Equal(t, 4.0, lives[0].Elements[0].Tonnes)
	assert.Equal(t, []sim.Time{1, 2}, lives[0].since())
	assert.True(t, watch.atlas.counts(&lives[0]))
	assert.Zero(t, lives[1].Tonnes())
	assert.False(t, watch.atlas.counts(&lives[1]))
}

// A new line of the ledger has to be sorted here: is it paid for time and distance, officially at a place, or not officially.
func TestEveryLineHasItsNature(t *testing.T) {
	known := map[string]nature{
		"fuel_loaded": carriage, "fuel_empty": carriage, "idling": carriage, "hours": carriage, "driver": carriage, "capital": carriage,
		"running": carriage, "tolls": carriage, "fees": official, "declaration": official, "informal": informal, "lifts": official,
		"transhipment": official, "storage": official, "port": official,
	}
	for _, line := range journey.Lines() {
		want, sorted := known[line.String()]
		assert.True(t, sorted, "%v is new", line)
		assert.Equal(t, want, natureOf(line))
	}
	assert.Less(t, len(journey.Lines()), roomLines)
	assert.Less(t, len(journey.Activities()), roomActivities)
	assert.Len(t, journey.Activities(), roomCauses)
}

func TestNobodyObservedIsNothing(t *testing.T) {
	assert.Nil(t, Over(nil, 0.95))
	sample, err := handmade(t).Observe(Run{}, nil).Sample()
	require.NoError(t, err)
	set := Over([]*Sample{sample}, 0.95)
	assert.Empty(t, set.TFI)
	assert.Empty(t, set.Delay)
}

func TestDecimalsAreExact(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 1: "0.000001", 1_000_000: "1", 12_345_600: "12.3456", -500_000: "-0.5"} {
		assert.Equal(t, want, decimal(n, 6))
	}
}
