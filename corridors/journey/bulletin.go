package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// bulletins tell how many trucks wait at every station, at every full hour. The latest are kept for
// as long as information may be delayed.
type bulletins struct {
	slot  sim.Slot
	issue int // number of the next; the first is 0, at midnight of the first day
	kept  [][]int32
}

// bulletinEvery is the time between two bulletins.
const bulletinEvery = sim.Hour

// keepBulletins makes room for the bulletins that a model asks for; none where nobody reads them.
func (m *Model) keepBulletins() bulletins {
	longest, read := sim.Time(0), false
	for i := range m.flows {
		if c := m.flows[i].Choice; c != nil && c.Information == corridors.Delayed {
			longest, read = max(longest, sim.FromSeconds(c.Delay)), true
		}
	}
	if !read {
		return bulletins{}
	}
	kept := make([][]int32, longest/bulletinEvery+2)
	for i := range kept {
		kept[i] = make([]int32, len(m.stations))
	}
	return bulletins{kept: kept}
}

// startBulletins begins them anew.
func (w *World) startBulletins() {
	if b := &w.bulletins; b.kept != nil {
		b.slot, b.issue = w.openSlot(), 0
		w.schedule(b.slot, bulletinDue, rankWindow, 0, 0)
	}
}

// publish issues a bulletin.
func (w *World) publish() {
	b := &w.bulletins
	page := b.kept[b.issue%len(b.kept)]
	for i, s := range w.stations {
		page[i] = int32(s.Queue())
	}
	b.issue++
	w.schedule(b.slot, bulletinDue, rankWindow, w.now+bulletinEvery, 0)
}

// bulletinOf is the last bulletin issued at a time or before it; there may be none yet.
func (w *World) bulletinOf(at sim.Time) ([]int32, bool) {
	if at < 0 {
		return nil, false
	}
	b := &w.bulletins
	number := int(at / bulletinEvery)
	if number >= b.issue {
		number = b.issue - 1 // the one of this instant comes after all else that happens at it
	}
	if number < 0 {
		return nil, false
	}
	return b.kept[number%len(b.kept)], true
}
