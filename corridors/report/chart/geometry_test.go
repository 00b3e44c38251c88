package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// boxesOf are the filled rectangles of a drawing with this colour: left, right [px].
func boxesOf(d *Drawing, fill colour) (spans [][2]float64) {
	for _, s := range d.shapes {
		if s.closed && s.paint.fill == fill && len(s.points) == 4 {
			spans = append(spans, [2]float64{s.points[0].X, s.points[1].X})
		}
	}
	return spans
}

// textOf is where a text stands.
func textOf(t *testing.T, d *Drawing, text string) shape {
	t.Helper()
	for _, s := range d.shapes {
		if s.text == text {
			return s
		}
	}
	t.Fatalf("%q is not written", text)
	return shape{}
}

// Parts of a bar are as long as what they stand for, and each begins where the one before it ends.
func TestPartsOfBarsAreInProportion(t *testing.T) {
	d := Bars{Axis: "x", Parts: []string{"a", "b"}, Figures: figures, Groups: []BarGroup{{Bars: []Bar{{Name: "one", Parts: []float64{2, 6}, Total: "eight"}}}}}.Draw()
	first, second := boxesOf(d, pieceInks[0]), boxesOf(d, pieceInks[1])
	require.Len(t, first, 2, "the legend and the bar")
	require.Len(t, second, 2)
	assert.InDelta(t, 3, (second[1][1]-second[1][0])/(first[1][1]-first[1][0]), 1e-9)
	assert.InDelta(t, first[1][1], second[1][0], 1e-9)
	total := textOf(t, d, "eight")
	assert.Greater(t, total.points[0].X, second[1][1], "the total stands behind the bar")
}

// A fall goes on from where the step before it ended, and a total stands on zero.
func TestAFallAddsUp(t *testing.T) {
	d := Fall{Axis: "x", Figures: figures, Steps: []FallStep{
		{Name: "down", Value: -4, Figure: "-4"}, {Name: "up", Value: 1, Figure: "+1"}, {Name: "all", Value: -3, Total: true, Figure: "-3"},
	}}.Draw()
	down, up, all := boxesOf(d, blue)[0], boxesOf(d, orange)[0], boxesOf(d, faint)[0]
	assert.InDelta(t, down[0], up[0], 1e-9, "what is added begins at the lowest point")
	assert.InDelta(t, up[1], all[0], 1e-9, "and ends where the total does")
	assert.InDelta(t, down[1], all[1], 1e-9, "zero")
	assert.InDelta(t, 4, (down[1]-down[0])/(up[1]-up[0]), 1e-9)
}

func TestATornadoLeavesOutEndsThatAreNotThere(t *testing.T) {
	d := Tornado{
		Axis: "x", Base: 1, BaseName: "as used", Low: "low", High: "high", Figures: figures,
		Rows: []TornadoRow{{Name: "half", Low: TornadoEnd{There: true, Value: 3, Name: "three"}}},
	}.Draw()
	assert.Len(t, boxesOf(d, sky), 2, "the legend and the one end")
	assert.Len(t, boxesOf(d, orange), 1, "the legend alone")
	base := textOf(t, d, "as used")
	bar := boxesOf(d, sky)[1]
	assert.InDelta(t, base.points[0].X, bar[0], 1e-9, "bars begin at the base")
}

// An end at which the figure lies far beyond all others has its name in its bar: there is room on neither side.
func TestNamesOfATornadoAreNotCut(t *testing.T) {
	for _, far := range []float64{100, -100} {
		d := Tornado{
			Axis: "x", Base: 0, BaseName: "as used", Low: "low", High: "high", Figures: figures,
			Rows: []TornadoRow{{Name: "half", Low: TornadoEnd{There: true, Value: far, Name: "half an hour and a little more"}, High: TornadoEnd{There: true, Value: -far / 1000, Name: "none"}}},
		}.Draw()
		assert.Empty(t, d.Clashes(), "%g", far)
	}
}

// The more, the darker; what is not there has no colour.
func TestHeatDarkensWithItsValue(t *testing.T) {
	s := newScale([]float64{0, 10}, 0, 1, mostTicks)
	lightness := func(c colour) int { return int(c>>16&0xff) + int(c>>8&0xff) + int(c&0xff) }
	before := lightness(heatInk(s, 0)) + 1
	for v := range 11 {
		now := lightness(heatInk(s, float64(v)))
		assert.Less(t, now, before, "%d", v)
		before = now
	}
	d := &Drawing{}
	HeatCell{There: false, Tip: "nobody came"}.draw(d, s, Point{0, 0}, 30, figures)
	require.Len(t, d.shapes, 1)
	assert.Zero(t, d.shapes[0].paint.fill)
	assert.Equal(t, "nobody came", d.shapes[0].tip)
}

