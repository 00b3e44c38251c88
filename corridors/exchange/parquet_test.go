package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/report/indicators"
)

func parqueted(t *testing.T, log []byte, w World) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Parquet(&out, bytes.NewReader(log), "v0", []World{w}))
	return out.Bytes()
}

// TestParquetHoldsTheTruckLog: every cell of the CSV is in the file, numbers to the last bit, and nothing else.
func TestParquetHoldsTheTruckLog(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	data := parqueted(t, log, w)
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var columns []string
	for _, path := range f.Schema().Columns() {
		columns = append(columns, strings.Join(path, "."))
	}
	require.Equal(t, indicators.SheetHeadings(), columns, "in the order of the CSV")
	want := lines(t, log)
	assert.Equal(t, int64(len(want)), f.NumRows())
	at := 0
	reader := parquet.NewReader(f)
	defer reader.Close()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := reader.ReadRows(buffer)
		for _, row := range buffer[:n] {
			for i, v := range row {
				equal(t, want[at][columns[i]], v, columns[i])
			}
			at++
		}
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
	}
	assert.Len(t, want, at)
	unit, found := f.Lookup("unit.queue_s")
	assert.True(t, found)
	assert.Equal(t, "s", unit)
	start, _ := f.Lookup("start.lao-bao-today")
	assert.Equal(t, "2026-03-02T00:00:00+07:00", start)
}

// equal holds a value against the cell that it was made of.
func equal(t *testing.T, want string, v parquet.Value, column string) {
	t.Helper()
	if want == "" {
		assert.True(t, v.IsNull(), column)
		return
	}
	again, err := valueOf(formOf(column), want)
	require.NoError(t, err)
	require.True(t, parquet.Equal(again, v), "%s: %s is %v", column, want, v)
	if formOf(column) == ofText {
		require.Equal(t, want, v.String(), column)
	}
}

func TestParquetHasTheSameBytesAgain(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	first := parqueted(t, log, w)
	for range 5 {
		require.True(t, bytes.Equal(first, parqueted(t, log, w)))
	}
}

func TestColumnsHaveTheirForms(t *testing.T) {
	for column, want := range map[string]form{
		"flow": ofText, "place": ofText, "line": ofText, "truck": ofWhole, "hour": ofWhole, "replication": ofWhole, "passed": ofTruth,
		"start_s": ofNumber, "load-wait_s": ofNumber, "km": ofNumber, "usd": ofNumber, "tonnes": ofNumber,
	} {
		assert.Equal(t, want, formOf(column), column)
	}
}

func TestACellThatIsNoNumberIsTold(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	broken := strings.Replace(string(log), ",truck,", ",truck,,,,,,,,,,,soon,,,,,,,,,,,,,,,,,,,,,\n", 1)
	err := Parquet(io.Discard, strings.NewReader(broken), "v0", []World{w})
	assert.Error(t, err)
}
