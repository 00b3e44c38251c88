package seeds

// The constants of Philox4x32 (Salmon, Moraes, Dror, Shaw 2011): two multipliers, and the two steps by which the
// key moves on between rounds (the golden ratio and sqrt(3)-1, as fractions of 2^32).
const (
	multiplier0 = 0xD2511F53
	multiplier1 = 0xCD9E8D57
	keyStep0    = 0x9E3779B9
	keyStep1    = 0xBB67AE85
	rounds      = 10
)

// key is the 64-bit key of a replication, or of one round of it.
type key struct{ k0, k1 uint32 }

// schedule holds the keys of all rounds. They are made once for a replication: adding them up for every number costs a
// third more.
type schedule [rounds]key

// expand makes the round keys.
func (k key) expand() *schedule {
	var s schedule
	for i := range s {
		n := uint32(i)
		s[i] = key{k.k0 + n*keyStep0, k.k1 + n*keyStep1}
	}
	return &s
}

// block is four words: an address on its way to becoming random.
type block struct{ w0, w1, w2, w3 uint32 }

// philox is Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): under one
// key a bijection of blocks. The rounds stand side by side because a loop costs half as much again.
func (s *schedule) philox(b block) block {
	b = b.round(s[0]).round(s[1]).round(s[2]).round(s[3]).round(s[4])
	return b.round(s[5]).round(s[6]).round(s[7]).round(s[8]).round(s[9])
}

// round multiplies two of the words, swaps and mixes in the key.
func (b block) round(k key) block {
	p0 := uint64(b.w0) * multiplier0
	p1 := uint64(b.w2) * multiplier1
	return block{uint32(p1>>32) ^ b.w1 ^ k.k0, uint32(p1), uint32(p0>>32) ^ b.w3 ^ k.k1, uint32(p0)}
}
