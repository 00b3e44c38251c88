package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// daily are hours that are the same on all days.
func daily(h corridors.Hours) *hours {
	out := everyDay(windowsOf(h))
	return &out
}

// window from and to whole hours.
func window(from, to int) corridors.Window { return corridors.Window{From: from * 3600, To: to * 3600} }

func TestHoursOverMidnightAreOpenOnBothSidesOfIt(t *testing.T) {
	h := daily(corridors.Hours{Windows: []corridors.Window{window(22, 6)}})
	assert.True(t, h.openAt(0))
	assert.True(t, h.openAt(6*sim.Hour-1))
	assert.False(t, h.openAt(6*sim.Hour), "a window ends just before its end")
	assert.False(t, h.openAt(22*sim.Hour-1))
	assert.True(t, h.openAt(22*sim.Hour))
	next, changes := h.next(23 * sim.Hour)
	assert.True(t, changes)
	assert.Equal(t, 30*sim.Hour, next, "midnight is no change: the post stays open")
	assert.Equal(t, 8*sim.Hour, h.perDay)
}

func TestWindowThatEndsAtMidnightClosesThere(t *testing.T) {
	h := daily(corridors.Hours{Windows: []corridors.Window{window(6, 0)}})
	next, changes := h.next(7 * sim.Hour)
	assert.True(t, changes)
	assert.Equal(t, sim.Day, next)
	assert.False(t, h.openAt(sim.Day))
}

func TestTouchingWindowsMakeOne(t *testing.T) {
	h := daily(corridors.Hours{Windows: []corridors.Window{window(12, 18), window(7, 12)}})
	next, _ := h.next(7 * sim.Hour)
	assert.Equal(t, 18*sim.Hour, next)
}

func TestPlaceThatIsAlwaysOrNeverOpenHasNoChange(t *testing.T) {
	for _, given := range []corridors.Hours{{}, {Never: true}, {Windows: []corridors.Window{window(0, 24)}}} {
		h := daily(given)
		_, changes := h.next(5 * sim.Hour)
		assert.False(t, changes)
		assert.Equal(t, !given.Never, h.openAt(3*sim.Day))
	}
}

// TestOpenTimeAgreesWithWalkingThroughTheChanges compares the closed formula with a walk from
// change to change, on random hours.
func TestOpenTimeAgreesWithWalkingThroughTheChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var given corridors.Hours
		for range rapid.IntRange(1, 3).Draw(t, "windows") {
			from := rapid.IntRange(0, 1439).Draw(t, "from")
			length := rapid.IntRange(1, 1439).Draw(t, "length")
			given.Windows = append(given.Windows, corridors.Window{From: from * 60, To: (from + length) % 1440 * 60})
		}
		h := daily(given)
		from := sim.Time(rapid.Int64Range(0, int64(3*sim.Day)).Draw(t, "since"))
		to := from + sim.Time(rapid.Int64Range(0, int64(3*sim.Day)).Draw(t, "span"))
		var walked sim.Time
		for at := from; at < to; {
			next, changes := h.next(at)
			if !changes || next > to {
				next = to
			}
			if h.openAt(at) {
				walked += next - at
			}
			at = next
		}
		assert.Equal(t, walked, h.openBetween(from, to))
	})
}
