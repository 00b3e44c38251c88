package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/report/indicators"
	"hanhlang/sim/stat"
)

// reported is a study that has every figure of a report; every number is invented.
func reported() Comparison {
	c := invented()
	c.Title = "Everything drawn: Lao Bảo–Densavanh <&>"
	for i := range c.Alternatives {
		k := 1 - float64(i)/10
		set := inventedIndicators(k)
		set.TCD = inventedWays(k)
		set.TRS = append(set.TRS, indicators.TRS{
			Block: "all", Scope: indicators.BorderScope, Place: "Lao Bảo", Channel: "all", Summary: set.TRS[0].Summary, Limits: set.TRS[0].Limits,
			Quantiles: inventedQuantiles(k),
		})
		for n := range set.TRS {
			set.TRS[n].Gate = "Lao Bảo–Densavanh"
		}
		for n, channel := range []string{"green", "yellow"} {
			row := set.TRS[1]
			row.Channel, row.Within = channel, []stat.Interval{fewer(0.9-float64(n)/4, 0.01), fewer(0.95, 0.01)}
			set.TRS = append(set.TRS, row)
		}
		set.Rhythms = []indicators.Rhythm{inventedRhythm("Lao Bảo", k), inventedRhythm("Densavanh", 2*k)}
		c.Alternatives[i].Indicators = set
		c.Alternatives[i].Paces = []Pace{{Place: "Lao Bảo", Station: "counter", Passes: [24]float64{8: 0.5, 9: 0.75}, Share: 0.5}}
		c.Alternatives[i].Measures = append(c.Alternatives[i].Measures, Measure{"cost_per_trip_usd", "USD/trip", about(1000*k, 4)})
		c.Alternatives[i].Costs = []Cost{
			{"fuel_loaded", "", "VN", "Đà Nẵng", "USD/trip", about(600*k, 2)},
			{"driver", "", "LA", "Densavanh", "USD/trip", about(395*k, 2)},
			{"informal", "customs", "VN", "Lao Bảo", "USD/trip", about(5*k, 1)},
		}
	}
	c.Curves = bent().Curves
	c.Network = &Network{
		Sites: []corridors.Site{
			{Name: "Đông Hà", Kind: corridors.Junction, At: &corridors.Coordinates{Latitude: 16.82, Longitude: 107.1}},
			{Name: "Lao Bảo", Kind: corridors.GatePost, At: &corridors.Coordinates{Latitude: 16.62, Longitude: 106.59}},
			{Name: "nowhere", Kind: corridors.Market},
			{Name: "unused", Kind: corridors.Market, At: &corridors.Coordinates{Latitude: 1, Longitude: 1}},
		},
		Links: []Link{{"Đông Hà", "Lao Bảo", "QL9", 400}, {"Lao Bảo", "nowhere", "NR9", 400}, {"Lao Bảo", "unused", "track", 0}},
	}
	c.Waterfalls = watched().Waterfalls
	c.Waterfalls[0].Alternative, c.Waterfalls[0].Base = c.Differences[0].Alternative, c.Differences[0].Base
	return c
}

func inventedWays(k float64) (list []indicators.TCD) {
	for _, trip := range []string{"out", "home"} {
		way := indicators.TCD{Flow: "east", Trip: trip, Load: "loaded", Trucks: 120}
		for i, step := range []string{indicators.StartStep, indicators.LegStep, indicators.ClosedStep, indicators.QueueStep, indicators.ProcessingStep, indicators.LegStep, indicators.HandlingStep} {
			km := []float64{0, 260, 260, 260, 260, 500, 500}[i]
			if trip == "home" {
				km = 500 - km
			}
			way.Points = append(way.Points, indicators.Point{Km: km, Place: "Lao Bảo", Name: "QL9", Step: step, Time: spread(2 * float64(i) * k), Cost: spread(100 * float64(i) * k)})
		}
		list = append(list, way)
	}
	return list
}

func inventedQuantiles(k float64) (list []float64) {
	for i := range 101 {
		list = append(list, k*float64(i)/4)
	}
	return list
}

func inventedRhythm(place string, k float64) indicators.Rhythm {
	r := indicators.Rhythm{Place: place}
	for d := range 7 {
		for h := range 24 {
			r.Watched[d][h] = true
		}
	}
	for h := 7; h < 18; h++ {
		r.Arrived[h], r.Left[h] = 20*k, 16*k
		for d := range 7 {
			r.Present[d][h] = float64(h-6) * 10 * k
			r.Stay[d][h] = indicators.Slot{N: 30, Mean: float64(20-h) * k / 2}
		}
	}
	return r
}

