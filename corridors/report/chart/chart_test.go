package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden drawings of this package instead of comparing with them")

// Every number of this file is invented, and chosen so that a drawing is easy to check by eye.

func figures(x float64, decimals int) string { return strconv.FormatFloat(x, 'f', decimals, 64) }

// someDrawings is one of each kind, with the letters and lengths that are hard to set.
func someDrawings() map[string]*Drawing {
	return map[string]*Drawing{
		"bars": Bars{
			Axis: "giờ thông quan [h]", Parts: []string{"chờ mở cửa", "xếp hàng", "kiểm tra", "bị chặn"}, Figures: figures,
			Groups: []BarGroup{
				{Name: "Lao Bảo", Bars: []Bar{
					{"giấy, một chiều", []float64{4, 2, 1, 0.5}, "7.5", []string{"4", "2", "1", "0.5"}},
					{"a name so long that it has to be broken into two lines or even into three of them", []float64{1, 0, 1, 0}, "2", nil},
				}},
				{Bars: []Bar{{"none", []float64{0, 0, 0, 0}, "0", nil}}},
			},
		}.Draw(),
		"manyparts": Bars{
			Axis: "cost [USD/t]", Parts: []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}, Figures: figures,
			Groups: []BarGroup{{Bars: []Bar{{"all", []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "10", nil}}}},
		}.Draw(),
		"lines": Lines{
			X: Axis{"distance [km]", figures}, Y: Axis{"time [h]", figures}, Closed: "waiting for opening",
			Lines: []Line{
				{Name: "paper", Points: []Point{{0, 1}, {260, 8}, {260, 16}, {500, 22}}, Low: []Point{{0, 0.5}, {260, 6}, {260, 10}, {500, 15}}, High: []Point{{0, 2}, {260, 9}, {260, 25}, {500, 33}}, Closed: []int{2}},
				{Name: "digital", Points: []Point{{0, 1}, {260, 8}, {260, 14}, {500, 20}}},
			},
			Guides: []Guide{{500, "Savannakhet and the bridge"}, {260, "Lao Bảo"}, {260, "Densavanh"}, {280, "a yard close behind the border"}},
		}.Draw(),
		"dots": Lines{
			X: Axis{"share of return loads [%]", figures}, Y: Axis{"cost [USD/t]", figures},
			Lines:  []Line{{Name: "curve", Dots: true, Points: []Point{{0, 40}, {50, 30}, {100, 25}}, Low: []Point{{0, 39}, {50, 28}, {100, 24}}, High: []Point{{0, 41}, {50, 32}, {100, 26}}}},
			Levels: []Guide{{34, "by Laem Chabang"}},
		}.Draw(),
		"fall": Fall{Axis: "delay [h]", Figures: figures, Steps: []FallStep{
			{Name: "queue: declaration, Lao Bảo", Value: -2, Figure: "-2"}, {Name: "closed: file check", Value: 0.5, Figure: "+0.5"}, {Name: "in all", Value: -1.5, Total: true, Figure: "-1.5"},
		}}.Draw(),
		"tornado": Tornado{
			Axis: "difference [h]", Base: -1, BaseName: "as used", Low: "low end", High: "high end", Figures: figures,
			Rows: []TornadoRow{
				{"service (declaration, Lao Bảo)", TornadoEnd{true, -0.2, "15 min"}, TornadoEnd{true, -40, "60 min"}},
				{"servers", TornadoEnd{true, -9, "12"}, TornadoEnd{}},
				{"hours", TornadoEnd{true, 2, "a very long way of saying what the hours are at this end of the range"}, TornadoEnd{true, -30, "07:00-19:30"}},
			},
		}.Draw(),
		"heat": Heat{
			Columns: []string{"0", "6", "12", "18"}, XTitle: "hour", Scale: "trucks there", Figures: figures,
			Rows: []HeatRow{{"Thứ Hai", []HeatCell{{true, 0, "0"}, {true, 5.5, "5.5"}, {true, 120, "120"}, {There: false}}}},
		}.Draw(),
		"map": Map{
			Scale: "trucks a day", Figures: figures, Outlines: [][]Spot{{{17.5, 104}, {16.5, 106.6}, {15.5, 107.5}}, {{30, 100}, {31, 101}}},
			Lands: []MapLand{{"Lào", []Spot{{17.5, 104}, {16.5, 106.6}, {15.5, 107.5}, {14, 104}}}, {"Việt Nam", []Spot{{17.5, 104}, {16.5, 106.6}, {15.5, 107.5}, {15.5, 110}, {18, 110}}}, {"Trung Quốc", []Spot{{22, 104}, {24, 104}, {24, 108}}}},
			Places: []MapPlace{
				{"Đà Nẵng", Spot{16.07, 108.22}, false},
				{"Đông Hà", Spot{16.82, 107.10}, false},
				{"Lao Bảo", Spot{16.62, 106.59}, true},
				{"Densavanh", Spot{16.62, 106.57}, true},
				{"Savannakhet", Spot{16.56, 104.75}, false},
			},
			Links: []MapLink{{0, 1, 400, "QL1A"}, {1, 2, 400, "QL9"}, {2, 3, 380, "gate"}, {3, 4, 200, "NR9"}},
		}.Draw(),
		"panels": Panels{
			Columns: []string{"2025", "2026", "2027", "2028"}, Y: Axis{"P95 [h]", figures}, Lines: []string{"10 % a year", "34 % a year"}, Mark: "first year above", Cap: 60,
			Level: Guide{24, "limit 24 h"},
			Panels: []Panel{
				{"Lao Bảo", []PanelLine{
					{[]PanelValue{{true, 20, 19, 21}, {true, 21, 20, 22}, {true, 22, 20, 24}, {true, 30, 27, 33}}, 3},
					{[]PanelValue{{true, 20, 19, 21}, {true, 26, 25, 27}, {true, 90, 50, 130}, {true, 200, 180, 220}}, 1},
				}},
				{"a name so long that it has to be broken into two lines or three", []PanelLine{
					{[]PanelValue{{true, 10, 9, 11}, {There: false}, {true, 12, 11, 13}, {true, 13, 12, 14}}, -1},
					{[]PanelValue{{true, 20, 19, 21}, {true, 200, 190, 210}, {true, 20, 19, 21}, {There: false}}, 1},
				}},
				{"Cầu Treo", []PanelLine{{[]PanelValue{{true, 1, 1, 1}, {true, 2, 2, 2}, {true, 3, 3, 3}, {true, 4, 4, 4}}, -1}}},
				{"Bờ Y", []PanelLine{{[]PanelValue{{true, 1, 1, 1}, {true, 24, 20, 28}, {true, 50, 40, 70}, {There: false}}, 3}}},
			},
		}.Draw(),
		"oneplace": Map{Places: []MapPlace{{"Tân Thanh", Spot{22, 106.7}, true}}, Figures: figures}.Draw(),
		"empty":    Lines{X: Axis{"x", figures}, Y: Axis{"y", figures}}.Draw(),
	}
}

