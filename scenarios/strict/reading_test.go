package strict

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// reading is a document and where its problems go.
func reading(t *testing.T, text string) (*Map, *Problems) {
	t.Helper()
	problems := new(Problems)
	doc := Parse("a.yaml", []byte(text), problems)
	require.NoError(t, problems.Err())
	return doc.Root(), problems
}

func TestEveryTypeIsRead(t *testing.T) {
	m, problems := reading(t, `
text: Lao Bảo
number: 42
block: |
  two
  lines
choice: loaded
flag: false
count: 3
cv: 0.5
share: 30 %
half: 0.5
length: "84 km"
open: [07:00-11:30, 13:30-19:30]
lunch: 11:30
start: 2026-02-28
days: Mon-Fri
opens: day 3 08:00
list: [a, b]
sub: {a: 1}
`)
	text, ok := m.Text("text")
	assert.Equal(t, "Lao Bảo true", fmt.Sprint(text, " ", ok))
	text, _ = m.Text("number")
	assert.Equal(t, "42", text, "a number may be a name")
	text, _ = m.Text("block")
	assert.Equal(t, "two\nlines", text)
	choice, _ := m.Choice("choice", "empty", "loaded")
	assert.Equal(t, "loaded", choice)
	flag, ok := m.Flag("flag")
	assert.True(t, !flag && ok)
	count, _ := m.Count("count", 1, 3)
	assert.Equal(t, 3, count)
	cv, _ := m.Number("cv", quantity.Inside(0, 1))
	assert.Equal(t, 0.5, cv)
	share, _ := m.Share("share")
	assert.Equal(t, 0.3, share)
	share, _ = m.Share("half")
	assert.Equal(t, 0.5, share)
	length, _ := m.Quantity("length", quantity.Length, quantity.Anything())
	assert.Equal(t, 84.0, length.Km())
	open, _ := m.Windows("open")
	assert.Equal(t, "07:00-11:30, 13:30-19:30", open.String())
	lunch, _ := m.Clock("lunch")
	assert.Equal(t, "11:30", lunch.String())
	start, _ := m.Date("start")
	assert.Equal(t, "2026-02-28", start.String())
	days, _ := m.Weekdays("days")
	assert.Equal(t, "Mon, Tue, Wed, Thu, Fri", days.String())
	opens, _ := m.Moment("opens")
	assert.Equal(t, "day 3 08:00", opens.String())
	assert.Len(t, m.List("list"), 2)
	sub, _ := m.Sub("sub")
	assert.Equal(t, []string{"a"}, sub.Keys())
	sub.Known("a")
	sub.Done()
	m.Done()
	assert.NoError(t, problems.Err())
}

func TestAMissingKeyIsNoProblemUntilItIsRequired(t *testing.T) {
	m, problems := reading(t, "a: 1")
	_, ok := m.Text("b")
	assert.False(t, ok)
	assert.False(t, m.Has("c"))
	assert.Nil(t, m.List("d"))
	assert.Nil(t, m.ListOfSome("d"))
	_, ok = m.At("e")
	assert.False(t, ok)
	assert.NoError(t, problems.Err())
	assert.True(t, m.Require("a", "a: 1"))
	assert.False(t, m.Require("b", "b: 2"))
	assert.Equal(t, "a.yaml:1:1: b is missing\n    1 | a: 1\n      | ^\n   help: add a line such as `b: 2`", problems.Error())
}

func TestAMissingKeyIsLocatedAtItsParent(t *testing.T) {
	m, problems := reading(t, "gates:\n  - name: x\n    strip:\n      open: always\n")
	gate, _ := m.List("gates")[0].AsMap()
	strip, _ := gate.Sub("strip")
	strip.Require("slots", "slots: 12")
	assert.Contains(t, problems.Error(), "a.yaml:3:5: gates[x].strip: slots is missing")
}

func TestAMisspeltKeyIsNotMissingAsWell(t *testing.T) {
	m, problems := reading(t, "lnaes: 2")
	m.Require("lanes", "lanes: 2")
	m.Done()
	require.Equal(t, 1, problems.Len())
	assert.Contains(t, problems.Error(), "did you mean `lanes`?")
}

func TestASuggestionPrefersAKeyThatIsNotWritten(t *testing.T) {
	m, problems := reading(t, "lane: 2\nland: 1")
	m.Known("land", "lanes")
	m.Done()
	assert.Contains(t, problems.Error(), "did you mean `lanes`?")
}

