package report

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report/indicators"
	"hanhlang/sim/stat"
)

func inEnglish(t *testing.T, c Comparison) layout {
	t.Helper()
	return layout{Comparison: c, speaker: english(t)}
}

// sectionOf finds a section by the start of its heading.
func sectionOf(t *testing.T, c Comparison, heading string) section {
	t.Helper()
	for _, s := range lay(c, english(t)).sections {
		if strings.HasPrefix(s.heading, heading) {
			return s
		}
	}
	t.Fatalf("there is no section %q", heading)
	return section{}
}

// The bar of an alternative is as long as its stages together.
func TestOwnersShareTheBorderTime(t *testing.T) {
	l := inEnglish(t, reported())
	svg := l.ownerPicture().draw().SVG("x", "x", "x")
	for _, owner := range []string{"border guard", "customs", "waiting for opening"} {
		assert.Contains(t, svg, ">"+owner+"<")
	}
	for _, a := range l.Alternatives {
		assert.Contains(t, svg, ">"+a.Name+"<")
	}
	assert.Contains(t, svg, "customs: ", "parts say what they are")
	joint := reported()
	for i, s := range joint.Alternatives[0].Stages {
		if s.Owner == "customs" {
			joint.Alternatives[0].Stages[i].Owner = "customs (LA)"
		}
	}
	assert.Equal(t, svg, inEnglish(t, joint).ownerPicture().draw().SVG("x", "x", "x"), "officers at a joint post are of the same trade")
	assert.Equal(t, "police (traffic)", Stage{Owner: "police (traffic)"}.trade())
}

func TestStagesAreThoseOfTheComparedAlternatives(t *testing.T) {
	l := inEnglish(t, reported())
	shown := l.compared()
	require.Len(t, shown, 2)
	assert.Equal(t, []string{"paper-two-way", "digital-two-way"}, []string{shown[0].Name, shown[1].Name}, "the base first")
	svg := ""
	for _, p := range l.stagePictures() {
		svg += p.title + p.draw().SVG("x", "x", "x")
	}
	assert.NotContains(t, svg, ">digital-one-way<")
	assert.Contains(t, svg, "What the time at each stage is made of: Lao Bảo")
	assert.Contains(t, svg, "counter, customs")
	for _, name := range []string{"paper-two-way", "digital-two-way"} {
		assert.Equal(t, 5, strings.Count(svg, ">"+name+"<"), "one has a counter and the other a lane check, so neither has all six stages: %s", name)
	}
	assert.Equal(t, Stage{}, shown[0].stage(step{stage: "unknown"}), "no time where there is no stage")
	alone := inEnglish(t, single())
	assert.Len(t, alone.compared(), 1)
}

// The lines of a round trip, brought to the tonne, add up to the cost of a tonne.
func TestCostLinesAddUpToTheTonne(t *testing.T) {
	c := reported()
	l := inEnglish(t, c)
	require.Len(t, l.costPictures(), 1)
	table := sectionOf(t, c, "What a round trip and a tonne cost").table
	require.Len(t, table.rows, 10, "twice a name, three lines and their sum")
	assert.Equal(t, "600.0", table.rows[1].cells[1].value)
	sum := 0.0
	for _, r := range table.rows[6:9] {
		usd, err := strconv.ParseFloat(r.cells[1].value, 64)
		require.NoError(t, err)
		sum += usd
	}
	all, err := strconv.ParseFloat(table.rows[9].cells[1].value, 64)
	require.NoError(t, err)
	assert.InDelta(t, all, sum, 0.05)
	assert.Empty(t, inEnglish(t, small()).costPictures(), "nothing was paid")
	for i := range c.Alternatives {
		c.Alternatives[i].Measures = nil
	}
	assert.Empty(t, inEnglish(t, c).costPictures(), "nothing was carried")
	assert.Empty(t, c.Alternatives[0].line("storage", 1), "no such line")
}

