package seeds

import "math"

// Seed is the seed of a study. Every value is allowed, 0 included.
type Seed uint64

// Luck is the luck of one replication: every random number that any truck will need, each at its address.
// It is a small value without state, safe for any number of goroutines. Make it with [Replication].
type Luck struct {
	decisions, trucks stream
	mirror            uint64 // all bits: every number is the mirror of what it would be; none: it is that
}

// Replication is the luck of replication r of a study with this seed. Any int is a replication of its own.
//
// The seed is mixed before its replications are counted: otherwise replication 1 of a seed would be replication 0 of
// another one close by.
func Replication(seed Seed, r int) Luck {
	study := stream(seed)
	return Luck{decisions: study.fork(0).fork(uint64(r)), trucks: study.fork(1).fork(uint64(r))}
}

// Mirrored is the luck in which every number u of this one is 1-u: who was lucky is unlucky, and as much so. A replication and its
// mirror are an antithetic pair: each is as good as any other, and where a measure rises or falls with the numbers, the mean of
// the two varies less than that of two independent ones (Hammersley and Morton 1956).
func (l Luck) Mirrored() Luck {
	l.mirror = ^l.mirror
	return l
}

// Uniform is the number at an address, in the open interval (0,1): never 0, never 1, so every quantile function may
// be asked. It is an odd multiple of 2^-53; there are 2^52 of them, equally likely, and 1-u is one of them too.
func (l Luck) Uniform(p Point, f Flow, truck, visit uint32) float64 {
	return open(l.bits(p, f, truck, visit) ^ l.mirror)
}

// Pair is two independent numbers at an address; the first is the one [Luck.Uniform] gives, the second costs half as
// much again. It serves a decision that needs two, such as a law chosen at random and an outcome of it.
func (l Luck) Pair(p Point, f Flow, truck, visit uint32) (first, second float64) {
	bits := l.bits(p, f, truck, visit)
	return open(bits ^ l.mirror), open(beside(bits) ^ l.mirror)
}

// Decision is the half of an address that many trucks share: a decision point with a flow. It belongs to the
// replication of the Luck that made it.
type Decision struct{ half, mirror uint64 }

// Who is the other half: a truck on one of its visits. It belongs to the replication of the Luck that made it.
type Who uint64

// Decision is the half of an address that says what is decided.
func (l Luck) Decision(p Point, f Flow) Decision {
	return Decision{l.decisions.output(uint64(p)<<32 | uint64(f)), l.mirror}
}

// Who is the half of an address that says for whom.
func (l Luck) Who(truck, visit uint32) Who {
	return Who(l.trucks.output(uint64(truck)<<32 | uint64(visit)))
}

// Uniform is the number at the address of both halves, that of [Luck.Uniform]. Who keeps the halves at hand has it for
// a third of the work.
func (d Decision) Uniform(w Who) float64 { return open(d.bits(w) ^ d.mirror) }

// bits is the 64 random bits at an address: what its halves give is added and mixed again. They are the same in the mirror.
func (d Decision) bits(w Who) uint64 { return stream(d.half + uint64(w)).output(0) }

// bits is the 64 random bits at an address. The mixes of its halves do not wait for each other, so three mixes take the
// time of two.
func (l Luck) bits(p Point, f Flow, truck, visit uint32) uint64 {
	return l.Decision(p, f).bits(l.Who(truck, visit))
}

// beside is the 64 random bits next to those at an address: its own bits mixed once more.
func beside(bits uint64) uint64 { return stream(bits).output(0) }

// open maps 64 random bits to the odd multiples of 2^-53: the first 52 become the fraction of a number in [1,2), and
// the subtraction is exact. An even multiple would have to be 0 at times, and half a step more would round to 1.
func open(bits uint64) float64 {
	const one = 0x3FF << 52 // the sign and the exponent of 1
	return math.Float64frombits(one|bits>>12) - (1 - 0x1p-53)
}
