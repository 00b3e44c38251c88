package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Space at a post is limited in three ways: the places of the strip, those of a yard, and the waiting
// places before a station, its room. Whoever finds none stays where it is and keeps what it has there:
// the lane after its service is done (blocking after service), the place in the yard or in the strip.
// Who stands on the road keeps nothing from others. Places go to those who ask for them in the order
// of asking.

// yard is a holding area of a post.
type yard struct {
	name   string
	place  int
	places int
}

// gateYard names a yard by the place of its post.
type gateYard struct {
	place int
	name  string
}

// room is the trucks for which a station has no waiting place, in the order in which they came.
type room struct {
	outside []int32
	first   int // of outside: those before it have gone in
}

// paysAt is the direction in which informal payments of a crossing are booked: on the way out of the first
// country, or at the second post where the first one turns trucks away before they have paid.
func paysAt(pair *corridors.GatePair) corridors.Direction {
	for _, post := range pair.Posts {
		for _, s := range post.Stations {
			if s.Room != nil && s.Room.WhenFull == corridors.TurnAway {
				return corridors.Entry
			}
		}
	}
	return corridors.Exit
}

// stand adds a stage with where its trucks stand meanwhile: in the yard that it names, or no longer in
// the one that they came from. A station with a room lets them out of the yard when it has a place.
func (p *planner) stand(at gateYard, s *step) {
	switch {
	case at.name != "":
		of, found := p.yardOf[at]
		if !found {
			p.fail("stage %s: no yard %s", s.name, at.name)
			return
		}
		p.add(step{kind: stepTakeYard, name: s.name, of: of, row: s.row, passes: s.passes, once: s.once})
		p.inYard = true
	case s.kind != stepRoom:
		p.leaveYard(s.passes, s.once)
	}
}

// leaveYard lets trucks that pass so out of the yard they may stand in.
func (p *planner) leaveYard(who passes, once uint16) {
	if p.inYard {
		p.add(step{kind: stepLeaveYard, passes: who, once: once})
	}
}

// standing is what a truck keeps from others.
type standing struct {
	server  int32 // station
	machine int32
	relief  uint32
	yard    int32
	blocked bool // its service is over
}

// stepOut takes from a truck the server and the yard that it is about to leave; vacate gives them to others
// once it has where to go.
func (w *World) stepOut(t *truck) standing {
	on := w.stood(t)
	s := standing{server: t.held, machine: on.machine, relief: on.relief, yard: t.yardHeld, blocked: t.phase == blocked}
	t.held, t.yardHeld = none, none
	return s
}

// vacate gives what a truck has left to those who wait for it.
func (w *World) vacate(s standing) {
	if s.server != none {
		w.letGo(s.server, s.relief)
		if s.blocked {
			w.stations[s.server].Unblock(w.now)
		} else {
			w.stations[s.server].Leave(w.now)
		}
		if w.numbered {
			w.leaveServer(s.server, s.machine)
		}
		if w.garrisons != nil {
			w.served(s.server)
		}
		w.admit(s.server)
	}
	if s.yard != none {
		w.freeYard(s.yard)
	}
}

// stepOff frees the server of the stage that a truck has been through where it stands in a yard or in the strip:
// there it is in nobody's lane.
func (w *World) stepOff(t *truck) {
	if t.yardHeld != none || t.gateHeld != none {
		w.release(t)
	}
}

// block stops a truck that has no place to go to.
func (w *World) block(t *truck) {
	t.become(blocked)
	t.since = w.now
	if t.held != none {
		w.stations[t.held].Block(w.now)
	}
	w.suspect = w.model.rings
}

// hasPlace says whether a station could serve one more at once, or has a waiting place free.
func (w *World) hasPlace(st int) bool {
	at := w.stations[st]
	return at.Queue()-at.Free() < w.model.stations[st].room.Places
}