func TestMainWaysAreThoseOfMostTrucks(t *testing.T) {
	c := reported()
	last := c.Alternatives[3].Indicators // of the alternative of the headline
	last.TCD = append(last.TCD,
		indicators.TCD{Flow: "west", Trip: "out", Load: "loaded", Trucks: 500}, indicators.TCD{Flow: "south", Trip: "out", Load: "loaded", Trucks: 5},
		indicators.TCD{Flow: "north", Trip: "out", Load: "loaded", Trucks: 4}, indicators.TCD{Flow: "up", Trip: "out", Load: "loaded", Trucks: 3},
	)
	ways := inEnglish(t, c).mainWays()
	require.Len(t, ways, 4)
	assert.Equal(t, wayOf{"west", "out", "loaded"}, ways[0])
	assert.NotContains(t, ways, wayOf{"up", "out", "loaded"})
	_, there := c.Alternatives[0].way(wayOf{"west", "out", "loaded"})
	assert.False(t, there, "another alternative need not have it")
	assert.Empty(t, inEnglish(t, small()).mainWays())
	c = reported()
	rare := c.Alternatives[3].Indicators.TCD[0]
	rare.Flow, rare.Trucks = "rare", 1
	c.Alternatives[3].Indicators.TCD = append(c.Alternatives[3].Indicators.TCD, rare)
	assert.NotEqual(t, "rare", inEnglish(t, c).mainWays()[0].flow)
	head, ok := inEnglish(t, c).headline()
	require.True(t, ok)
	for i := range c.Differences {
		if c.Differences[i] == head {
			c.Differences[i].Measure = "flow.rare.door_to_door_h"
		}
	}
	assert.Equal(t, "rare", inEnglish(t, c).mainWays()[0].flow, "the headline is about it")
	for i := range c.Alternatives {
		c.Alternatives[i].Indicators.TCD = nil
	}
	assert.Empty(t, inEnglish(t, c).tcd().heading, "nobody drives anywhere: a note alone is no section")
}

// TestStepsThatCannotBeSeenAreOtherCauses: a bar of a thousandth of the longest is none.
func TestStepsThatCannotBeSeenAreOtherCauses(t *testing.T) {
	of := func(small float64) string {
		return inEnglish(t, reported()).fallPicture(Waterfall{Causes: []indicators.Delay{
			{Cause: indicators.Total, Hours: about(2.3+small, 1)},
			{Cause: "queue", Name: "check", Place: "exit post", Hours: about(2.3, 1)},
			{Cause: "service", Name: "check", Place: "exit post", Hours: about(small, 0.0009)},
		}}).draw().SVG("x", "x", "x")
	}
	assert.Contains(t, of(0.1), "service: check, exit post")
	assert.NotContains(t, of(-0.0001), "service: check, exit post")
	assert.Contains(t, of(-0.0001), "queue: check, exit post")
}

func TestAWayMarksItsPostsAndWaitsForOpening(t *testing.T) {
	way, there := reported().Alternatives[0].way(wayOf{"east", "out", "loaded"})
	require.True(t, there)
	line := wayLine("x", way, true)
	assert.Equal(t, []int{2}, line.Closed)
	assert.Len(t, line.Low, len(line.Points))
	assert.Empty(t, wayLine("x", way, false).Closed, "costs have no hours")
	guides := layout{speaker: english(t)}.postsOf(way)
	require.Len(t, guides, 1)
	assert.Equal(t, 260.0, guides[0].At)
}

func TestFullestPostsComeFirst(t *testing.T) {
	c := reported()
	l := inEnglish(t, c)
	assert.Equal(t, []string{"Densavanh", "Lao Bảo"}, l.fullest())
	assert.Empty(t, inEnglish(t, small()).fullest())
	_, there := c.Alternatives[0].rhythm("nowhere")
	assert.False(t, there)
	pace, there := c.Alternatives[0].pace("Lao Bảo")
	assert.True(t, there)
	assert.Equal(t, "counter", pace.Station)
	assert.InDelta(t, 0.75, pace.Passes[9], 1e-12)
	_, there = c.Alternatives[0].pace("Densavanh")
	assert.False(t, there, "nobody reckoned it")
}

// TestCaptionSaysWhatTheTightestStationIs: how many of the trucks that come need it, and that more can go when fewer do. Where nobody has
// reckoned it, there is no third line.
func TestCaptionSaysWhatTheTightestStationIs(t *testing.T) {
	c := reported()
	l := inEnglish(t, c)
	c.Alternatives[0].Paces = []Pace{{Place: "Lao Bảo", Station: "counter", Passes: [24]float64{8: 55}, Share: 0.5}}
	caption := l.flowPicture("arrivals", c.Alternatives[0], inventedRhythm("Lao Bảo", 1)).caption
	assert.Contains(t, caption, "if counter, the tightest station, set the pace")
	assert.Contains(t, caption, "it serves 50 of 100 trucks that come here")
	assert.Contains(t, caption, "More can go in an hour in which fewer need that station")
	assert.NotContains(t, l.flowPicture("arrivals", c.Alternatives[0], inventedRhythm("Densavanh", 1)).caption, "The third")
}

