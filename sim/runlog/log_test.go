package runlog

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func anExperiment() Header {
	return Header{{"version", "1"}, {"seed", "18446744073709551615"}, {"part study ", `{"gates":[{"name":"Lao Bảo"}]}`}}
}

// someRuns are three runs with values of different lengths, one of them empty.
func someRuns() []Run {
	return []Run{{"main|\"paper\"|0", []byte("first value")}, {"main|\"paper\"|2", []byte{}}, {"main|\"paper\"|1", bytes.Repeat([]byte{0, 7}, 40)}}
}

// written is a log of runs as it is in the file.
func written(t testing.TB, h Header, runs ...Run) []byte {
	t.Helper()
	var file []byte
	l, begins := New(h, func(record []byte) error { file = append(file, record...); return nil })
	file = append(file, begins...)
	for _, r := range runs {
		require.NoError(t, l.Keep(r.Key, r.Value))
	}
	return file
}

func TestLogGivesBackWhatWasKept(t *testing.T) {
	file := written(t, anExperiment(), someRuns()...)
	found, err := Scan(file)
	require.NoError(t, err)
	assert.Equal(t, anExperiment(), found.Header)
	assert.Equal(t, someRuns(), found.Runs)
	assert.True(t, found.Sound())
	assert.True(t, bytes.HasPrefix(file, []byte("run log, format 1\n")), "a reader sees what it is")
}

func TestContinuedLogIsTheSameFile(t *testing.T) {
	whole := written(t, anExperiment(), someRuns()...)
	file := written(t, anExperiment(), someRuns()[:1]...)
	found, err := Scan(bytes.Clone(file))
	require.NoError(t, err)
	l := Continue(found, func(record []byte) error { file = append(file, record...); return nil })
	assert.Equal(t, 1, l.Kept())
	for _, r := range someRuns()[1:] {
		_, there := l.Find(r.Key)
		assert.False(t, there)
		require.NoError(t, l.Keep(r.Key, r.Value))
	}
	value, there := l.Find(someRuns()[0].Key)
	assert.True(t, there)
	assert.Equal(t, someRuns()[0].Value, value)
	assert.Equal(t, 3, l.Kept())
	assert.Equal(t, whole, file)
}

// Wherever a log is cut, the records before the cut are found and the rest is told as torn.
func TestEveryCutLosesAtMostTheLastRecord(t *testing.T) {
	var ends []int
	var file []byte
	l, begins := New(anExperiment(), func(record []byte) error {
		file = append(file, record...)
		ends = append(ends, len(file))
		return nil
	})
	file = append(file, begins...)
	ends = append(ends, len(file))
	for _, r := range someRuns() {
		require.NoError(t, l.Keep(r.Key, r.Value))
	}
	for cut := range len(file) {
		found, err := Scan(file[:cut])
		if cut < len(begins) {
			require.Error(t, err, cut)
			continue
		}
		require.NoError(t, err, cut)
		whole, last := 0, ends[0]
		for i, end := range ends {
			if end <= cut {
				whole, last = i, end
			}
		}
		assert.Len(t, found.Runs, whole, cut)
		if cut == last {
			assert.True(t, found.Sound(), cut)
		} else {
			assert.Equal(t, []Fault{{last, cut - last, true}}, found.Faults, cut)
		}
	}
	found, err := Scan(append(bytes.Clone(file), make([]byte, 5000)...))
	require.NoError(t, err)
	assert.Equal(t, []Fault{{len(file), 5000, true}}, found.Faults, "room that a file system made and did not fill")
}

// Whichever bit flips, the run it belongs to is lost, all others are found, and the place is told.
func TestEveryFlippedBitIsFound(t *testing.T) {
	runs := someRuns()
	file := written(t, anExperiment(), runs...)
	first := len(written(t, anExperiment()))
	second := len(written(t, anExperiment(), runs[0]))
	third := len(written(t, anExperiment(), runs[:2]...))
	for at := range file {
		for bit := range 8 {
			damaged := bytes.Clone(file)
			damaged[at] ^= 1 << bit
			found, err := Scan(damaged)
			if at < first {
				require.Error(t, err, at)
				continue
			}
			require.NoError(t, err, at)
			require.Len(t, found.Faults, 1, at)
			switch f := found.Faults[0]; {
			case at < second:
				assert.Equal(t, Fault{first, second - first, false}, f, at)
				assert.Equal(t, runs[1:], found.Runs, at)
			case at < third:
				assert.Equal(t, Fault{second, third - second, false}, f, at)
				assert.Equal(t, []Run{runs[0], runs[2]}, found.Runs, at)
			default:
				assert.Equal(t, Fault{third, len(file) - third, false}, f, at)
				assert.Equal(t, runs[:2], found.Runs, at)
			}
		}
	}
}

