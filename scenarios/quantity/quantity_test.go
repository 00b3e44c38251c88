package quantity

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// faultOf is the *Fault inside an error.
func faultOf(t *testing.T, err error) *Fault {
	t.Helper()
	var fault *Fault
	require.True(t, errors.As(err, &fault), "want a *Fault, got %v", err)
	return fault
}

func TestFiguresAreReadInBaseUnits(t *testing.T) {
	// The values follow from the definitions of the units: 60 s, 3600 s, 1000 m, 1000 kg, 1 mile = 1.609344 km.
	cases := []struct {
		text string
		want Quantity
	}{
		{"7 min", Quantity{Value: 420, Dim: Time}},
		{"7min", Quantity{Value: 420, Dim: Time}},
		{"7\u00a0min", Quantity{Value: 420, Dim: Time}},
		{"1.5 h", Quantity{Value: 5400, Dim: Time}},
		{"2 days", Quantity{Value: 172800, Dim: Time}},
		{"30 s", Quantity{Value: 30, Dim: Time}},
		{"-30 s", Quantity{Value: -30, Dim: Time}},
		{"1 week", Quantity{Value: 604800, Dim: Time}},
		{"42 km/h", Quantity{Value: 42, Dim: Speed}},
		{"10 m/s", Quantity{Value: 36, Dim: Speed}},
		{"60 mph", Quantity{Value: 96.56064, Dim: Speed}},
		{"84 km", Quantity{Value: 84, Dim: Length}},
		{"500 m", Quantity{Value: 0.5, Dim: Length}},
		{"18 t", Quantity{Value: 18, Dim: Mass}},
		{"800 kg", Quantity{Value: 0.8, Dim: Mass}},
		{"1.7 USD/km", Quantity{Value: 1.7, Dim: MoneyPerLength, Over: "USD"}},
		{"7 USD/h", Quantity{Value: 7, Dim: MoneyPerTime, Over: "USD"}},
		{"168 USD/day", Quantity{Value: 7, Dim: MoneyPerTime, Over: "USD"}},
		{"26000 VND/USD", Quantity{Value: 26000, Dim: Exchange, Over: "VND", Under: "USD"}},
		{"17950 VND/l", Quantity{Value: 17950, Dim: MoneyPerVolume, Over: "VND"}},
		{"36 l/100km", Quantity{Value: 0.36, Dim: FuelUse}},
		{"36 l/100 km", Quantity{Value: 0.36, Dim: FuelUse}},
		{"240/day", Quantity{Value: 10, Dim: PerTime}},
		{"4/h", Quantity{Value: 4, Dim: PerTime}},
		{"30 %", Quantity{Value: 0.3, Dim: Pure}},
		{"30%", Quantity{Value: 0.3, Dim: Pure}},
		{"0.3", Quantity{Value: 0.3, Dim: Pure}},
		{"24 %/day", Quantity{Value: 0.01, Dim: PerTime}},
		{"2.64 kg/l", Quantity{Value: 0.00264, Dim: Density}},
		{"24 t/ha/day", Quantity{Value: 100, Dim: YieldPerArea}},
		{"0.1 USD/tkm", Quantity{Value: 0.1, Dim: MoneyPerTonneKm, Over: "USD"}},
		{"1e3 km", Quantity{Value: 1000, Dim: Length}},
		{"-0 km", Quantity{Value: 0, Dim: Length}},
	}
	for _, c := range cases {
		got, err := Parse(c.text, c.want.Dim)
		if assert.NoError(t, err, c.text) {
			assert.Equal(t, c.want, got, c.text)
		}
	}
}

func TestReadingRoundsOnlyOnce(t *testing.T) {
	// 4.35 * 100 in float64 is 434.99999999999994; the exact product is 435 (4.35 h is 15660 s).
	got, err := Parse("4.35 h", Time)
	require.NoError(t, err)
	assert.Equal(t, 15660.0, got.Value)
}

// refused is a text with the fault that it must give.
type refused struct {
	text string
	want Dimension
	kind Kind
	near string
}

