package sim

import (
	"fmt"
	"math/bits"
	"slices"
)

const (
	// exactUpTo is how many times a Sample keeps one by one.
	exactUpTo = 1 << 16

	// fewTimes is how many there is room for at first.
	fewTimes = 1 << 8

	// binsPerOctave bins of equal width lie between a time and twice that time, so that the middle of a bin is within half of
	// 1/1024, less than 0.05 %, of every time in it. Times below 1024 ticks have bins of their own.
	binBits       = 10
	binsPerOctave = 1 << binBits
)

// Sample gathers times that are not negative, and gives their number, sum and quantiles. Up to 65,536 times every quantile is
// exact. Beyond that they go into bins and a quantile is within 0.05 % of the exact one; number, sum and how many times do
// not exceed a limit that is watched stay exact. The memory of a sample does not grow any more then.
//
// The bins are those of a logarithmic histogram with linear parts (as in HdrHistogram, Tene 2012).
//
// The zero value is empty and ready. A Sample is not safe for use by several goroutines.
type Sample struct {
	n      int64
	sum    Time
	values []Time // while there are few
	sorted bool
	bins   [][]int64 // by octave, each made when it is needed; in use once there are many
	many   bool
	limits []Time  // that are watched,
	within []int64 // and how many of the times in bins do not exceed each
}

// Reset empties the sample. Memory and watched limits are kept.
func (s *Sample) Reset() {
	for _, octave := range s.bins {
		clear(octave)
	}
	clear(s.within)
	*s = Sample{values: s.values[:0], bins: s.bins, limits: s.limits, within: s.within}
}

// Watch lets UpTo be asked about a limit. It must come before any time does.
func (s *Sample) Watch(limit Time) {
	if s.n > 0 {
		panic("sim: a limit is watched from the start or not at all")
	}
	if !slices.Contains(s.limits, limit) {
		s.limits, s.within = append(s.limits, limit), append(s.within, 0)
	}
}

// Add takes a time in; a negative one is a fault of the model and panics, and so does a sum beyond 292,000 years.
func (s *Sample) Add(t Time) {
	if t < 0 {
		panic(fmt.Sprintf("sim: a sample of times takes no %v", t))
	}
	s.n++
	if s.sum += t; s.sum < 0 {
		panic("sim: a sample of times outgrows 292,000 years")
	}
	if s.many {
		s.bin(t)
		return
	}
	if len(s.values) == cap(s.values) { // doubled, or the copies of a growing list would take several times its room
		s.values = slices.Grow(s.values, min(max(len(s.values), fewTimes), exactUpTo+1-len(s.values)))
	}
	s.values, s.sorted = append(s.values, t), false
	if len(s.values) > exactUpTo {
		s.many = true
		for _, v := range s.values {
			s.bin(v)
		}
		s.values = s.values[:0]
	}
}

// bin counts a time in its bin.
func (s *Sample) bin(t Time) {
	octave, at := binOf(t)
	for octave >= len(s.bins) {
		s.bins = append(s.bins, nil)
	}
	if s.bins[octave] == nil {
		s.bins[octave] = make([]int64, binsPerOctave)
	}
	s.bins[octave][at]++
	for i, limit := range s.limits {
		if t <= limit {
			s.within[i]++
		}
	}
}

// binOf a time: octave 0 holds times below 1024 ticks, octave k those from 1024·2^(k-1) up to twice that.
func binOf(t Time) (octave, at int) {
	octave = max(0, bits.Len64(uint64(t))-binBits)
	return octave, int(t>>max(0, octave-1)) & (binsPerOctave - 1)
}

// middleOf a bin.
func middleOf(octave, at int) Time {
	if octave == 0 {
		return Time(at)
	}
	shift := octave - 1
	return Time(binsPerOctave+at)<<shift + (1<<shift-1)/2
}

// Len gives the number of times.
func (s *Sample) Len() int { return int(s.n) }

// Sum gives their sum, exactly.
func (s *Sample) Sum() Time { return s.sum }

// Quantile gives the ⌈p n/100⌉-th of the n times in ascending order (Hyndman and Fan 1996, definition 1); none when there are
// no times.
func (s *Sample) Quantile(percent int) (Time, bool) {
	if s.n == 0 {
		return 0, false
	}
	rank := max(1, (int64(percent)*s.n+99)/100) // ⌈p n⌉, without a rounding error
	if !s.many {
		s.sort()
		return s.values[rank-1], true
	}
	for octave, counts := range s.bins {
		for at, n := range counts {
			if rank -= n; rank <= 0 {
				return middleOf(octave, at), true
			}
		}
	}
	panic("sim: a sample has lost times")
}

// UpTo gives how many times do not exceed a limit, exactly. It panics when the limit is not watched.
func (s *Sample) UpTo(limit Time) int {
	if at := slices.Index(s.limits, limit); at < 0 {
		panic(fmt.Sprintf("sim: nobody watches %v", limit))
	} else if s.many {
		return int(s.within[at])
	}
	s.sort()
	n, _ := slices.BinarySearch(s.values, limit+1)
	return n
}

// sort brings times that are kept one by one into order.
func (s *Sample) sort() {
	if !s.sorted {
		slices.Sort(s.values)
		s.sorted = true
	}
}
