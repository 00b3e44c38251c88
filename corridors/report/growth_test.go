package report

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"hanhlang/sim/stat"
)

// growing is a study in which two gates grow at two rates over three years; every number is invented.
func growing() Comparison {
	c := single()
	c.Study, c.Title, c.Question = "growing", "Invented growth", "When is it full?"
	c.Alternatives = []Alternative{inventedAlternative("east", 1, true), inventedAlternative("west", 0.9, true)}
	c.Differences = nil
	year := func(y int, factor float64, hours, busy stat.Interval, loads ...Offered) Year {
		return Year{
			Year: y, Factor: factor, Overloads: loads, Busiest: Offered{"counter", "Densavanh", busy.Mean * 1.1},
			Reached: []Reached{{Interval: hours}, {Interval: busy, Station: "counter", Place: "Densavanh"}},
		}
	}
	full, fuller := Offered{"counter", "Densavanh", 1.07}, Offered{"lanes", "Lao Bảo", 1.12}
	c.Growth = &Growth{
		From: 2025, To: 2027,
		Limits: []Limit{{Measure: "border_time_p95_h", AtMost: 24, Low: number(22), High: number(48)}, {AtMost: 0.9}},
		Trends: []Trend{
			{"east", 0.1, []Year{year(2025, 1, about(20, 1), about(0.7, 0.01)), year(2026, 1.1, about(22, 1), about(0.77, 0.01)), year(2027, 1.21, about(24, 1), about(0.85, 0.02))}},
			{"east", 0.34, []Year{
				year(2025, 1, about(20, 1), about(0.7, 0.01)), year(2026, 1.34, about(24.5, 1), about(0.94, 0.01)), year(2027, 1.7956, about(70, 4), about(0.999, 0.001), full, fuller),
			}},
			{"west", 0.1, []Year{year(2025, 1, about(20, 1), about(0.7, 0.01)), year(2026, 1.1, about(20, 1), about(0.7, 0.01)), year(2027, 1.21, about(21, 1), about(0.71, 0.01))}},
			{"west", 0.34, []Year{
				year(2025, 1, about(20, 1), about(0.7, 0.01)), year(2026, 1.34, about(23, 1), about(0.85, 0.02)),
				{Year: 2027, Factor: 1.7956, Reached: make([]Reached, 2), Overloads: []Offered{full}, Busiest: full, Stuck: 2},
			}},
		},
	}
	return c
}

func TestAYearPassesALimitWhereItsWholeIntervalLiesAbove(t *testing.T) {
	for _, row := range []struct {
		name string
		i    stat.Interval
		want passing
	}{
		{"below", about(20, 1), keeps},
		{"up to the limit", about(23, 1), keeps},
		{"over it in part", about(23.5, 1), straddles},
		{"mostly over it", about(24.5, 1), straddles},
		{"from the limit on", about(25, 1), straddles},
		{"above", about(25.5, 1), passes},
		{"one replication", stat.Interval{Mean: 40, N: 1}, straddles},
		{"nothing measured", stat.Interval{}, unseen},
	} {
		y := Year{Reached: []Reached{{Interval: row.i}}}
		assert.Equal(t, row.want, y.reading(0, 24), row.name)
	}
	stuck := Year{Reached: make([]Reached, 1), Stuck: 1}
	assert.Equal(t, passes, stuck.reading(0, 24), "no truck moves any more")
}

// TestOutlookIsTheFirstYearThatPasses, told again by hand for any intervals: the first year whose lower bound is above the limit,
// and the years before it that are neither clearly above nor clearly below.
func TestOutlookIsTheFirstYearThatPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trend := Trend{}
		limit := rapid.Float64Range(0, 10).Draw(t, "limit")
		var low, high []float64
		for y := range rapid.IntRange(1, 8).Draw(t, "years") {
			a, b := rapid.Float64Range(0, 10).Draw(t, "lo"), rapid.Float64Range(0, 4).Draw(t, "width")
			low, high = append(low, a), append(high, a+b)
			trend.Years = append(trend.Years, Year{Year: 2025 + y, Reached: []Reached{{Interval: stat.Interval{Mean: a + b/2, Lo: a, Hi: a + b, N: 3}}}})
		}
		passed, open, wants := 0, []int(nil), keeps
		for y := 0; y < len(low) && passed == 0; y++ {
			if low[y] > limit {
				passed = 2025 + y
			} else if high[y] > limit {
				open = append(open, 2025+y)
			}
		}
		if len(open) > 0 {
			wants = straddles
		}
		got := trend.outlook(0, limit)
		if passed > 0 {
			wants = passes
			assert.Equal(t, passed, got.passed.Year)
		} else {
			assert.Nil(t, got.passed)
		}
		assert.Equal(t, open, got.undecided)
		assert.Equal(t, wants, got.reading())
	})
}

