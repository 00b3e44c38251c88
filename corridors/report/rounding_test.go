package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"hanhlang/sim/stat"
)

// plain undoes the glue, for tests to be readable.
func plain[T ~string](text T) string { return strings.ReplaceAll(string(text), glue, " ") }

// rounded prints what an interval supports, whatever a reader needs.
func rounded(i stat.Interval, scale float64) figure {
	return printed(i, scale, whatever(), func(supported int) int { return supported })
}

func TestRoundingFollowsTheParticleDataGroup(t *testing.T) {
	for _, c := range []struct {
		mean, half float64
		want       string // from the rule: three highest digits 100-354 two digits, 355-949 one, 950-999 count as 1000
	}{
		{0.827, 0.119, "0.83"},    // example of the Review of Particle Physics, section 5.3
		{0.827, 0.367, "0.8"},     // the other example there
		{5.4178, 0.354, "5.42"},   // 354: two digits
		{5.4178, 0.355, "5.4"},    // 355: one
		{5.4178, 0.949, "5.4"},    // 949: one
		{5.4178, 0.951, "5.4"},    // 951 counts as 1.0, two digits
		{5.4178, 0.0995, "5.42"},  // 995 counts as 0.10
		{12345.6, 12, "12 346"},   // 12: two digits, so whole numbers
		{12345.6, 47, "12 350"},   // 47: one digit, so tens
		{12345.6, 260, "12 350"},  // 260: two digits, so tens
		{12345.6, 2600, "12 300"}, // hundreds
		{-1234567, 100000, "-1 230 000"},
		{0.4, 120, "0"},  // the estimate drowns in its interval
		{-0.4, 120, "0"}, // and has no sign then
		{1000, 100, "1 000"},
	} {
		assert.Equal(t, c.want, plain(rounded(about(c.mean, c.half), 1).mean), "%v ± %v", c.mean, c.half)
	}
}

func TestBoundsAreRoundedToThePlaceOfTheEstimate(t *testing.T) {
	f := rounded(about(5.4178, 0.119), 1)
	assert.Equal(t, figure{"5.42", "5.30", "5.54"}, f) // 5.2988 and 5.5368 at two decimals
	assert.Equal(t, "[5.30, 5.54]", plain(f.bounds()))
}

func TestWiderSideOfAnUnevenIntervalDecides(t *testing.T) {
	assert.Equal(t, figure{"0.5", "0.5", "0.9"}, rounded(stat.Interval{Mean: 0.51, Lo: 0.50, Hi: 0.9, N: 9}, 1))
}

func TestAbsentEstimateHasNoFigure(t *testing.T) {
	assert.Equal(t, figure{}, rounded(stat.Interval{}, 1))
	assert.Equal(t, cell{value: "–"}, figureCell(rounded(stat.Interval{}, 1)))
}

func TestOneReplicationHasThreeDigitsAndNoBounds(t *testing.T) {
	assert.Equal(t, figure{mean: "5.42"}, rounded(stat.Interval{Mean: 5.4178, N: 1}, 1))
	assert.Equal(t, "12 300", plain(rounded(stat.Interval{Mean: 12345, N: 1}, 1).mean))
	assert.Equal(t, "0", plain(rounded(stat.Interval{N: 1}, 1).mean))
}