func TestRecordsElsewhereThanWrittenAreNotTrusted(t *testing.T) {
	runs := someRuns()
	begins := written(t, anExperiment())
	file := written(t, anExperiment(), runs...)
	moved := append(bytes.Clone(begins), file[len(written(t, anExperiment(), runs[0])):]...)
	found, err := Scan(moved)
	require.NoError(t, err)
	assert.Empty(t, found.Runs, "records of this log, at other places")

	other := anExperiment()
	other[0].Value = "2"
	foreign := append(written(t, other), file[len(begins):]...)
	found, err = Scan(foreign)
	require.NoError(t, err)
	assert.Empty(t, found.Runs, "records of another experiment, at the same places")
}

func TestLogWithoutABeginningIsRefused(t *testing.T) {
	file := written(t, anExperiment(), someRuns()...)
	for text, want := range map[string]error{
		"": ErrNoLog, "{}": ErrNoLog, "run log, format 2\n" + string(file[len(magic):]): ErrNewFormat,
		magic: ErrHeader, string(file[:len(magic)+40]): ErrHeader,
	} {
		_, err := Scan([]byte(text))
		assert.ErrorIs(t, err, want, text)
	}
	content := Header{}.packed()
	for _, spoilt := range [][]byte{content[:len(content)-1], append([]byte{0xff}, content...), {}} {
		_, err := Scan(mark{}.append([]byte(magic), int64(len(magic)), spoilt))
		assert.ErrorIs(t, err, ErrHeader)
	}
}

// After a write that failed nothing is put behind the gap, and the log as it is can be gone on with.
func TestNothingIsWrittenBehindAGap(t *testing.T) {
	full := errors.New("full")
	var file []byte
	room := 3
	l, begins := New(anExperiment(), func(record []byte) error {
		if room--; room < 0 {
			file = append(file, record[:len(record)/2]...)
			return full
		}
		file = append(file, record...)
		return nil
	})
	file = append(file, begins...)
	for i := range 10 {
		err := l.Keep(fmt.Sprint(i), []byte("value"))
		assert.Equal(t, i >= 3, errors.Is(err, full), i)
	}
	assert.Equal(t, 3, l.Kept())
	found, err := Scan(file)
	require.NoError(t, err)
	assert.Len(t, found.Runs, 3)
	require.Len(t, found.Faults, 1)
	assert.True(t, found.Faults[0].Torn)
}

func TestMendedLogHasEveryRunOnceInOrder(t *testing.T) {
	runs := someRuns()
	again := Run{runs[0].Key, []byte("later value")}
	file := written(t, anExperiment(), runs[0], runs[1], again, runs[2])
	found, err := Scan(file[:len(file)-1])
	require.NoError(t, err)
	mended, data := found.Mended()
	assert.True(t, mended.Sound())
	assert.Equal(t, []Run{again, runs[1]}, mended.Runs, "the later value counts, the torn run is gone")
	assert.Equal(t, written(t, anExperiment(), again, runs[1]), data)
	assert.Equal(t, runs[0].Value, found.Runs[0].Value, "what was found stays")

	l := Continue(found, nil)
	value, _ := l.Find(runs[0].Key)
	assert.Equal(t, again.Value, value)
}

func TestArrangedLogTellsAFailedWriter(t *testing.T) {
	file := written(t, anExperiment(), someRuns()...)
	found, err := Scan(file)
	require.NoError(t, err)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	assert.Error(t, found.Arrange(full))
	assert.ErrorIs(t, found.Arrange(&limited{room: 1}), errFull, "behind the header")
}

var errFull = errors.New("full")

// limited takes so many writes.
type limited struct{ room int }

func (l *limited) Write(data []byte) (int, error) {
	if l.room--; l.room < 0 {
		return 0, errFull
	}
	return len(data), nil
}

