package runlog

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Log is a log that an experiment looks its runs up in, and adds to. Several goroutines may use it at once. A nil Log knows nothing and
// keeps nothing.
type Log struct {
	write  func(record []byte) error
	mark   mark
	mutex  sync.Mutex
	known  map[string][]byte // by key; nil for what was added
	at     int64             // where the next record begins
	broken error             // of the first record that could not be written: what is behind it would be behind a gap
	kept   atomic.Int64
}

// New is the log of a new experiment. Begins are the bytes that it begins with; write puts every further record behind them, as a
// whole, before it returns.
func New(h Header, write func(record []byte) error) (l *Log, begins []byte) {
	begins, m := begun(h)
	return &Log{write: write, mark: m, known: make(map[string][]byte), at: int64(len(begins))}, begins
}

// Continue goes on with a log in which there are no faults.
func Continue(f *Found, write func(record []byte) error) *Log {
	l := &Log{write: write, mark: f.mark, known: make(map[string][]byte, len(f.Runs)), at: f.size}
	for _, r := range f.Runs {
		l.known[r.Key] = r.Value
	}
	l.kept.Store(int64(len(l.known)))
	return l
}

// Find gives the value of a run that was in the log when it was opened.
func (l *Log) Find(key string) (value []byte, there bool) {
	if l == nil {
		return nil, false
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	value = l.known[key]
	return value, value != nil
}

// Keep adds a run. The error is that of write, or of an earlier write that failed.
func (l *Log) Keep(key string, value []byte) error {
	if l == nil {
		return nil
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.broken != nil {
		return l.broken
	}
	record := l.mark.append(nil, l.at, content(key, value))
	if l.broken = l.write(record); l.broken != nil {
		return l.broken
	}
	l.at += int64(len(record))
	l.known[key] = nil
	l.kept.Store(int64(len(l.known)))
	return nil
}

// Kept is the number of runs in the log. It does not wait for a disk that takes its time.
func (l *Log) Kept() int {
	if l == nil {
		return 0
	}
	return int(l.kept.Load())
}

// content of the record of a run.
func content(key string, value []byte) []byte {
	var p Pack
	p.Text(key)
	return append(p.Bytes(), value...)
}

// Arrange writes a log with the same header and runs anew, without faults, every run once, in the order of their keys: the same bytes,
// whatever became of the log before.
func (f *Found) Arrange(w io.Writer) error {
	begins, m := begun(f.Header)
	if _, err := w.Write(begins); err != nil {
		return err
	}
	at := int64(len(begins))
	for _, r := range f.latest() {
		record := m.append(nil, at, content(r.Key, r.Value))
		if _, err := w.Write(record); err != nil {
			return err
		}
		at += int64(len(record))
	}
	return nil
}

// latest are the runs in the order of their keys, of each the one that was written last.
func (f *Found) latest() []Run {
	runs := slices.Clone(f.Runs)
	slices.SortStableFunc(runs, func(a, b Run) int { return strings.Compare(a.Key, b.Key) })
	out := runs[:0]
	for i, r := range runs {
		if i+1 < len(runs) && runs[i+1].Key == r.Key {
			continue
		}
		out = append(out, r)
	}
	return out
}

// Mended is the log without its faults, ready to be gone on with, and its bytes.
func (f *Found) Mended() (*Found, []byte) {
	var out bytes.Buffer
	if err := f.Arrange(&out); err != nil {
		panic(err) // a buffer takes everything
	}
	mended, err := Scan(out.Bytes())
	if err != nil {
		panic(err) // it was written just now
	}
	return mended, out.Bytes()
}