// A figure for each limit: by hand, east passes 24 h in 2027 at 34 % and never at 10 %, and 90 % in 2026; west passes both in 2027, when trucks stand for ever.
func TestGrowthIsDrawn(t *testing.T) {
	found := pictures(t, growing())
	var names []string
	for _, p := range found {
		if strings.HasPrefix(p.name, "growth-") {
			names = append(names, p.name)
			golden(t, "figures/"+p.name+".svg", p.draw().SVG(p.name, p.title, p.caption))
		}
	}
	assert.Equal(t, []string{"growth-1", "growth-2"}, names)
	g := growing().Growth
	var marked [][2]int
	for i := range g.Trends {
		marked = append(marked, [2]int{g.Trends[i].drawn(0, &g.Limits[0], 1).Marked, g.Trends[i].drawn(1, &g.Limits[1], 100).Marked})
	}
	assert.Equal(t, [][2]int{{-1, -1}, {2, 1}, {-1, -1}, {2, 2}}, marked)
	stuck := g.Trends[3].drawn(0, &g.Limits[0], 1).Values[2]
	assert.False(t, stuck.There)
	assert.Equal(t, 85.0, g.Trends[3].drawn(1, &g.Limits[1], 100).Values[1].Mean)
	g.Trends[0].Years[0].Reached[0].Interval = about(20, 70)
	assert.Equal(t, 0.0, g.Trends[0].drawn(0, &g.Limits[0], 1).Values[0].Low, "nobody is across before he comes")
	busy := g.Trends[1].drawn(1, &g.Limits[1], 100).Values[2]
	assert.InDelta(t, 99.9, busy.Mean, 1e-9)
	assert.Equal(t, 100.0, busy.High, "no station is busier than always")
	assert.Equal(t, 83.0, g.Trends[3].drawn(1, &g.Limits[1], 100).Values[1].Low)
}

func TestGrowthInWordsAndTables(t *testing.T) {
	golden(t, "growth-100.txt", Text(growing(), english(t), 100))
	golden(t, "growth.md", Markdown(growing(), english(t)))
}

// TestEveryFormSaysWhenALimitIsPassed: words, JSON and CSV agree.
func TestEveryFormSaysWhenALimitIsPassed(t *testing.T) {
	c := growing()
	text := strings.Join(strings.Fields(Text(c, english(t), 200)), " ")
	assert.Contains(t, text, "At 34 % a year, a limit is passed by east in 2026 (counter at Densavanh busy 94.0 % [93.0, 95.0])")
	assert.Contains(t, text, "west in 2027 (trucks come to stand for ever")
	assert.Contains(t, text, "At 10 % a year, it is undecided for east in 2027; up to 2027 no limit is passed by west.")
	data, err := JSON(c, english(t))
	require.NoError(t, err)
	var whole struct {
		Growth struct {
			Trends []struct {
				Outlooks []struct {
					Reading   string
					Passed    *int `json:"passed_in"`
					Undecided []int
					AtLow     *struct {
						Passed *int `json:"passed_in"`
					} `json:"at_low"`
				}
				Overloaded *int `json:"overloaded_from"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &whole))
	years := func(y *int) int {
		if y == nil {
			return 0
		}
		return *y
	}
	var inJSON [][]any
	var full []int
	for _, trend := range whole.Growth.Trends {
		full = append(full, years(trend.Overloaded))
		for _, o := range trend.Outlooks {
			inJSON = append(inJSON, []any{o.Reading, years(o.Passed)})
		}
	}
	assert.Equal(t, [][]any{
		{"undecided", 0}, {"keeps", 0}, {"passes", 2027}, {"passes", 2026}, {"keeps", 0}, {"keeps", 0}, {"passes", 2027}, {"passes", 2027},
	}, inJSON)
	assert.Equal(t, []int{0, 2027, 0, 2027}, full)
	assert.Equal(t, 2027, years(whole.Growth.Trends[0].Outlooks[0].AtLow.Passed), "24 h [23, 25] lie above 22 h")

	table, err := CSV(c, english(t))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(table))).ReadAll()
	require.NoError(t, err)
	at := func(name string) int {
		for i, heading := range rows[0] {
			if heading == name {
				return i
			}
		}
		t.Fatal(name)
		return 0
	}
	var inCSV [][]any
	kinds := make(map[string]int)
	for _, row := range rows {
		kinds[row[1]]++
		if row[1] == "growth outlook" {
			y := 0
			if row[at("year")] != "" {
				require.NoError(t, json.Unmarshal([]byte(row[at("year")]), &y))
			}
			inCSV = append(inCSV, []any{row[at("reading")], y})
		}
	}
	assert.Equal(t, inJSON, inCSV)
	assert.Equal(t, 4*3*2, kinds["growth"], "a row per alternative, rate, year and limit")
	assert.Equal(t, 3, kinds["growth overload"])
}

func TestFirstOfSeveralLimitsIsNamed(t *testing.T) {
	g := growing().Growth
	var got []int
	for i := range g.Trends {
		limit, _ := g.first(&g.Trends[i])
		got = append(got, limit)
	}
	assert.Equal(t, []int{0, 1, 0, 0}, got, "undecided goes before kept, an earlier year before a later one, the first limit before the second")
}

// Of many alternatives the answer says which pass a limit in which year, and leaves the rest to the tables.
func TestTheAnswerAboutManyAlternativesIsShort(t *testing.T) {
	c := growing()
	for _, name := range []string{"north", "south", "middle"} {
		for _, trend := range c.Growth.Trends[:2] {
			trend.Alternative = name
			c.Growth.Trends = append(c.Growth.Trends, trend)
		}
	}
	text := strings.Join(strings.Fields(Text(c, english(t), 200)), " ")
	assert.Contains(t, text, "At 34 % a year, a limit is passed in 2026 by east, north, south and middle; in 2027 by west. "+
		"Which limit that is, and by how much it is passed, stands in the tables below.")
}
