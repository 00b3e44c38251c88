package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/strict"
)

// accountOf gives the account of the length of QL9 when it is written in a way.
func accountOf(t *testing.T, length string) corridors.Input {
	t.Helper()
	return input(t, reads(t, replaced(t, crossing, "length: 84 km", "length: "+length)), "legs[QL9].length")
}

func TestFigureCarriesGradeRangeAndSourceOfItsFact(t *testing.T) {
	facts := factsOf(t)
	b090, c001 := facts.byID["B090"], facts.byID["C001"]
	assert.Equal(t, corridors.Input{
		Path: "legs[QL9].length", Value: "84 km", Grade: corridors.GradeB, Fact: "B090", Source: b090.Source, SetBy: "mine.yaml",
	}, accountOf(t, "{value: 84 km, fact: B090}"))
	assert.Equal(t, corridors.Input{
		Path: "legs[QL9].length", Value: "170 km", Low: "165 km", High: "185 km", Grade: corridors.GradeC, Fact: "C001", Source: c001.Source, SetBy: "mine.yaml",
	}, accountOf(t, "{value: 170 km, fact: C001}"), "a figure within the range of its fact agrees with it")
}

func TestBareFigureIsAnAssumptionWithoutARange(t *testing.T) {
	assert.Equal(t, corridors.Input{Path: "legs[QL9].length", Value: "84 km", Grade: corridors.GradeD, SetBy: "mine.yaml"}, accountOf(t, "84 km"))
	assert.Equal(t, corridors.Input{Path: "legs[QL9].length", Value: "84 km", Grade: corridors.GradeD, SetBy: "mine.yaml"}, accountOf(t, "{value: 84 km}"))
}

func TestFigureCarriedOverIsAnAssumption(t *testing.T) {
	in := accountOf(t, "{value: 175 km, transfer: C001}")
	assert.Equal(t, corridors.GradeD, in.Grade)
	assert.Equal(t, "C001", in.Transfer)
	assert.Empty(t, in.Fact)
	assert.Equal(t, []string{"165 km", "185 km"}, []string{in.Low, in.High})
	own := accountOf(t, "{value: 200 km, transfer: C001, range: [150 km, 250 km], why: the other road}")
	assert.Equal(t, []string{"150 km", "250 km", "the other road"}, []string{own.Low, own.High, own.Why}, "changed on the way, with a range of its own")
}

func TestOwnRangeGoesBeforeThatOfTheFact(t *testing.T) {
	in := accountOf(t, "{value: 175 km, fact: C001, range: [174 km, 176 km]}")
	assert.Equal(t, []string{"174 km", "176 km"}, []string{in.Low, in.High})
	assert.Equal(t, corridors.GradeC, in.Grade)
}

func TestFactInAnotherUnitAgrees(t *testing.T) {
	assert.Equal(t, "B090", accountOf(t, "{value: 84000 m, fact: B090}").Fact)
}

func TestFactWithoutAFigureAgreesWithAny(t *testing.T) {
	assert.Equal(t, "B040", accountOf(t, "{value: 84 km, fact: B040}").Fact, "the end of single-stop inspection has no figure")
}

func TestEndsOfARangeMayMeet(t *testing.T) {
	in := accountOf(t, "{value: 84 km, range: [84 km, 84 km], why: measured}")
	assert.Equal(t, "84 km", in.Low)
}

func TestLawIsHeldAgainstItsFactByItsMean(t *testing.T) {
	facts := factsOf(t)
	fact := facts.byID["D111"] // 30 min, 15 to 60 min
	assert.Equal(t, "30 min", fact.Value)
	for law, agrees := range map[string]bool{
		"{value: {lognormal: {mean: 30 min, cv: 0.5}}, fact: D111}":               true,
		"{value: {lognormal: {mean: 30 min, cv: 0.5}}, mean: 45 min, fact: D111}": true,
		"{value: {uniform: [10 min, 50 min]}, fact: D111}":                        true,
		"{value: 60 min, fact: D111}":                                             true,
		"{value: {lognormal: {mean: 61 min, cv: 0.5}}, fact: D111}":               false,
		"{value: {lognormal: {mean: 30 min, cv: 0.5}}, mean: 90 min, fact: D111}": false,
	} {
		_, err := readText(replaced(t, crossing, "drive: 3 min", "drive: "+law), facts)
		assert.Equal(t, agrees, err == nil, "%s: %v", law, err)
	}
}

