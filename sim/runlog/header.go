package runlog

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"errors"
	"io"
	"strings"
)

const (
	family = "run log, format "
	magic  = family + "1\n"
)

// mostHeader is how large the fields of a log may be, so that no few bytes make endless ones [bytes].
const mostHeader = 1 << 28

// Field is one thing that an experiment is known by.
type Field struct{ Name, Value string }

// Header is all that decides what the runs of an experiment come to.
type Header []Field

// Value of the field with a name.
func (h Header) Value(name string) (string, bool) {
	for _, f := range h {
		if f.Name == name {
			return f.Value, true
		}
	}
	return "", false
}

// Change is a field that differs between two headers. What is missing in one of them is not there.
type Change struct {
	Name         string
	Was, Is      string
	Before, Then bool // it is there in the first header, and in the second
}

// Changed finds the first field in which another header differs, in the order of this one; fields that only the other
// one has come last.
func (h Header) Changed(other Header) (Change, bool) {
	for _, f := range h {
		if is, there := other.Value(f.Name); !there || is != f.Value {
			return Change{Name: f.Name, Was: f.Value, Is: is, Before: true, Then: there}, true
		}
	}
	for _, f := range other {
		if _, there := h.Value(f.Name); !there {
			return Change{Name: f.Name, Is: f.Value, Then: true}, true
		}
	}
	return Change{}, false
}

// packed is the content of the first record.
func (h Header) packed() []byte {
	var p Pack
	p.Count(len(h))
	for _, f := range h {
		p.Text(f.Name)
		p.Text(f.Value)
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(p.Bytes())
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything, and the level is one of those there are
	}
	return out.Bytes()
}

// unpacked reads the content of the first record.
func unpacked(content []byte) (Header, bool) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(content)), mostHeader+1))
	if err != nil || len(raw) > mostHeader {
		return nil, false
	}
	u := NewUnpack(raw)
	h := make(Header, 0, 16)
	for range u.Count() {
		h = append(h, Field{Name: u.Text(), Value: u.Text()})
		if u.Failed() {
			return nil, false
		}
	}
	return h, u.Done()
}

// begun is a log without runs, and the mark of what is put behind it.
func begun(h Header) ([]byte, mark) {
	content := h.packed()
	return mark{}.append([]byte(magic), int64(len(magic)), content), sha256.Sum256(content)
}

// The reasons why nothing can be read from a log.
var (
	ErrNoLog     = errors.New("this is no log of runs")
	ErrNewFormat = errors.New("the log of runs is in a format that this program does not know")
	ErrHeader    = errors.New("the beginning of the log of runs is damaged")
)

// header reads the beginning of a log.
func header(log []byte) (h Header, m mark, end int, err error) {
	text := string(log[:min(len(log), len(magic))])
	switch {
	case text == magic:
	case strings.HasPrefix(text, family):
		return nil, m, 0, ErrNewFormat
	default:
		return nil, m, 0, ErrNoLog
	}
	content, end, is := mark{}.record(log, len(magic))
	if is != whole {
		return nil, m, 0, ErrHeader
	}
	h, ok := unpacked(content)
	if !ok {
		return nil, m, 0, ErrHeader
	}
	return h, sha256.Sum256(content), end, nil
}
