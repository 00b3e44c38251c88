package journey

import (
	"reflect"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// shift is the stations of one post that open and close together. A station with shifts of its own has
// one to itself, and hours that are open whenever one of its crews is there.
type shift struct {
	hours    hours
	stations []int
	post     int    // index of the place
	crews    []crew // none: the servers of each station, whenever it is open
	finish   bool   // who goes off completes the service in hand, beside the next crew
}

// crew are the servers of a station during one shift.
type crew struct {
	hours   hours
	servers int
}

// serversAt is how many servers of a crew are there at t.
func (s *shift) serversAt(t sim.Time) int {
	n := 0
	for i := range s.crews {
		if s.crews[i].hours.openAt(t) {
			n += s.crews[i].servers
		}
	}
	return n
}

// next is when the shift next opens, closes or changes its crew.
func (s *shift) next(t sim.Time) (sim.Time, bool) {
	first, any := s.hours.next(t)
	for i := range s.crews {
		if at, changes := s.crews[i].hours.next(t); changes && (!any || at < first) {
			first, any = at, true
		}
	}
	return first, any
}

// meanServers is how many servers are there while the shift is open, in the long run.
func (s *shift) meanServers(st *station) float64 {
	if len(s.crews) == 0 || s.hours.perDay == 0 {
		return float64(st.servers)
	}
	sum := 0.0
	for i := range s.crews {
		sum += float64(float64(s.crews[i].servers) * s.crews[i].hours.perDay.Seconds())
	}
	return sum / s.hours.perDay.Seconds()
}

// addShift finds the shift of a post that a station belongs to, or adds it; toward is the one direction of those
// whom the station serves, if there is one.
func (b *builder) addShift(at int, post *corridors.Post, s *corridors.Station, toward corridors.Direction) int {
	o := b.openingOfStation(post, s, toward)
	if len(s.Shifts) > 0 {
		return b.addCrews(at, o, s)
	}
	h := o.compile()
	for i, other := range b.shifts {
		if other.post == at && len(other.crews) == 0 && reflect.DeepEqual(other.hours, h) {
			return i
		}
	}
	b.shifts = append(b.shifts, shift{hours: h, post: at})
	return len(b.shifts) - 1
}

// addCrews adds the shift of a station whose servers change in the course of a day.
func (b *builder) addCrews(at int, limits opening, s *corridors.Station) int {
	all := limits
	all.windows = [dayKinds][]stretch{}
	added := shift{post: at, finish: s.Handover == corridors.Finish}
	for _, part := range s.Shifts {
		o := limits
		o.restrict(windowsOf(part.Hours))
		added.crews = append(added.crews, crew{hours: o.compile(), servers: part.Servers})
		for kind := range o.windows {
			all.windows[kind] = append(all.windows[kind], o.windows[kind]...)
		}
	}
	added.hours = all.compile()
	b.shifts = append(b.shifts, added)
	return len(b.shifts) - 1
}

// staff gives the stations of a shift the servers that are there now.
func (w *World) staff(s *shift, open bool) {
	for _, st := range s.stations {
		servers := 0
		switch {
		case len(s.crews) > 0:
			servers = s.serversAt(w.now)
		case open:
			servers = w.serversOf(st)
		}
		if s.finish {
			w.stations[st].Relieve(servers, w.now)
			w.reliefs[st]++
		} else {
			w.stations[st].Staff(servers, w.now)
		}
		w.admit(int32(st))
	}
}

// letGo tells a station that the server whom a truck is about to leave has been relieved since it began
// to serve, if that is so; relief is what the truck noted then.
func (w *World) letGo(st int32, relief uint32) {
	if w.reliefs != nil && w.reliefs[st] != relief {
		w.stations[st].Dismiss(w.now)
	}
}
