package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a file: line and column count from 1, columns in characters. Line 0 means the file as a whole.
// For --set the file is "--set", the line says which of the assignments it is, and the column counts in its text.
type Pos struct {
	File      string
	Line, Col int
}

// String writes file:line:col, or the file alone.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// before orders places by file name, line and column.
func (p Pos) before(other Pos) bool {
	if p.File != other.File {
		return p.File < other.File
	}
	if p.Line != other.Line {
		return p.Line < other.Line
	}
	return p.Col < other.Col
}

// Layer says who set a value: a file, or an assignment on the command line.
type Layer struct {
	File string // the file, or --set
	Set  bool   // an assignment on the command line
	Part string // of the file, such as overlays[two-way]; empty: the file as a whole
}

// setFile stands for the file name in the places of assignments.
const setFile = "--set"

// source is the text that places point into.
type source struct {
	layer Layer
	lines []string
}

// newSource cuts a text into lines the way YAML does: at \n, \r\n and a lone \r.
func newSource(file, text string) *source {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return &source{layer: Layer{File: file}, lines: strings.Split(text, "\n")}
}

// line is the text of a line counted from 1; beyond the ends it is empty.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return s.lines[n-1]
}

// skip is the number of bytes that the first n characters of a text take.
func skip(text string, n int) int {
	offset := 0
	for ; n > 0 && offset < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[offset:])
		offset += size
	}
	return offset
}

// lastPlace is the end of the last line that is not blank: where a reader looks when a text ends too early.
func (s *source) lastPlace() (line, col int) {
	for n := len(s.lines); n > 1; n-- {
		if text := strings.TrimRight(s.lines[n-1], " \t"); text != "" {
			return n, utf8.RuneCountInString(text) + 1
		}
	}
	return 1, utf8.RuneCountInString(s.line(1)) + 1
}

// span is a piece of one line: where it begins, in characters and in bytes, and how many characters it covers.
// The bytes are kept because a line can hold the whole of a large file: counting them again for every value would take hours.
type span struct {
	src              *source
	line, col, width int
	offset           int
}

// span makes a piece of a line from its column.
func (s *source) span(line, col, width int) span {
	return span{src: s, line: line, col: col, width: width, offset: skip(s.line(line), col-1)}
}

// over makes a span as wide as a text.
func (s span) over(text string) span {
	s.width = max(1, utf8.RuneCountInString(text))
	return s
}

// shift moves the beginning of a span by some characters of its line, to the left when n is negative; the width stays.
func (s span) shift(n int) span {
	return s.src.span(s.line, s.col+n, s.width)
}

func (s span) pos() Pos {
	return Pos{File: s.src.layer.File, Line: s.line, Col: s.col}
}

func (s span) snippet() Snippet {
	return Snippet{Text: s.src.line(s.line), Col: s.col, Width: s.width}
}

// rest is the line from the beginning of the span on.
func (s span) rest() string {
	return s.src.line(s.line)[s.offset:]
}

// text is what is written there.
func (s span) text() string {
	rest := s.rest()
	return rest[:skip(rest, s.width)]
}

// brief is as much of the text as a message quotes.
func (s span) brief() string {
	rest := s.rest()
	return shown(rest[:skip(rest, min(s.width, maxValue+1))])
}
