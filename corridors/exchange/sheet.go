package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// sheet is a table in CSV whose cells know where they stand.
type sheet struct {
	first string // the text of the first line
	heads map[string]int
	rows  [][]spot
	file  string
}

// readSheet reads a table; nil if it is none.
func readSheet(f File, problems *strict.Problems) *sheet {
	lines := strings.Split(strings.ReplaceAll(string(f.Data), "\r\n", "\n"), "\n")
	for i, line := range lines {
		if !utf8.ValidString(line) {
			spot{file: f.Name, row: i + 1, col: 1}.problem(problems, words.Say("exchange.not-utf8"), words.Phrase{}, words.Say("exchange.save-as-utf8"))
			return nil
		}
	}
	s := &sheet{first: lines[0], heads: make(map[string]int), file: f.Name}
	if !known(lines[0]) {
		spot{file: f.Name, row: 1, col: 1, line: s.first, width: utf8.RuneCountInString(s.first)}.problem(problems,
			words.Say("exchange.unknown-table"), words.Say("exchange.known-tables"), words.Phrase{})
		return nil
	}
	r := csv.NewReader(bytes.NewReader(f.Data))
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			line := lines[min(broken.Line, len(lines))-1]
			spot{file: f.Name, row: broken.Line, col: characters(line, broken.Column), line: line}.problem(problems,
				words.Say("exchange.not-csv", "reason", reasonOf(broken.Err)), words.Phrase{}, words.Phrase{})
			return nil
		}
		row := make([]spot, len(cells))
		for i, text := range cells {
			line, col := r.FieldPos(i)
			row[i] = spot{file: f.Name, line: lines[line-1], row: line, col: characters(lines[line-1], col), width: utf8.RuneCountInString(text), value: text}
		}
		s.rows = append(s.rows, row)
	}
	for i, head := range s.rows[0] {
		s.heads[strings.TrimSpace(head.value)] = i
	}
	s.rows = s.rows[1:]
	return s
}

// known says whether a line can be the heading of one of the tables.
func known(line string) bool {
	heads, err := csv.NewReader(strings.NewReader(line)).Read()
	if err != nil {
		return false
	}
	return slices.ContainsFunc(heads, func(head string) bool {
		return slices.Contains([]string{"node_id", "link_id", "from_node_id", "crs", "long_length"}, strings.TrimSpace(head))
	})
}

// reasonOf says in words why a line is none of a table.
func reasonOf(err error) words.Phrase {
	if errors.Is(err, csv.ErrFieldCount) {
		return words.Say("exchange.field-count")
	}
	return words.Say("exchange.quotes")
}

// characters turns a column in bytes into one in characters, both from 1.
func characters(line string, column int) int {
	return utf8.RuneCountInString(line[:min(max(column-1, 0), len(line))]) + 1
}

// has answers whether a table has a column.
func (s *sheet) has(column string) bool {
	_, found := s.heads[column]
	return found
}

// cell of a row; empty, and at the first cell of the row, where the table has no such column.
func (s *sheet) cell(row []spot, column string) spot {
	if i, found := s.heads[column]; found {
		c := row[i]
		c.value = strings.TrimSpace(c.value)
		if c.value == "NaN" { // the specification counts it as missing
			c.value = ""
		}
		return c
	}
	c := row[0]
	c.value = ""
	return c
}

// need reports columns that a table must have.
func (s *sheet) need(problems *strict.Problems, columns ...string) bool {
	all := true
	for _, column := range columns {
		if !s.has(column) {
			all = false
			spot{file: s.file, row: 1, col: 1, line: s.first, width: utf8.RuneCountInString(s.first)}.problem(problems,
				words.Say("exchange.no-column", "column", column), words.Phrase{}, words.Phrase{})
		}
	}
	return all
}

// number reads a cell; nil where nothing stands.
func (s *sheet) number(problems *strict.Problems, row []spot, column string, bounds quantity.Bounds) (*float64, bool) {
	c := s.cell(row, column)
	if c.value == "" {
		return nil, true
	}
	x, err := quantity.Number(c.value)
	if err != nil {
		c.problem(problems, words.Say("exchange.no-number", "column", column, "value", c.value), words.Phrase{}, words.Phrase{})
		return nil, false
	}
	if !bounds.Allow(x) {
		c.problem(problems, words.Say("exchange.out-of-range", "column", column, "value", c.value), words.Say("exchange.least", "least", degrees(bounds.Lo)), words.Phrase{})
		return nil, false
	}
	return &x, true
}