// TestNothingHasMoreThanFourDecimals: a millisecond an hour is nothing that a planner reads.
func TestNothingHasMoreThanFourDecimals(t *testing.T) {
	tiny := stat.Interval{Mean: 4e-7, Lo: -6e-7, Hi: 1.4e-6, N: 9}
	assert.Equal(t, figure{mean: "<0.001"}, estimate(tiny, 1, amounts()), "not nothing")
	assert.Equal(t, figure{"0.0000", "0.0000", "0.0000"}, estimate(tiny, 1, whatever()), "what can be below zero too")
	assert.Equal(t, figure{mean: "<0.001"}, estimate(stat.Interval{Mean: 2e-5, Lo: 1e-5, Hi: 8e-4, N: 9}, 1, amounts()))
	assert.Equal(t, figure{"0.0006", "0.0001", "0.0011"}, estimate(stat.Interval{Mean: 6e-4, Lo: 1e-4, Hi: 11e-4, N: 9}, 1, amounts()))
	assert.Equal(t, figure{"0.0000", "0.0000", "0.0000"}, plus(difference(tiny, 1)))
	assert.Equal(t, figure{"0.0012", "0.0012", "0.0012"}, difference(about(0.00123, 0.000001), 1))
	assert.Equal(t, "0.0000", plain(estimate(stat.Interval{Mean: 0.0000123, N: 1}, 1, amounts()).mean))
	assert.Equal(t, "0", plain(estimate(about(4e-7, 0), 1, amounts()).mean))
}

func TestFigureWithoutSpreadHasNoBoundsAndFourDecimalsAtMost(t *testing.T) {
	assert.Equal(t, figure{mean: "0.4"}, rounded(about(0.4, 0), 1))
	assert.Equal(t, "0.3333", plain(rounded(about(1.0/3, 0), 1).mean))
	assert.Equal(t, "0", plain(rounded(about(0, 0), 1).mean))
	// 0.1+0.2 is 0.30000000000000004: a spread from rounding alone does not call for seventeen digits.
	assert.Equal(t, "0.3", plain(rounded(about(0.1+0.2, 4e-17), 1).mean))
}

func TestEstimateHasTwoDecimalsAndFourDigitsAtMost(t *testing.T) {
	for _, c := range []struct {
		i    stat.Interval
		want figure
	}{
		{about(8.513, 0.028), figure{"8.51", "8.48", "8.54"}},
		{about(816.81, 0.265), figure{"816.8", "816.5", "817.1"}},
		{about(12345, 12), figure{"12" + glue + "340", "12" + glue + "330", "12" + glue + "360"}}, // halves to even: 12345/10
		{about(0.25007, 0.00002), figure{"0.25", "0.25", "0.25"}},
		{about(0.0036, 0.0001), figure{"0.004", "0.004", "0.004"}}, // at least one digit that is not 0
		{about(0, 0.0001), figure{"0.00", "0.00", "0.00"}},
		{about(10.4, 4), figure{"10", "6", "14"}}, // the interval supports no decimals
	} {
		assert.Equal(t, c.want, estimate(c.i, 1, whatever()), "%v", c.i)
	}
	assert.Equal(t, figure{"30.3", "30.2", "30.4"}, estimate(about(0.30306, 0.00101), 100, whatever()), "per cent: one decimal")
}

// TestBoundsEndWhereTheValuesDo: a count, a share or a time is never below zero, a share never above one. The figure is as fine as
// the whole interval supports, 4.2 - 5.1 = -0.9 to 9.3; what is itself outside is shown as it is.
func TestBoundsEndWhereTheValuesDo(t *testing.T) {
	assert.Equal(t, figure{"4", "0", "9"}, estimate(about(4.2, 5.1), 1, amounts()))
	assert.Equal(t, figure{"4", "-1", "9"}, estimate(about(4.2, 5.1), 1, whatever()))
	assert.Equal(t, figure{"98.0", "95.0", "100.0"}, estimate(about(0.98, 0.03), 100, shares()))
	assert.Equal(t, figure{"50", "0", "100"}, estimate(about(0.5, 0.6), 100, shares()))
	assert.Equal(t, figure{"101.0", "98.0", "104.0"}, estimate(about(1.01, 0.03), 100, shares()))
	assert.Equal(t, figure{"5.42", "5.30", "5.54"}, estimate(about(5.4178, 0.119), 1, amounts()))
}

