//go:build slow

package journey_test

import "hanhlang/sim"

// The days of every shipped file that are recounted from the log; the cases with known answers run for years.
const (
	recountedWarmUp = 8 * sim.Day
	recountedLength = 42 * sim.Day
)
