package report

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/sim/stat"
)

// Colours of headings.
const (
	inkColour  = "1F2933"
	headColour = "DCE6F0"
)

// chartColours are those of Okabe and Ito (2008), which readers who see fewer colours tell apart, and some of Tol's (2021) for charts with
// more series than these.
func chartColours() []string {
	return []string{"0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "F0E442", "999999", "332288", "882255", "44AA99", "000000"}
}

// style is the number of a look in the workbook.
func (b *book) style(l look) int {
	if l == (look{}) {
		return 0
	}
	if id, known := b.styles[l]; known {
		return id
	}
	s := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap}}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.head {
		s.Font = &excelize.Font{Bold: true, Color: inkColour}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headColour}}
		s.Border = []excelize.Border{{Type: "bottom", Color: inkColour, Style: 1}}
	}
	if l.title {
		s.Font = &excelize.Font{Bold: true, Size: 14, Color: inkColour}
	}
	id, err := b.file.NewStyle(s)
	b.do(err)
	b.styles[l] = id
	return id
}

// numberFormat shows so many decimals, thousands grouped as where the reader lives; none are shown below the point. Signed ones have a plus, too.
func numberFormat(places int, signed, share bool) string {
	places = min(max(places, 0), tableDecimals)
	format := "#,##0"
	if places > 0 {
		format += "." + strings.Repeat("0", places)
	}
	if share {
		format += "%"
	}
	if signed {
		format = "+" + format + ";-" + format + ";" + strings.TrimPrefix(format, "#,##")
	}
	return format
}

// formatted is the number of decimals that a format shows.
func formatted(format string) int {
	first, _, _ := strings.Cut(format, ";")
	_, decimals, _ := strings.Cut(first, ".")
	return strings.Count(decimals, "0")
}

// shown is the number of decimals of a figure as it is printed.
func (f figure) shown() int {
	_, decimals, _ := strings.Cut(string(f.mean), ".")
	return len(decimals)
}

// intervalFields are the fields of an estimate and its bounds, under the format in which the report prints it. What is not there is empty.
func intervalFields(i stat.Interval, scale float64, can values) [3]field {
	if !i.Present() {
		return [3]field{}
	}
	shows := look{format: numberFormat(estimate(i, scale, can).shown(), false, scale == 100)}
	out := [3]field{{value: i.Mean, look: shows}}
	if i.Bounded() {
		out[1], out[2] = field{value: i.Lo, look: shows}, field{value: i.Hi, look: shows}
	}
	return out
}

// plainly is a figure without an interval, to so many significant digits.
func plainly(x float64, significant int) field {
	return field{value: x, look: look{format: numberFormat(digits(x, significant), false, false)}}
}

// counted is a whole number.
func counted(n int) field { return field{value: n, look: look{format: "#,##0"}} }
