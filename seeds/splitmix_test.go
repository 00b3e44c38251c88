package seeds

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestSplitMixGivesThePublishedAnswers: for 1234567 the outputs that the ports of the reference implementation
// (Vigna 2015, splitmix64.c) publish; for 0 those of Java's SplittableRandom, published with it. Of reference case P44, which
// lists several generators, this is the one in use.
func TestSplitMixGivesThePublishedAnswers(t *testing.T) {
	for start, answers := range map[stream][]uint64{
		1234567: {
			6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
		},
		0: {0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f},
	} {
		for n, want := range answers {
			assert.Equal(t, want, start.output(uint64(n)), "output %d from %d", n, uint64(start))
		}
	}
}

// TestTheMixerCanBeUndone: what can be undone gives no two states the same output. So no two replications of a seed
// are the same, no two trucks or visits share their 64 bits at one point and flow, and one truck's visit has other
// bits at every point and flow.
func TestTheMixerCanBeUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		state := rapid.Uint64().Draw(t, "state")
		assert.Equal(t, state, unmix(mix(state)))
	})
	assert.Equal(t, uint64(math.MaxUint64), unmix(mix(math.MaxUint64)))
}

// unmix undoes mix, step by step from its end.
func unmix(z uint64) uint64 {
	z = unshift(z, 31) * inverse(0x94D049BB133111EB)
	z = unshift(z, 27) * inverse(0xBF58476D1CE4E5B9)
	return unshift(z, 30)
}

// unshift undoes z ^ z>>by for shifts above 64/3.
func unshift(z uint64, by int) uint64 { return z ^ z>>by ^ z>>(2*by) }

// inverse is the factor that undoes a multiplication by an odd one: each step of Newton's doubles the bits that hold.
func inverse(factor uint64) uint64 {
	x := factor
	for range 5 {
		x *= 2 - factor*x
	}
	return x
}

func TestReplicationsOfOneSeedNeverShareTheirLuck(t *testing.T) {
	owner := make(map[Luck]int)
	for r := range 100_000 {
		luck := Replication(7, r)
		_, taken := owner[luck]
		assert.False(t, taken, "replications %d and %d", owner[luck], r)
		owner[luck] = r
	}
}

func TestNeighbouringSeedsDoNotShareReplications(t *testing.T) {
	owner := make(map[Luck][2]int)
	for seed := range 300 {
		for r := range 300 {
			luck := Replication(Seed(seed), r)
			_, taken := owner[luck]
			assert.False(t, taken, "seed and replication %v and %v", owner[luck], [2]int{seed, r})
			owner[luck] = [2]int{seed, r}
		}
	}
}

// TestAMillionAddressesDoNotMeet: by chance two of a million would once in 37 million worlds.
func TestAMillionAddressesDoNotMeet(t *testing.T) {
	luck := Replication(20250618, 0)
	numbers := make([]uint64, 0, 1_000_000)
	for point := range Point(50) {
		for flow := range Flow(10) {
			for truck := range uint32(1000) {
				for visit := range uint32(2) {
					numbers = append(numbers, luck.bits(point, flow, truck, visit))
				}
			}
		}
	}
	slices.Sort(numbers)
	assert.Len(t, slices.Compact(numbers), 1_000_000)
}