// TestOnlyDetoursAndMoneyCanBeBelowZero: a way that is longer can be quicker.
func TestOnlyDetoursAndMoneyCanBeBelowZero(t *testing.T) {
	for _, d := range Measures() {
		can := d.values()
		switch {
		case d.Name == "detour_h" || strings.HasSuffix(d.Name, "_usd"):
			assert.Equal(t, whatever(), can, d.Name)
		case strings.Contains(d.Name, "share"):
			assert.Equal(t, values{0, 1}, can, d.Name)
		default:
			assert.Equal(t, amounts(), can, d.Name)
		}
	}
	assert.Equal(t, whatever(), Definition{}.values(), "of what the catalogue does not know, nothing is known")
}

func TestSmallDifferenceIsNotRoundedAway(t *testing.T) {
	for _, c := range []struct {
		i    stat.Interval
		want figure
	}{
		{about(-1.278, 0.0225), figure{"-1.28", "-1.30", "-1.26"}},
		{about(-0.0356, 0.0036), figure{"-0.036", "-0.039", "-0.032"}}, // half-width 36: one digit, three decimals
		{about(-0.0005, 0.00012), figure{"-0.0005", "-0.0006", "-0.0004"}},
		{about(0.0001, 0.5), figure{"0.0", "-0.5", "0.5"}},
	} {
		assert.Equal(t, c.want, difference(c.i, 1), "%v", c.i)
	}
	assert.Equal(t, figure{"-11.7", "-11.9", "-11.5"}, difference(about(-0.1169, 0.0018), 100), "per cent: one decimal")
}

func TestSharesAreScaledBeforeRounding(t *testing.T) {
	assert.Equal(t, figure{"45.0", "44.6", "45.4"}, rounded(about(0.45, 0.004), 100))
}

func TestPercentIsWrittenShort(t *testing.T) {
	for share, want := range map[float64]string{0.95: "95 %", 0.999: "99.9 %", 0.57: "57 %", 0.9: "90 %"} {
		assert.Equal(t, want, plain(percent(share)))
	}
}

func TestNoFigureHasMoreThanTwoDigitsBelowItsHalfWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		half := rapid.Float64Range(1e-3, 1e5).Draw(t, "half")
		mean := rapid.Float64Range(-1e6, 1e6).Draw(t, "mean")
		f := rounded(about(mean, half), 1)
		_, digits, _ := strings.Cut(string(f.mean), ".")
		place := 1.0
		for range digits {
			place /= 10
		}
		// The last place shown is worth at least a hundredth of the half-width: two digits of it (with room for rounding up at 1000).
		if digits != "" && half/place > 100 {
			t.Fatalf("%v ± %v shows %s", mean, half, f.mean)
		}
		if strings.Contains(string(f.mean+f.lo+f.hi), "NaN") || strings.HasPrefix(string(f.mean), "-0 ") {
			t.Fatalf("%v", f)
		}
	})
}

// TestFigureAboveItsLimitIsSeenToBe: bounds that would be rounded to the limit get more decimals, others none.
func TestFigureAboveItsLimitIsSeenToBe(t *testing.T) {
	for _, c := range []struct {
		interval stat.Interval
		limit    float64
		want     figure
	}{
		{stat.Interval{Mean: 34.3, Lo: 24.1, Hi: 44.5, N: 6, Confidence: 0.95}, 24, figure{"34.3", "24.1", "44.5"}},
		{stat.Interval{Mean: 34.3, Lo: 24.013, Hi: 44.5, N: 6, Confidence: 0.95}, 24, figure{"34.30", "24.01", "44.50"}},
		{stat.Interval{Mean: 34.3, Lo: 25.1, Hi: 43.5, N: 6, Confidence: 0.95}, 24, figure{"34", "25", "44"}},
		{stat.Interval{Mean: 34.3, Lo: 23.9, Hi: 44.7, N: 6, Confidence: 0.95}, 24, figure{"34", "24", "45"}},
	} {
		assert.Equal(t, c.want, against(c.interval, 1, amounts(), c.limit))
	}
	assert.Equal(t, figure{"92.4", "90.02", "94.8"}.lo, against(stat.Interval{Mean: 0.924, Lo: 0.9002, Hi: 0.948, N: 6}, 100, shares(), 0.9).lo)
}
