package chart

import (
	"fmt"
	"image/color"
)

// colour is a colour as #rrggbb, in a number; 0 is none, and black is not used.
type colour uint32

// Colours that readers with any kind of colour vision tell apart, and that differ in lightness too (Okabe and Ito 2008, "Color
// Universal Design").
const (
	ink    colour = 0x222222
	faint  colour = 0x5c5c5c
	rule   colour = 0xd9d9d9
	white  colour = 0xffffff
	blue   colour = 0x0072b2
	orange colour = 0xe69f00
	green  colour = 0x009e73
	purple colour = 0xcc79a7
	sky    colour = 0x56b4e9
	red    colour = 0xd55e00
	yellow colour = 0xf0e442
	grey   colour = 0xbdbdbd
)

// lineInks and their dashes tell the lines of a figure apart twice.
var (
	lineInks   = []colour{blue, red, green, purple, orange, ink, sky}
	lineDashes = [][]float64{nil, {7, 3}, {2, 3}, {9, 3, 2, 3}, {4, 4}, {12, 3}, {1, 2}}
)

// pieceInks fill the parts of bars; from the eighth on they come again, hatched.
var pieceInks = []colour{blue, orange, grey, green, sky, red, yellow, purple}

// lineStyle of line i of a figure.
func lineStyle(i int) paint {
	return paint{edge: lineInks[i%len(lineInks)], width: 2, dashes: lineDashes[i%len(lineDashes)]}
}

// pieceStyle of part i of bars.
func pieceStyle(i int) paint {
	return paint{fill: pieceInks[i%len(pieceInks)], hatched: i/len(pieceInks)%2 == 1}
}

// hex is the colour as pages write it.
func (c colour) hex() string { return fmt.Sprintf("#%06x", uint32(c)) }

// rgba is the colour as pictures have it.
func (c colour) rgba(thin bool) color.NRGBA {
	out := color.NRGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 0xff}
	if thin {
		out.A = thinness * 0xff / 100
	}
	return out
}

// thinness is how much of a thin fill covers what lies below [%].
const thinness = 18

// between mixes two colours; 0 is the first and 1 the second.
func between(a, b colour, share float64) colour {
	mixed := colour(0)
	for _, shift := range []uint{16, 8, 0} {
		from, to := float64(a>>shift&0xff), float64(b>>shift&0xff)
		mixed |= colour(from+float64((to-from)*share)+0.5) << shift
	}
	return mixed
}

// light says whether dark letters can be read on the colour: its relative luminance as in the Web Content Accessibility
// Guidelines 2.2, without the bend of the curve near black.
func (c colour) light() bool {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		part := float64(c>>(16-8*uint(i))&0xff) / 255
		sum += float64(weight * float64(part*part))
	}
	return sum > 0.3
}
