//go:build !slow

package journey_test

import "hanhlang/sim"

// The days of every shipped file that are recounted from the log.
const (
	recountedWarmUp = 1 * sim.Day
	recountedLength = 2 * sim.Day
)
