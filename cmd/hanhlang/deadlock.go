package main

import (
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/study"
)

// deadlocked explains trucks that stand in each other's way for ever: who has what, who waits for what,
// and which run shows it again.
func deadlocked(halt *study.Halt, stuck *journey.StuckError, cause error) error {
	var ring []any
	for _, h := range stuck.Ring {
		ring = append(ring, words.Say("cmd.deadlock-holder", "truck", h.Truck, "flow", h.Flow, "has", spaceOf(h.Holds), "wants", spaceOf(h.Wants)))
	}
	return &fault{
		code: exitStopped,
		what: words.Say("cmd.deadlock", "at", stuck.At.String(), "ring", words.And(ring...),
			"alternative", halt.Alternative, "seed", uint64(halt.Seed), "replication", halt.Replication),
		help:  words.Say("cmd.help.deadlock"),
		cause: cause,
	}
}

// spaceOf names a space that a truck has or waits for.
func spaceOf(s journey.Space) words.Phrase {
	return words.Say("cmd.deadlock."+string(s.Kind), "at", s.At, "name", s.Name)
}
