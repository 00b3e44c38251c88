package indicators

import (
	"slices"

	"hanhlang/sim/stat"
)

// series are the values of one figure in one replication, with the sums whose ratio stands beside their mean.
type series struct {
	values      []float64
	over, under float64
}

func (s *series) add(x float64) { s.values = append(s.values, x) }

func (s *series) ratio(over, under float64) {
	s.over += over
	s.under += under
}

// digest is what is kept of a series when the replication has ended.
type digest struct {
	n                                  int
	mean, sd, low, high, p10, p50, p90 float64
	spread                             bool // sd is there
	ratio                              float64
	rated                              bool // ratio is there
	within                             []float64
	quantiles                          []float64 // by per cent; none: nobody asked
}

// aims are what a series is summed up for beside its moments.
type aims struct {
	limits []float64 // the shares within them are wanted
	spread bool      // and the quantiles
}

// percents are the quantiles of a spread, from 0 to 100 %.
const percents = 100

// digest sums a series up; it sorts the values.
func (s *series) digest(of aims) digest {
	d := digest{n: len(s.values)}
	if s.under != 0 {
		d.ratio, d.rated = s.over/s.under, true
	}
	if d.n == 0 {
		return d
	}
	d.mean, _ = stat.Mean(s.values)
	d.sd, d.spread = stat.SD(s.values)
	slices.Sort(s.values)
	d.low, d.high = s.values[0], s.values[d.n-1]
	d.p10, _ = stat.OrderStatistic(s.values, 0.10)
	d.p50, _ = stat.OrderStatistic(s.values, 0.50)
	d.p90, _ = stat.OrderStatistic(s.values, 0.90)
	for i := 0; of.spread && i <= percents; i++ {
		q, _ := stat.OrderStatistic(s.values, max(1e-9, float64(i)/percents))
		d.quantiles = append(d.quantiles, q)
	}
	for _, l := range of.limits {
		at, _ := slices.BinarySearchFunc(s.values, l, func(x, l float64) int {
			if x <= l {
				return -1
			}
			return 1
		})
		d.within = append(d.within, float64(at)/float64(d.n))
	}
	return d
}

// shelf keeps the series of many figures by key, in the order in which the keys first came.
type shelf[K comparable] struct {
	at   map[K]int
	keys []K
	rows []*series
}

func newShelf[K comparable]() *shelf[K] { return &shelf[K]{at: make(map[K]int)} }

// of a key.
func (s *shelf[K]) of(k K) *series {
	i, known := s.at[k]
	if !known {
		i = len(s.keys)
		s.at[k] = i
		s.keys = append(s.keys, k)
		s.rows = append(s.rows, &series{})
	}
	return s.rows[i]
}

// digests of one replication by key.
type digests[K comparable] struct {
	keys []K
	of   map[K]digest
}

// close sums up all series.
func (s *shelf[K]) close(what func(K) aims) digests[K] {
	d := digests[K]{keys: s.keys, of: make(map[K]digest, len(s.keys))}
	for i, k := range s.keys {
		var of aims
		if what != nil {
			of = what(k)
		}
		d.of[k] = s.rows[i].digest(of)
	}
	return d
}

// union lists the keys of all replications, in the order in which they first come.
func union[K comparable](all []digests[K]) []K {
	seen := make(map[K]bool)
	var out []K
	for _, d := range all {
		for _, k := range d.keys {
			if !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}

// over gathers one figure of a key from the replications that have it.
func over[K comparable](all []digests[K], k K, figure func(digest) (float64, bool)) []float64 {
	var out []float64
	for _, d := range all {
		one, there := d.of[k]
		if !there || one.n == 0 {
			continue
		}
		if x, ok := figure(one); ok {
			out = append(out, x)
		}
	}
	return out
}

// quantiles of a key: the mean over the replications that have it of each.
func quantiles[K comparable](all []digests[K], k K) []float64 {
	var sums []float64
	n := 0.0
	for _, d := range all {
		one := d.of[k]
		if len(one.quantiles) == 0 {
			continue
		}
		if sums == nil {
			sums = make([]float64, len(one.quantiles))
		}
		for i, q := range one.quantiles {
			sums[i] += q
		}
		n++
	}
	for i := range sums {
		sums[i] /= n
	}
	return sums
}

// Stat is a figure over observed replications.
type Stat = stat.Interval

// estimator makes intervals with one confidence.
type estimator struct{ confidence float64 }

func (e estimator) of(x []float64) Stat {
	i, _ := stat.MeanInterval(x, e.confidence)
	return i
}

// Summary is the spread of a figure: each a mean over the observed replications of what it is in each, but
// for Low and High, the least and greatest of all.
type Summary struct {
	N                      int // observations in all
	Mean, Median, P10, P90 Stat
	SD                     Stat // absent with fewer than two observations
	Ratio                  Stat // of totals; absent where none is taken
	Low, High              float64
	Within                 []Stat // share by limit
}

// summary of a key.
func summary[K comparable](e estimator, all []digests[K], k K) Summary {
	s := Summary{
		Mean:   e.of(over(all, k, func(d digest) (float64, bool) { return d.mean, true })),
		Median: e.of(over(all, k, func(d digest) (float64, bool) { return d.p50, true })),
		P10:    e.of(over(all, k, func(d digest) (float64, bool) { return d.p10, true })),
		P90:    e.of(over(all, k, func(d digest) (float64, bool) { return d.p90, true })),
		SD:     e.of(over(all, k, func(d digest) (float64, bool) { return d.sd, d.spread })),
		Ratio:  e.of(over(all, k, func(d digest) (float64, bool) { return d.ratio, d.rated })),
	}
	limits := 0
	for _, d := range all {
		one, there := d.of[k]
		if !there || one.n == 0 {
			continue
		}
		if s.N == 0 || one.low < s.Low {
			s.Low = one.low
		}
		if s.N == 0 || one.high > s.High {
			s.High = one.high
		}
		s.N += one.n
		limits = len(one.within)
	}
	for i := range limits {
		s.Within = append(s.Within, e.of(over(all, k, func(d digest) (float64, bool) { return d.within[i], true })))
	}
	return s
}
