package study

import (
	"errors"
	"fmt"

	"hanhlang/corridors/journey"
	"hanhlang/seeds"
)

// Halt is the error of a run whose trucks came to stand for ever, with what it takes to see it again.
type Halt struct {
	Alternative string
	Seed        seeds.Seed
	Replication int
	Cause       error
}

// Error names the run and the cause.
func (h *Halt) Error() string {
	return fmt.Sprintf("alternative %s, seed %d, replication %d: %v", h.Alternative, h.Seed, h.Replication, h.Cause)
}

// Unwrap is the cause.
func (h *Halt) Unwrap() error { return h.Cause }

// stuck says whether it is trucks that stand, and not another failure.
func (h *Halt) stuck() bool {
	var stuck *journey.StuckError
	return errors.As(h.Cause, &stuck)
}
