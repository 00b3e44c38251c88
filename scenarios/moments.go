package scenarios

import (
	"path/filepath"
	"strings"
	"time"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// trace reads the file of moments at which vehicles come, `trace: trucks.csv`: one a line, in order. It
// lies beside the file that names it.
func (r *reader) trace(v *strict.Value, ahead float64) []float64 {
	if moments, kept := recall[[]float64](r, v); kept {
		return moments
	}
	out := []float64{} // a list without a line is a list
	ok := r.figure(v, scale{}, func(inner *strict.Value) (float64, bool) {
		name, read := inner.AsText()
		if !read {
			return 0, false
		}
		path, data, read := r.fileBeside(inner, name)
		if !read {
			return 0, false
		}
		l := &moments{reader: r, file: path, ahead: ahead}
		l.read(strings.TrimPrefix(string(data), "\ufeff"))
		out = append(out, l.out...)
		return float64(len(out)), !l.failed
	})
	out, _ = keep(r, v, out, ok)
	return out
}

// fileBeside reads a file that lies beside the one that names it; those of assignments lie where the
// command is given.
func (r *reader) fileBeside(v *strict.Value, name string) (path string, data []byte, ok bool) {
	path = name
	if layer := v.Layer(); !layer.Set && !filepath.IsAbs(name) {
		path = filepath.Join(filepath.Dir(layer.File), name)
	}
	refused := &strict.Problems{}
	data, ok = strict.ReadFile(path, refused)
	if !ok {
		fault := refused.All()[0]
		v.Problem(words.Say("scenario.refused", "file", fault.Pos.File, "reason", fault.What), fault.Allowed, fault.Help)
		return path, nil, false
	}
	r.taken.takeFigures(path, data, v)
	return path, data, true
}

// moments reads a file line by line.
type moments struct {
	*reader
	file   string
	ahead  float64 // clock of the origin less that of the run [s]
	out    []float64
	failed bool
}

func (l *moments) read(text string) {
	number := 0
	for line := range strings.Lines(text) {
		number++
		written := strings.TrimSpace(line)
		if written == "" || strings.HasPrefix(written, "#") || number == 1 && written == "time" {
			continue
		}
		at, ok := l.moment(written)
		switch last := len(l.out) - 1; {
		case !ok:
			l.fault(number, written, words.Say("scenario.no-moment"), words.Say("scenario.no-moment-help"))
		case at < 0:
			l.fault(number, written, words.Say("scenario.moment-before", "start", l.horizon.Start.String()), words.Phrase{})
		case last >= 0 && at < l.out[last]:
			l.fault(number, written, words.Say("scenario.moments-mixed"), words.Say("scenario.moments-mixed-help"))
		default:
			l.out = append(l.out, at)
		}
	}
}

// moment reads a date with a time of day, a day of the run, or the time since the run began [s].
func (l *moments) moment(text string) (float64, bool) {
	for _, form := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if at, err := time.Parse(form, text); err == nil {
			return at.Sub(l.horizon.Start.Date()).Seconds() - l.ahead, true
		}
	}
	if m, err := quantity.ParseMoment(text); err == nil {
		return m.Seconds() - l.ahead, true
	}
	q, err := quantity.Parse(text, quantity.Time)
	if err != nil || q.Value > longestTime {
		return 0, false
	}
	return q.Seconds(), true
}

// fault puts a line on record.
func (l *moments) fault(line int, text string, what, help words.Phrase) {
	l.failed = true
	width := len([]rune(text))
	l.problems.Add(strict.Problem{
		Pos: strict.Pos{File: l.file, Line: line, Col: 1}, Path: text, What: what, Help: help, Class: strict.Scenario,
		Snippet: strict.Snippet{Text: text, Col: 1, Width: width},
	})
}