func TestAValueKnowsItsPlace(t *testing.T) {
	m, problems := reading(t, "gates:\n  - name: Lao Bảo\n    length: {value: \"84 km\", fact: B090}\n  - lanes: 2\n")
	gates := m.List("gates")
	name, named := gates[0].Name()
	assert.Equal(t, "Lao Bảo", name)
	assert.True(t, named)
	_, named = gates[1].Name()
	assert.False(t, named)
	gate, _ := gates[0].AsMap()
	length, _ := gate.At("length")
	assert.True(t, length.IsMap() && !length.IsScalar() && !length.IsList() && !length.IsEmpty())
	assert.Empty(t, length.Raw())
	inner, _ := length.AsMap()
	value, _ := inner.At("value")
	assert.Equal(t, "gates[Lao Bảo].length.value", value.Path())
	assert.Equal(t, Pos{"a.yaml", 3, 21}, value.Pos())
	assert.Equal(t, `"84 km"`, value.Raw())
	assert.Equal(t, "84 km", value.Node().Text())
	assert.Equal(t, Layer{File: "a.yaml"}, value.Layer())
	assert.Equal(t, "gates[Lao Bảo].length", inner.Path())
	assert.Equal(t, Pos{"a.yaml", 3, 13}, inner.Pos())
	assert.Equal(t, Layer{File: "a.yaml"}, inner.Layer())
	assert.Same(t, length.Node(), inner.Node())
	second, _ := gates[1].AsMap()
	lanes, _ := second.At("lanes")
	assert.Equal(t, "gates[1].lanes", lanes.Path())

	value.Problem(words.Plain("differs from its fact"), words.Plain("83 km"), words.Phrase{})
	inner.Problem(words.Plain("is old"), words.Phrase{}, words.Phrase{})
	lanes.Warn(words.Plain("that is many"), words.Plain("count them again"))
	assert.Equal(t, `a.yaml:3:13: gates[Lao Bảo].length: is old
    3 |     length: {value: "84 km", fact: B090}
      |             ^
a.yaml:3:21: gates[Lao Bảo].length.value: differs from its fact
    3 |     length: {value: "84 km", fact: B090}
      |                     ^^^^^^^
   allowed: 83 km
a.yaml:4:12: warning: gates[1].lanes: that is many
    4 |   - lanes: 2
      |            ^
   help: count them again`, problems.Error())
	assert.Equal(t, 2, problems.Len())
}

func TestAnOddKeyIsQuotedInPaths(t *testing.T) {
	m, problems := reading(t, "\"a.b\": 1\n\"\": 2\n")
	m.Done()
	assert.Contains(t, problems.Error(), `a.yaml:1:1: "a.b": unknown key a.b`)
	assert.Contains(t, problems.Error(), `a.yaml:2:1: "": unknown key`)
}

// said is the text of the only problem of a reading of one value.
func said(t *testing.T, written string, as func(*Value)) string {
	t.Helper()
	m, problems := reading(t, "v: "+written)
	v, _ := m.At("v")
	as(v)
	require.Equal(t, 1, problems.Len(), written)
	speaker := english(t)
	p := problems.All()[0]
	return fmt.Sprintf("%s | %s | %s", speaker.Text(p.What), speaker.Text(p.Allowed), speaker.Text(p.Help))
}

func TestRangesAreSaidInFull(t *testing.T) {
	cases := []struct {
		bounds quantity.Bounds
		value  string
		said   string
	}{
		{quantity.Between(0, 1), "2", "2 is not allowed | a number from 0 to 1 | "},
		{quantity.Inside(0, 1), "1", "1 is not allowed | a number of more than 0 and less than 1 | "},
		{quantity.MoreThan(0).UpTo(5), "0", "0 is not allowed | a number of more than 0 and at most 5 | "},
		{quantity.AtLeast(0.5), "0", "0 is not allowed | a number of at least 0.5 | "},
		{quantity.Between(0, 1e20).AsLimit(), "1e21", "1e21 is above the limit of 1e+20 | a number from 0 to 1e+20 | "},
		{quantity.Bounds{Lo: math.Inf(-1), Hi: 3}, "4", "4 is not allowed | a number of at most 3 | "},
		{quantity.Anything(), "four", "expected a number, found four | a number | "},
	}
	for _, c := range cases {
		assert.Equal(t, c.said, said(t, c.value, func(v *Value) { v.AsNumber(c.bounds) }))
	}
}

func TestEveryKindOfFigureHasAName(t *testing.T) {
	for dim, want := range map[quantity.Dimension]string{
		quantity.Pure: "a plain number", quantity.Time: "a time", quantity.Length: "a length", quantity.Mass: "a mass",
		quantity.Volume: "a volume", quantity.Area: "an area", quantity.Speed: "a speed", quantity.PerTime: "a rate",
		quantity.FuelUse: "a fuel consumption", quantity.Exchange: "an exchange rate", quantity.Money: "an amount of money",
		quantity.MoneyPerLength: "a cost per distance", quantity.MoneyPerTime: "a cost per time", quantity.MoneyPerMass: "a cost per mass",
		quantity.MoneyPerVolume: "a price per volume", quantity.YieldPerArea: "a mass per area and time",
		quantity.IdleFuel: "a figure in l/h", quantity.MoneyPerTonneKm: "a figure in USD/t/km",
	} {
		assert.Equal(t, want, english(t).Text(dimensionPhrase(dim)))
	}
}

