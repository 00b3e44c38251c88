package report

import (
	"math"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// How figures are rounded. No figure is finer than its interval supports, as the Particle Data Group rounds by the error: when the
// three highest digits of the half-width lie between 100 and 354, two digits of it are kept; from 355 to 949, one; from 950 on
// it counts as 1000 and two are kept. Estimate and bounds are rounded to that same place.
// Nor is it finer than a reader needs: an estimate has at most two decimals (per cent: one) and four digits, though at least one
// that is not 0. Its bounds end where the values of the measure do: half the queues of a few replications may be 0, and Student's
// interval then reaches below. JSON and CSV keep it whole, for who computes on. A difference has at most two decimals (per cent: one) unless its half-width is smaller than that.
// Nothing has more than four decimals.
//
// Source: Particle Data Group, Review of Particle Physics, Introduction, section 5.3 (rounding).

// glue is a space at which no line is broken: within a number and between a number and its unit. Renderers print it as a space.
const glue = "\u00a0"

// significant is the most digits a figure gets when no half-width limits it, or one that comes from rounding alone.
const significant = 6

// unbounded is the number of digits of an estimate that has no interval.
const unbounded = 3

// readableDigits is the most digits of an estimate in a table.
const readableDigits = 4

// tableDecimals is the most decimals of a figure in a table, however small it is.
const tableDecimals = 4

// leastShown is the least figure that can be told from zero in a table.
const leastShown = 1e-3

// figure is an interval ready to print.
type figure struct {
	mean, lo, hi words.Number // lo and hi are empty when there are no bounds
}

// values are those that a measure can have.
type values struct{ least, most float64 }

// whatever is what a measure can be of which nothing is known.
func whatever() values { return values{math.Inf(-1), math.Inf(1)} }

// shares and amounts are the values that cannot be below zero.
func shares() values  { return values{0, 1} }
func amounts() values { return values{0, math.Inf(1)} }

// estimate prints an interval times scale as tables show it. The zero figure stands for an estimate that is not there.
func estimate(i stat.Interval, scale float64, can values) figure {
	if i.Bounded() && i.Lo < i.Hi && i.Mean > 0 && can.least == 0 && math.Abs(i.Hi*scale) < leastShown && math.Abs(i.Lo*scale) < leastShown {
		return figure{mean: "<" + fixed(leastShown, 3)} // zeros would say that there is nothing
	}
	return printed(i, scale, can, func(supported int) int { return readable(i, scale, supported) })
}

// readable is the number of decimals of an estimate times scale whose interval supports so many.
func readable(i stat.Interval, scale float64, supported int) int {
	least := digits(i.Mean*scale, 1)
	most := digits(max(math.Abs(i.Mean), math.Abs(i.Lo), math.Abs(i.Hi))*scale, readableDigits)
	return min(supported, max(least, min(finest(scale), most)))
}

// against prints an interval times scale that is held against a limit. Where all of it lies above, it has as many more decimals as it takes
// to see that.
func against(i stat.Interval, scale float64, can values, limit float64) figure {
	f := estimate(i, scale, can)
	if !i.Bounded() || i.Lo <= limit || f.lo == "" {
		return f
	}
	for more := range tableDecimals + 1 {
		at := 0
		f = printed(i, scale, can, func(supported int) int {
			at = readable(i, scale, supported) + more
			return at
		})
		ten := math.Pow10(at)
		if math.RoundToEven(i.Lo*scale*ten)/ten > limit*scale {
			break
		}
	}
	return f
}

// difference prints the interval of a difference times scale: a small one is not rounded away.
func difference(i stat.Interval, scale float64) figure {
	half := max(i.Mean-i.Lo, i.Hi-i.Mean) * scale
	return printed(i, scale, whatever(), func(supported int) int {
		return min(supported, max(finest(scale), digits(half, 1)))
	})
}

// finest is the number of decimals that a reader needs: of a unit two, of per cent one.
func finest(scale float64) int {
	if scale == 100 {
		return 1
	}
	return 2
}

// printed prints an interval times scale to the number of decimals that choose makes of what the whole interval supports, and as
// much of it as can be.
func printed(i stat.Interval, scale float64, can values, choose func(supported int) int) figure {
	if !i.Present() {
		return figure{}
	}
	mean, lo, hi := float64(i.Mean*scale), float64(i.Lo*scale), float64(i.Hi*scale)
	if !i.Bounded() {
		return figure{mean: fixed(mean, choose(digits(mean, unbounded)))}
	}
	most := digits(max(math.Abs(mean), math.Abs(lo), math.Abs(hi)), significant)
	// The wider side counts: an interval need not lie evenly around its estimate.
	half := max(mean-lo, hi-mean)
	if half <= 0 || decimals(half) > most {
		return figure{mean: trimmed(mean, choose(most))} // the same in every replication: there is nothing to put in brackets
	}
	places := choose(decimals(half))
	if can.least <= i.Mean && i.Mean <= can.most {
		lo, hi = max(lo, can.least*scale), min(hi, can.most*scale)
	}
	return figure{mean: fixed(mean, places), lo: fixed(lo, places), hi: fixed(hi, places)}
}

// decimals is the number of decimals that a half-width supports; below zero: tens, hundreds.
func decimals(half float64) int {
	exponent := int(math.Floor(math.Log10(half)))
	lead := math.Round(half / math.Pow10(exponent-2)) // the three highest digits, 100 to 1000
	if lead <= 354 {
		return 1 - exponent
	}
	return -exponent
}

// digits is the number of decimals that shows so many significant digits of x.
func digits(x float64, wanted int) int {
	if x == 0 {
		return 0
	}
	return wanted - 1 - int(math.Floor(math.Log10(math.Abs(x))))
}

// fixed prints x rounded to so many decimals, though not to more than a table has, thousands grouped. Halves go to the even
// digit, as everywhere in Go.
func fixed(x float64, places int) words.Number {
	places = min(places, tableDecimals)
	if places < 0 {
		tens := math.Pow10(-places)
		x, places = math.RoundToEven(x/tens)*tens, 0
	}
	text := strconv.FormatFloat(x, 'f', places, 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return grouped(text)
}

// trimmed prints x with at most so many decimals and no zeros at the end of them.
func trimmed(x float64, places int) words.Number {
	text := string(fixed(x, places))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return words.Number(text)
}

// grouped sets thousands apart by a space, as the SI asks: a comma already parts the bounds of an interval. Other languages have marks of their own.
func grouped(text string) words.Number {
	whole, rest, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + glue + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return words.Number(sign + whole + rest)
}

// percent prints a share as whole or decimal per cent, as in "95 %".
func percent(share float64) words.Number {
	return words.Number(strconv.FormatFloat(math.Round(share*1e8)/1e6, 'f', -1, 64)).In("%")
}
