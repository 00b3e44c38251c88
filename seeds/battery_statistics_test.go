package seeds

import (
	"math"
	"math/bits"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// chiSquare is the upper tail of sum (seen-expected)^2/expected over the cells, one degree of freedom lost.
func chiSquare(seen, expected []float64) float64 {
	statistic := 0.0
	for i, e := range expected {
		statistic += (seen[i] - e) * (seen[i] - e) / e
	}
	return distuv.ChiSquared{K: float64(len(seen) - 1)}.Survival(statistic)
}

// bitFrequency counts the ones in each of the 64 bits: 64 squared normal scores.
func bitFrequency(x []uint64) float64 {
	var ones [64]float64
	for _, v := range x {
		for b := range ones {
			ones[b] += float64(v >> b & 1)
		}
	}
	statistic := 0.0
	for _, n := range ones {
		score := (2*n - float64(len(x))) / math.Sqrt(float64(len(x)))
		statistic += score * score
	}
	return distuv.ChiSquared{K: 64}.Survival(statistic)
}

// bitFlips counts how often each bit changes from one number to the next.
func bitFlips(x []uint64) float64 {
	flips := make([]uint64, len(x)-1)
	for i := range flips {
		flips[i] = x[i] ^ x[i+1]
	}
	return bitFrequency(flips)
}

// hammingDistance counts the bits in which neighbours differ: binomial of 64 trials, tails pooled.
func hammingDistance(x []uint64) float64 {
	const low, high = 22, 42
	n := float64(len(x) - 1)
	law := distuv.Binomial{N: 64, P: 0.5}
	seen, expected := make([]float64, high-low+1), make([]float64, high-low+1)
	for i := range len(x) - 1 {
		seen[min(max(bits.OnesCount64(x[i]^x[i+1]), low), high)-low]++
	}
	for d := range 65 {
		expected[min(max(d, low), high)-low] += n * law.Prob(float64(d))
	}
	return chiSquare(seen, expected)
}

// pairs counts the 4,096 combinations of six bits of a number and of the next one (serial test; Knuth, vol. 2, 3.3.2 B).
func pairs(x []uint64, shift int) float64 {
	seen, expected := make([]float64, 1<<12), make([]float64, 1<<12)
	for i := 0; i+1 < len(x); i += 2 {
		seen[x[i]>>shift&63<<6|x[i+1]>>shift&63]++
	}
	for i := range expected {
		expected[i] = float64(len(x)/2) / (1 << 12)
	}
	return chiSquare(seen, expected)
}

// correlation is the probability of a larger correlation with the number some steps further (normal score); a
// negative one shows as a probability close to 1.
func correlation(x []uint64, lag int) float64 {
	sum := 0.0
	for i := range len(x) - lag {
		sum += (open(x[i]) - 0.5) * (open(x[i+lag]) - 0.5)
	}
	return distuv.UnitNormal.Survival(12 * sum / math.Sqrt(float64(len(x)-lag)))
}

// runsUp counts the lengths of ascending runs; the number that ends a run is thrown away, which makes the runs
// independent: length r has probability 1/r! - 1/(r+1)! (Knuth, vol. 2, 3.3.2 G and exercise 14).
func runsUp(x []uint64) float64 {
	const longest = 6
	seen, expected := make([]float64, longest), make([]float64, longest)
	runs, length := 0.0, 1
	for i := 1; i < len(x); i++ {
		if x[i] > x[i-1] {
			length++
			continue
		}
		seen[min(length, longest)-1]++
		runs++
		length = 1
		i++
	}
	factorial := 1.0
	for r := 1; r <= longest; r++ {
		factorial *= float64(r)
		expected[r-1] = runs * (1/factorial - 1/(factorial*float64(r+1)))
	}
	expected[longest-1] = runs / factorial
	return chiSquare(seen, expected)
}

// gaps counts how many numbers pass between two below 1/8 (Knuth, vol. 2, 3.3.2 D).
func gaps(x []uint64) float64 {
	const longest, p = 30, 0.125
	seen, expected := make([]float64, longest+1), make([]float64, longest+1)
	n, gap := 0.0, 0
	for _, v := range x {
		if v>>61 != 0 {
			gap++
			continue
		}
		seen[min(gap, longest)]++
		n++
		gap = 0
	}
	for r := range longest {
		expected[r] = n * p * math.Pow(1-p, float64(r))
	}
	expected[longest] = n * math.Pow(1-p, longest)
	return chiSquare(seen, expected)
}

// birthdaySpacings throws 512 birthdays into a year of 2^24 days and counts repeated spacings: Poisson of mean 2 for
// each throw (Marsaglia 1985), summed over all throws.
func birthdaySpacings(x []uint64, shift int) float64 {
	const birthdays = 512
	days, repeats, throws := make([]uint64, birthdays), 0, 0
	for ; len(x) >= birthdays; x = x[birthdays:] {
		for i := range days {
			days[i] = x[i] >> shift & (1<<24 - 1)
		}
		slices.Sort(days)
		for i := birthdays - 1; i > 0; i-- {
			days[i] -= days[i-1]
		}
		slices.Sort(days)
		for i := 1; i < birthdays; i++ {
			if days[i] == days[i-1] {
				repeats++
			}
		}
		throws++
	}
	return distuv.Poisson{Lambda: 2 * float64(throws)}.Survival(float64(repeats))
}

// evenness is the largest distance of the empirical distribution from the uniform one (Kolmogorov 1933, with Stephens'
// 1970 correction for finite samples).
func evenness(x []uint64) float64 {
	sorted := slices.Clone(x)
	slices.Sort(sorted)
	n, distance := float64(len(x)), 0.0
	for i, v := range sorted {
		u := open(v)
		distance = max(distance, u-float64(i)/n, float64(i+1)/n-u)
	}
	lambda := distance * (math.Sqrt(n) + 0.12 + 0.11/math.Sqrt(n))
	p, sign := 0.0, 2.0
	for k := 1.0; k <= 100; k++ {
		p += sign * math.Exp(-2*k*k*lambda*lambda)
		sign = -sign
	}
	return p
}