func TestEachKindIsDrawnAsBefore(t *testing.T) {
	for name, d := range someDrawings() {
		file := filepath.Join("testdata", name+".svg")
		got := d.SVG(name, "A title & more", "What it <shows>")
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got, "look at %s, then run go test with -update", file)
	}
}

func TestDrawingsAreWellFormedAndDescribed(t *testing.T) {
	for name, d := range someDrawings() {
		got := d.SVG(name, "A title & more", "What it <shows>")
		decoder := xml.NewDecoder(bytes.NewReader([]byte(got)))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, name)
		}
		assert.Contains(t, got, "<title id=\""+name+"-t\">A title &amp; more</title>")
		assert.Contains(t, got, "What it &lt;shows&gt;")
	}
}

func TestNoTextLiesOnAnotherOrIsCut(t *testing.T) {
	for name, d := range someDrawings() {
		assert.Empty(t, d.Clashes(), name)
		assert.Empty(t, d.Titled("A title that is so long that it does not fit into one line of the figure and needs a second one").Clashes(), name)
	}
}

func TestClashesAreFound(t *testing.T) {
	d := &Drawing{Width: 100, Height: 50}
	d.write(Point{10, 20}, "one", plain, Start)
	d.write(Point{12, 24}, "two", plain, Start)
	d.write(Point{95, 40}, "beyond", plain, Start)
	d.writeUp(Point{50, 45}, "upwards", plain)
	assert.Equal(t, []string{`"two" lies on "one"`, `"beyond" is cut`, `"upwards" is cut`}, d.Clashes())
}

