package corridors

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

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
	case a.Kind() == reflect.Pointer && !a.IsNil() && b.IsNil():
		out = append(out, path)
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
	reckoned := []string{".Commodities[0].Worth", ".Commodities[0].Loss", ".Commodities[0].Spoilage"}
	assert.Equal(t, append([]string{".Fleet.DriverShare", ".Fleet.CO2e"}, append(reckoned, ".Values")...),
		changes("", reflect.ValueOf(full), reflect.ValueOf(*full.WithoutMoney())), "trucks choose their way by its cost")
	full.Flows[0].Choice, untouched.Flows[0].Choice = nil, nil
	full.Shocks, untouched.Shocks = nil, nil // of those with a heaviest load
	free := full.WithoutMoney()
	assert.Equal(t, []string{
		".Countries[0].Diesel", ".Legs[0].Toll",
		".Gates[0].Posts[0].DeclarationFee", ".Gates[0].Posts[0].Stages[0].Fee",
		".Gates[0].Posts[1].DeclarationFee", ".Gates[0].Posts[1].Stages[0].Fee", ".Gates[0].Informal", ".Gates[0].Swaps[0].Fee",
		".Depots[0].Post.DeclarationFee", ".Depots[0].Post.Stages[0].Fee", ".Depots[0].Storage.Free", ".Depots[0].Storage.PerDay",
		".Fleet.FuelLoaded", ".Fleet.FuelEmpty", ".Fleet.FuelIdle", ".Fleet.IdleShare", ".Fleet.Hour", ".Fleet.DriverShare", ".Fleet.CO2e", ".Fleet.PerKm",
		".Commodities[0].Worth", ".Commodities[0].Loss", ".Commodities[0].Spoilage", ".Values", ".Flows[0].Arrivals.After.Fee",
		".Flows[0].Payload", ".Flows[0].Return.Payload", ".Flows[0].Return.Spot.PerTrip", ".Flows[0].Return.Spot.PerKm",
	}, changes("", reflect.ValueOf(full), reflect.ValueOf(*free)))
	assert.Empty(t, changes("", reflect.ValueOf(untouched), reflect.ValueOf(full)), "the corridor itself stays as it is")
}

// used lists the stages of a post whose figures WithoutUnused leaves, and its platform if it does.
func used(t *testing.T, regime Regime) (out []string) {
	t.Helper()
	keyed := []Declared{Keyed, Corrected}
	post := Post{Regime: regime, Platform: Platform{Adoption: 0.5}}
	for _, when := range []Condition{
		{},
		{Declaration: []Declared{OnPaper}},
		{Declaration: []Declared{OnPaper, Keyed}},
		{Declaration: keyed},
		{Declaration: keyed, Direction: []Direction{Exit}},
		{Declaration: keyed, Direction: []Direction{Entry}},
		{Declaration: keyed, Direction: []Direction{Exit, Entry}},
	} {
		share, service := 0.5, seconds(t, 60)
		when.Share = &share
		post.Stages = append(post.Stages, Stage{
			Name: fmt.Sprint(when.Direction, when.Declaration), When: when, Service: service, Fee: 1,
			Cases: []Case{{When: when, Service: service}, {When: Condition{Declaration: keyed}, Service: service}},
		})
	}
	c := Corridor{Gates: []GatePair{{Posts: [2]Post{post, {}}}}}
	left := c.WithoutUnused().Gates[0].Posts[0]
	assert.Equal(t, post, c.Gates[0].Posts[0], "the corridor itself stays as it is")
	if reflect.DeepEqual(left.Platform, post.Platform) {
		out = append(out, "platform")
	} else {
		assert.Zero(t, left.Platform)
	}
	for i, s := range left.Stages {
		empty := Stage{Name: s.Name, When: s.When}
		empty.When.Share = nil
		if !assert.Equal(t, post.Stages[i].Name, s.Name) || reflect.DeepEqual(empty, s) {
			continue
		}
		out = append(out, s.Name)
		if cases := s.Cases; !reflect.DeepEqual(cases, post.Stages[i].Cases) {
			assert.Equal(t, post.Stages[i].Cases[0], cases[0])
			assert.Equal(t, Case{When: Condition{Declaration: keyed}}, cases[1])
			out = append(out, "without its digital case")
		}
		s.Cases = post.Stages[i].Cases
		assert.Equal(t, post.Stages[i], s)
	}
	return out
}

func seconds(t *testing.T, s float64) law.Law {
	t.Helper()
	l, err := law.Constant(s)
	assert.NoError(t, err)
	return l
}

// TestDigitalFiguresAreUnusedWhereAllIsOnPaper: a stage for digital declarations counts in the
// directions that are digital, a platform if either is.
func TestDigitalFiguresAreUnusedWhereAllIsOnPaper(t *testing.T) {
	paper, noDigital := "[] [paper]", "without its digital case"
	assert.Equal(t, []string{"[] []", noDigital, "[] [paper]", noDigital, "[] [paper digital]", noDigital},
		used(t, Regime{Exit: Paper, Entry: Paper}))
	assert.Equal(t, []string{"platform", "[] []", paper, "[] [paper digital]", "[] [digital corrected]", "[exit] [digital corrected]", "[exit entry] [digital corrected]"},
		used(t, Regime{Exit: Digital, Entry: Paper}))
	assert.Equal(t, []string{"platform", "[] []", paper, "[] [paper digital]", "[] [digital corrected]", "[entry] [digital corrected]", "[exit entry] [digital corrected]"},
		used(t, Regime{Exit: Paper, Entry: Digital}))
	assert.Len(t, used(t, Regime{Exit: Digital, Entry: Digital}), 8, "all")
}

// TestReturnLoadsAreUnusedWhereNoTruckWaits: only two-way haulage asks for them.
func TestReturnLoadsAreUnusedWhereNoTruckWaits(t *testing.T) {
	for mode, isUsed := range map[ReturnMode]bool{NoReturn: false, OneWay: false, TwoWay: true} {
		cargo := Cargo{Commodity: "rice", Transit: 1, Trusted: 1}
		want := Flow{Payload: 1, Cargo: cargo, Return: Return{Mode: mode, PerSecond: 1, Payload: 1, Cargo: cargo, Patience: seconds(t, 1), MaxWait: seconds(t, 1)}}
		left := (&Corridor{Flows: []Flow{want}}).WithoutUnused().Flows[0]
		if !isUsed {
			want.Return = Return{Mode: mode, Cargo: cargo}
		}
		assert.Equal(t, want, left, mode)
	}
}
