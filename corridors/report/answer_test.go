package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/stat"
)

// told is the answer in words to one headline difference, the units kept together by plain spaces.
func told(t *testing.T, d Difference) string {
	d.Alternative, d.Base = "new", "old"
	l := layout{Comparison: Comparison{Confidence: 0.95, Differences: []Difference{d}}, speaker: english(t)}
	return plain(strings.Join(l.answer(), "\n"))
}

func TestIntervalBelowZeroIsLess(t *testing.T) {
	assert.Equal(t, "With new instead of old, the border time is 1.30 h less (24 % less), between 1.20 and 1.40 h less with 95 % confidence.",
		told(t, Difference{Measure: "border_time_h", Unit: "h", Interval: about(-1.3, 0.1), Relative: about(-0.24, 0.04)}))
}

func TestIntervalAboveZeroIsMore(t *testing.T) {
	assert.Equal(t, "With new instead of old, the throughput of trucks is 12.0 trucks/day more (between 11.0 and 13.0 trucks/day more).",
		told(t, Difference{Measure: "trucks_per_day", Unit: "trucks/day", Interval: about(12, 1)}))
}

func TestDifferenceOfSharesIsInPoints(t *testing.T) {
	assert.Contains(t, told(t, Difference{Measure: "empty_km_share", Unit: "share", Interval: about(-0.09, 0.004)}), "9.0 points less")
}

func TestIntervalThatHoldsZeroIsUndecided(t *testing.T) {
	for _, i := range []stat.Interval{about(-0.2, 0.5), about(0.2, 0.5), about(-0.5, 0.5), about(0.5, 0.5)} {
		said := told(t, Difference{Measure: "cost_per_tonne_usd", Unit: "USD/t", Interval: i, Relative: about(0.01, 0.05)})
		assert.Contains(t, said, "is not clearly different: undecided between", "%v", i)
		assert.NotContains(t, said, "%)", "no per cent for what is not clear")
	}
	assert.Contains(t, told(t, Difference{Measure: "cost_per_tonne_usd", Unit: "USD/t", Interval: about(-0.2, 0.5)}),
		"between 0.7 USD/t less and 0.3 USD/t more with 95 % confidence")
}

func TestOneReplicationIsUndecided(t *testing.T) {
	said := told(t, Difference{Measure: "border_time_h", Unit: "h", Interval: stat.Interval{Mean: -1.3, N: 1}})
	assert.Equal(t, "With new instead of old, the border time is undecided: one replication shows 1.30 h less and has no interval.", said)
}

func TestNoDifferenceInAnyReplicationIsTheSame(t *testing.T) {
	assert.Contains(t, told(t, Difference{Measure: "border_time_h", Unit: "h", Interval: about(0, 0)}), "the border time is the same to the last digit.")
}

func TestWeightiestAssumptionIsNamedInWords(t *testing.T) {
	l := layout{Comparison: invented(), speaker: english(t)}
	said := plain(strings.Join(l.answer(), " "))
	assert.Contains(t, said, "2 of the 4 inputs are assumptions (grade D); the weightiest of them is service (counter, Lao Bảo): "+
		"at 15 min the difference in border time is 0.40 h less, at 60 min (station counter overloaded, 1.2 times its capacity) it is 5.1 h less.")
	assert.NotContains(t, said, "shorter runs", "they have the difference of the answer in their interval")
	l.Drivers[0].AtBase = fewer(-0.3, 0.1)
	assert.Contains(t, plain(strings.Join(l.answer(), " ")), "Both ends come from shorter runs than the answer; in these the difference is 0.30 h less with the value as used (30 min).")
	l.Drivers[0].AtLow = fewer(-0.4, 0.5)
	said = plain(strings.Join(l.answer(), " "))
	assert.Contains(t, said, "at 15 min the difference in border time is undecided, between 0.9 h less and 0.1 h more,", "an end whose interval holds 0 decides nothing")
	l.Drivers[0].AtLow = about(0, 0)
	assert.Contains(t, plain(strings.Join(l.answer(), " ")), "at 15 min the difference in border time is none")
	l.Drivers[0].AtLow = stat.Interval{Mean: -1, N: 1}
	assert.Contains(t, plain(strings.Join(l.answer(), " ")), "at 15 min the difference in border time is no clear difference", "one replication")
}

func TestRunWithoutTrucksSaysSo(t *testing.T) {
	c := Comparison{Alternatives: []Alternative{{Name: "empty road"}}, Confidence: 0.95, Replications: 50}
	said := Text(c, english(t), 80)
	assert.Contains(t, said, "No trucks: with empty road there was nothing to measure.")
	assert.NotContains(t, said, "NaN")
	assert.NotContains(t, said, "Measures")
}

// TestAnswerSaysWhatSomebodyAskedFor: of a run without the usual measures it says the first that were asked for, and never that there was nothing.
func TestAnswerSaysWhatSomebodyAskedFor(t *testing.T) {
	said := func(named ...string) string {
		a := Alternative{Name: "lane"}
		for _, name := range named {
			a.Measures = append(a.Measures, Measure{Name: name, Unit: "trucks/day", Interval: about(12, 1)})
		}
		l := layout{Comparison: Comparison{Confidence: 0.95, Named: named, Alternatives: []Alternative{a}}, speaker: english(t)}
		return plain(strings.Join(l.answer(), "\n"))
	}
	assert.Contains(t, said("trucks_per_day"), "With lane, the throughput of trucks is 12.0 trucks/day")
	assert.NotContains(t, said("trucks_per_day", "border_time_h"), "throughput", "the usual ones come first")
	assert.Equal(t, 3, strings.Count(said("trucks_per_day", "loads_per_day", "tonnes_per_day", "share_before_opening"), "between"))
	assert.NotContains(t, said(), "between")
}

// TestValuesOfBothSidesAreExplained where alternative and base have an input of their own each.
func TestValuesOfBothSidesAreExplained(t *testing.T) {
	c := invented()
	assert.NotContains(t, strings.Join(inEnglish(t, c).ground().list, " "), "Two values")
	c.Drivers[0].Value, c.Drivers[0].Apart = "8 / 16", true
	assert.Contains(t, strings.Join(inEnglish(t, c).ground().list, " "), "Two values with a stroke between them: first that of the alternative")
}
