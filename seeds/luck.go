package seeds

// Seed is the seed of a study. Every value is allowed, 0 included.
type Seed uint64

// Luck is the luck of one replication: every random number that any truck will need, each at its address.
// It is a small value without state, safe for any number of goroutines. Make it with [Replication].
type Luck struct{ keys *schedule }

// Replication is the luck of replication r of a study with this seed. Any int is a replication of its own.
func Replication(seed Seed, r int) Luck {
	return Luck{replicationKey(seed, r).expand()}
}

// Uniform is the number at an address, in the open interval (0,1): never 0, never 1, so every quantile function may
// be asked. It is an odd multiple of 2^-53; there are 2^52 of them, equally likely, and 1-u is one of them too.
func (l Luck) Uniform(p Point, f Flow, truck, visit uint32) float64 {
	b := l.keys.philox(block{uint32(p), uint32(f), truck, visit})
	return open(b.w0, b.w1)
}

// Pair is two independent numbers at an address for the price of one; the first is the one [Luck.Uniform] gives.
// It serves a decision that needs two, such as a law chosen at random and an outcome of it.
func (l Luck) Pair(p Point, f Flow, truck, visit uint32) (first, second float64) {
	b := l.keys.philox(block{uint32(p), uint32(f), truck, visit})
	return open(b.w0, b.w1), open(b.w2, b.w3)
}

// open maps 64 random bits to the odd multiples of 2^-53. An even one would have to be 0 at times, and half a step
// more would round to 1.
func open(high, low uint32) float64 {
	bits := uint64(high)<<32 | uint64(low)
	return float64(int64(bits>>11|1)) * 0x1p-53
}

// replicationKey is output r of SplitMix64 started at the mixed seed (Steele, Lea, Flood 2014). One mixing alone would
// make replication 1 of a seed replication 0 of another one close by.
func replicationKey(seed Seed, r int) key {
	mixed := mix(mix(uint64(seed)+goldenGamma) + goldenGamma*(uint64(r)+1))
	return key{uint32(mixed), uint32(mixed >> 32)}
}

// goldenGamma is the step of SplitMix64: the golden ratio as a fraction of 2^64, made odd.
const goldenGamma = 0x9E3779B97F4A7C15

// mix is the output function of SplitMix64, a bijection (variant 13 of Stafford's mixers).
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