func TestFaultsOfUnitsSayWhatWasMeant(t *testing.T) {
	refuse(t, []refused{
		{"", Time, Empty, ""},
		{"many", Time, NotNumber, ""},
		{"min", Time, NotNumber, ""},
		{"07:30", Time, NotNumber, ""},
		{"15", Time, NoUnit, "15 min"},
		{"84", Length, NoUnit, "84 km"},
		{"200", PerTime, NoUnit, "200/day"},
		{"15 mn", Time, UnknownUnit, "15 min"},
		{"15 minuts", Time, UnknownUnit, "15 minutes"},
		{"15 Min", Time, UnknownUnit, "15 min"},
		{"15 hr", Time, UnknownUnit, "15 h"},
		{"42 kmh", Speed, UnknownUnit, "42 km/h"},
		{"42 km/hr", Speed, UnknownUnit, "42 km/h"},
		{"2 usd/km", MoneyPerLength, UnknownUnit, "2 USD/km"},
		{"200 per day", PerTime, UnknownUnit, "200/day"},
		{"36 l/100kms", FuelUse, UnknownUnit, "36 l/100km"},
		{"5 parsecs", Length, UnknownUnit, ""},
		{"2 months", Time, NoFixedSize, ""},
		{"40 min", Length, WrongKind, ""},
		{"3 km", Time, WrongKind, ""},
		{"30 %", Time, WrongKind, ""},
		{"1 USD/mph", MoneyPerLength, UnknownUnit, ""},
		{"1 l/km/km/km/km/km", FuelUse, UnknownUnit, ""},
	})
}

func TestFaultsOfNumbersSayWhatWasMeant(t *testing.T) {
	refuse(t, []refused{
		{"1,5 h", Time, DecimalComma, "1.5 h"},
		{"1,5", Time, DecimalComma, "1.5 min"},
		{"1,500 km", Length, DecimalComma, ""},
		{"1_000 km", Length, Grouped, "1000 km"},
		{"1 000 km", Length, Grouped, "1000 km"},
		{"1\u202f000\u202f000 VND", Money, Grouped, "1000000 VND"},
		{"1.500.000 VND", Money, Grouped, "1500000 VND"},
		{"1,500,000 VND", Money, Grouped, "1500000 VND"},
		{"1 h 30 min", Time, UnknownUnit, ""},
		{"15 30 min", Time, NotNumber, ""},
		{"010 min", Time, LeadingZero, "10 min"},
		{"0x1F km", Length, NotDecimal, ""},
		{"inf h", Time, NotFinite, ""},
		{".nan h", Time, NotFinite, ""},
		{"1e999 h", Time, TooLarge, ""},
		{"1e308 years", Time, TooLarge, ""},
		{".5 h", Time, NotNumber, "0.5 h"},
		{"5. h", Time, NotNumber, "5 h"},
		{"−5 h", Time, NotNumber, "-5 h"},
	})
}

func refuse(t *testing.T, cases []refused) {
	t.Helper()
	for _, c := range cases {
		_, err := Parse(c.text, c.want)
		if !assert.Error(t, err, c.text) {
			continue
		}
		fault := faultOf(t, err)
		assert.Equal(t, c.kind, fault.Kind, "%q: %v", c.text, err)
		assert.Equal(t, c.near, fault.Near, "%q", c.text)
		assert.Equal(t, c.text, fault.Text)
		assert.NotEmpty(t, err.Error())
	}
}

func TestEverySuggestionIsItselfRight(t *testing.T) {
	for _, text := range []string{"15", "15 mn", "1,5 h", "1_000 h", "010 h", ".5 h", "3 Hours", "−5 s"} {
		_, err := Parse(text, Time)
		_, err = Parse(faultOf(t, err).Near, Time)
		assert.NoError(t, err, text)
	}
}

func TestWholeNumbers(t *testing.T) {
	cases := []struct {
		text  string
		value int64
		kind  Kind
		near  string
	}{
		{"0", 0, 0, ""},
		{"-2", -2, 0, ""},
		{"1000000000000", 1e12, 0, ""},
		{"9223372036854775807", 1<<63 - 1, 0, ""}, // the largest int64
		{"99999999999999999999", 0, TooLarge, ""},
		{"1e999", 0, TooLarge, ""},
		{"1e1000000000", 0, TooLarge, ""},
		{"1e-1000000000", 0, NotWhole, "0"},
		{"2.5", 0, NotWhole, ""},
		{"3.0", 0, NotWhole, "3"},
		{"1e3", 0, NotWhole, "1000"},
		{"010", 0, LeadingZero, "10"},
		{"-010", 0, LeadingZero, "-10"},
		{"0o17", 0, NotDecimal, ""},
		{"1_000", 0, Grouped, "1000"},
		{"many", 0, NotNumber, ""},
		{"++1", 0, NotNumber, ""},
		{"", 0, Empty, ""},
	}
	for _, c := range cases {
		value, err := Whole(c.text)
		assert.Equal(t, c.value, value, c.text)
		if c.kind == 0 {
			assert.NoError(t, err, c.text)
			continue
		}
		fault := faultOf(t, err)
		assert.Equal(t, c.kind, fault.Kind, c.text)
		assert.Equal(t, c.near, fault.Near, c.text)
	}
}

