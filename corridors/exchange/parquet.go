package exchange

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"hanhlang/corridors/report/indicators"
)

// form is how a column of the truck log is stored.
type form int

const (
	ofText   form = iota // few different ones: kept in a dictionary
	ofWhole              // 64 bits with a sign
	ofNumber             // 64 bits, IEEE 754
	ofTruth
)

// formOf a column by its name.
func formOf(column string) form {
	switch {
	case slices.Contains([]string{"replication", "truck", "hour", "weekday"}, column):
		return ofWhole
	case slices.Contains([]string{"loaded", "passed"}, column):
		return ofTruth
	case unitOf(column) != "":
		return ofNumber
	}
	return ofText
}

// unitOf a column; empty for what has none.
func unitOf(column string) string {
	switch {
	case strings.HasSuffix(column, "_s"):
		return "s"
	case column == "tonnes":
		return "t"
	case column == "km":
		return "km"
	case column == "usd":
		return "USD"
	}
	return ""
}

// groupRows is how many rows stand together in a file, so that a reader need not hold all of them.
const groupRows = 1 << 17

// Parquet writes a truck log as Apache Parquet, with the rows and columns of the CSV: numbers as numbers, what a row does not have as null.
// The units of columns, and the moment of each alternative from which its seconds count, stand in the file's metadata (unit.<column>,
// start.<alternative>). Equal logs give equal bytes.
func Parquet(to io.Writer, from io.Reader, version string, worlds []World) error {
	log, err := NewLog(from)
	if err != nil {
		return err
	}
	columns := indicators.SheetHeadings()
	options := []parquet.WriterOption{
		schemaOf(columns), parquet.Compression(&parquet.Snappy), parquet.CreatedBy("hanhlang", version, ""), parquet.MaxRowsPerRowGroup(groupRows),
	}
	for _, column := range columns {
		if unit := unitOf(column); unit != "" {
			options = append(options, parquet.KeyValueMetadata("unit."+column, unit))
		}
	}
	for _, w := range worlds {
		options = append(options, parquet.KeyValueMetadata("start."+w.Alternative, w.moment(0)))
	}
	w := parquet.NewWriter(to, options...)
	for {
		line, err := log.Next()
		if errors.Is(err, io.EOF) {
			return w.Close()
		}
		if err != nil {
			return err
		}
		row, err := rowOf(columns, line.cells)
		if err != nil {
			return err
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
}

// schemaOf the columns, in their order. Every one may be null.
func schemaOf(columns []string) *parquet.Schema {
	var fields []reflect.StructField
	for i, name := range columns {
		field := reflect.StructField{Name: "C" + strconv.Itoa(i), Tag: reflect.StructTag(`parquet:"` + name + `,optional"`)}
		switch formOf(name) {
		case ofText:
			field.Type, field.Tag = reflect.TypeFor[string](), reflect.StructTag(`parquet:"`+name+`,optional,dict"`)
		case ofWhole:
			field.Type = reflect.TypeFor[int64]()
		case ofNumber:
			field.Type = reflect.TypeFor[float64]()
		case ofTruth:
			field.Type = reflect.TypeFor[bool]()
		}
		fields = append(fields, field)
	}
	return parquet.NewSchema("truck_log", parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// rowOf the cells of a line.
func rowOf(columns, cells []string) (parquet.Row, error) {
	row := make(parquet.Row, len(cells))
	for i, text := range cells {
		if text == "" {
			row[i] = parquet.NullValue().Level(0, 0, i)
			continue
		}
		value, err := valueOf(formOf(columns[i]), text)
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", columns[i], err)
		}
		row[i] = value.Level(0, 1, i)
	}
	return row, nil
}

func valueOf(f form, text string) (parquet.Value, error) {
	switch f {
	case ofWhole:
		n, err := strconv.ParseInt(text, 10, 64)
		return parquet.Int64Value(n), err
	case ofNumber:
		x, err := strconv.ParseFloat(text, 64)
		return parquet.DoubleValue(x), err
	case ofTruth:
		truth, err := strconv.ParseBool(text)
		return parquet.BooleanValue(truth), err
	}
	return parquet.ByteArrayValue([]byte(text)), nil
}
