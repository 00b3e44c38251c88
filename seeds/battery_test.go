package seeds

import (
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat/distuv"
)

// The battery asks whether neighbouring addresses look unrelated. Every walk moves one word of the address, of the
// replication or of the seed by one at each step, or one bit far up in it, and reads both numbers of the pair.

// walks maps a step to the first 64 random bits at an address.
func walks() map[string]func(i int) uint64 {
	fixed := Replication(20250618, 0)
	at := func(seed Seed, r int) uint64 { return Replication(seed, r).bits(1, 2, 3, 4) }
	return map[string]func(i int) uint64{
		"point":               func(i int) uint64 { return fixed.bits(Point(i), 2, 3, 4) },
		"flow":                func(i int) uint64 { return fixed.bits(1, Flow(i), 3, 4) },
		"truck":               func(i int) uint64 { return fixed.bits(1, 2, uint32(i), 4) },
		"visit":               func(i int) uint64 { return fixed.bits(1, 2, 3, uint32(i)) },
		"replication":         func(i int) uint64 { return at(20250618, i) },
		"seed":                func(i int) uint64 { return at(Seed(i), 0) },
		"seed, high half":     func(i int) uint64 { return at(Seed(i)<<32, 0) },
		"truck, high bits":    func(i int) uint64 { return fixed.bits(1, 2, bits.Reverse32(uint32(i)), 4) },
		"truck, Gray code":    func(i int) uint64 { return fixed.bits(1, 2, uint32(i^i>>1), 4) },
		"visits of trucks":    func(i int) uint64 { return fixed.bits(1, 2, uint32(i/4), uint32(i%4)) },
		"points of trucks":    func(i int) uint64 { return fixed.bits(Point(i%16), 2, uint32(i/16), 0) },
		"flows of trucks":     func(i int) uint64 { return fixed.bits(1, Flow(i%16), uint32(i/16), 0) },
		"trucks of worlds":    func(i int) uint64 { return Replication(20250618, i/64).bits(1, 2, uint32(i%64), 0) },
		"worlds of one truck": func(i int) uint64 { return Replication(Seed(i/64), i%64).bits(1, 2, 17, 0) },
	}
}

// numbers reads one walk: the first number at each address, or the second.
func numbers(walk func(i int) uint64, second bool) []uint64 {
	x := make([]uint64, batterySize)
	for i := range x {
		x[i] = walk(i)
		if second {
			x[i] = beside(x[i])
		}
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

// TestNeighbouringAddressesAreUnrelated runs 12 tests on 14 walks and both numbers of the pair. No probability may be
// beyond 1e-6 at either end (by chance one battery in 1,500), and those beyond 1 % must be as many as chance allows.
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

// TestNeighbouringStreamsDoNotCorrelate compares the numbers of 1,024 trucks in replication r with those in r+1, and so
// for neighbours in every other word: the correlations of 64 neighbours in a row, as one chi-square of 64 degrees.
func TestNeighbouringStreamsDoNotCorrelate(t *testing.T) {
	const trucks, neighbours = 1024, 64
	fixed := Replication(20250618, 0)
	streams := map[string]func(i int, truck uint32) float64{
		"point":       func(i int, truck uint32) float64 { return fixed.Uniform(Point(i), 2, truck, 4) },
		"flow":        func(i int, truck uint32) float64 { return fixed.Uniform(1, Flow(i), truck, 4) },
		"visit":       func(i int, truck uint32) float64 { return fixed.Uniform(1, 2, truck, uint32(i)) },
		"replication": func(i int, truck uint32) float64 { return Replication(1, i).Uniform(1, 2, truck, 4) },
		"seed":        func(i int, truck uint32) float64 { return Replication(Seed(i), 0).Uniform(1, 2, truck, 4) },
		"number of the pair": func(i int, truck uint32) float64 {
			first, second := fixed.Pair(Point(i/2), 2, truck, 4)
			return []float64{first, second}[i%2]
		},
	}
	for word, stream := range streams {
		statistic := 0.0
		for i := range neighbours {
			sum := 0.0
			for truck := range uint32(trucks) {
				sum += (stream(i, truck) - 0.5) * (stream(i+1, truck) - 0.5)
			}
			statistic += 144 * sum * sum / trucks // a product of two centred uniforms has variance 1/144
		}
		p := distuv.ChiSquared{K: neighbours}.Survival(statistic)
		assert.True(t, 1e-6 < p && p < 1-1e-6, "%s: p = %g", word, p)
	}
}

// TestEveryBitOfTheAddressChangesHalfOfTheNumber (avalanche): each of the 128 bits of the address, of the 64 of the
// seed and of the 64 of the replication, against each of the 64 bits of both numbers; the flips of 1,024 addresses are
// binomial. The largest of the 32,768 scores stays below 6 (by chance once in 15,000), the smallest above -6.
func TestEveryBitOfTheAddressChangesHalfOfTheNumber(t *testing.T) {
	const addresses = 1024
	read := func(word [4]uint64) [2]uint64 {
		first := Replication(Seed(word[0]), int(word[1])).bits(
			Point(word[2]>>32), Flow(word[2]), uint32(word[3]>>32), uint32(word[3]))
		return [2]uint64{first, beside(first)}
	}
	for bit := range 256 {
		var flips [2][64]int
		for i := range uint64(addresses) {
			here := [4]uint64{20250618, 3, 1<<32 | 2, i << 32}
			if bit >= 192 { // a walk over the flipped word itself would count its flips twice
				here[1], here[3] = i, 17<<32
			}
			there := here
			there[bit/64] ^= 1 << (bit % 64)
			a, b := read(here), read(there)
			for n := range flips {
				for out := range flips[n] {
					flips[n][out] += int((a[n] ^ b[n]) >> out & 1)
				}
			}
		}
		for n := range flips {
			for out, count := range flips[n] {
				score := (2*float64(count) - addresses) / math.Sqrt(addresses)
				assert.Less(t, math.Abs(score), 6.0, "bit %d of the address, bit %d of number %d", bit, out, n+1)
			}
		}
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