// pictures of a comparison, in the order of the page.
func pictures(t *testing.T, c Comparison) (list []picture) {
	t.Helper()
	for _, s := range lay(c, english(t)).sections {
		list = append(list, s.pictures...)
	}
	return list
}

func TestFiguresAreDrawnAsBefore(t *testing.T) {
	var names []string
	for _, p := range pictures(t, reported()) {
		golden(t, "figures/"+p.name+".svg", p.draw().SVG(p.name, p.title, p.caption))
		names = append(names, p.name)
	}
	assert.Equal(t, []string{
		"map", "curve-east", "border-time-by-owner", "border-time-by-stage", "border-time-by-stage-2", "cost-per-tonne", "time-distance-1", "cost-distance-1", "time-distance-2", "cost-distance-2",
		"trucks-at-post-1-paper-two-way", "hours-at-post-1-paper-two-way", "arrivals-1-paper-two-way",
		"trucks-at-post-1-digital-two-way", "hours-at-post-1-digital-two-way", "arrivals-1-digital-two-way",
		"trucks-at-post-2-paper-two-way", "hours-at-post-2-paper-two-way", "arrivals-2-paper-two-way",
		"trucks-at-post-2-digital-two-way", "hours-at-post-2-digital-two-way", "arrivals-2-digital-two-way",
		"border-time-shares", "within-target-1", "delay-waterfall", "tornado",
	}, names)
}

func TestNoFigureHasClashesAndAllSayWhatToSee(t *testing.T) {
	for name, c := range map[string]Comparison{"reported": reported(), "single": single(), "watched alone": watchedAlone(), "validated": validated(), "growing": growing(), "learnt": learnt()} {
		for _, p := range pictures(t, c) {
			assert.Empty(t, p.draw().Clashes(), "%s: %s", name, p.name)
			assert.NotEmpty(t, p.title)
			assert.Greater(t, len(p.caption), 20, p.name)
			assert.NotContains(t, p.title+p.caption, "report.", "every word is in the catalogue")
		}
	}
}

func TestAReportIsOnePageThatNeedsNothingElse(t *testing.T) {
	for _, c := range []Comparison{reported(), invented(), small(), single(), validated(), bent()} {
		page, err := HTML(c, english(t))
		require.NoError(t, err)
		assert.Less(t, len(page), 3_000_000)
		assert.NotRegexp(t, regexp.MustCompile(`(src|href)="[^#]|url\(|@import|<script`), page, "nothing is fetched")
		assert.NotRegexp(t, regexp.MustCompile(`\b(report|measure|trace)\.[a-z]+[-.][a-z]`), page, "every word is in the catalogue")
		assert.Equal(t, len(pictures(t, c)), strings.Count(page, "<svg "))
		assert.Equal(t, strings.Count(page, "<figure"), strings.Count(page, "<figcaption>"))
		ids := regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1)
		seen := map[string]int{}
		for _, id := range ids {
			seen[id[1]]++
		}
		for id, n := range seen {
			if !strings.HasPrefix(id, "s") && strings.HasSuffix(id, "-t") || n == 1 {
				continue
			}
			t.Errorf("id %s stands %d times", id, n)
		}
	}
}

func TestAReportShowsWhatIsInTheAnswer(t *testing.T) {
	c := reported()
	page, err := HTML(c, english(t))
	require.NoError(t, err)
	assert.Contains(t, page, "<h1>Everything drawn: Lao Bảo–Densavanh &lt;&amp;&gt;</h1>")
	for _, text := range []string{"With digital-two-way instead of paper-two-way", "hanhlang compare invented", "QL9", "residual 0 ticks"} {
		assert.Contains(t, page, text)
	}
	for _, a := range c.Alternatives {
		assert.Contains(t, page, a.Title)
	}
	folded := strings.Count(page, "<details>")
	assert.Equal(t, folded, strings.Count(page, "<summary>"))
	assert.Greater(t, folded, 6, "the data of figures are to be unfolded")
}