func TestPicturesHaveTheirDots(t *testing.T) {
	for name, d := range someDrawings() {
		data, err := d.Titled("Bờ Y–Phoukeua").PNG()
		require.NoError(t, err, name)
		picture, err := png.Decode(bytes.NewReader(data))
		require.NoError(t, err, name)
		assert.Equal(t, Width*pngDots/72, picture.Bounds().Dx(), name)
		ink := 0
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				if r, g, b, _ := picture.At(x, y).RGBA(); r+g+b < 3*0x8000 {
					ink++
				}
			}
		}
		assert.Greater(t, ink, 500, "%s: its letters are there", name)
		again, err := d.Titled("Bờ Y–Phoukeua").PNG()
		require.NoError(t, err)
		assert.Equal(t, data, again, "the same drawing is the same picture")
	}
}

func TestScalesEndAtRoundMarks(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		low, high float64
		ticks     int
		decimals  int
	}{
		{[]float64{3, 9.3}, 0, 10, 6, 0}, {[]float64{0.03}, 0, 0.03, 7, 3}, {[]float64{-1.7, 0}, -2, 0, 5, 1}, {nil, 0, 1, 6, 1}, {[]float64{7000}, 0, 7000, 8, 0},
	} {
		s := newScale(c.values, 0, 100, mostTicks)
		assert.InDelta(t, c.low, s.low, 1e-12)
		assert.InDelta(t, c.high, s.high, 1e-12)
		assert.Len(t, s.ticks, c.ticks, "%v", c.values)
		assert.Equal(t, c.decimals, s.decimals)
		assert.InDelta(t, 100, s.at(c.high), 1e-9)
	}
}

// A line is cut at the edges of a rectangle; one that misses it is not there.
func TestLinesAreCutAtTheEdge(t *testing.T) {
	corner := Point{10, 10}
	for _, c := range []struct {
		a, b, from, to Point
		there          bool
	}{
		{Point{-5, 5}, Point{15, 5}, Point{0, 5}, Point{10, 5}, true},
		{Point{2, 2}, Point{8, 8}, Point{2, 2}, Point{8, 8}, true},
		{Point{5, -5}, Point{5, 5}, Point{5, 0}, Point{5, 5}, true},
		{Point{-5, 2}, Point{2, -5}, Point{}, Point{}, false},
		{Point{12, 0}, Point{12, 10}, Point{}, Point{}, false},
	} {
		from, to, there := within(c.a, c.b, corner)
		require.Equal(t, c.there, there)
		if there {
			assert.Equal(t, []Point{c.from, c.to}, []Point{from, to})
		}
	}
}

// A name keeps off the roads where it can.
func TestNamesKeepOffRoads(t *testing.T) {
	m := Map{Places: []MapPlace{{"here", Spot{0, 0}, false}, {"east", Spot{0, 1}, false}}, Links: []MapLink{{From: 0, To: 1, Flow: 1}}, Figures: figures}
	v, _ := m.view()
	name, there := m.named(m.Places[0], v, nil)
	require.True(t, there)
	assert.False(t, m.onRoad(&name, v))
	assert.Equal(t, End, name.anchor, "to the left of the place, from which the road leads east")
}

