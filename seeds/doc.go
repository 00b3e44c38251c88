// Package seeds answers one question: whose luck is it? It turns (seed, replication, decision point, flow, truck,
// visit) into a uniform number and keeps the seeds behind published figures.
// It does not know what a truck, a gate or a distribution is, nor the order in which anybody asks.
//
// # Whose luck
//
// A study compares alternatives: paper against digital, one lane more, an ICD here or there. If every alternative
// rolled its own dice, the difference of two means would carry the noise of both, and a planner would need thousands
// of replications to see ten minutes. So here luck belongs to the truck, not to the run. Truck 17 of the flow of wood
// chips is the truck whose papers need long at the second counter, under paper and under digital, today and in the
// rerun next year: same truck, same luck under every alternative. What is left in the difference is what the
// alternative changed. (The literature calls this common random numbers.)
//
// A number is therefore not the next one of a stream; it is the number at an address:
//
//	seed          the study's seed, 0 to 2^64-1
//	replication   which of the possible worlds
//	point         the decision: "Lao Bảo/exit/documents/service"
//	flow          the stream of trucks: "wood chips, Savannakhet to Đà Nẵng"
//	truck         the number of the truck within its flow, in order of arrival
//	visit         how often this truck has come to this point before
//
// Seed and replication make a [Luck]; the other four are asked of it:
//
//	luck := seeds.Replication(seed, replication)
//	u := luck.Uniform(point, flow, truck, visit)
//
// # What follows from it
//
// The order of asking does not matter, so neither do events that overtake each other, workers or resumed runs.
// Replication 31 alone is replication 31 of fifty. A gate, a stage or a flow more has addresses of its own and
// changes nobody else's numbers. A point that is not reached wastes nothing and shifts nothing. Mirrored luck
// (1-u for u) lies on the same grid of numbers.
//
// Three rules keep the promise. The clock must never be part of an address: an alternative that is faster would give
// the truck other luck. A decision takes one number, by inversion (package law), so that a slower law makes the same
// truck slower. And a truck keeps its number within its flow whatever the alternative is: arrivals must not depend on it.
//
// Luck that belongs to no truck uses the same address with another count in the place of the truck: the weather of
// day 12 is (point "QL9/weather", flow 0, truck 12, visit 0).
//
// # Points and flows have names
//
// The address holds 32-bit hashes of names ([PointOf], [FlowOf]), not places in a list: a list that grows by one would
// hand every later member its neighbour's luck. Two names with one hash would share their luck; [Points] and [Flows]
// tell this while the model is built. A renamed point has new luck. Names are taken byte for byte.
//
// # Why Philox
//
// The generator is Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011). It is a function of counter and key without
// any state, which is what an address needs; its counter of four words is the address itself, without hashing, and
// under one key no two addresses can share a block; its answers are published, so that another program can repeat
// ours; and it passes BigCrush as published by its authors. Streams with jumps (MRG32k3a) need a state for each point
// and truck; mixers of the SplitMix kind are faster and have no published answers for a counter of four words. The
// price is about three calls of a PCG stream for a number.
//
// The key of replication r is output r of SplitMix64 (Steele, Lea, Flood 2014) started at the mixed seed: a
// bijection, so two replications of one study never share a key.
package seeds