func TestSmallPartsOfBarsStandTogether(t *testing.T) {
	p := newPieces(2)
	p.add(0, "large", 90)
	p.add(0, "small", 1)
	p.add(1, "large", 50)
	p.add(1, "tiny", 0.5)
	p.add(1, "none", 0)
	p.add(0, "large", 8.5)
	p = p.gathered("others")
	assert.Equal(t, []string{"large", "others"}, p.names)
	assert.Equal(t, []float64{98.5, 1}, p.of(0))
	assert.Equal(t, []float64{50, 0.5}, p.of(1))
}

func TestNamesOfFilesAreLatin(t *testing.T) {
	for name, want := range map[string]string{"Đà Nẵng–Khon Kaen": "da-nang-khon-kaen", "Bờ Y": "bo-y", " 10 % & more ": "10-more", "ສະຫວັນ": ""} {
		assert.Equal(t, want, slug(name))
	}
}

func TestTheLongestCausesOfAnyAlternativeAreShown(t *testing.T) {
	one, other := inventedIndicators(1), inventedIndicators(1)
	other.Delay = append(other.Delay, indicators.Delay{Cause: "load-wait", Hours: fewer(5, 0.5)})
	got := weightiest([]*indicators.Set{one, other})
	require.Len(t, got, 4)
	assert.Equal(t, indicators.Total, got[0].Cause)
	assert.Equal(t, "load-wait", got[1].Cause)
}

func TestAWaterfallAddsUpToTheDifference(t *testing.T) {
	c := reported()
	l := layout{Comparison: c, speaker: english(t)}
	require.Len(t, l.fallPictures(), 1)
	d := l.fallPictures()[0].draw()
	assert.IsType(t, &chart.Drawing{}, d)
	svg := d.SVG("x", "x", "x")
	for _, text := range []string{"-2.00", "-1.00", "0.00", "-3.00"} {
		assert.Contains(t, svg, ">"+text+"<")
	}
	c.Waterfalls[0].Base = "another"
	assert.Empty(t, layout{Comparison: c, speaker: english(t)}.fallPictures())
}

// A heading within a table spans it, figures stand to the right, and bounds below their estimate.
func TestTablesOfAPage(t *testing.T) {
	got := htmlTableOf(table{
		columns: []column{{heading: "Measure"}, {heading: "mean", figures: true}},
		rows:    []row{{span: "Laos"}, {cells: []cell{{value: "wait"}, {value: "1.5", bounds: "[1.4, 1.6]"}}}},
	})
	assert.Equal(t, []htmlColumn{{"Measure", false}, {"mean", true}}, got.Columns)
	assert.Equal(t, "Laos", got.Rows[0].Span)
	assert.Equal(t, []htmlCell{{Value: "wait", Head: true}, {Value: "1.5", Bounds: "[1.4, 1.6]", Figures: true}}, got.Rows[1].Cells)
}

// Every figure stands in a section with a table of what it draws, to be unfolded.
func TestSectionsWithPicturesFoldTheirTables(t *testing.T) {
	for which, c := range map[string]Comparison{"reported": reported(), "single": single(), "watched alone": watchedAlone(), "growing": growing(), "learnt": learnt()} {
		page, err := HTML(c, english(t))
		require.NoError(t, err)
		for _, p := range pictures(t, c) {
			_, after, found := strings.Cut(page, `<figure id="`+p.name+`">`)
			require.True(t, found, p.name)
			section, _, _ := strings.Cut(after, "</section>")
			assert.Contains(t, section, "<details>", "%s: %s", which, p.name)
		}
	}
}

// On paper there may be no room for both bounds in a row: they part there, and thousands do not.
func TestBoundsMayStandUnderOneAnother(t *testing.T) {
	cells := []cell{wordCell("a"), figureCell(figure{"25" + glue + "090", "24" + glue + "970", "25" + glue + "210"})}
	got := htmlTableOf(table{columns: make([]column, 2), rows: []row{{cells: cells}}})
	assert.Equal(t, "[24"+glue+"970, 25"+glue+"210]", got.Rows[0].Cells[1].Bounds)
	c := reported()
	c.Alternatives[0].Measures[0].Interval = about(24000, 100)
	page, err := HTML(c, vietnamese(t))
	require.NoError(t, err)
	assert.Regexp(t, `<span class="b">\[23\.900; 24\.100\]`, page)
}

