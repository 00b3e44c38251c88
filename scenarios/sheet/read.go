package sheet

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Sheet is a workbook that is read.
type Sheet struct {
	Text string // of the file that its figures come from

	frame    Frame
	file     *excelize.File
	book     string // name of its file
	name     string // of the sheet of figures
	at       []int  // numbers of the columns, from 1; 0: it has been taken out
	lines    map[string]int
	say      func(words.Phrase) string
	problems *strict.Problems
}

// Open reads a workbook that Book made and others have changed. What is wrong goes to problems, with its cell.
func (f Frame) Open(book string, data []byte, say func(words.Phrase) string, problems *strict.Problems) (*Sheet, bool) {
	s := &Sheet{frame: f, book: book, say: say, problems: problems, lines: make(map[string]int), at: make([]int, columns)}
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		s.fault(book, words.Say("sheet.no-workbook"), words.Say("sheet.made-by-convert"))
		return nil, false
	}
	s.file = file
	kept, err := file.GetRows(hidden)
	if err != nil || len(kept) < 3 || len(kept[0]) == 0 {
		s.fault(book, words.Say("sheet.not-ours"), words.Say("sheet.made-by-convert"))
		return nil, false
	}
	s.name = kept[0][0]
	var lines []string
	for _, line := range kept[2:] {
		lines = append(lines, strings.Join(line, ""))
	}
	s.Text = strings.Join(lines, "\n")
	if !strings.HasSuffix(s.Text, "\n") {
		s.Text += "\n" // empty rows at the end are not kept
	}
	return s, s.find(kept[1])
}

// find finds the columns by their titles, and the rows by their paths.
func (s *Sheet) find(titles []string) bool {
	rows, err := s.file.GetRows(s.name)
	if err != nil || len(rows) == 0 {
		s.fault(s.book, words.Say("sheet.no-sheet", "sheet", s.name), words.Say("sheet.made-by-convert"))
		return false
	}
	for i, title := range titles {
		s.at[i] = slices.Index(rows[0], title) + 1
	}
	if s.at[pathColumn] == 0 || s.at[valueColumn] == 0 || s.at[unitColumn] == 0 {
		s.fault(s.where(pathColumn, 1), words.Say("sheet.no-column", "titles", strings.Join(titles[:3], ", ")), words.Say("sheet.made-by-convert"))
		return false
	}
	for i, cells := range rows[1:] {
		if path := at(cells, s.at[pathColumn]); path != "" {
			if before, twice := s.lines[path]; twice {
				s.fault(s.where(pathColumn, i+2), words.Say("sheet.path-twice", "path", path, "cell", cell(pathColumn, before)), words.Say("strict.delete-one"))
			}
			s.lines[path] = i + 2
		}
	}
	return true
}

func at(cells []string, column int) string {
	if column == 0 || column > len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[column-1])
}

// where is a cell as messages name it.
func (s *Sheet) where(c column, line int) string {
	name := ""
	if s.at[c] > 0 {
		name = cell(column(s.at[c]-1), line)
	} else {
		name = strconv.Itoa(line)
	}
	return s.say(words.Say("sheet.cell", "file", s.book, "sheet", s.name, "cell", name))
}

func (s *Sheet) fault(where string, what, help words.Phrase) {
	s.problems.Add(strict.Problem{Pos: strict.Pos{File: where}, What: what, Help: help, Class: strict.Scenario})
}

// Changed is the text of the file with the figures that the sheet has.
func (s *Sheet) Changed(top *strict.Node) string {
	var changes []strict.Change
	known := make(map[string]bool)
	var paths []string
	for _, r := range s.frame.rows(top) {
		known[r.path] = true
		paths = append(paths, r.path)
		if line, there := s.lines[r.path]; there {
			changes = append(changes, s.changes(r, line)...)
		}
	}
	for path, line := range s.lines {
		if !known[path] {
			help := words.Say("sheet.only-known")
			if near, found := strict.Nearest(path, paths); found {
				help = words.Say("strict.did-you-mean", "near", near)
			}
			s.fault(s.where(pathColumn, line), words.Say("sheet.unknown-path", "path", path), help)
		}
	}
	return strict.Rewritten(s.Text, changes)
}

