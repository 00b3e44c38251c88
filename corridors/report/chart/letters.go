package chart

import (
	"strings"
	"sync"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
)

// faces are the letters that pictures are set in; pages ask for the same, or for letters of the same widths.
var faces = sync.OnceValue(func() *font.Cache { return font.NewCache(liberation.Collection()) })

// fontStack is what pages set figures in: Arial has the widths of Liberation Sans.
const fontStack = "'Liberation Sans', Arial, Helvetica, 'Noto Sans Lao', sans-serif"

// face of a text.
func (l letters) face() font.Face {
	f := font.Font{Typeface: "Liberation", Variant: "Sans"}
	if l.bold {
		f.Weight = 3 // as golang.org/x/image/font counts: bold
	}
	return faces().Lookup(f, font.Length(l.size))
}

// wide is the width of a text [px].
func wide(text string, l letters) float64 {
	face := l.face()
	return float64(face.Width(text))
}

// widest of texts [px].
func widest(texts []string, l letters) float64 {
	most := 0.0
	for _, t := range texts {
		most = max(most, wide(t, l))
	}
	return most
}

// broken breaks a text at spaces into lines of a width; a word that is longer has a line of its own.
func broken(text string, l letters, width float64) []string {
	var lines []string
	for word := range strings.FieldsSeq(strings.ReplaceAll(text, glue, " ")) {
		last := len(lines) - 1
		if last >= 0 && wide(lines[last]+" "+word, l) <= width {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// glue is a space at which tables break no line.
const glue = "\u00a0"
