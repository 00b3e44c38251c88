package journey

import "hanhlang/sim"

// fingerprint is a hash over the events of a replication in their order: when, what and whom. Two runs with the same one
// have taken the same course; one event more, fewer or elsewhere gives another, but for one chance in 2^64.
type fingerprint uint64

// The factors are odd and of no other meaning; a multiplication carries every bit upwards, a shift brings it down again.
const (
	printFactor = 0x9E3779B97F4A7C15
	printShift  = 32
)

// add takes an event in.
func (f *fingerprint) add(e sim.Event) {
	h := (uint64(*f) ^ uint64(e.At)) * printFactor
	h = (h ^ h>>printShift ^ uint64(uint32(e.Who))<<8 ^ uint64(e.Kind)) * printFactor
	*f = fingerprint(h ^ h>>printShift)
}
