package sim

// line is a first-come, first-served queue in a ring that doubles when it is full. It takes 16 bytes for one who waits,
// up to 32 after a doubling.
type line struct {
	ring  []place // a power of two
	head  int     // index of the one at the front
	count int
}

// place is somebody's place in a line.
type place struct {
	since Time
	who   int32
}

// join puts somebody at the back.
func (l *line) join(who int32, now Time) {
	if l.count == len(l.ring) {
		l.double()
	}
	l.ring[(l.head+l.count)&(len(l.ring)-1)] = place{now, who}
	l.count++
}

// leave takes the one at the front out of a line that is not empty.
func (l *line) leave() place {
	p := l.ring[l.head]
	l.head = (l.head + 1) & (len(l.ring) - 1)
	l.count--
	return p
}

// double moves the line, front first, to a ring twice as large.
func (l *line) double() {
	ring := make([]place, max(8, 2*len(l.ring)))
	n := copy(ring, l.ring[l.head:])
	copy(ring[n:], l.ring[:l.head])
	l.ring, l.head = ring, 0
}

// waiting gives the sum of the waits so far of all in line, in O(length).
func (l *line) waiting(now Time) Time {
	var sum Time
	for i := range l.count {
		sum += now - l.ring[(l.head+i)&(len(l.ring)-1)].since
	}
	return sum
}
