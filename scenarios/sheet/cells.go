package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// figure is the text that a cell stands for, in the unit of its row; empty for an empty cell. It is not read where nobody can tell what is
// meant.
func (s *Sheet) figure(c column, line int, unit string) (string, bool) {
	text := s.text(c, line)
	if text == "" || c >= factColumn {
		return text, true
	}
	name := cell(column(s.at[c]-1), line)
	kind, err := s.file.GetCellType(s.name, name)
	if err == nil && kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
		if x, err := strconv.ParseFloat(text, 64); err == nil {
			return s.number(name, x, unit), true
		}
	}
	if strings.HasPrefix(text, "#") {
		s.fault(s.where(c, line), words.Say("sheet.error-value", "text", text), words.Say("sheet.mend-formula"))
		return "", false
	}
	return s.typed(c, line, text, unit)
}

// number is a cell with a number: a share that Excel shows in per cent, a day or a time of day that it keeps as one, or a plain one.
func (s *Sheet) number(name string, x float64, unit string) string {
	format := s.format(name)
	switch {
	case strings.Contains(format, "%"):
		return withUnit(x*100, "%")
	case dated.MatchString(format) && x < 1:
		minutes := int(float64(x*24*60) + 0.5)
		return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
	case dated.MatchString(format):
		props, err := s.file.GetWorkbookProps()
		from1904 := err == nil && props.Date1904 != nil && *props.Date1904 // as Excel on old Macs counts days
		if day, err := excelize.ExcelDateToTime(x, from1904); err == nil {
			return day.Format("2006-01-02")
		}
	}
	return withUnit(x, unit)
}

// withUnit writes a number in the digits that Excel keeps, with its unit.
func withUnit(x float64, unit string) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		rounded = x
	}
	text := strconv.FormatFloat(rounded, 'f', -1, 64)
	switch {
	case unit == "":
		return text
	case strings.HasPrefix(unit, "/"):
		return text + unit
	}
	return text + " " + unit
}

// dated are formats of days and times of day.
var dated = regexp.MustCompile(`(?i)yy|dd|d/m|m/d|hh|h:mm`)

// format is the number format of a cell, as far as it tells shares, days and times of day.
func (s *Sheet) format(name string) string {
	index, err := s.file.GetCellStyle(s.name, name)
	if err != nil || index == 0 {
		return ""
	}
	style, err := s.file.GetStyle(index)
	if err != nil {
		return ""
	}
	switch {
	case style.CustomNumFmt != nil:
		return *style.CustomNumFmt
	case style.NumFmt == 9 || style.NumFmt == 10:
		return "0%"
	case style.NumFmt >= 14 && style.NumFmt <= 17 || style.NumFmt == 22:
		return "yyyy-mm-dd"
	case style.NumFmt >= 18 && style.NumFmt <= 21 || style.NumFmt >= 45 && style.NumFmt <= 47:
		return "hh:mm"
	}
	return ""
}

var (
	plainNumber = regexp.MustCompile(`^[-+]?\d+(\.\d+)?$`)
	withComma   = regexp.MustCompile(`^[-+]?\d+,(\d{1,2}|\d{4,})$`)
	unclear     = regexp.MustCompile(`^[-+]?\d{1,3}([.,]\d{3})+([.,]\d+)?$`)
)

// typed is a cell with a text. A number that is kept as a text is taken, and said; one with a mark that could part thousands is not.
func (s *Sheet) typed(c column, line int, text, unit string) (string, bool) {
	switch {
	case withComma.MatchString(text):
		plain := strings.Replace(text, ",", ".", 1)
		s.hint(c, line, words.Say("sheet.comma-taken", "text", text, "plain", plain))
		return joined(plain, unit), true
	case unclear.MatchString(text) && (strings.Contains(text, ",") || strings.Count(text, ".") > 1):
		s.fault(s.where(c, line), words.Say("sheet.unclear", "text", text), words.Say("sheet.write-number"))
		return "", false
	case plainNumber.MatchString(text):
		if unit != "" || c != valueColumn {
			s.hint(c, line, words.Say("sheet.text-taken", "text", text))
		}
		return joined(text, unit), true
	}
	return text, true
}

func joined(number, unit string) string {
	x, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return number
	}
	return withUnit(x, unit)
}

func (s *Sheet) hint(c column, line int, what words.Phrase) {
	s.problems.Add(strict.Problem{Pos: strict.Pos{File: s.where(c, line)}, What: what, Warning: true})
}

// Place puts the place of a problem into the sheet: the cell of the figure that its path names, or the workbook.
func (s *Sheet) Place(p strict.Problem) strict.Problem {
	p.Snippet, p.Also = strict.Snippet{}, nil
	p.Pos = strict.Pos{File: s.book}
	for _, end := range []struct {
		suffix string
		at     column
	}{{".value", valueColumn}, {".range[0]", lowColumn}, {".range[1]", highColumn}, {".range", lowColumn}, {".fact", factColumn}, {".transfer", transferColumn}, {".why", whyColumn}, {"", valueColumn}} {
		if line, there := s.lines[strings.TrimSuffix(p.Path, end.suffix)]; there && strings.HasSuffix(p.Path, end.suffix) && s.at[end.at] > 0 {
			p.Pos.File = s.where(end.at, line)
			return p
		}
	}
	for i, at := range []column{lowColumn, likelyColumn, highColumn} {
		if path, is := strings.CutSuffix(p.Path, "["+strconv.Itoa(i)+"]"); is && s.lines[path] > 0 {
			p.Pos.File = s.where(at, s.lines[path])
			return p
		}
	}
	return p
}