// squeeze brings a truck to a station with few waiting places. Who goes to the station that it is at
// already and finds its room full goes on in its lane.
func (w *World) squeeze(id int32, t *truck, s *step) {
	r := &w.rooms[s.station]
	w.stepOff(t)
	switch {
	case w.hasPlace(s.station):
		w.moveIn(id, t, s)
	case t.held == int32(s.station):
		w.stations[s.station].Again()
		w.start(id, t, inService, s)
	case w.model.stations[s.station].room.WhenFull == corridors.TurnAway && t.comesFromRoad():
		w.turnAway(id, t, s.station)
	default:
		r.outside = append(r.outside, id)
		w.block(t)
	}
}

// moveIn takes a truck into service or to a waiting place, and only then lets others have the place
// that it has left.
func (w *World) moveIn(id int32, t *truck, s *step) {
	left := w.stepOut(t)
	w.join(id, t, s)
	w.leaveStrip(t, s.place)
	w.vacate(left)
}

// callIn brings those who wait for a place before a station to it.
func (w *World) callIn(st int32) {
	r := &w.rooms[st]
	for r.first < len(r.outside) && w.hasPlace(int(st)) {
		id := r.outside[r.first]
		r.first++
		t := w.trucks.at(id)
		s := w.at(t)
		w.book(t, Blocked, s, t.since)
		w.moveIn(id, t, s)
	}
	if gone := r.first; gone > len(r.outside)/2 {
		r.outside, r.first = append(r.outside[:0], r.outside[gone:]...), 0
	}
}

// comesFromRoad says whether a truck has just reached its crossing and done nothing there yet.
func (t *truck) comesFromRoad() bool {
	return t.side == 0 && t.held == none && t.yardHeld == none && t.gateHeld == none && t.crossing[0] == 0
}

// turnAway takes a truck that found no place out of the corridor.
func (w *World) turnAway(id int32, t *truck, station int) {
	if w.booking {
		w.books.turned[station]++
	}
	if w.log != nil && t.cargo {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.Place, fact.Stage = TurnedAway, w.model.places[t.here.place].name, t.here.name
		w.log.Record(fact)
	}
	if w.garrisons != nil {
		w.quit(t.plan, t.step)
	}
	t.side, t.papers = none, noPapers
	w.leave(id, t)
}

// enterYard takes a place in a yard; it says false while there is none.
func (w *World) enterYard(id int32, t *truck, s *step) bool {
	if t.yardHeld == s.of {
		return true
	}
	w.stepOff(t)
	if !w.yards[s.of].Take(id, w.now) {
		w.block(t)
		return false
	}
	left := w.stepOut(t)
	t.yardHeld = s.of
	w.leaveStrip(t, s.place)
	w.vacate(left)
	return true
}

// leaveYard gives back the place in the yard that a truck has, if it has one.
func (w *World) leaveYard(t *truck) {
	if of := t.yardHeld; of != none {
		t.yardHeld = none
		w.freeYard(of)
	}
}

// freeYard gives a place of a yard to the truck that has waited longest for it.
func (w *World) freeYard(of int32) {
	id, granted := w.yards[of].Free(w.now)
	if !granted {
		return
	}
	t := w.trucks.at(id)
	s := w.at(t)
	w.book(t, Blocked, s, t.since)
	left := w.stepOut(t)
	t.yardHeld = s.of
	w.leaveStrip(t, s.place)
	w.vacate(left)
	w.walk(id)
}

// resetSpace empties strips, yards and rooms.
func (w *World) resetSpace() {
	w.suspect = false
	for _, all := range [][]*sim.Slots{w.strips, w.yards} {
		for _, s := range all {
			if s != nil {
				s.Reset()
			}
		}
	}
	for i := range w.rooms {
		w.rooms[i] = room{outside: w.rooms[i].outside[:0]}
	}
}

// limit marks the stations that trucks of a plan come to after one that may have turned them away.
func (m *Model) limit(plan *itinerary, limited []bool) {
	turned := false
	for i := range plan.steps {
		s := &plan.steps[i]
		if s.kind == stepRoom && m.stations[s.station].room.WhenFull == corridors.TurnAway {
			turned = true
		}
		if turned && (s.kind == stepServe || s.kind == stepRoom) {
			limited[s.station] = true
		}
	}
}