// The parts of a bar can be told apart in grey: neighbours differ in lightness or in their hatching.
func TestNeighboursDifferInGrey(t *testing.T) {
	grey := func(c colour) float64 {
		return 0.2126*float64(c>>16&0xff) + 0.7152*float64(c>>8&0xff) + 0.0722*float64(c&0xff)
	}
	for i := range 2 * len(pieceInks) {
		a, b := pieceStyle(i), pieceStyle(i+1)
		apart := grey(a.fill) - grey(b.fill)
		assert.True(t, apart > 12 || apart < -12 || a.hatched != b.hatched, "parts %d and %d", i, i+1)
	}
}

// Hours in which nobody works look the same wherever they stand among the parts, and take no colour from the others.
func TestClosedHoursLookTheSameInAllFigures(t *testing.T) {
	for _, parts := range [][]string{{"closed", "queue", "service"}, {"customs", "operator", "closed"}} {
		c := Bars{Parts: parts, Closed: "closed", Groups: []BarGroup{{Bars: []Bar{{Parts: []float64{1, 1, 1}}}}}}
		require.Len(t, c.legend(), 3)
		for i, entry := range c.legend() {
			assert.Equal(t, parts[i] == "closed", assert.ObjectsAreEqual(paint{fill: grey, hatched: true}, entry.paint), parts)
			assert.Equal(t, entry.paint, c.style(i))
		}
	}
	assert.Equal(t, pieceStyle(0), Bars{Parts: []string{""}}.style(0), "no part is closed without a name")
	assert.Equal(t, pieceStyle(2), Bars{Closed: "closed"}.style(2))
	first := Bars{Parts: []string{"closed", "queue"}, Closed: "closed"}
	assert.Equal(t, pieceStyle(0), first.style(1), "the others have the colours that they would have without it")
	first.Inks = []int{2, 5}
	assert.Equal(t, pieceStyle(5), first.style(1), "or their own")
	assert.NotEmpty(t, closedStyle().dashes, "in a figure of lines they are no band")
}

// A part that no bar has anything of is not in the legend, and one alone is: it says what the bars are made of.
func TestTheLegendHasWhatIsDrawn(t *testing.T) {
	bars := []BarGroup{{Bars: []Bar{{Parts: []float64{1, 0, 2}}, {Parts: []float64{1, 0}}}}}
	names := func(c Bars) (list []string) {
		for _, entry := range c.legend() {
			list = append(list, entry.name)
		}
		return list
	}
	assert.Equal(t, []string{"queue", "service"}, names(Bars{Parts: []string{"queue", "blocked", "service"}, Groups: bars}))
	assert.Equal(t, []string{"queue"}, names(Bars{Parts: []string{"queue"}, Groups: bars}))
	assert.Empty(t, names(Bars{Parts: []string{""}, Groups: bars}))
}

// Figures that are held side by side have one scale.
func TestScalesReachAsFarAsAsked(t *testing.T) {
	figures := func(x float64, _ int) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	bars := Bars{Reach: 40, Figures: figures, Groups: []BarGroup{{Bars: []Bar{{Parts: []float64{10}}}}}}
	assert.Contains(t, bars.Draw().SVG("a", "b", "c"), ">40<")
	heat := Heat{Reach: 200, Figures: figures, Rows: []HeatRow{{Cells: []HeatCell{{There: true, Value: 10}}}}}
	assert.Contains(t, heat.Draw().SVG("a", "b", "c"), ">200<")
}

// Names of ends stand behind their bars, which leave room for them on either side.
func TestTornadoLeavesRoomForTheNamesOfEnds(t *testing.T) {
	c := Tornado{Base: 1, Figures: func(float64, int) string { return "" }, Rows: []TornadoRow{
		{Name: "a", Low: TornadoEnd{true, -50, "a very long name of the lower end"}, High: TornadoEnd{true, 80, "as long a name of the upper end"}},
		{Name: "b", Low: TornadoEnd{true, 1, "no change"}},
	}}
	before, behind := c.room()
	assert.Greater(t, before, 150.0)
	assert.Greater(t, behind, 130.0)
	assert.Empty(t, c.Draw().Clashes())
}