func TestPrintingChoosesTheUsualUnit(t *testing.T) {
	cases := []struct{ written, printed string }{
		{"5400 s", "90 min"},
		{"172800 s", "2 days"},
		{"24 h", "1 day"},
		{"604800 s", "1 week"},
		{"2730 s", "45.5 min"},
		{"7 s", "7 s"},
		{"0 h", "0 min"},
		{"30 days", "30 days"},
		{"8760 h", "1 year"},
		{"292000 years", "292000 years"},
		{"500 m", "0.5 km"},
		{"12 m", "12 m"},
		{"84 km", "84 km"},
		{"1 mile", "1.609344 km"},
		{"800 kg", "0.8 t"},
		{"18 kg", "18 kg"},
		{"42 km/h", "42 km/h"},
		{"0.36 l/km", "36 l/100km"},
		{"200/day", "200/day"},
		{"4/h", "4/h"},
		{"0.3", "30 %"},
		{"1", "1"},
		{"2.5", "2.5"},
		{"1.7 USD/km", "1.7 USD/km"},
		{"168 USD/day", "7 USD/h"},
		{"26000 VND/USD", "26000 VND/USD"},
		{"17950 VND/l", "17950 VND/l"},
		{"2 t/ha/day", "8.333333333333334 t/km/km/h"},
		{"3 km2", "3 km2"},
	}
	for _, c := range cases {
		assert.Equal(t, c.printed, mustRead(t, c.written).String(), c.written)
	}
}

// mustRead reads a figure of whatever dimension.
func mustRead(t *testing.T, text string) Quantity {
	t.Helper()
	_, word := split(text)
	m, bad := parseUnit(word)
	require.Empty(t, bad, text)
	q, err := Parse(text, m.dim)
	require.NoError(t, err, text)
	return q
}

func TestPrintingAndReadingGiveTheSameFigure(t *testing.T) {
	words := []string{
		"", "%", "s", "min", "h", "days", "weeks", "years", "km", "m", "miles", "ha", "t", "kg", "g", "l", "m3", "mph", "m/s",
		"tkm", "/day", "/h", "%/year", "USD/km", "VND/USD", "LAK/100km", "t/ha/day", "km/h/h", "USD/t/day", "min/t", "kg/l", "EUR",
	}
	rapid.Check(t, func(t *rapid.T) {
		m, _ := parseUnit(rapid.SampledFrom(words).Draw(t, "unit"))
		value := rapid.Float64().Draw(t, "value")
		q := Quantity{Value: value + 0, Dim: m.dim, Over: m.over, Under: m.under}
		back, err := Parse(q.String(), q.Dim)
		if err != nil || back != q {
			t.Fatalf("%#v printed as %q, read back as %#v (%v)", q, q.String(), back, err)
		}
	})
}

func TestFiguresConvertBetweenCurrencies(t *testing.T) {
	rate := mustRead(t, "25000 VND/USD")
	usd, ok := mustRead(t, "50000 VND/km").ConvertedBy(rate)
	require.True(t, ok)
	assert.Equal(t, mustRead(t, "2 USD/km"), usd) // 50000 / 25000
	vnd, ok := mustRead(t, "2 USD/h").ConvertedBy(rate)
	require.True(t, ok)
	assert.Equal(t, mustRead(t, "50000 VND/h"), vnd)
	for _, text := range []string{"3 THB", "3 km", "3 THB/LAK"} {
		_, ok = mustRead(t, text).ConvertedBy(rate)
		assert.False(t, ok, text)
	}
	_, ok = mustRead(t, "3 USD").ConvertedBy(mustRead(t, "0 VND/USD"))
	assert.False(t, ok, "a rate of nought converts nothing")
}