// changes are the texts of a row that the sheet has otherwise.
func (s *Sheet) changes(r row, line int) []strict.Change {
	unit := s.text(unitColumn, line)
	var out []strict.Change
	var added []string
	for c := valueColumn; c < gradeColumn; c++ {
		if c == unitColumn || c == lawColumn || s.at[c] == 0 {
			continue
		}
		n, there := r.texts[c]
		text, read := s.figure(c, line, unit)
		switch {
		case !read || !there && text == "":
		case there && text == "":
			s.fault(s.where(c, line), words.Say("sheet.emptied", "text", n.Text()), words.Say("sheet.take-out-in-file"))
		case there:
			if !same(n.Text(), text) {
				out = append(out, strict.Change{At: n, To: text, Bare: bare(text)})
			}
		case c != valueColumn && c != likelyColumn && r.law == "" && !r.inner && r.texts[valueColumn] != nil:
			added = append(added, s.entry(c, line, unit, text))
		default:
			s.fault(s.where(c, line), words.Say("sheet.no-place", "text", text), words.Say("sheet.add-in-file"))
		}
	}
	return s.grown(r, line, added, out)
}

// entry is a figure's new key with its value; low and high stand in one.
func (s *Sheet) entry(c column, line int, unit, text string) string {
	switch c {
	case lowColumn, highColumn:
		low, _ := s.figure(lowColumn, line, unit)
		high, _ := s.figure(highColumn, line, unit)
		if low == "" || high == "" {
			s.fault(s.where(c, line), words.Say("sheet.one-end"), words.Say("sheet.both-ends"))
		}
		return "range: [" + written(low) + ", " + written(high) + "]"
	case factColumn:
		return "fact: " + written(text)
	case transferColumn:
		return "transfer: " + written(text)
	}
	return "why: " + written(text)
}

// grown writes new keys beside a value, which is changed with them: a bare one becomes a figure that says what it rests on.
func (s *Sheet) grown(r row, line int, added []string, changes []strict.Change) []strict.Change {
	if len(added) == 0 {
		return changes
	}
	added = slices.Compact(added) // low and high are one
	value := r.texts[valueColumn]
	text := value.Text()
	if i := slices.IndexFunc(changes, func(c strict.Change) bool { return c.At == value }); i >= 0 {
		text = changes[i].To
		changes = slices.Delete(changes, i, i+1)
	}
	if len(r.texts) > 1 || s.mapped(value) {
		s.fault(s.where(valueColumn, line), words.Say("sheet.no-place", "text", strings.Join(added, ", ")), words.Say("sheet.add-in-file"))
		return changes
	}
	return append(changes, strict.Change{At: value, To: "{value: " + written(text) + ", " + strings.Join(added, ", ") + "}", Bare: true})
}

// mapped says whether a value stands under the key `value`.
func (s *Sheet) mapped(n *strict.Node) bool {
	lines := strings.Split(s.Text, "\n")
	before := []rune(lines[n.Pos().Line-1])[:n.Pos().Col-1]
	return strings.HasSuffix(strings.TrimRight(string(before), " "), "value:")
}

// same says whether two texts are the same figure: 84 km and 84.0 km.
func same(one, other string) bool {
	if one == other {
		return true
	}
	a, unit, isFirst := apart(one)
	b, word, isSecond := apart(other)
	x, errOne := strconv.ParseFloat(a, 64)
	y, errOther := strconv.ParseFloat(b, 64)
	return isFirst && isSecond && unit == word && errOne == nil && errOther == nil && math.Abs(x-y) <= 1e-14*math.Abs(x)
}

// day is a day as files have it.
var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// bare says whether a text can stand without quotes.
func bare(text string) bool {
	_, _, figure := apart(text)
	return day.MatchString(text) || figure && !strings.ContainsAny(text, "#:,[]{}\"'")
}

// written is a text as YAML writes it, in quotes if it may need them.
func written(text string) string {
	if bare(text) {
		return text
	}
	return strconv.Quote(text)
}

// text is what a cell shows.
func (s *Sheet) text(c column, line int) string {
	if s.at[c] == 0 {
		return ""
	}
	text, err := s.file.GetCellValue(s.name, cell(column(s.at[c]-1), line), excelize.Options{RawCellValue: true})
	if err != nil {
		panic(fmt.Sprintf("sheet: no cell in line %d: %v", line, err)) // the line was found before
	}
	return strings.TrimSpace(text)
}
