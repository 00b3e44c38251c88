package journey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// rules is a corridor from X over the posts A and B to Y whose stages are named after who passes
// them; A and B have the same. Every service takes a minute more than the one before.
func rules() *corridors.Corridor {
	long, load := 30, must(exponential(60))
	third := 1.0 / 3
	type cond = corridors.Condition
	stages := []struct {
		name string
		when cond
	}{
		{"all trucks", cond{}},
		{"exit", cond{Direction: []corridors.Direction{corridors.Exit}}},
		{"entry", cond{Direction: []corridors.Direction{corridors.Entry}}},
		{"outward", cond{Trip: []corridors.Trip{corridors.Out}}},
		{"homeward", cond{Trip: []corridors.Trip{corridors.Home}}},
		{"loaded", cond{Load: []corridors.Load{corridors.Loaded}}},
		{"empty", cond{Load: []corridors.Load{corridors.Empty}}},
		{"cars", cond{Traffic: []corridors.Traffic{corridors.Others}}},
		{"everybody", cond{Traffic: corridors.TrafficKinds()}},
		{"green", cond{Channel: []corridors.Channel{corridors.Green}}},
		{"not green", cond{Channel: []corridors.Channel{corridors.Yellow, corridors.Red}}},
		{"paper", cond{Declaration: []corridors.Declared{corridors.OnPaper}}},
		{"keyed", cond{Declaration: []corridors.Declared{corridors.Keyed, corridors.Corrected}}},
		{"corrected", cond{Declaration: []corridors.Declared{corridors.Corrected}}},
		{"red on paper at exit", cond{
			Channel: []corridors.Channel{corridors.Red}, Declaration: []corridors.Declared{corridors.OnPaper}, Direction: []corridors.Direction{corridors.Exit},
		}},
		{"some", cond{Share: &third}},
	}
	post := func(name, country string) corridors.Post {
		p := corridors.Post{
			Name: name, Country: country, Regime: corridors.Regime{Exit: corridors.Paper, Entry: corridors.Digital},
			Stations: []corridors.Station{{Name: "lane", Servers: 2}},
		}
		for i, s := range stages {
			p.Stages = append(p.Stages, corridors.Stage{Name: s.name, Owner: "customs", When: s.when, Service: must(exponential(float64(i + 1)))})
		}
		p.Stages[0].Station = "lane"
		return p
	}
	c := openRoad(corridors.Arrivals{PerSecond: 1.0 / 3600})
	c.Countries = []corridors.Country{{Code: "VN"}, {Code: "LA"}}
	c.Places = []corridors.Place{{Name: "X", Country: "VN"}, {Name: "Y", Country: "LA"}}
	c.Legs = []corridors.Leg{
		{From: "X", To: "A", Road: "QL9", Country: "VN", Length: 80, Speed: 40},
		{From: "B", To: "Y", Road: "NR9", Country: "LA", Length: 60, Speed: 40},
	}
	drive := must(exponential(3))
	c.Gates = []corridors.GatePair{{Name: "A|B", Posts: [2]corridors.Post{post("A", "VN"), post("B", "LA")}, Strip: corridors.Strip{Places: &long, Drive: &drive}}}
	f := &c.Flows[0]
	f.From, f.To, f.Load, f.Unload = "X", "Y", &load, &load
	f.Return = corridors.Return{Mode: corridors.TwoWay, PerSecond: 0.5 / 3600, Payload: 10, Patience: must(law.Constant(3600)), MaxWait: must(law.Constant(3600))}
	c.Flows = append(c.Flows, corridors.Flow{
		Name: "cars", From: "B", To: "A", Traffic: corridors.Others, Arrivals: corridors.Arrivals{PerSecond: 1.0 / 3600},
		Return: corridors.Return{Mode: corridors.NoReturn},
	})
	return c
}

