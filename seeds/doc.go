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
// or in halves, for a model that asks the same decision of many trucks and many decisions of the same truck:
//
//	u := luck.Decision(point, flow).Uniform(luck.Who(truck, visit))
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
// # Why SplitMix64
//
// The generator is SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"), read at an
// address. Output n of a stream is the mixed sum of its state and n+1 golden steps, so an address needs no state and no
// waiting for the outputs before it:
//
//	decision = output (point, flow) of one stream of the replication
//	who      = output (truck, visit) of another one
//	number   = output 0 of the stream that starts at decision + who
//
// Two words of 32 bits make one count of 64. A replication's two streams start at output r of two streams of the seed,
// which start at its outputs 0 and 1.
//
// Two mixes in a row, the second straight over (truck, visit), were not enough: truck numbers that differ in their
// highest bits only gave numbers whose differences the battery here and PractRand told from chance. So both words are
// mixed by themselves and their sum again; the first two mixes run side by side in the processor.
//
// Its standing: SplitMix64 passes BigCrush as published, for outputs in their order, and its outputs are published, so
// that another program can repeat ours. Addresses are no such order; they stand on what was run on this arrangement.
// The tests of the package run frequency, flips, distances, pairs, correlation, runs, gaps, birthday spacings and
// evenness over 14 walks through neighbouring addresses, replications and seeds, 65,536 steps each and 4,194,304 with
// -tags slow, and the flip of each of the 256 bits of seed, replication and address. From outside, 14 such walks were
// given to PractRand (pre-0.95, core tests, 1 GiB each: 3,444 results, none failed or suspicious, one "unusual" at
// 9.5e-5 that is gone at 2 and 4 GiB), three more with both numbers of the pair in turn (no anomaly), and the 14 to
// SmallCrush of TestU01 1.2.3 (all passed). Crush, BigCrush and terabytes were not run on the walks.
//
// Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011) has the longer record for addresses, and no two addresses of one
// replication can have the same 128 bits of it; it takes more than twice the time.
//
// # What it cannot promise
//
// It is no cipher: who sees numbers can compute others. And the sum of 64 bits can be the same for two addresses. At
// one point and flow it never is, nor for one truck and visit, because a mix can be undone; elsewhere two addresses
// meet with chance 2^-64. A replication of n numbers has n(n-1)/2 pairs: among a million numbers two meet once in 37
// million replications; in a study of a thousand such replications, any two of its numbers once in 37 studies. Two
// that meet share one number, and their neighbours do not, since a mix scatters what is added. That two numbers agree
// in all of their 52 bits is 4,096 times as likely, here and under true randomness.
package seeds
