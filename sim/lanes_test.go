package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLanesHaveLinesOfTheirOwn: the third and fourth stand behind the first and second; a free lane beside
// them is of no use to who waits.
func TestLanesHaveLinesOfTheirOwn(t *testing.T) {
	s := NewStation(2)
	s.Separate()
	for range 2 { // a station that has been reset is a new one
		assert.False(t, s.Enter(0), "who comes joins a lane first")
		assert.Equal(t, 0, s.JoinLane(1, 0))
		admit := func(now Time, want int32) {
			who, _, ok := s.Admit(now)
			assert.True(t, ok)
			assert.Equal(t, want, who)
		}
		admit(0, 1)
		assert.Equal(t, 1, s.JoinLane(2, 1))
		admit(1, 2)
		assert.Equal(t, 0, s.JoinLane(3, 2), "of equals the first")
		assert.Equal(t, 1, s.JoinLane(4, 3))
		_, _, ok := s.Admit(3)
		assert.False(t, ok)
		s.Leave(5)
		s.Vacate(1)
		admit(5, 4)
		s.Leave(6)
		s.Vacate(1)
		_, _, ok = s.Admit(6)
		assert.False(t, ok, "lane 1 is free, and 3 stands in lane 0")
		assert.Equal(t, Time(4), s.Books(6).Waiting)
		s.Leave(7)
		s.Vacate(0)
		admit(7, 3)
		s.Leave(8)
		s.Vacate(0)
		b := s.Books(8)
		assert.Equal(t, Time(5-3+7-2), b.Waits)
		assert.Equal(t, b.QueueArea, int64(b.Waits))
		s.Reset()
	}
}
