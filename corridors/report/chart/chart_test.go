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
		"empty": Lines{X: Axis{"x", figures}, Y: Axis{"y", figures}}.Draw(),
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