func TestHeatSaysNoMoreThanTwoDigits(t *testing.T) {
	s := newScale([]float64{0, 10}, 0, 1, mostTicks)
	for value, want := range map[float64]string{9.94: "9.9", 9.96: "10", 10.4: "10"} {
		d := &Drawing{}
		HeatCell{There: true, Value: value}.draw(d, s, Point{0, 0}, 40, func(x float64, decimals int) string { return strconv.FormatFloat(x, 'f', decimals, 64) })
		assert.Equal(t, want, d.shapes[1].text)
	}
}

func TestLettersOnHeatCanBeRead(t *testing.T) {
	s := newScale([]float64{0, 10}, 0, 1, mostTicks)
	for v := range 11 {
		d := &Drawing{}
		HeatCell{There: true, Value: float64(v)}.draw(d, s, Point{0, 0}, 40, figures)
		require.Len(t, d.shapes, 2)
		assert.Equal(t, heatInk(s, float64(v)).light(), d.shapes[1].style.ink == ink)
	}
	assert.True(t, white.light())
	assert.False(t, ink.light())
}

func TestLinesLieWhereTheirValuesAre(t *testing.T) {
	d := Lines{
		X: Axis{"x", figures}, Y: Axis{"y", figures},
		Lines: []Line{{Name: "a", Points: []Point{{0, 0}, {10, 100}, {5, 50}}, Dots: true, Low: []Point{{0, 0}, {10, 90}, {5, 40}}, High: []Point{{0, 0}, {10, 110}, {5, 60}}}},
	}.Draw()
	var line shape
	for _, s := range d.shapes {
		if !s.closed && s.text == "" && len(s.points) == 3 {
			line = s
		}
	}
	require.Len(t, line.points, 3)
	assert.InDelta(t, (line.points[0].X+line.points[1].X)/2, line.points[2].X, 1e-9)
	assert.InDelta(t, (line.points[0].Y+line.points[1].Y)/2, line.points[2].Y, 1e-9)
	assert.Greater(t, line.points[0].Y, line.points[1].Y, "more is higher up")
	assert.GreaterOrEqual(t, len(boxesOf(d, lineInks[0])), 3, "dots")
}

func TestGuidesAtOnePlaceAreOne(t *testing.T) {
	c := Lines{Guides: []Guide{{260, "Densavanh"}, {84, "Đông Hà"}, {260, "Lao Bảo"}}}
	x := newScale([]float64{0, 500}, 0, 700, mostTicks)
	got := c.together(x)
	assert.Equal(t, []Guide{{84, "Đông Hà"}, {260, "Densavanh · Lao Bảo"}}, got)
	placed, rows := c.placed(x)
	assert.Len(t, placed, 2)
	assert.Equal(t, 1, rows)
	close := Lines{Guides: []Guide{{100, "a name of some length"}, {110, "another one of some length"}}}
	_, rows = close.placed(x)
	assert.Equal(t, 2, rows, "names that would lie on each other stand in rows")
}

func TestHatchingStaysInItsBox(t *testing.T) {
	d := &Drawing{}
	d.box(Point{10, 10}, Point{50, 25}, paint{fill: blue, hatched: true}, "")
	require.Greater(t, len(d.shapes), 5)
	for _, s := range d.shapes[1:] {
		for _, p := range s.points {
			assert.True(t, p.X >= 10-1e-9 && p.X <= 50+1e-9 && p.Y >= 10-1e-9 && p.Y <= 25+1e-9, "%v", p)
		}
	}
}

func TestNamesAreBrokenAtSpaces(t *testing.T) {
	lines := broken("declaration counters at"+glue+"Lao Bảo", plain, 120)
	assert.Greater(t, len(lines), 1)
	for _, line := range lines {
		assert.LessOrEqual(t, wide(line, plain), 120.0)
	}
	assert.Equal(t, "declaration counters at Lao Bảo", strings.Join(lines, " "))
	assert.Equal(t, []string{"một-từ-dài-hơn-cả-dòng"}, broken("một-từ-dài-hơn-cả-dòng", plain, 10), "a long word has a line of its own")
	assert.Empty(t, broken("", plain, 10))
	assert.Greater(t, wide("WWW", plain), wide("iii", plain), "widths are those of the letters")
	assert.Greater(t, wide("Lao Bảo", strong), wide("Lao Bảo", plain))
}

func TestAMapKeepsItsScale(t *testing.T) {
	m := Map{Places: []MapPlace{{"a", Spot{16, 105}, false}, {"b", Spot{16, 107}, false}, {"c", Spot{18, 105}, false}}}
	v, height := m.view()
	a, b, c := v.at(m.Places[0].At), v.at(m.Places[1].At), v.at(m.Places[2].At)
	assert.InDelta(t, 0.956, (b.X-a.X)/(a.Y-c.Y), 0.001, "a degree of longitude is shorter by the cosine of 17 degrees")
	for _, p := range []Point{a, b, c} {
		assert.True(t, p.X >= 0 && p.X <= Width && p.Y >= 0 && p.Y <= height)
	}
	assert.Less(t, c.Y, a.Y, "north is up")
}

