package journey

import "strconv"

// A station may prefer some trucks. The trucks of a class wait in a line of their own; when a server is free, the first of
// the first class that anybody waits in is taken. So that a truck that comes at the instant at which a
// server becomes free is not passed over, such a station takes trucks only after all that ends and comes at
// that instant.

// preferred notes in a step which classes of its station the trucks of the plan can be of.
func (p *planner) preferred(s *step, who traveller) {
	if s.kind != stepServe && s.kind != stepRoom {
		return
	}
	for class, when := range p.Model.stations[s.station].prefers {
		if applies(when, who) {
			s.classes = append(s.classes, classStep{class: class, passes: p.remaining(when, "")})
		}
	}
}

// prefers says whether a station serves classes of trucks before others.
func (w *World) prefers(st int32) bool { return len(w.model.stations[st].prefers) > 0 }

// lineUp puts a truck into the line of its lane or class, in a model where some station has such.
func (w *World) lineUp(id int32, t *truck, s *step) {
	if w.model.stations[s.station].perLane {
		w.stands[id].machine = int32(w.stations[s.station].JoinLane(id, w.now))
		w.takeIn(int32(s.station))
		return
	}
	w.stations[s.station].JoinClass(w.classOf(t, s), id, w.now)
	if w.prefers(int32(s.station)) {
		w.takeLater(int32(s.station))
	}
}

// classOf a truck at a station: the first that it is of, or that of the others.
func (w *World) classOf(t *truck, s *step) int {
	for i := range s.classes {
		if w.passes(t, &s.classes[i].passes) {
			return s.classes[i].class
		}
	}
	return len(w.model.stations[s.station].prefers)
}

// takeLater lets a station choose when all that happens at this instant has happened.
func (w *World) takeLater(st int32) {
	if slot := w.takers[st]; !w.calendar.Pending(slot) {
		w.schedule(slot, lanesTake, rankTake, w.now, st)
	}
}

// MostClasses is how many classes of trucks a station can have at most, those that it does not prefer included.
const MostClasses = 4

// classMeasures are the waits of the classes of a station, the first to be served first.
func (b *builder) classMeasures(i int) []measure {
	var list []measure
	if len(b.Model.stations[i].prefers) == 0 {
		return nil
	}
	for class := range len(b.Model.stations[i].prefers) + 1 {
		name := StationMeasure(b.Stations()[i], "wait_"+strconv.Itoa(class+1)+"_h")
		list = append(list, measure{name, func(w *World) (float64, bool) {
			seconds, present := w.books.classes[i][class].MeanWait()
			return seconds / secondsPerHour, present
		}})
	}
	return list
}
