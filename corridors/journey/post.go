package journey

import (
	"math/bits"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// approach settles what a post will ask of a truck: its customs channel and how its declaration
// got there. The crossing begins at the first post, before its queue.
func (w *World) approach(t *truck, s *step) {
	a := &w.model.approaches[s.of]
	if a.side == 0 {
		t.side, t.exitPlace = 0, int32(s.place)
		t.crossing, t.waited, t.done = [2]sim.Time{}, 0, 0
		w.noteArrival(t, s)
	} else if t.gateHeld == none {
		w.enterSecondPost(t)
	}
	t.papers = noPapers
	if t.plan.loaded && t.cargo {
		t.rows = t.counted
		if a.load == corridors.Loaded {
			t.papers = w.drawPapers(t, a)
		}
	}
	t.settled[a.side] = t.papers
	if t.gateHeld == none {
		w.happen(t, AtPost)
	}
	if t.plan.loaded {
		w.charge(t, Informal, s.place, a.informal)
		w.charge(t, Declarations, s.place, a.lodged())
	}
}

// lodged is the fee of the declaration that a truck makes here; one that has come from the other post costs nothing again.
func (a *approach) lodged() float64 {
	if a.load != corridors.Loaded || a.shared {
		return 0
	}
	return a.lodging
}

// papers are what one side of a crossing has settled about a truck: its channel and how it was declared, as wayOf numbers them.
type papers uint8

// noPapers are those of a truck of which nobody wants any.
const noPapers papers = 0

// channel of the papers, as a set of one; of none it is empty.
func (p papers) channel() uint8 { return 1 << (p >> 2) >> 1 }

// declared is how they came, as a set of one; of none it is empty.
func (p papers) declared() uint8 {
	if p > 0 && p&3 == 0 {
		return bit(3)
	}
	return 1 << (p & 3) >> 1
}

// drawPapers settles the papers of a truck that is to be cleared.
func (w *World) drawPapers(t *truck, a *approach) papers {
	channel := w.drawChannel(t, a)
	return papers(wayOf(channel, w.drawDeclared(t, a)))
}

// meets says whether a truck passes a step that asks more of it than its papers. What is done once is
// not done again for the other country, but its fee is owed to both.
func (w *World) meets(t *truck, s *step) bool {
	if !w.passes(t, &s.passes) {
		return false
	}
	if s.once == 0 || t.done&s.once == 0 {
		if s.kind != stepTakeYard && s.kind != stepLeaveYard {
			t.done |= s.once
		}
		return true
	}
	w.chargeFee(t, Fees, s)
	return false
}

// drawChannel sorts a truck into a channel: low luck is red, then yellow, the rest green.
func (w *World) drawChannel(t *truck, a *approach) uint8 {
	if a.channels.Red+a.channels.Yellow == 0 {
		return bit(0)
	}
	u := w.draw(t, a.channel)
	switch {
	case u < a.channels.Red:
		return bit(2)
	case u < a.channels.Red+a.channels.Yellow:
		return bit(1)
	}
	return bit(0)
}

// entryTime is how long a trader keys in before arrival, where that is so twice.
func (w *World) entryTime(t *truck, a *approach) sim.Time {
	d := sim.FromSeconds(a.platform.Entry.Quantile(w.draw(t, a.keying)))
	if twice := &a.platform.DoubleEntry; twice.At == corridors.AtOffice && twice.Share > 0 && w.draw(t, a.twice) < twice.Share {
		d += sim.FromSeconds(a.platform.Entry.Quantile(w.draw(t, a.again)))
	}
	return d
}

// fallsBack says whether a trader who would have used the platform finds it down.
func (w *World) fallsBack(t *truck, a *approach) bool {
	down := w.isDown(a.platformAt)
	if t.counted {
		w.books.adopted++
		if down {
			w.books.fallbacks++
		}
	}
	if down {
		w.happen(t, PlatformDown)
	}
	return down
}

// drawDeclared says how the declaration came: not again where the dossier is shared,
// on paper, keyed in before arrival, or keyed in and to be corrected. The trader's time at the keyboard is his own, not the truck's.
func (w *World) drawDeclared(t *truck, a *approach) uint8 {
	if a.shared {
		return bit(3)
	}
	if a.regime == corridors.Paper || w.draw(t, a.adopts) >= a.platform.Adoption {
		return bit(0)
	}
	if a.platformAt != none && w.fallsBack(t, a) {
		return bit(0)
	}
	if a.platform.Entry != nil {
		w.keyIn(t, w.entryTime(t, a))
	}
	if w.draw(t, a.corrected) < a.platform.Exception {
		return bit(2)
	}
	return bit(1)
}

// enterStrip takes a place between the posts. While there is none the truck keeps its lane.
func (w *World) enterStrip(id int32, t *truck, s *step) bool {
	w.stepOff(t)
	t.gateHeld = s.of
	strip := w.strips[s.of]
	if strip == nil || strip.Take(id, w.now) {
		w.leaveYard(t)
		return true
	}
	w.block(t)
	return false
}

// leaveStrip gives the place in the strip back once the truck is at the second post, and calls in
// the truck that has waited longest for it.
func (w *World) leaveStrip(t *truck, place int) {
	if t.gateHeld == none || place == int(t.exitPlace) {
		return
	}
	strip := w.strips[t.gateHeld]
	t.gateHeld = none
	w.enterSecondPost(t)
	w.sayAtSecond(t)
	if strip == nil {
		return
	}
	if next, granted := strip.Free(w.now); granted {
		w.unblock(next)
	}
}

// sayAtSecond tells the log of a truck at the second post with what that post has settled, though it may
// already have turned to the officers of the first.
func (w *World) sayAtSecond(t *truck) {
	if w.log == nil {
		return
	}
	shown := t.papers
	t.papers = t.settled[1]
	w.happen(t, AtPost)
	t.papers = shown
}

// enterSecondPost ends what counts to the post that a truck leaves by.
func (w *World) enterSecondPost(t *truck) {
	w.settle(t, int(t.exitPlace))
	w.noteBehind(t, int(t.exitPlace))
	t.side = 1
}

// unblock sends on a truck that has been granted its place in the strip.
func (w *World) unblock(id int32) {
	t := w.trucks.at(id)
	w.book(t, Blocked, w.at(t), t.since)
	w.vacate(w.stepOut(t))
	w.walk(id)
}

// clear completes a crossing.
func (w *World) clear(t *truck) {
	w.noteCrossing(t)
	w.noteBehind(t, w.at(t).place)
	w.settle(t, w.at(t).place)
	t.side, t.rows = none, false
	t.papers = noPapers
	w.happen(t, Cleared)
}

// channelOf and declaredOf read back what the bits stand for.
func channelOf(set uint8) corridors.Channel {
	if set == 0 {
		return ""
	}
	return corridors.ChannelNames()[bits.TrailingZeros8(set)]
}

func declaredOf(set uint8) corridors.Declared {
	if set == 0 {
		return ""
	}
	return corridors.DeclaredWays()[bits.TrailingZeros8(set)]
}
