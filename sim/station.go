package sim

import "fmt"

// Station keeps the books of a service station: one line, first come first served, in front of equal servers.
// It does not schedule anything: the model tells it what happened, in the order of time, and asks whom to serve next.
//
//	Join → (in line) → Admit → (busy) → Leave
//	                             └─ Block → (blocked) → Unblock
//
// One loop of Admit serves arrivals, departures and shift changes alike: after each of them the model calls Admit until
// it says false. A call that the books show to be impossible (a departure where nobody is served, a time before the last
// change) is a fault of the model and panics. The zero value is a closed station: see NewStation.
type Station struct {
	line     line
	lanes    []lane // each with a line of its own; nil: there is one line for all servers
	ahead    []line // of those who are served before them, class by class; nil: there are no classes
	queue    level  // in line
	busy     level  // servers serving
	blocked  level  // servers held by a customer that is finished and cannot go on
	broken   level  // servers that are being repaired
	staffed  level  // servers on the roster
	overtime level  // servers occupied beyond the roster
	relieved int64  // servers occupied that have been relieved: a part of overtime
	lane     int    // chosen to admit from, where there are lanes
	servers  int    // on the roster at the start

	from                   Time // start of the window
	waits, carried         Time
	joined, admitted, left int64
	classes                []ClassBooks // of those ahead, then of the rest; nil: there are no classes
}

// NewStation gives an empty station at time 0 with that many servers on the roster, 0 for a closed one.
func NewStation(servers int) *Station {
	s := &Station{servers: servers}
	s.Reset()
	return s
}

// Reset empties the station and its books, turns its time back to 0 and puts the first roster back. The memory is kept.
func (s *Station) Reset() {
	for i := range s.ahead {
		s.ahead[i] = line{ring: s.ahead[i].ring}
	}
	clear(s.classes)
	for i := range s.lanes {
		s.lanes[i] = lane{line: line{ring: s.lanes[i].line.ring}}
	}
	*s = Station{line: line{ring: s.line.ring}, ahead: s.ahead, lanes: s.lanes, classes: s.classes, servers: s.servers}
	s.Staff(s.servers, 0)
}

// Join puts somebody at the back of the line.
func (s *Station) Join(who int32, now Time) {
	s.queue.add(1, now)
	s.line.join(who, now)
	s.joined++
}

// Enter takes somebody straight into service, which is what Join and Admit would come to when nobody waits and a server
// of the roster is free. It says false, and does nothing, when that is not so, and where there are classes: there somebody
// who comes at the same instant may have to go first.
func (s *Station) Enter(now Time) bool {
	if s.queue.value > 0 || s.ahead != nil || s.lanes != nil || s.broken.value > 0 && s.Free() == 0 || s.staffed.value <= s.occupied()-s.relieved {
		return false
	}
	s.busy.add(1, now)
	s.joined++
	s.admitted++
	return true
}

// Admit takes the first in line into service and tells since when it waited. It says false when nobody waits or no
// server of the roster is free.
func (s *Station) Admit(now Time) (who int32, joined Time, ok bool) {
	if s.queue.value == 0 || s.Free() == 0 {
		return 0, 0, false
	}
	if s.lanes != nil && !s.choose() {
		return 0, 0, false
	}
	s.queue.add(-1, now)
	s.busy.add(1, now)
	p := s.first(now)
	s.waits += now - p.since
	s.admitted++
	return p.who, p.since, true
}

// Again begins another service of a customer that is being served, at the same server.
func (s *Station) Again() {
	s.mustBe(&s.busy, "busy")
	s.left++
	s.joined++
	s.admitted++
}

// Leave ends a service: the customer goes and its server is free, or goes too if it stayed beyond its roster.
func (s *Station) Leave(now Time) {
	s.mustBe(&s.busy, "busy")
	s.busy.add(-1, now)
	s.release(now)
}

// Block ends a service after which the customer cannot go on: it holds its server, which is blocked instead of busy.
func (s *Station) Block(now Time) {
	s.mustBe(&s.busy, "busy")
	s.busy.add(-1, now)
	s.blocked.add(1, now)
}

// Unblock lets a blocked customer go on. It leaves the station: no Leave follows.
func (s *Station) Unblock(now Time) {
	s.mustBe(&s.blocked, "blocked")
	s.blocked.add(-1, now)
	s.release(now)
}

// Staff changes the roster to n servers, 0 to close. When more than n are occupied, those services are finished, and
// each server beyond the roster goes as its customer leaves; nobody is admitted until fewer than n are occupied.
func (s *Station) Staff(n int, now Time) {
	if n < 0 {
		panic(fmt.Sprintf("sim: a roster of %d servers", n))
	}
	s.staffed.set(int64(n), now)
	s.overtime.set(s.relieved+max(0, s.occupied()-s.relieved-int64(n)), now)
}

// Relieve changes the roster to n fresh servers. Those who are occupied stay beyond it until their customers leave, of
// which Dismiss must tell; they keep nobody of the fresh ones from serving.
func (s *Station) Relieve(n int, now Time) {
	s.relieved = s.occupied()
	s.Staff(n, now)
}

// Dismiss says that the customer whose Leave or Unblock follows was served by a server who has been relieved since.
func (s *Station) Dismiss(now Time) {
	if s.relieved == 0 {
		panic("sim: no server of the station has been relieved")
	}
	s.relieved--
	s.overtime.add(-1, now)
}

// release books that a customer has gone from its server.
func (s *Station) release(now Time) {
	s.left++
	if s.overtime.value > s.relieved {
		s.overtime.add(-1, now)
	}
}

// mustBe panics when no server is in the state that a call ends.
func (s *Station) mustBe(l *level, state string) {
	if l.value == 0 {
		panic("sim: no server of the station is " + state)
	}
}

// occupied gives the number of servers that are not free.
func (s *Station) occupied() int64 {
	return s.busy.value + s.blocked.value
}

// Queue gives the number in line.
func (s *Station) Queue() int {
	return int(s.queue.value)
}

// Busy gives the number of servers that are serving.
func (s *Station) Busy() int {
	return int(s.busy.value)
}

// Blocked gives the number of servers held by a customer that is finished and cannot go on.
func (s *Station) Blocked() int {
	return int(s.blocked.value)
}

// Free gives the number of servers on the roster that could start a service now.
func (s *Station) Free() int {
	there := s.staffed.value
	if s.broken.value > 0 {
		there = min(there, int64(s.servers)-s.broken.value)
	}
	return int(max(0, there-s.occupied()+s.relieved))
}

// Open gives the number of servers at their place: those on the roster and those that finish beyond it.
func (s *Station) Open() int {
	return int(s.staffed.value + s.overtime.value)
}
