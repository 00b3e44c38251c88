package report

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"hanhlang/corridors/words"
)

// Workbook is the answer as an Excel workbook (Office Open XML): figures in full precision under formats that show the digits
// which their intervals support, differences and sums as formulas, and charts of the program that opens it. Equal answers give equal bytes: no
// clock is asked, and the parts are packed in the order of their names.
func Workbook(c Comparison, s *words.Speaker) ([]byte, error) {
	b := &book{layout: layout{Comparison: c, speaker: s}, file: excelize.NewFile(), styles: make(map[look]int)}
	defer b.file.Close()
	b.properties()
	b.summary()
	b.growthSheet()
	b.curveSheet()
	b.bestSheet()
	b.stageSheet()
	b.trsSheet()
	b.tfiSheet()
	b.tcdSheet()
	b.costSheet()
	b.inputSheet()
	b.methodSheet()
	b.do(b.file.DeleteSheet(blankSheet))
	b.file.SetActiveSheet(0)
	if b.err != nil {
		return nil, b.err
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, err
	}
	return packed(out.Bytes())
}

// blankSheet is the one that a new workbook has.
const blankSheet = "Sheet1"

// book is a workbook that is being written. After a failure nothing more is written, and err says what it was.
type book struct {
	layout
	file   *excelize.File
	styles map[look]int
	err    error
}

// do takes note of a failure.
func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// madeAt is the date that a workbook is said to be from: a fixed one, so that the same answer has the same bytes.
const madeAt = "2000-01-01T00:00:00Z"

// properties say what the workbook is, and that whoever opens it shall reckon its formulas.
func (b *book) properties() {
	whole := true
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: b.heading(), Creator: "hanhlang " + b.Version, LastModifiedBy: "hanhlang", Created: madeAt, Modified: madeAt,
	}))
	b.do(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &whole}))
}

// contentsPart is the part of a package that readers look for first.
const contentsPart = "[Content_Types].xml"

// packed packs the parts of a workbook anew, in the order of their names and without dates.
func packed(data []byte) ([]byte, error) {
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(parts.File, func(a, b *zip.File) int {
		switch contentsPart {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts.File {
		if err := repack(w, part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// repack copies one part.
func repack(w *zip.Writer, part *zip.File) error {
	from, err := part.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	data, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	if part.Name == contentsPart {
		data = ordered(data)
	}
	_, err = to.Write(data)
	return err
}

// declared is how the kinds of parts are declared that have an ending in common.
var declared = regexp.MustCompile(`(<Default [^>]*></Default>)+`)

// ordered puts these declarations in order, which the library does not.
func ordered(contents []byte) []byte {
	return declared.ReplaceAllFunc(contents, func(all []byte) []byte {
		const end = "</Default>"
		each := strings.SplitAfter(strings.TrimSuffix(string(all), end), end)
		each[len(each)-1] += end
		slices.Sort(each)
		return []byte(strings.Join(each, ""))
	})
}
