package journey

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// tet is a post open 07:00 to 18:00, on Saturdays and Sundays 22:00 to 02:00, closed on Wednesday
// 4 March 2026; the run begins on Monday 2 March, with the post's clock half an hour behind.
func tet() *hours {
	c := &corridors.Corridor{Countries: []corridors.Country{{
		Code: "MM", Ahead: -1800,
		Holidays: []corridors.Holiday{{Name: "a feast", From: corridors.DayOf(2026, time.March, 4), To: corridors.DayOf(2026, time.March, 4)}},
	}}}
	b := &builder{Model: &Model{setup: Setup{Corridor: c, Horizon: Horizon{Start: corridors.DayOf(2026, time.March, 2)}}}}
	h := b.hoursOf(&corridors.Post{
		Country: "MM", Hours: corridors.Hours{Windows: []corridors.Window{window(7, 18)}}, Holiday: &corridors.Hours{Never: true},
		Weekend: &corridors.Weekend{Days: 1<<5 | 1<<6, Hours: corridors.Hours{Windows: []corridors.Window{window(22, 2)}}},
	})
	return &h
}

func TestPostKeepsItsCalendar(t *testing.T) {
	h := tet()
	half := 30 * sim.Minute
	var changes []sim.Time
	for at := sim.Time(0); at < 8*sim.Day; {
		next, any := h.next(at)
		assert.True(t, any)
		changes, at = append(changes, next), next
	}
	day := func(n, hour sim.Time) sim.Time { return n*sim.Day + hour*sim.Hour + half }
	assert.Equal(t, []sim.Time{
		day(0, 2),             // the end of the night from Sunday
		day(0, 7), day(0, 18), // Monday
		day(1, 7), day(1, 18), // Tuesday; Wednesday is a holiday
		day(3, 7), day(3, 18),
		day(4, 7), day(4, 18),
		day(5, 22), day(6, 2), // the night to Sunday
		day(6, 22), day(7, 2), // the night to Monday
		day(7, 7), day(7, 18), day(8, 7),
	}, changes)
	assert.Equal(t, 2*sim.Hour+half+4*11*sim.Hour+2*4*sim.Hour, h.openBetween(0, 7*sim.Day+7*sim.Hour))
	assert.Equal(t, (5*11*sim.Hour+2*4*sim.Hour)/7, h.perDay, "a week without holidays")
}

// TestDatedHoursAddUpBetweenTheirChanges walks from change to change.
func TestDatedHoursAddUpBetweenTheirChanges(t *testing.T) {
	h := tet()
	rapid.Check(t, func(t *rapid.T) {
		from := sim.Time(rapid.Int64Range(0, int64(10*sim.Day)).Draw(t, "from"))
		to := from + sim.Time(rapid.Int64Range(0, int64(10*sim.Day)).Draw(t, "span"))
		var walked sim.Time
		for at := from; at < to; {
			next, _ := h.next(at)
			next = min(next, to)
			if h.openAt(at) {
				walked += next - at
			}
			at = next
		}
		assert.Equal(t, walked, h.openBetween(from, to))
	})
}

func TestClosedForEverHasNoNextChange(t *testing.T) {
	b := &builder{Model: &Model{setup: Setup{Corridor: &corridors.Corridor{}}}}
	h := b.hoursOf(&corridors.Post{Hours: corridors.Hours{Never: true}, Weekend: &corridors.Weekend{Days: 1, Hours: corridors.Hours{Never: true}}})
	_, changes := h.next(sim.Hour)
	assert.False(t, changes)
}
