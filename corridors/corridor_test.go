package corridors

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/seeds/law"
)

// fill gives every number of a value the number 1, every list one item and every pointer something to
// point at.
func fill(v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[law.Law]():
	case v.Kind() == reflect.Float64:
		v.SetFloat(1)
	case v.Kind() == reflect.Int:
		v.SetInt(1)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case v.Kind() == reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	}
}

// changes lists the numbers that differ between two values of one shape.
func changes(path string, a, b reflect.Value) (out []string) {
	switch {
	case a.Type() == reflect.TypeFor[law.Law]():
	case a.Kind() == reflect.Float64 && a.Float() != b.Float(), a.Kind() == reflect.Int && a.Int() != b.Int():
		out = append(out, path)
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			out = append(out, changes(path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))...)
		}
	case a.Kind() == reflect.Array, a.Kind() == reflect.Slice:
		for i := range a.Len() {
			out = append(out, changes(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i))...)
		}
	case a.Kind() == reflect.Pointer && !a.IsNil():
		out = append(out, changes(path, a.Elem(), b.Elem())...)
	}
	return out
}

// TestWithoutMoneyTakesMoneyAndNothingElse: the list is of every figure that only a sum of money or of
// tonnes depends on. A new figure of that kind belongs into WithoutMoney and here.
func TestWithoutMoneyTakesMoneyAndNothingElse(t *testing.T) {
	var full, untouched Corridor
	fill(reflect.ValueOf(&full).Elem())
	fill(reflect.ValueOf(&untouched).Elem())
	assert.Empty(t, changes("", reflect.ValueOf(full), reflect.ValueOf(*full.WithoutMoney())), "trucks choose their way by its cost")
	full.Flows[0].Choice, untouched.Flows[0].Choice = nil, nil
	free := full.WithoutMoney()
	assert.Equal(t, []string{
		".Countries[0].Diesel", ".Legs[0].Toll",
		".Gates[0].Posts[0].Stages[0].Fee", ".Gates[0].Posts[1].Stages[0].Fee", ".Gates[0].Informal",
		".Fleet.FuelLoaded", ".Fleet.FuelEmpty", ".Fleet.FuelIdle", ".Fleet.IdleShare", ".Fleet.Hour", ".Fleet.PerKm",
		".Flows[0].Payload", ".Flows[0].Return.Payload",
	}, changes("", reflect.ValueOf(full), reflect.ValueOf(*free)))
	assert.Empty(t, changes("", reflect.ValueOf(untouched), reflect.ValueOf(full)), "the corridor itself stays as it is")
}

func TestRegimeIsAskedByDirection(t *testing.T) {
	r := Regime{Exit: Digital, Entry: Paper}
	assert.Equal(t, Digital, r.Toward(Exit))
	assert.Equal(t, Paper, r.Toward(Entry))
}

// TestListsNameEveryKindOnce: files may name what is in the lists, so a kind that is missing could not
// be written.
func TestListsNameEveryKindOnce(t *testing.T) {
	assert.Equal(t, []Direction{Exit, Entry}, Directions(), "the order in which a crossing meets them")
	assert.Equal(t, []Channel{Green, Yellow, Red}, ChannelNames(), "from the lightest to the heaviest")
	assert.Equal(t, []Declared{OnPaper, Keyed, Corrected}, DeclaredWays())
	assert.Equal(t, []Grade{GradeA, GradeB, GradeC, GradeD}, Grades(), "from the best known")
	once(t, PlaceKinds(), Market, Zone, Junction, Port, ICD)
	once(t, ReturnModes(), NoReturn, OneWay, TwoWay)
	once(t, TrafficKinds(), Trucks, Others)
	once(t, Declarations(), Paper, Digital)
	once(t, Trips(), Out, Home)
	once(t, Loads(), Loaded, Empty, Transit)
	once(t, InformationKinds(), Uninformed, Delayed, Live)
	once(t, Owners(), "trader", "customs", "border guard", "quarantine", "transport", "operator")
}

func once[T ~string](t *testing.T, list []T, want ...T) {
	t.Helper()
	slices.Sort(list)
	slices.Sort(want)
	assert.Equal(t, want, list)
}

func TestShippedFilesAreInside(t *testing.T) {
	for _, name := range []string{"lao-bao.yaml", "facts.yaml", "gates/lao-bao-densavanh.yaml", "posts/standard-post.yaml"} {
		data, err := Files().ReadFile(name)
		require.NoError(t, err)
		assert.NotEmpty(t, data, name)
	}
}
