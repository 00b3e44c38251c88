package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestClassesAreServedInTheirOrder: first the classes, then within each who came first; the books of the
// station stay those of one line.
func TestClassesAreServedInTheirOrder(t *testing.T) {
	s := NewStation(1)
	s.Prefer(2)
	for range 2 { // a station that has been reset is a new one
		assert.False(t, s.Enter(0), "somebody may come at the same instant who goes first")
		for who, class := range []int{2, 1, 2, 0, 1} {
			s.JoinClass(class, int32(who), Time(who))
		}
		assert.Equal(t, 5, s.Queue())
		var order []int32
		for now := Time(10); s.Queue() > 0; now++ {
			who, joined, ok := s.Admit(now)
			assert.True(t, ok)
			assert.Equal(t, Time(who), joined)
			order = append(order, who)
			s.Leave(now)
		}
		assert.Equal(t, []int32{3, 1, 4, 0, 2}, order)
		b := s.Books(20)
		assert.Equal(t, b.QueueArea, int64(b.Waits))
		assert.Equal(t, ClassBooks{Waits: 10 - 3, Admitted: 1}, s.Class(0))
		assert.Equal(t, ClassBooks{Waits: 11 - 1 + 12 - 4, Admitted: 2}, s.Class(1))
		assert.Equal(t, ClassBooks{Waits: 13 - 0 + 14 - 2, Admitted: 2}, s.Class(2))
		mean, ok := s.Class(1).MeanWait()
		assert.True(t, ok)
		assert.InDelta(t, 9e-6, mean, 1e-12)
		s.Mark(20)
		_, ok = s.Class(1).MeanWait()
		assert.False(t, ok)
		s.JoinClass(0, 7, 21)
		assert.Equal(t, Time(4), s.Books(25).Waiting)
		s.Reset()
		assert.Zero(t, s.Queue())
	}
}
