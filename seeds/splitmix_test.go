package seeds

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPhiloxGivesThePublishedAnswers: Random123 (Salmon et al.), tests/kat_vectors, the three rows of philox4x32 10.
func TestPhiloxGivesThePublishedAnswers(t *testing.T) {
	for _, known := range []struct {
		counter block
		key     key
		want    block
	}{
		{block{}, key{}, block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
		{
			block{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
			key{0xffffffff, 0xffffffff},
			block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
		},
		{
			block{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
			key{0xa4093822, 0x299f31d0},
			block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
		},
	} {
		assert.Equal(t, known.want, known.key.expand().philox(known.counter), "counter %x", known.counter)
	}
}

// TestSplitMixGivesThePublishedAnswers: the first outputs for seed 1234567, as published with the reference
// implementation of SplitMix64 and repeated in its ports.
func TestSplitMixGivesThePublishedAnswers(t *testing.T) {
	state := uint64(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423} {
		state += goldenGamma
		assert.Equal(t, want, mix(state))
	}
}

func TestReplicationsOfOneSeedNeverShareAKey(t *testing.T) {
	owner := make(map[key]int)
	for r := range 100_000 {
		k := replicationKey(7, r)
		_, taken := owner[k]
		assert.False(t, taken, "replications %d and %d", owner[k], r)
		owner[k] = r
	}
}

func TestNeighbouringSeedsDoNotShareReplications(t *testing.T) {
	owner := make(map[key][2]int)
	for seed := range 300 {
		for r := range 300 {
			k := replicationKey(Seed(seed), r)
			_, taken := owner[k]
			assert.False(t, taken, "seed and replication %v and %v", owner[k], [2]int{seed, r})
			owner[k] = [2]int{seed, r}
		}
	}
}