func TestTheBusiestRoadIsTheWidest(t *testing.T) {
	d := Map{
		Places: []MapPlace{{"a", Spot{16, 105}, false}, {"b", Spot{16, 107}, false}, {"c", Spot{18, 105}, false}},
		Links:  []MapLink{{0, 1, 100, "QL9"}, {0, 2, 25, "NR13"}}, Scale: "trucks", Figures: figures,
	}.Draw()
	widths := map[string]float64{}
	for _, s := range d.shapes {
		if s.tip != "" && !s.closed {
			widths[s.tip] = s.paint.width
		}
	}
	assert.InDelta(t, widestLink, widths["QL9"], 1e-9)
	assert.InDelta(t, narrowestLink+(widestLink-narrowestLink)/4, widths["NR13"], 1e-9)
	assert.Equal(t, 1, decimalsFor(9))
	assert.Equal(t, 0, decimalsFor(90))
}

func TestColoursMix(t *testing.T) {
	assert.Equal(t, colour(0x000000), between(0x000000, 0xffffff, 0))
	assert.Equal(t, colour(0xffffff), between(0x000000, 0xffffff, 1))
	assert.Equal(t, colour(0x808080), between(0x000000, 0xffffff, 0.5))
	assert.Equal(t, "#0072b2", blue.hex())
	assert.Equal(t, uint8(thinness*255/100), blue.rgba(true).A)
}

// Where roads leave a place in all directions its name lies on one of them, with white around its letters; a name that is off the roads
// has none.
func TestNameOnARoadHasWhiteAround(t *testing.T) {
	m := Map{Places: []MapPlace{{"crossing", Spot{0, 0}, false}}, Figures: figures}
	for i, at := range []Spot{{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
		m.Places = append(m.Places, MapPlace{fmt.Sprint("end ", i), at, false})
		m.Links = append(m.Links, MapLink{From: 0, To: i + 1, Flow: 1})
	}
	v, _ := m.view()
	name, there := m.named(m.Places[0], v, nil)
	require.True(t, there)
	assert.True(t, name.style.halo)
	d := m.Draw()
	svg := d.SVG("m", "m", "m")
	assert.Contains(t, svg, `paint-order="stroke">crossing<`)
	assert.Contains(t, svg, `>end 0<`)
	assert.NotContains(t, svg, `paint-order="stroke">end 0<`)

	drawn, err := d.PNG()
	require.NoError(t, err)
	bare := *d
	bare.shapes = slices.Clone(d.shapes)
	for i := range bare.shapes {
		bare.shapes[i].style.halo = false
	}
	without, err := bare.PNG()
	require.NoError(t, err)
	assert.NotEqual(t, without, drawn)
}

// The name of a land stands inside it, and where there is no room for it nowhere.
func TestNamesOfLandsStandInThem(t *testing.T) {
	west := []Spot{{19, 104}, {19, 106}, {15, 106}, {15, 104}}
	thin := []Spot{{19, 106}, {19, 106.1}, {15, 106.1}, {15, 106}}
	east := []Spot{{19, 106.1}, {19, 109}, {15, 109}, {15, 106.1}}
	m := Map{
		Places: []MapPlace{{"a", Spot{16, 105}, false}, {"b", Spot{16, 108}, false}, {"c", Spot{18, 105}, false}},
		Links:  []MapLink{{0, 1, 100, "QL9"}, {0, 2, 25, "NR13"}}, Figures: figures,
		Lands: []MapLand{{"Lào", west}, {"a strip", thin}, {"Việt Nam", east}, {"far away", []Spot{{40, 40}, {41, 41}, {40, 42}}}},
	}
	v, _ := m.view()
	found := map[string]Point{}
	for _, s := range m.Draw().shapes {
		if s.style.ink == faint && s.style.size > small.size {
			found[s.text] = s.points[0]
			assert.False(t, m.onRoad(&s, v), s.text)
		}
	}
	require.Len(t, found, 2)
	border := v.at(Spot{17, 106}).X
	assert.Less(t, found["Lào"].X+wide("Lào", landNames[0].letters)/2, border)
	assert.Greater(t, found["Việt Nam"].X-wide("Việt Nam", landNames[0].letters)/2, border)
	assert.InDelta(t, 5, away(Point{3, 4}, Point{}, Point{}), 1e-9)
	assert.InDelta(t, 4, away(Point{3, 4}, Point{}, Point{10, 0}), 1e-9)
	assert.InDelta(t, 5, away(Point{13, 4}, Point{}, Point{10, 0}), 1e-9)
}
