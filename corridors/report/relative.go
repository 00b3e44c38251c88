package report

import (
	"math"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// How differences are printed as parts of their base.

// many is from which rise on, in bases, it is said how many times the base there is: "×181" is read sooner than "+18 000".
const many = 10

// relativeDecimals is the most decimals of a difference in per cent.
const relativeDecimals = 2

// relative prints a difference in per cent of its base with its sign, or as so many times the base. What cannot be below zero cannot lose more than all.
func (d Difference) relative() figure {
	if d.manyTimes() {
		f := estimate(times(d.Relative), 1, amounts())
		f.mean = "×" + f.mean
		return f
	}
	can := whatever()
	if valuesOf(d.Measure).least == 0 {
		can.least = -1
	}
	i := d.Relative
	most := max(math.Abs(max(i.Lo, can.least)), math.Abs(i.Mean), math.Abs(i.Hi)) * 100
	half := max(i.Mean-i.Lo, i.Hi-i.Mean) * 100
	return plus(printed(i, 100, can, func(supported int) int {
		return min(supported, relativeDecimals, max(finest(100), digits(half, 1)), max(0, digits(most, readableDigits)))
	}))
}

// manyTimes says whether a difference is that of a thing to many times as much.
func (d Difference) manyTimes() bool { return d.Relative.Mean >= many }

// times is a relative difference as the ratio to its base.
func times(i stat.Interval) stat.Interval {
	i.Mean++
	i.Lo++
	i.Hi++
	return i
}

// relativeChange says a difference as part of its base: "24 % less", "181 times as much".
func (d Difference) relativeChange() words.Phrase {
	if d.manyTimes() {
		return words.Say("report.change.times", "times", estimate(times(d.Relative), 1, amounts()).mean)
	}
	return sided(unplus(d.relative().mean), "%", d.Relative.Mean)
}

// timesNote explains the mark of so many times the base, where a table has it.
func (l layout) timesNote(differences []Difference) []string {
	for _, d := range differences {
		if d.Relative.Present() && d.manyTimes() {
			return []string{l.say(words.Say("report.note.times"))}
		}
	}
	return nil
}

// relativeShown is how many decimals of per cent a workbook shows.
func (d Difference) relativeShown() int {
	if d.manyTimes() {
		return 0
	}
	return d.relative().shown()
}