func TestAccessorsGiveTheUnitInTheirName(t *testing.T) {
	assert.Equal(t, 420.0, mustRead(t, "7 min").Seconds())
	assert.Equal(t, 84.0, mustRead(t, "84 km").Km())
	assert.Equal(t, 42.0, mustRead(t, "42 km/h").KmPerHour())
	assert.Equal(t, 18.0, mustRead(t, "18 t").Tonnes())
	assert.Equal(t, 250.0, mustRead(t, "250 l").Litres())
	assert.Equal(t, 2.0, mustRead(t, "48/day").PerHour())
	assert.Equal(t, 48.0, mustRead(t, "48/day").PerDay())
	assert.Equal(t, 0.3, mustRead(t, "30 %").Share())
	assert.Panics(t, func() { mustRead(t, "84 km").Seconds() })
}

func TestEveryUsualUnitHasItsDimension(t *testing.T) {
	named := []Dimension{
		Pure, Time, Length, Area, Mass, Volume, Money, PerTime, Speed, MassPerTime, Density, FuelUse, IdleFuel, TonneKm,
		MoneyPerLength, MoneyPerTime, MoneyPerMass, MoneyPerVolume, MoneyPerTonneKm, Exchange, YieldPerArea,
	}
	for _, dim := range named {
		for _, word := range append(dim.Units(), dim.Unit()) {
			if dim == Exchange && word == dim.Unit() {
				continue // "USD/USD" is the base unit of every exchange rate and of none
			}
			m, bad := parseUnit(word)
			assert.Empty(t, bad, word)
			assert.Equal(t, dim, m.dim, word)
		}
	}
}

func TestBoundsKnowTheirEnds(t *testing.T) {
	assert.True(t, Between(0, 1).Allow(0))
	assert.True(t, Between(0, 1).Allow(1))
	assert.False(t, Inside(0, 1).Allow(0))
	assert.False(t, Inside(0, 1).Allow(1))
	assert.True(t, Inside(0, 1).Above(1))
	assert.False(t, MoreThan(0).Allow(0))
	assert.True(t, MoreThan(0).UpTo(5).Allow(5))
	assert.False(t, AtLeast(2).Allow(1))
	assert.True(t, Anything().Allow(-1e300))
	assert.True(t, Between(0, 1).AsLimit().Hard)
}

func TestNearestPrefersCaseAndAccentsOverEdits(t *testing.T) {
	gates := []string{"Lao Bảo", "Cầu Treo", "Bờ Y", "Hữu Nghị"}
	cases := []struct{ word, near string }{
		{"Lao Bao", "Lao Bảo"},
		{"lao bảo", "Lao Bảo"},
		{"Huu Nghi", "Hữu Nghị"},
		{"Cau Teo", "Cầu Treo"},
		{"Bo Y", "Bờ Y"},
		{"Lao-Bảo", "Lao Bảo"},
		{"Densavanh", ""},
		{"", ""},
	}
	for _, c := range cases {
		near, found := Nearest(c.word, gates)
		assert.Equal(t, c.near, near, c.word)
		assert.Equal(t, c.near != "", found, c.word)
	}
	near, _ := Nearest("lnaes", []string{"planes", "lanes"})
	assert.Equal(t, "lanes", near, "a swap of neighbours is one edit")
	near, _ = Nearest("Lanes", []string{"lane", "lanes"})
	assert.Equal(t, "lanes", near)
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"7 min", "1,5", "0x", "1e", "1e+", "e5", "−", "l/100km", "1 /", "1/ /h", "1//h", "1 %/0h", "1/9999999h", "1 000 000,5 t",
		"1e308 m/s", "5e-324 km", "'", "1'000'000", "+", "inf", "1 USD/VND/LAK", "1 tkm/tkm/tkm/tkm", "١٢ km", "1 km²", "\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, want := range []Dimension{Pure, Time, Speed, PerTime, Exchange} {
			q, err := Parse(text, want)
			if err == nil {
				back, err := Parse(q.String(), want)
				if err != nil || back != q {
					t.Fatalf("%q is %#v, printed as %q, read back as %#v (%v)", text, q, q.String(), back, err)
				}
				continue
			}
			fault := faultOf(t, err)
			if fault.Near == "" {
				continue
			}
			if _, err := Parse(fault.Near, want); err != nil && fault.Kind != DecimalComma && fault.Kind != Grouped {
				if inner := faultOf(t, err); inner.Kind != UnknownUnit && inner.Kind != WrongKind && inner.Kind != NoFixedSize && inner.Kind != TooLarge {
					t.Fatalf("%q suggests %q, which is refused: %v", text, fault.Near, err)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("36 l/100km", FuelUse); err != nil {
			b.Fatal(err)
		}
	}
}
