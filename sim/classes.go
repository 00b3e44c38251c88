package sim

// ClassBooks are the sums of one class of customers over a window. A wait is booked in whole to the window in which it ends.
type ClassBooks struct {
	Waits    Time
	Admitted int64
}

// MeanWait gives the mean wait in seconds of those admitted; none when nobody was.
func (b ClassBooks) MeanWait() (seconds float64, ok bool) {
	return ratio(b.Waits.Seconds(), float64(b.Admitted))
}

// Prefer makes n classes of customers that are served before all others, the first of them before the second and so on,
// first come, first served within each. Nobody in service is interrupted. It is for a station that nobody has joined.
func (s *Station) Prefer(n int) {
	s.ahead = make([]line, n)
	s.classes = make([]ClassBooks, n+1)
}

// JoinClass puts somebody at the back of the line of a class; one beyond the last is that of the others.
func (s *Station) JoinClass(class int, who int32, now Time) {
	if class >= len(s.ahead) {
		s.Join(who, now)
		return
	}
	s.queue.add(1, now)
	s.ahead[class].join(who, now)
	s.joined++
}

// Class gives the books of a class from the last Mark, or from time 0, up to now.
func (s *Station) Class(class int) ClassBooks {
	return s.classes[class]
}

// first takes the one who is next out of the lines, of which one is not empty.
func (s *Station) first(now Time) place {
	if s.lanes != nil {
		return s.take()
	}
	for i := range s.ahead {
		if s.ahead[i].count > 0 {
			return s.note(i, s.ahead[i].leave(), now)
		}
	}
	if s.ahead == nil {
		return s.line.leave()
	}
	return s.note(len(s.ahead), s.line.leave(), now)
}

// note books the end of a wait in its class.
func (s *Station) note(class int, p place, now Time) place {
	s.classes[class].Waits += now - p.since
	s.classes[class].Admitted++
	return p
}

// waiting gives the sum of the waits so far of all in line.
func (s *Station) waiting(now Time) Time {
	sum := s.line.waiting(now)
	for i := range s.lanes {
		sum += s.lanes[i].line.waiting(now)
	}
	for i := range s.ahead {
		sum += s.ahead[i].waiting(now)
	}
	return sum
}
