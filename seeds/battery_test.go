package seeds

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// The battery asks whether neighbouring addresses look unrelated. Philox itself is known to pass BigCrush (Salmon et
// al. 2011); what is ours is the way addresses and keys are laid out, so every walk moves one word of the address or
// of the key by one at each step, and reads both numbers of the block.

// walks maps a step to 64 random bits, and a second 64 of the same block.
func walks() map[string]func(i int) block {
	fixed := replicationKey(20250618, 0).expand()
	at := func(seed Seed, r int) block {
		return replicationKey(seed, r).expand().philox(block{1, 2, 3, 4})
	}
	return map[string]func(i int) block{
		"point":       func(i int) block { return fixed.philox(block{uint32(i), 2, 3, 4}) },
		"flow":        func(i int) block { return fixed.philox(block{1, uint32(i), 3, 4}) },
		"truck":       func(i int) block { return fixed.philox(block{1, 2, uint32(i), 4}) },
		"visit":       func(i int) block { return fixed.philox(block{1, 2, 3, uint32(i)}) },
		"replication": func(i int) block { return at(20250618, i) },
		"seed":        func(i int) block { return at(Seed(i), 0) },
		"key word 0":  func(i int) block { return key{uint32(i), 5}.expand().philox(block{1, 2, 3, 4}) },
		"key word 1":  func(i int) block { return key{5, uint32(i)}.expand().philox(block{1, 2, 3, 4}) },
	}
}

// numbers reads one walk: the first number of each block, or the second.
func numbers(walk func(i int) block, second bool) []uint64 {
	x := make([]uint64, batterySize)
	for i := range x {
		b := walk(i)
		if second {
			b.w0, b.w1 = b.w2, b.w3
		}
		x[i] = uint64(b.w0)<<32 | uint64(b.w1)
	}
	return x
}

// battery holds the tests; each gives the probability of a result at least as large under true randomness.
func battery() map[string]func(x []uint64) float64 {
	return map[string]func(x []uint64) float64{
		"ones in each bit":         bitFrequency,
		"flips between neighbours": bitFlips,
		"distance of neighbours":   hammingDistance,
		"pairs, high bits":         func(x []uint64) float64 { return pairs(x, 58) },
		"pairs, low bits":          func(x []uint64) float64 { return pairs(x, 12) },
		"correlation, lag 1":       func(x []uint64) float64 { return correlation(x, 1) },
		"correlation, lag 16":      func(x []uint64) float64 { return correlation(x, 16) },
		"runs up":                  runsUp,
		"gaps":                     gaps,
		"birthday spacings, high":  func(x []uint64) float64 { return birthdaySpacings(x, 40) },
		"birthday spacings, low":   func(x []uint64) float64 { return birthdaySpacings(x, 12) },
		"evenness":                 evenness,
	}
}

// TestNeighbouringAddressesAreUnrelated runs 12 tests on 8 walks and both numbers of the block. No probability may be
// beyond 1e-6 at either end (by chance one battery in 2,600), and those beyond 1 % must be as many as chance allows.
func TestNeighbouringAddressesAreUnrelated(t *testing.T) {
	asked, extreme := 0, 0
	for word, walk := range walks() {
		for _, second := range []bool{false, true} {
			x := numbers(walk, second)
			for name, test := range battery() {
				p := test(x)
				assert.True(t, 1e-6 < p && p < 1-1e-6, "%s, %s, second %v: p = %g", word, name, second, p)
				asked++
				if p < 0.01 || p > 0.99 {
					extreme++
				}
			}
		}
	}
	chance := distuv.Binomial{N: float64(asked), P: 0.02}
	assert.Greater(t, chance.Survival(float64(extreme)-1), 1e-4, "%d of %d beyond 1 %%", extreme, asked)
}

// TestNeighbouringStreamsDoNotCorrelate compares the numbers of 1,024 trucks under key k with those under key k+1, and
// so for neighbours in every other word: the correlations of 64 neighbours in a row, as one chi-square of 64 degrees.
func TestNeighbouringStreamsDoNotCorrelate(t *testing.T) {
	const trucks, neighbours = 1024, 64
	k := replicationKey(20250618, 0)
	streams := map[string]func(i int, truck uint32) block{
		"point":       func(i int, truck uint32) block { return k.expand().philox(block{uint32(i), 2, truck, 4}) },
		"flow":        func(i int, truck uint32) block { return k.expand().philox(block{1, uint32(i), truck, 4}) },
		"visit":       func(i int, truck uint32) block { return k.expand().philox(block{1, 2, truck, uint32(i)}) },
		"replication": func(i int, truck uint32) block { return replicationKey(1, i).expand().philox(block{1, 2, truck, 4}) },
		"seed": func(i int, truck uint32) block {
			return replicationKey(Seed(i), 0).expand().philox(block{1, 2, truck, 4})
		},
		"key word 0": func(i int, truck uint32) block { return key{uint32(i), 5}.expand().philox(block{1, 2, truck, 4}) },
		"key word 1": func(i int, truck uint32) block { return key{5, uint32(i)}.expand().philox(block{1, 2, truck, 4}) },
	}
	for word, stream := range streams {
		statistic := 0.0
		for i := range neighbours {
			sum := 0.0
			for truck := range uint32(trucks) {
				here, there := stream(i, truck), stream(i+1, truck)
				sum += (open(here.w0, here.w1) - 0.5) * (open(there.w0, there.w1) - 0.5)
			}
			statistic += 144 * sum * sum / trucks // a product of two centred uniforms has variance 1/144
		}
		p := distuv.ChiSquared{K: neighbours}.Survival(statistic)
		assert.True(t, 1e-6 < p && p < 1-1e-6, "%s: p = %g", word, p)
	}
}

// TestTheBatteryFindsBadLuck: a linear congruential generator with a power of two (RANDU) and a plain count fail.
func TestTheBatteryFindsBadLuck(t *testing.T) {
	randu, count := make([]uint64, batterySize), make([]uint64, batterySize)
	state := uint64(1)
	for i := range randu {
		state = state * 65539 % (1 << 31)
		randu[i] = state<<33 | state<<2
		count[i] = mix(uint64(i)) &^ (1 << 40) // one dead bit is enough
	}
	for name, x := range map[string][]uint64{"RANDU": randu, "dead bit": count} {
		worst := math.Inf(1)
		for _, test := range battery() {
			p := test(x)
			worst = min(worst, p, 1-p)
		}
		assert.Less(t, worst, 1e-6, name)
	}
}