func TestMeanBesideALawScalesIt(t *testing.T) {
	s := reads(t, replaced(t, crossing, "drive: 3 min", "drive: {value: {lognormal: {mean: 2 min, cv: 0.5}}, mean: 5 min}"))
	drive := s.Setup.Corridor.Gates[0].Strip.Drive
	assert.InDelta(t, 300, drive.Mean(), 1e-6)
	assert.InDelta(t, 150, drive.SD(), 1e-6, "the shape stays: a coefficient of variation of 0.5")
	assert.Equal(t, "lognormal: mean: 2 min, cv: 0.5, scaled to mean 5 min", input(t, s, "gates[Lao Bảo–Densavanh].strip.drive").Value)
	none := reads(t, replaced(t, crossing, "drive: 3 min", "drive: {value: {lognormal: {mean: 2 min, cv: 0.5}}, mean: 0 min}"))
	assert.Zero(t, none.Setup.Corridor.Gates[0].Strip.Drive.Mean())
}

func TestEveryLawCanBeWritten(t *testing.T) {
	// Means by the textbook: Erlang k times mean over k is its mean here; Weibull 50 min times Gamma(1+1/1.7);
	// PERT (30+4*45+90)/6; normal 60 min plus 20 min times (phi(-1.5)-phi(3))/(Phi(3)-Phi(-1.5)); the others by hand.
	means := map[string]float64{
		"constant": 15, "exponential": 12, "uniform": 3.5, "triangular": 55, "pert": 50, "lognormal": 40, "gamma": 40,
		"erlang": 12, "weibull": 44.6122, "normal": 62.685, "empirical": 52.0 / 3,
	}
	require.Len(t, means, len(laws))
	for _, l := range laws {
		s := reads(t, replaced(t, crossing, "drive: 3 min", "drive: "+l.form))
		assert.InDelta(t, means[l.name], s.Setup.Corridor.Gates[0].Strip.Drive.Mean()/60, 0.001, l.name)
		assert.Contains(t, input(t, s, "gates[Lao Bảo–Densavanh].strip.drive").Value, l.name)
	}
	for form, mean := range map[string]float64{
		"{lognormal: {mean: 40 min, p95: 90 min}}": 40, "{lognormal: {median: 40 min, p95: 40.001 min}}": 40,
	} {
		s := reads(t, replaced(t, crossing, "drive: 3 min", "drive: "+form))
		assert.InDelta(t, mean, s.Setup.Corridor.Gates[0].Strip.Drive.Mean()/60, 0.01, form)
	}
}

func TestHoursAreHeldAgainstTheirFactByHowLongADayIsOpen(t *testing.T) {
	for hours, agrees := range map[string]bool{
		`"07:00-18:00"`: true, `"07:00-19:30"`: true, `"07:30-17:00"`: true, `always`: false, `"08:00-12:00"`: false,
	} {
		_, err := readText(replaced(t, crossing, `["07:00-11:30", "13:00-18:00"]`, "{value: "+hours+", fact: D140}"), factsOf(t))
		assert.Equal(t, agrees, err == nil, "%s: %v", hours, err)
	}
}

func TestMoneyIsHeldAgainstItsFactInDollars(t *testing.T) {
	for toll, agrees := range map[string]bool{
		"12 USD": true, "312000 VND": true, "650000 VND": true, "12 VND": false, "26 USD": false,
	} {
		_, err := readText(replaced(t, crossing, "toll: 260000 VND", "toll: {value: "+toll+", fact: D163}"), factsOf(t)) // 12 USD, 6 to 25
		assert.Equal(t, agrees, err == nil, "%s: %v", toll, err)
	}
}

func TestAccountsStandInTheOrderOfReadingEachOnce(t *testing.T) {
	s := reads(t, crossing)
	seen := make(map[string]bool)
	for _, in := range s.Inputs {
		assert.False(t, seen[in.Path], in.Path)
		seen[in.Path] = true
	}
	assert.Equal(t, "currencies[VND].rate", s.Inputs[0].Path)
	assert.Equal(t, "flows[to Laos].return.patience", s.Inputs[len(s.Inputs)-1].Path)
}

func TestFactsWithFaultsAreReported(t *testing.T) {
	problems := &strict.Problems{}
	m := strict.Read(parse("facts.yaml", []byte("{id: B001, grade: E, value: 3, range: [1, 2, 3], sorce: a}"), problems), problems)
	readFact(m)
	text := problems.Text(english(t))
	for _, want := range []string{"grade: E is not allowed", "range: expected the two ends of a range, found 3", "sorce: unknown key sorce", "did you mean `source`?"} {
		assert.Contains(t, text, want)
	}
}