// print writes an itinerary as a person would read it; in braces what only the spot decides.
func (p *itinerary) print() string {
	var lines []string
	for _, s := range p.steps {
		text := [...]string{
			"drive %s", "%s", "reach %s", "%s", "%s", "%s: take a place", "%s: drive", "leave the strip", "clear %s", "%s", "seek a %s", "turn home", "%s", "choose", "drive %s", "end of the way", "room", "take a yard", "leave the yard", "begin together: %s", "reach %s", "leave %s", "stop or not", "turn to the other officers",
			"one stop or two at %s", "%s or not", "after %s", "rejoin",
			"wait at the base for a %s", "fetch the %s", "%s", "%s", "%s", "%s", "to the base", "%s", "repaired",
		}[s.kind]
		if strings.Contains(text, "%") {
			text = fmt.Sprintf(text, s.name)
		}
		if s.passes != (passes{}) {
			text += " {"
			for i, c := range corridors.ChannelNames() {
				if s.passes.channels&bit(i) != 0 {
					text += " " + string(c)
				}
			}
			for i, d := range corridors.DeclaredWays() {
				if s.passes.declared&bit(i) != 0 {
					text += " " + string(d)
				}
			}
			if s.passes.drawn {
				text += fmt.Sprintf(" %.2f", s.passes.share)
			}
			text += " }"
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "; ")
}

func TestItineraryHoldsWhatCanApplyToTheTrip(t *testing.T) {
	m, err := Compile(Setup{Corridor: rules(), Horizon: Horizon{Length: sim.Day, After: Drain}})
	require.NoError(t, err)
	const onTheSpot = "green { green }; not green { yellow red }; paper { paper }; keyed { digital corrected }; corrected { corrected }; "
	const redOnPaper = "red on paper at exit { red paper }; "
	for title, test := range map[string]struct {
		plan int
		want string
	}{
		"out, loaded": {m.flows[0].out, "loading; drive QL9; " +
			"reach A; all trucks; exit; outward; loaded; everybody; " + onTheSpot + redOnPaper + "some { 0.33 }; " +
			"strip: take a place; strip: drive; " +
			"reach B; all trucks; entry; outward; loaded; everybody; " + onTheSpot + "some { 0.33 }; " +
			"leave the strip; clear A|B; drive NR9; unloading; delivered; seek a return load; leaves"},
		"home, empty": {m.flows[0].empty, "drive NR9; " +
			"reach B; all trucks; exit; homeward; empty; everybody; some { 0.33 }; " +
			"strip: take a place; strip: drive; " +
			"reach A; all trucks; entry; homeward; empty; everybody; some { 0.33 }; " +
			"leave the strip; clear A|B; drive QL9; leaves"},
		"home, loaded": {m.flows[0].loaded, "loading; drive NR9; " +
			"reach B; all trucks; exit; homeward; loaded; everybody; " + onTheSpot + redOnPaper + "some { 0.33 }; " +
			"strip: take a place; strip: drive; " +
			"reach A; all trucks; entry; homeward; loaded; everybody; " + onTheSpot + "some { 0.33 }; " +
			"leave the strip; clear A|B; drive QL9; unloading; delivered; leaves"},
		"a car": {m.flows[1].out, "reach B; cars; everybody; strip: take a place; strip: drive; " +
			"reach A; cars; everybody; leave the strip; clear A|B; delivered; leaves"},
	} {
		assert.Equal(t, test.want, m.plans[test.plan].print(), title)
	}
}

func TestOneWayTrucksTurnAndOthersLeave(t *testing.T) {
	c := rules()
	for mode, want := range map[corridors.ReturnMode]string{
		corridors.OneWay: "delivered; turn home; leaves", corridors.NoReturn: "delivered; leaves", corridors.TwoWay: "delivered; seek a return load; leaves",
	} {
		c.Flows[0].Return.Mode = mode
		m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: sim.Day, After: Drain}})
		require.NoError(t, err)
		assert.True(t, strings.HasSuffix(m.plans[m.flows[0].out].print(), want), mode)
	}
}

// TestTheSpotDecidesByChannelAndDeclaration forces channel and declaration, and lists the stages that
// the first post books for a loaded truck.
func TestTheSpotDecidesByChannelAndDeclaration(t *testing.T) {
	const before = "all trucks, exit, outward, loaded, everybody, "
	for title, test := range map[string]struct {
		channels corridors.Channels
		regime   corridors.Declaration
		platform corridors.Platform
		want     string
	}{
		"green on paper":    {regime: corridors.Paper, platform: corridors.Platform{Adoption: 1}, want: "green, paper"},
		"yellow on paper":   {channels: corridors.Channels{Yellow: 1}, regime: corridors.Paper, want: "not green, paper"},
		"red on paper":      {channels: corridors.Channels{Red: 1}, regime: corridors.Paper, want: "not green, paper, red on paper at exit"},
		"green, keyed in":   {regime: corridors.Digital, platform: corridors.Platform{Adoption: 1}, want: "green, keyed"},
		"red, corrected":    {channels: corridors.Channels{Red: 1}, regime: corridors.Digital, platform: corridors.Platform{Adoption: 1, Exception: 1}, want: "not green, keyed, corrected"},
		"nobody keys it in": {regime: corridors.Digital, platform: corridors.Platform{Exception: 1}, want: "green, paper"},
	} {
		c := rules()
		never := 0.0
		post := &c.Gates[0].Posts[0]
		post.Channels, post.Regime.Exit, post.Platform = test.channels, test.regime, test.platform
		post.Stages[len(post.Stages)-1].When.Share = &never
		log := &facts{}
		run(t, c, Horizon{Length: 6 * sim.Hour, After: Drain}, log)
		var stages []string
		for _, f := range log.all {
			if f.Truck == 1 && f.Kind == TimeFact && f.Activity == Service && f.Place == "A" && f.Trip == corridors.Out {
				stages = append(stages, f.Stage)
			}
		}
		assert.Equal(t, before+test.want, strings.Join(stages, ", "), title)
	}
}
