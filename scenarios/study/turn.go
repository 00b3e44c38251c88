package study

import (
	"hanhlang/corridors/report"
	"hanhlang/sim/stat"
)

// looks is at how many places along a curve its mean is held against a target.
const looks = 1000

// turn is where the mean over all replications passes from one side of a target to the other. lines are how far the curve lies
// above it, by replication. The interval is made of the places at which that of the mean holds nought (Fieller 1954: a root is
// where the hypothesis of nought is not refused). There is none where the mean is not clear at both ends, passes over more than
// once, or is unclear elsewhere too.
func turn(lines [][]xy, confidence float64) *report.Turn {
	from, to, shared := together(lines)
	if !shared || len(lines) < 2 {
		return nil
	}
	var sides []int
	var means []xy
	for k := range looks + 1 {
		x := from + float64((to-from)*float64(k)/looks)
		mean := meanAt(lines, x, confidence)
		sides, means = append(sides, sideOf(mean)), append(means, xy{x, mean.Mean})
	}
	left, right, one := unclear(sides)
	if !one || sides[left] == sides[right] {
		return nil
	}
	at, _, falls := meets(means[left : right+1])
	return &report.Turn{At: stat.Interval{Mean: at, Lo: means[left].x, Hi: means[right].x, N: len(lines)}, Rises: !falls}
}

// together is the range that all lines have.
func together(lines [][]xy) (from, to float64, shared bool) {
	for i, line := range lines {
		if len(line) < 2 {
			return 0, 0, false
		}
		first, last := line[0].x, line[len(line)-1].x
		if i == 0 {
			from, to = first, last
		}
		from, to = max(from, first), min(to, last)
	}
	return from, to, from < to
}

// meanAt is the mean height of all lines at a place.
func meanAt(lines [][]xy, x, confidence float64) stat.Interval {
	heights := make([]float64, len(lines))
	for i, line := range lines {
		heights[i] = height(line, x)
	}
	mean, _ := stat.MeanInterval(heights, confidence)
	return mean
}

// sideOf is the side of nought on which a whole interval lies: 0 for neither.
func sideOf(i stat.Interval) int {
	switch {
	case i.Lo > 0:
		return 1
	case i.Hi < 0:
		return -1
	}
	return 0
}

// unclear are the last place before and the first after the only stretch that lies on no side, or at which the side changes;
// false if there is none, or several, or one at an end.
func unclear(sides []int) (left, right int, one bool) {
	stretches := 0
	for k := 1; k < len(sides); k++ {
		if sides[k-1] != 0 && sides[k] != sides[k-1] {
			left, stretches = k-1, stretches+1
		}
	}
	last := len(sides) - 1
	if stretches != 1 || sides[0] == 0 || sides[last] == 0 {
		return 0, 0, false
	}
	for right = left + 1; sides[right] == 0; {
		right++
	}
	return left, right, true
}