// A table of very many alternatives is laid on several sheets, each with the first column, and nothing is lost or said twice.
func TestTablesOfManyAlternativesAreLaidOnSheets(t *testing.T) {
	wide := table{columns: []column{{heading: "Measure"}}, rows: []row{{span: "hours"}, {cells: []cell{wordCell("time")}}}}
	for i := range 40 {
		wide.columns = append(wide.columns, column{heading: fmt.Sprint("a", i), alternative: true, figures: true})
		wide.rows[1].cells = append(wide.rows[1].cells, wordCell(fmt.Sprint(i)))
	}
	parts := wide.sheets()
	require.Len(t, parts, 5, "forty beside the first column")
	next := 0
	for _, part := range parts {
		assert.LessOrEqual(t, len(part.columns), mostUpright)
		assert.Equal(t, "Measure", part.columns[0].heading)
		assert.Equal(t, "hours", part.rows[0].span)
		require.Len(t, part.rows[1].cells, len(part.columns))
		assert.Equal(t, "time", part.rows[1].cells[0].value)
		for i, c := range part.columns[1:] {
			assert.Equal(t, fmt.Sprint("a", next), c.heading)
			assert.Equal(t, fmt.Sprint(next), part.rows[1].cells[i+1].value)
			next++
		}
	}
	assert.Equal(t, 40, next)
	for i := range wide.rows[1].cells[1:] {
		if i > 0 {
			wide.rows[1].cells[i+1] = wordCell("")
		}
	}
	wide.rows = append(wide.rows, row{span: "money"}, row{cells: slices.Repeat([]cell{wordCell("")}, 41)})
	spans := func(t table) (list []string) {
		for _, r := range t.rows {
			list = append(list, r.span)
		}
		return list
	}
	parts = wide.sheets()
	assert.Equal(t, []string{"hours", "", "money", ""}, spans(parts[0]))
	assert.Equal(t, []string{"money", ""}, spans(parts[1]), "rows that speak of others only are left out with their heading, and what nobody has is not")
	two := table{columns: slices.Insert(slices.Clone(wide.columns), 1, column{heading: "Owner"})}
	for _, r := range wide.rows[:2] {
		if r.span == "" {
			r.cells = slices.Insert(slices.Clone(r.cells), 1, wordCell("customs"))
		}
		two.rows = append(two.rows, r)
	}
	parts = two.sheets()
	require.Len(t, parts, 1, "a sheet that would have nothing on it is none")
	assert.Equal(t, []string{"Measure", "Owner", "a0"}, []string{parts[0].columns[0].heading, parts[0].columns[1].heading, parts[0].columns[2].heading})
	assert.Equal(t, "customs", parts[0].rows[1].cells[1].value)
	wide.columns[3].alternative = false
	assert.Len(t, wide.sheets(), 1, "columns of another kind belong together")
	few := table{columns: wide.columns[:mostAcross], rows: []row{{cells: slices.Repeat([]cell{wordCell("1")}, mostAcross)}}}
	assert.Len(t, few.sheets(), 1)
}

// Alternatives that have no row in common stand in tables of their own, gate by gate, in the order in which they come.
func TestAlternativesWithNothingInCommonStandApart(t *testing.T) {
	alternatives := func(names ...string) (list []column) {
		for _, name := range names {
			list = append(list, column{heading: name, alternative: true})
		}
		return append([]column{{heading: "Station"}}, list...)
	}
	cells := func(texts ...string) (list []cell) {
		for _, text := range texts {
			list = append(list, wordCell(text))
		}
		return list
	}
	whole := table{columns: alternatives("lao-bao", "bo-y", "lao-bao-digital", "none"), rows: []row{
		{span: "Lao Bảo"}, {cells: cells("counters", "80", "", "20", "")}, {span: "Bờ Y"}, {cells: cells("lanes", "", "50", "", "")},
	}}
	parts := whole.sheets()
	require.Len(t, parts, 2)
	assert.Equal(t, alternatives("lao-bao", "lao-bao-digital"), parts[0].columns)
	assert.Equal(t, []row{{span: "Lao Bảo"}, {cells: cells("counters", "80", "20")}}, parts[0].rows)
	assert.Equal(t, alternatives("bo-y"), parts[1].columns)
	assert.Equal(t, []row{{span: "Bờ Y"}, {cells: cells("lanes", "50")}}, parts[1].rows)
	whole.rows = append(whole.rows, row{cells: cells("all", "1", "2", "3", "4")})
	assert.Len(t, whole.sheets(), 1)
}
