package journey

import "hanhlang/corridors"

// YardMeasure is the name of a measure of one yard: mean_trucks, most_trucks,
// queue_longest_trucks or wait_h.
func YardMeasure(place, name, measure string) string {
	return "yard." + place + "/" + name + "." + measure
}

// YardRoom is a yard of a post with its places.
type YardRoom struct {
	Place, Name string
	Places      int
}

// Yards are those of all posts in file order.
func (m *Model) Yards() []YardRoom {
	out := make([]YardRoom, len(m.yards))
	for i, y := range m.yards {
		out[i] = YardRoom{m.places[y.place].name, y.name, y.places}
	}
	return out
}

// spaceMeasures are there only where space at a post is limited by more than its strip, a station prefers
// some trucks or its servers break down.
func (b *builder) spaceMeasures() []measure {
	var list []measure
	if b.rooms || len(b.yards) > 0 {
		for i := range b.Model.stations {
			list = append(list, b.blockedMeasure(i))
		}
	}
	for i, s := range b.Model.stations {
		if s.room != nil && s.room.WhenFull == corridors.TurnAway {
			list = append(list, b.turnedMeasure(i))
		}
	}
	for i := range b.Model.stations {
		list = append(list, b.classMeasures(i)...)
	}
	for i, s := range b.Model.stations {
		if s.machine != none {
			list = append(list, b.availableMeasure(i))
		}
	}
	for i := range b.yards {
		list = append(list, b.yardMeasures(i)...)
	}
	return list
}

// blockedMeasure is the share of its time that a server is kept by a truck that cannot go on.
func (b *builder) blockedMeasure(i int) measure {
	return measure{StationMeasure(b.Stations()[i], "blocked_share"), func(w *World) (float64, bool) {
		s := &w.books.stations[i]
		return ratio(float64(s.BlockedArea), float64(s.StaffedArea)+float64(s.OvertimeArea))
	}}
}

// turnedMeasure is the share of the trucks that come to a station and go away again.
func (b *builder) turnedMeasure(i int) measure {
	return measure{StationMeasure(b.Stations()[i], "turned_away_share"), func(w *World) (float64, bool) {
		return share(w.books.turned[i], w.books.turned[i]+w.books.stations[i].Joined)
	}}
}

// yardMeasures are the books of one yard over the window.
func (b *builder) yardMeasures(i int) []measure {
	y := &b.yards[i]
	of := func(name string) string { return YardMeasure(b.places[y.place].name, y.name, name) }
	return []measure{
		{of("mean_trucks"), func(w *World) (float64, bool) {
			s := &w.books.yards[i]
			return ratio(float64(s.TakenArea), float64(s.To-s.From))
		}},
		{of("most_trucks"), func(w *World) (float64, bool) { return float64(w.books.yards[i].MostTaken), true }},
		{of("queue_longest_trucks"), func(w *World) (float64, bool) { return float64(w.books.yards[i].LongestQueue), true }},
		{of("wait_h"), func(w *World) (float64, bool) {
			s := &w.books.yards[i]
			return ratio(inHours(s.Waits), float64(s.Granted))
		}},
	}
}