// The table has all that the figures draw: eleven hours of twenty trucks are 220 a day, of which 55
// could pass; a day that no run has watched is left out.
func TestHoursHaveAllThatTheirFiguresDraw(t *testing.T) {
	r := inventedRhythm("Lao Bảo", 1)
	r.Watched[6] = [24]bool{}
	l := inEnglish(t, reported())
	pace := [24]float64{9: 55}
	rows := l.rhythmRows(r, pace, true)
	require.Len(t, rows, 24)
	var texts []string
	for _, c := range rows[9].cells[1:] {
		texts = append(texts, c.value)
	}
	assert.Equal(t, []string{"20.0", "16.0", "55.0", "30.0", "30.0", "30.0", "30.0", "30.0", "30.0", "30.0", "–"}, texts)
	require.Len(t, l.rhythmColumns(), len(texts))
	assert.Equal(t, "Sunday", l.rhythmColumns()[len(texts)-1].heading)
	assert.Equal(t, "0.0", rows[3].cells[1].value)
	assert.Equal(t, "–", l.rhythmRows(r, pace, false)[9].cells[3].value, "nobody reckoned what can pass")
}

// Where a backlog shrinks over the run more go than come: as many were there at midnight.
func TestNoMoreTrucksGoThanHaveCome(t *testing.T) {
	r := indicators.Rhythm{}
	r.Left[3], r.Arrived[4], r.Left[20] = 5, 2, 4
	assert.Equal(t, 7.0, shortOf(r), "5 by four, 3 by five, 7 by nine in the evening")
	assert.Zero(t, shortOf(indicators.Rhythm{}))
}

// A truck that comes at nine is there for 5.5 h; at three none comes.
func TestHoursOfArrivalTellHowLongTrucksAreThere(t *testing.T) {
	rows := stayRows(inventedRhythm("Lao Bảo", 1))
	require.Len(t, rows, 24)
	require.Len(t, rows[9].cells, 12)
	assert.Equal(t, []string{"–", "5.5", "5.5"}, []string{rows[9].cells[4].value, rows[9].cells[5].value, rows[9].cells[11].value})
	assert.Equal(t, "–", rows[3].cells[5].value)
	p := inEnglish(t, reported()).stayPicture("hours", reported().Alternatives[0], inventedRhythm("Lao Bảo", 1), 0)
	assert.Contains(t, p.draw().SVG("a", "b", "c"), ">5.5<")
}

func TestTheMapShowsSitesThatTrucksPass(t *testing.T) {
	l := inEnglish(t, reported())
	m, there := l.drawnNetwork()
	require.True(t, there)
	require.Len(t, m.Places, 2, "one has no coordinates, one no trucks")
	assert.Len(t, m.Links, 1)
	assert.True(t, m.Places[1].Border)
	assert.Len(t, sectionOf(t, reported(), "Where trucks drive").table.rows, 3, "the table has all roads")
	c := reported()
	c.Network.Links = c.Network.Links[1:]
	require.Len(t, l.network().notes, 2)
	assert.Contains(t, l.network().notes[1], "Roads are drawn straight")
	c.Network.Of, c.Network.Mixed = "paper", true
	assert.Contains(t, inEnglish(t, c).network().notes[1], "those of paper")
	assert.Len(t, inEnglish(t, c).network().notes, 2, "nothing is said of how a map is drawn that is not there")
	_, there = inEnglish(t, c).drawnNetwork()
	assert.False(t, there, "no road between two places that are known")
	assert.Empty(t, inEnglish(t, small()).network().heading)
}

func TestATornadoShowsTheEndsThatCouldBeRun(t *testing.T) {
	c := reported()
	head, ok := inEnglish(t, c).headline()
	require.True(t, ok)
	svg := inEnglish(t, c).tornadoPicture(head).draw().SVG("x", "x", "x")
	assert.Contains(t, svg, ">15 min<")
	assert.Contains(t, svg, ">280/day<")
	assert.NotContains(t, svg, ">520/day<", "it could not be run")
	assert.Contains(t, svg, "service (counter, Lao Bảo)")
}

func TestACurveIsDrawnWithItsTargets(t *testing.T) {
	c := bent()
	l := inEnglish(t, c)
	svg := l.curvePicture(&c.Curves[0]).draw().SVG("x", "x", "x")
	assert.Contains(t, svg, ">before<")
	assert.NotContains(t, svg, ">by rail<", "another line is no level")
	assert.Contains(t, l.curvePicture(&c.Curves[0]).caption, "Dashed levels")
	for i := range c.Curves[0].Meetings {
		if m := &c.Curves[0].Meetings[i]; m.Line {
			m.Points = []CurvePoint{{Alternative: "train", X: about(0.1, 0), Y: about(30, 1)}, {Alternative: "trains", X: about(0.5, 0), Y: about(20, 1)}}
		}
	}
	p := l.curvePicture(&c.Curves[0])
	assert.Contains(t, p.draw().SVG("x", "x", "x"), ">by rail<", "it is drawn beside")
	assert.Contains(t, p.caption, "The other lines")
	c.Curves[0].Meetings = nil
	assert.NotContains(t, l.curvePicture(&c.Curves[0]).caption, "held against")
	c.Curves[0].Points[1].Y = stat.Interval{}
	assert.NotPanics(t, func() { l.curvePicture(&c.Curves[0]).draw() })
}

