package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"hanhlang/corridors/report/indicators"
)

// Log is a truck log that is being read, row by row, in the form that indicators.SheetHeadings describes.
type Log struct {
	rows *csv.Reader
	at   map[string]int
}

// NewLog begins to read a truck log. Another heading than its own is an error.
func NewLog(from io.Reader) (*Log, error) {
	l := &Log{rows: csv.NewReader(from), at: make(map[string]int)}
	l.rows.ReuseRecord = true
	heads, err := l.rows.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	wanted := indicators.SheetHeadings()
	for i, name := range wanted {
		if i >= len(heads) || heads[i] != name {
			return nil, fmt.Errorf("a truck log begins with the columns %v, this one with %v", wanted, heads)
		}
		l.at[name] = i
	}
	return l, nil
}

// Next reads a row; io.EOF ends them. What is read stays until the next call.
func (l *Log) Next() (Line, error) {
	cells, err := l.rows.Read()
	return Line{cells: cells, at: l.at}, err
}

// Line is one row of a truck log.
type Line struct {
	cells []string
	at    map[string]int
}

// Text of a column; empty where the row has none.
func (l Line) Text(column string) string {
	i, known := l.at[column]
	if !known {
		panic("the truck log has no column " + column)
	}
	return l.cells[i]
}
