package journey

import (
	"math"

	"hanhlang/sim"
)

// swellMarks is how often trucks under way are counted to see whether they become more and more: both halves must tell.
const swellMarks = 3

// Swell is how trucks under way became more in one replication, from the same hour to the same hour of its days. Where a day brings as
// much as the other and all can pass, they do not, however many wait at night.
type Swell struct {
	Known   bool
	PerDay  [swellMarks - 1]float64 // of the first and the second half of what was watched [trucks/day]
	Present [swellMarks]float64     // trucks under way when each half began, and in the end
}

// numbers are those of its halves and moments.
func (s *Swell) numbers() (all []*float64) {
	for i := range s.PerDay {
		all = append(all, &s.PerDay[i])
	}
	for i := range s.Present {
		all = append(all, &s.Present[i])
	}
	return all
}

// with is the mean of two.
func (s Swell) with(other Swell) Swell {
	out := Swell{Known: s.Known && other.Known}
	mine, theirs := s.numbers(), other.numbers()
	for i, x := range out.numbers() {
		*x = mid(*mine[i], *theirs[i])
	}
	return out
}

// swellsAt are the moments at which trucks under way are counted, the last of them the end of the window: whole weeks apart where days
// of the week differ. There are none where demand or the way is not the same all the time, or the window is too short.
func (m *Model) swellsAt() []sim.Time {
	h := m.setup.Horizon
	unit := sim.Day
	if m.hasWeeks() {
		unit *= daysOfWeek
	}
	step := h.Length / (swellMarks - 1) / unit * unit
	if step == 0 || !m.alike() {
		return nil
	}
	at := make([]sim.Time, swellMarks)
	for i := range at {
		at[i] = h.End() - step*sim.Time(swellMarks-1-i)
	}
	return at
}

// daysOfWeek is after how many days weekdays come again.
const daysOfWeek = 7

// hasWeeks says whether days of the week differ.
func (m *Model) hasWeeks() bool {
	c := m.setup.Corridor
	for i := range c.Flows {
		if c.Flows[i].Arrivals.ByWeekday != nil {
			return true
		}
	}
	for post := range c.Posts() {
		if post.Weekend != nil {
			return true
		}
		for i := range post.Stations {
			if post.Stations[i].Weekend != nil {
				return true
			}
		}
	}
	return false
}

// alike says whether one week is like the next for as long as a run is: nothing befalls it, and streams have neither seasons nor ends nor wait for vessels.
func (m *Model) alike() bool {
	c, end := m.setup.Corridor, m.setup.Horizon.End()
	if len(c.Shocks) > 0 || len(m.vessels) > 0 {
		return false
	}
	for i := range c.Flows {
		a := &c.Flows[i].Arrivals
		if a.ByMonth != nil || a.Rush != nil || a.Trace != nil || a.Count != nil {
			return false
		}
	}
	for i := range c.Gates {
		if c.Gates[i].Changes() {
			return false
		}
	}
	first := m.setup.Horizon.Start
	for _, country := range c.Countries {
		for _, off := range country.Holidays {
			if first <= off.To && sim.Time(off.From-first)*sim.Day < end {
				return false
			}
		}
	}
	return true
}

// swelling counts trucks under way at the moments of the model.
type swelling struct {
	next    int
	present [swellMarks]float64
}

// swellDue is when trucks are to be counted next.
func (w *World) swellDue() sim.Time {
	if w.swell.next < len(w.model.swells) {
		return w.model.swells[w.swell.next]
	}
	return math.MaxInt64
}

// noteSwell counts trucks under way at all moments up to some time. Nothing has happened since.
func (w *World) noteSwell(upTo sim.Time) {
	for w.swellDue() <= upTo {
		w.swell.present[w.swell.next] = float64(w.trucksInside())
		w.swell.next++
	}
	w.swellAt = w.swellDue()
}

// swelled is what the counts came to.
func (w *World) swelled() Swell {
	at := w.model.swells
	if len(at) == 0 || w.swell.next < len(at) {
		return Swell{}
	}
	out := Swell{Known: true, Present: w.swell.present}
	for i := range out.PerDay {
		out.PerDay[i] = (out.Present[i+1] - out.Present[i]) / (float64(at[i+1]-at[i]) / float64(sim.Day))
	}
	return out
}
