package sim

// lane is one server with a line of its own.
type lane struct {
	line     line
	occupied bool
}

// Separate gives each server a line of its own. It is for a station that nobody has joined, all of whose servers come and go
// together.
func (s *Station) Separate() {
	s.lanes = make([]lane, s.servers)
}

// JoinLane puts somebody at the back of the lane with the fewest customers, waiting or at its server; of equals it is the
// first, and is given. Nobody changes lanes later.
func (s *Station) JoinLane(who int32, now Time) int {
	best := 0
	for i := range s.lanes {
		if s.lanes[i].customers() < s.lanes[best].customers() {
			best = i
		}
	}
	s.queue.add(1, now)
	s.lanes[best].line.join(who, now)
	s.joined++
	return best
}

// Vacate says that the server of a lane is free again. It goes with the Leave or Unblock of its customer.
func (s *Station) Vacate(lane int) { s.lanes[lane].occupied = false }

func (l *lane) customers() int {
	if l.occupied {
		return l.line.count + 1
	}
	return l.line.count
}

// choose finds the first lane in which somebody waits and whose server is free; it says false when there is none.
func (s *Station) choose() bool {
	for i := range s.lanes {
		if s.lanes[i].line.count > 0 && !s.lanes[i].occupied {
			s.lane = i
			return true
		}
	}
	return false
}

// take brings the first in the chosen lane to its server.
func (s *Station) take() place {
	l := &s.lanes[s.lane]
	l.occupied = true
	return l.line.leave()
}
