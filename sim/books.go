package sim

// Books are the sums of a Station over a window of time. They are integers and exact: areas in ticks times units.
//
// Areas belong to the window by time. A wait is booked in whole to the window in which its service starts, so that for
// every window QueueArea = Waits - Carried + Waiting; a station that starts and ends empty has QueueArea = Waits.
type Books struct {
	From, To Time // the window

	QueueArea    int64 // under the number in line [customer-ticks]
	BusyArea     int64 // under the number of servers serving [server-ticks]
	BlockedArea  int64 // under the number of servers blocked [server-ticks]
	StaffedArea  int64 // under the number of servers on the roster [server-ticks]
	BrokenArea   int64 // under the number of servers being repaired [server-ticks]
	OvertimeArea int64 // under the number of servers occupied beyond the roster [server-ticks]

	Waits   Time // sum over those admitted in the window, from joining to admission
	Carried Time // sum of the waits in progress at From, up to then
	Waiting Time // sum of the waits in progress at To, up to then

	Joined, Admitted, Left int64 // customers
	LongestQueue           int   // longest line that stood for at least a tick
}

// Books gives the books from the last Mark, or from time 0, up to now. They can be read at any time and go on.
func (s *Station) Books(now Time) Books {
	for _, l := range s.levels() {
		l.book(now)
	}
	return Books{
		From: s.from, To: now,
		QueueArea: s.queue.area, BusyArea: s.busy.area, BlockedArea: s.blocked.area,
		StaffedArea: s.staffed.area, OvertimeArea: s.overtime.area, BrokenArea: s.broken.area,
		Waits: s.waits, Carried: s.carried, Waiting: s.waiting(now),
		Joined: s.joined, Admitted: s.admitted, Left: s.left,
		LongestQueue: int(s.queue.peak),
	}
}

// Mark starts a window of statistics: what was booked before is dropped, who is in line or in service stays.
func (s *Station) Mark(now Time) {
	for _, l := range s.levels() {
		l.mark(now)
	}
	s.from, s.waits, s.carried = now, 0, s.waiting(now)
	clear(s.classes)
	s.joined, s.admitted, s.left = 0, 0, 0
}

func (s *Station) levels() [6]*level {
	return [...]*level{&s.queue, &s.busy, &s.blocked, &s.staffed, &s.overtime, &s.broken}
}

// MeanQueue gives the time average of the number in line; none when the window has no length.
func (b Books) MeanQueue() (customers float64, ok bool) {
	return ratio(float64(b.QueueArea), float64(b.To-b.From))
}

// MeanWait gives the mean wait in seconds of those admitted; none when nobody was.
func (b Books) MeanWait() (seconds float64, ok bool) {
	return ratio(b.Waits.Seconds(), float64(b.Admitted))
}

// Utilisation gives the share of server time, overtime included, that was spent serving; none when no server was there.
func (b Books) Utilisation() (share float64, ok bool) {
	return ratio(float64(b.BusyArea), float64(b.StaffedArea)+float64(b.OvertimeArea))
}

// ratio gives a/b, and says false where there is none.
func ratio(a, b float64) (float64, bool) {
	if b == 0 {
		return 0, false
	}
	return a / b, true
}
