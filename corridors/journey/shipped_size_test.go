//go:build !slow

package journey_test

import (
	"testing"

	"hanhlang/sim"
)

// The days of every shipped file that are recounted from the log.
const (
	recountedWarmUp = 1 * sim.Day
	recountedLength = 2 * sim.Day
)

// recounted says which of a study's alternatives are: the first, the last and the one between; none in a short test.
func recounted(i, of int) bool { return !testing.Short() && (i == 0 || i == of/2 || i == of-1) }