// A figure says whose posts it names, where those of another alternative stand elsewhere.
func TestAFigureSaysWhosePostsItNames(t *testing.T) {
	c := reported()
	w := wayOf{"east", "out", "loaded"}
	l := inEnglish(t, c)
	assert.NotContains(t, l.wayPicture(0, w, true).caption, "Ways differ")
	shown := l.compared()
	last := shown[len(shown)-1]
	way, there := last.way(w)
	require.True(t, there)
	for i := range way.Points {
		way.Points[i].Km++
	}
	assert.Contains(t, l.wayPicture(0, w, true).caption, "Ways differ between the alternatives; posts are named where they stand with "+last.Name+".")
}

// All crossings together are drawn, whichever gate and way has more of them.
func TestSharesAreThoseOfAllCrossings(t *testing.T) {
	set := reported().Alternatives[0].Indicators
	one := indicators.TRS{Scope: indicators.CrossingScope, Place: "Densavanh", Summary: indicators.Summary{N: 9000}, Quantiles: []float64{1, 2}}
	set.TRS = append([]indicators.TRS{one}, set.TRS...)
	row, there := crossings(set)
	require.True(t, there)
	assert.Equal(t, indicators.BorderScope, row.Scope)
	_, there = crossings(&indicators.Set{TRS: []indicators.TRS{one}})
	assert.False(t, there)
}

// A terminal is spared what is long; a file is not.
func TestLongTablesAreForFiles(t *testing.T) {
	c := reported()
	text, document := Text(c, english(t), 100), Markdown(c, english(t))
	for _, heading := range []string{"What a round trip and a tonne cost", "Time and cost over distance", "The day of the posts", "Where trucks drive"} {
		assert.NotContains(t, text, heading)
		assert.Contains(t, document, heading)
	}
	words := InWords(c, english(t), 100)
	assert.Contains(t, words, "With digital-two-way instead of paper-two-way")
	assert.NotContains(t, words, "Measures")
}

func TestFiguresAreFilesOfTheirOwn(t *testing.T) {
	figures := Figures(reported(), english(t))
	require.Len(t, figures, len(pictures(t, reported())))
	names := map[string]bool{}
	for _, f := range figures {
		assert.Regexp(t, `^[a-z0-9-]+$`, f.Name)
		assert.False(t, names[f.Name], "%s stands once", f.Name)
		names[f.Name] = true
		assert.Contains(t, f.SVG(), "<svg ")
	}
	picture, err := figures[0].PNG()
	require.NoError(t, err)
	assert.Equal(t, "\x89PNG", string(picture[:4]))
}

// A network of many posts has more stages than fit on a sheet: the longest are drawn, where they stand, and the caption counts them.
func TestStagePictureKeepsToASheet(t *testing.T) {
	c := invented()
	total := 0
	for i := range c.Alternatives {
		a := &c.Alternatives[i]
		a.Stages = nil
		for k := range stagesDrawn + 9 {
			long := 1.0
			if k%3 == 0 {
				long = 2 + float64(k)/100
			}
			a.Stages = append(a.Stages, Stage{Stage: fmt.Sprintf("stage %02d", k), Owner: "customs", Country: "VN", Place: "Lao Bảo", Unit: "h", Interval: about(long, 0.1), Service: long})
		}
		total = len(a.Stages)
	}
	list := layout{Comparison: c, speaker: english(t)}.stagePictures()
	require.Len(t, list, 1)
	p := list[0]
	svg := p.draw().SVG("x", "x", "x")
	var drawn []string
	for k := range total {
		if name := fmt.Sprintf("stage %02d", k); strings.Contains(svg, name) {
			drawn = append(drawn, name)
		}
	}
	assert.Len(t, drawn, stagesDrawn)
	assert.Contains(t, drawn, "stage 24", "a long one at the end")
	assert.NotContains(t, drawn, "stage 23", "a short one before it")
	assert.Less(t, strings.Index(svg, "stage 00"), strings.Index(svg, "stage 24"), "in the order of the network")
	assert.Contains(t, p.caption, fmt.Sprintf("Of %d stages the %d longest", total, stagesDrawn))
}

func TestStagesThatAreCalledAfterTheirOwnerAreNamedOnce(t *testing.T) {
	l := inEnglish(t, small())
	assert.Equal(t, "documents, customs", l.stageTitle(step{place: "Lao Bảo", stage: "documents", owner: "customs"}))
	assert.Equal(t, "quarantine", l.stageTitle(step{place: "Lao Bảo", stage: "quarantine", owner: "quarantine"}))
}