func TestHeadersDifferInTheirFirstField(t *testing.T) {
	was := Header{{"a", "1"}, {"b", "2"}}
	for _, test := range []struct {
		is   Header
		want Change
		same bool
	}{
		{is: Header{{"b", "2"}, {"a", "1"}}, same: true},
		{is: Header{{"a", "1"}, {"b", "3"}}, want: Change{Name: "b", Was: "2", Is: "3", Before: true, Then: true}},
		{is: Header{{"a", "0"}, {"b", "3"}}, want: Change{Name: "a", Was: "1", Is: "0", Before: true, Then: true}},
		{is: Header{{"a", "1"}}, want: Change{Name: "b", Was: "2", Before: true}},
		{is: Header{{"a", "1"}, {"b", "2"}, {"c", ""}}, want: Change{Name: "c", Then: true}},
	} {
		got, differs := was.Changed(test.is)
		assert.Equal(t, !test.same, differs)
		assert.Equal(t, test.want, got)
	}
}

func TestNilLogKeepsNothing(t *testing.T) {
	var l *Log
	require.NoError(t, l.Keep("a", nil))
	_, there := l.Find("a")
	assert.False(t, there)
	assert.Zero(t, l.Kept())
}

// Workers keep their runs side by side; every record is whole.
func TestWorkersShareALog(t *testing.T) {
	var file []byte
	l, begins := New(anExperiment(), func(record []byte) error { file = append(file, record...); return nil })
	file = append(file, begins...)
	var busy sync.WaitGroup
	for w := range 8 {
		busy.Go(func() {
			for i := range 50 {
				key := fmt.Sprint(w, i)
				l.Find(key)
				assert.NoError(t, l.Keep(key, []byte(strings.Repeat(key, w))))
			}
		})
	}
	busy.Wait()
	found, err := Scan(file)
	require.NoError(t, err)
	assert.True(t, found.Sound())
	assert.Len(t, found.Runs, 400)
}

func TestValuesComeBackBitForBit(t *testing.T) {
	floats := []float64{0, math.Copysign(0, -1), 1.0 / 3, math.SmallestNonzeroFloat64, -math.MaxFloat64, math.Inf(1), math.NaN(), math.Float64frombits(0x7ff8000000000abc)}
	whole := []int64{0, -1, 63, -64, math.MaxInt64, math.MinInt64}
	var p Pack
	for _, x := range floats {
		p.Float(x)
	}
	for _, x := range whole {
		p.Int(x)
	}
	p.Flag(true)
	p.Flag(false)
	p.Text("Lao Bảo–Densavanh")
	p.Text("")
	u := NewUnpack(p.Bytes())
	for _, x := range floats {
		assert.Equal(t, math.Float64bits(x), math.Float64bits(u.Float()))
	}
	for _, x := range whole {
		assert.Equal(t, x, u.Int())
	}
	assert.True(t, u.Flag())
	assert.False(t, u.Flag())
	assert.Equal(t, "Lao Bảo–Densavanh", u.Text())
	assert.False(t, u.Done(), "a text is left")
	assert.Empty(t, u.Text())
	assert.True(t, u.Done())
}

func TestMissingValuesAreTold(t *testing.T) {
	for name, read := range map[string]func(*Unpack){
		"whole number": func(u *Unpack) { assert.Zero(t, u.Int()) },
		"float":        func(u *Unpack) { assert.Zero(t, u.Float()) },
		"truth":        func(u *Unpack) { assert.False(t, u.Flag()) },
		"text":         func(u *Unpack) { assert.Empty(t, u.Text()) },
		"count":        func(u *Unpack) { assert.Zero(t, u.Count()) },
	} {
		u := NewUnpack(nil)
		read(u)
		assert.True(t, u.Failed(), name)
		read(u)
		assert.False(t, u.Done(), name)
	}
	u := NewUnpack([]byte{200, 1, 'a'})
	assert.Zero(t, u.Count(), "no room is made for more items than there are bytes")
	assert.True(t, u.Failed())
	u = NewUnpack([]byte{2})
	assert.False(t, u.Flag())
	assert.True(t, u.Failed(), "neither true nor false")
	u = NewUnpack(bytes.Repeat([]byte{0xff}, 11))
	assert.Zero(t, u.Int(), "more than 64 bits")
	assert.True(t, u.Failed())
}