func TestFaultsOfFigures(t *testing.T) {
	asTime := func(v *Value) { v.AsQuantity(quantity.Time, quantity.Anything()) }
	asShare := func(v *Value) { v.AsShare() }
	asFlag := func(v *Value) { v.AsFlag() }
	asHours := func(v *Value) { v.AsWindows() }
	asMoment := func(v *Value) { v.AsMoment() }
	const moment = "a day of the run such as day 10 or day 10 08:00 (the first is day 1)"
	const units = "a time in min, h, days, weeks or s"
	const hours = "always, never or windows such as 07:00-11:30, 13:30-19:30"
	cases := []struct {
		value string
		as    func(*Value)
		said  string
	}{
		{"2 months", asTime, "2 months is in months, whose length is not fixed | " + units + " | "},
		{"soon", asTime, "expected a time, found soon | " + units + " | "},
		{"1,500 h", asTime, "1,500 h has a decimal comma | " + units + " | write a decimal point, and no mark between thousands"},
		{"[1 h]", asTime, "expected a time in min, h, days, weeks or s, found a list |  | "},
		{`"0.5"`, asShare, `"0.5" is a text because of its quotes | a share from 0 to 1, or from 0 % to 100 % | remove the quotes: ` + "`0.5`"},
		{"1.5", asShare, "1.5 is not allowed | a share from 0 to 1, or from 0 % to 100 % | "},
		{"2", asShare, "2 is not allowed | a share from 0 to 1, or from 0 % to 100 % | write `2 %`"},
		{"300 %", asShare, "300 % is not allowed | a share from 0 to 1, or from 0 % to 100 % | "},
		{"5 km", asShare, "5 km is a length, a plain number is wanted | a share from 0 to 1, or from 0 % to 100 % | "},
		{"5 min/km", asShare, "5 min/km is a figure in s/km, a plain number is wanted | a share from 0 to 1, or from 0 % to 100 % | "},
		{"no", asFlag, "no is not allowed | true or false | write `false`"},
		{`"true"`, asFlag, "\"true\" is a text because of its quotes | true or false | remove the quotes: `true`"},
		{"[]", asHours, "the list is empty | " + hours + " | write `never`"},
		{"[07:00-19:30, 7h-8h]", asHours, "7h-8h is not a window of time | a window such as 07:00-19:30 | write `07:00-08:00`"},
		{"[[1]]", asHours, "expected a window such as 07:00-19:30, found a list |  | "},
		{"Day 3 8h", asMoment, "Day 3 8h is not a moment of the run | " + moment + " | write `day 3 08:00`"},
		{"Wed", asMoment, "Wed is not a moment of the run | " + moment + " | "},
		{"{from: 7}", asHours, "expected " + hours + ", found a mapping |  | "},
	}
	for _, c := range cases {
		assert.Equal(t, c.said, said(t, c.value, c.as), c.value)
	}
}

func TestABrokenValueIsReportedOnce(t *testing.T) {
	var problems Problems
	doc := Parse("a.yaml", []byte("a: !!int 3\nb: !x [1]\nc: !x {d: 1}\n\"e\\u0001\": 1\n"), &problems)
	require.Equal(t, 4, problems.Len())
	m := doc.Root()
	m.Count("a", 1, 2)
	m.List("b")
	if sub, ok := m.Sub("c"); ok {
		sub.Require("x", "x: 1")
	}
	m.Done()
	assert.Equal(t, 4, problems.Len(), "%s", problems.Error())
}

func TestMergeKeysDoNotReplaceWhatIsWritten(t *testing.T) {
	m, problems := reading(t, "one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nboth: {c: 3, <<: [*one, *two]}\n")
	m.Known("one", "two")
	both, _ := m.Sub("both")
	for key, want := range map[string]int{"a": 1, "b": 1, "c": 3} {
		got, _ := both.Count(key, 0, 9)
		assert.Equal(t, want, got, key)
	}
	both.Done()
	m.Done()
	assert.NoError(t, problems.Err())
	assert.Equal(t, []string{"c", "a", "b"}, both.Keys())
}

func TestALongListOfKeysIsCut(t *testing.T) {
	assert.Equal(t, "a, b, c, d, e, f, g, h, i, j, k, l or 1 other", english(t).Text(listed([]string{
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
	})))
}

func ExampleParse() {
	file := []byte("name: Lao Bảo\nlanes: -2\nservise: 15 min\n")
	var problems Problems
	doc := Parse("lao-bao.yaml", file, &problems)
	if doc == nil {
		return
	}
	m := doc.Root()
	m.Text("name")
	m.Count("lanes", 1, 10000)
	m.Quantity("service", quantity.Time, quantity.AtLeast(0))
	m.Done()
	fmt.Println(problems.Error())
	// Output:
	// lao-bao.yaml:2:8: lanes: -2 is not allowed
	//     2 | lanes: -2
	//       |        ^^
	//    allowed: a whole number from 1 to 10000
	// lao-bao.yaml:3:1: servise: unknown key servise
	//     3 | servise: 15 min
	//       | ^^^^^^^
	//    help: did you mean `service`?
}
