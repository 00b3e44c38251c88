package study

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/seeds"
	"hanhlang/sim/runlog"
)

// Every field of an outcome is kept: one that is added and forgotten makes this fail.
func TestEveryFieldOfAnOutcomeIsKept(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	m, err := journey.Compile(s.Alternatives[0].Scenario.Setup)
	require.NoError(t, err)
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	require.NotEmpty(t, o.Bills)
	require.NotEmpty(t, o.Stages)
	number := int64(1)
	fill(reflect.ValueOf(o).Elem(), &number)
	o.Parts, o.Series = nil, journey.Series{}
	for i := range o.Bills {
		o.Bills[i].Bill = i
	}
	var p runlog.Pack
	o.Pack(&p)
	u := runlog.NewUnpack(p.Bytes())
	assert.Equal(t, o, m.Unpack(u))
	assert.True(t, u.Done())
	assert.Equal(t, []string{"Values", "Present", "Stages", "Bills", "Trips", "Events", "Came", "Audit", "Met", "Swell", "Fingerprint", "Parts", "Series"}, fieldsOf(o),
		"those that Pack writes; parts and series are only there where somebody asked, and then nothing is recalled")
}

// fill gives every number below a value one of its own.
func fill(v reflect.Value, number *int64) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), number)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), number)
		}
	case reflect.Int, reflect.Int64:
		v.SetInt(*number)
	case reflect.Uint64:
		v.SetUint(math.MaxUint64 - uint64(*number))
	case reflect.Float64:
		v.SetFloat(1 / float64(*number))
	case reflect.Bool:
		v.SetBool(*number%2 == 0)
	default:
		panic(fmt.Sprint("a field of kind ", v.Kind()))
	}
	*number++
}

func fieldsOf(o *journey.Outcome) []string {
	var names []string
	for i := range reflect.TypeFor[journey.Outcome]().NumField() {
		names = append(names, reflect.TypeOf(*o).Field(i).Name)
	}
	return names
}

// A record of another model, or one that is cut, is no outcome.
func TestForeignOutcomesAreRefused(t *testing.T) {
	s := digitalVersusPaper(t, nil)
	m, err := journey.Compile(s.Alternatives[0].Scenario.Setup)
	require.NoError(t, err)
	o, err := journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	var p runlog.Pack
	o.Pack(&p)
	for cut := range p.Bytes() {
		u := runlog.NewUnpack(p.Bytes()[:cut])
		assert.Nil(t, m.Unpack(u), cut)
		assert.False(t, u.Done(), cut)
	}
	other, err := journey.Compile(grows(t, deskGrows).Alternatives[0].Scenario.Setup)
	require.NoError(t, err)
	u := runlog.NewUnpack(p.Bytes())
	assert.Nil(t, other.Unpack(u))
	assert.True(t, u.Failed())
	o.Bills[0].Bill = 1 << 40
	var wrong runlog.Pack
	o.Pack(&wrong)
	assert.Nil(t, m.Unpack(runlog.NewUnpack(wrong.Bytes())), "a bill that the model does not have")
}
