package sim

// Break says that a server breaks down. If it was serving, its customer stays with it and is neither served nor blocked until
// the repair. A server that is blocked cannot break before its customer has gone. It is for stations of which no server is
// ever relieved.
func (s *Station) Break(serving bool, now Time) {
	if serving {
		s.mustBe(&s.busy, "busy")
		s.busy.add(-1, now)
		s.overtime.set(max(0, s.occupied()-s.staffed.value), now)
	}
	s.broken.add(1, now)
}

// Repair says that a broken server works again, and goes on serving if it was.
func (s *Station) Repair(serving bool, now Time) {
	s.mustBe(&s.broken, "broken")
	s.broken.add(-1, now)
	if serving {
		s.busy.add(1, now)
		s.overtime.set(max(0, s.occupied()-s.staffed.value), now)
	}
}

// Available gives the share of its servers that were not being repaired, open or closed; none when the window has no length.
func (b Books) Available(servers int) (share float64, ok bool) {
	down, ok := ratio(float64(b.BrokenArea), float64(servers)*float64(b.To-b.From))
	return 1 - down, ok
}
