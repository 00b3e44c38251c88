package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestBrokenServersServeNobody: of two servers one breaks with its customer, then the idle one too.
func TestBrokenServersServeNobody(t *testing.T) {
	s := NewStation(2)
	assert.True(t, s.Enter(0))
	s.Break(true, 10)
	assert.Equal(t, 1, s.Free())
	assert.Zero(t, s.Busy())
	s.Break(false, 20)
	assert.Zero(t, s.Free())
	assert.False(t, s.Enter(20))
	s.Join(7, 20)
	_, _, ok := s.Admit(25)
	assert.False(t, ok)
	s.Repair(true, 30)
	assert.Equal(t, 1, s.Busy())
	s.Repair(false, 40)
	_, _, ok = s.Admit(40)
	assert.True(t, ok)
	s.Leave(50)
	s.Leave(50)
	b := s.Books(100)
	assert.Equal(t, int64(10+10+10+10), b.BusyArea, "0-10, 30-50 and 40-50")
	assert.Equal(t, int64(20+20), b.BrokenArea)
	share, ok := b.Available(2)
	assert.True(t, ok)
	assert.InDelta(t, 1-40.0/200, share, 1e-12)
	assert.Zero(t, b.OvertimeArea)
	assert.Panics(t, func() { s.Repair(false, 100) })
	assert.Panics(t, func() { s.Break(true, 100) })
}

// TestRepairAfterHoursIsOvertime: who is served after closing is served beyond the roster.
func TestRepairAfterHoursIsOvertime(t *testing.T) {
	s := NewStation(1)
	s.Enter(0)
	s.Break(true, 5)
	s.Staff(0, 10)
	s.Repair(true, 20)
	s.Leave(23)
	assert.Equal(t, int64(3), s.Books(30).OvertimeArea)
}

func TestPendingEventSaysWhen(t *testing.T) {
	c := NewCalendar(2)
	slot := c.Open()
	_, ok := c.When(slot)
	assert.False(t, ok)
	c.Schedule(Event{At: 7, Slot: slot})
	at, ok := c.When(slot)
	assert.True(t, ok)
	assert.Equal(t, Time(7), at)
}
