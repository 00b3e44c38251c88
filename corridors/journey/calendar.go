package journey

// Dated says whether it matters on which day of the calendar the run begins: days differ by more than
// the hour, or clocks differ between countries.
func (s Setup) Dated() bool {
	for _, c := range s.Corridor.Countries {
		if c.Ahead != 0 || len(c.Holidays) > 0 {
			return true
		}
	}
	for i := range s.Corridor.Flows {
		if a := &s.Corridor.Flows[i].Arrivals; a.ByWeekday != nil || a.ByMonth != nil || len(a.Rush) > 0 {
			return true
		}
	}
	for i := range s.Corridor.Gates {
		for _, in := range s.Corridor.Gates[i].Inspection {
			if in.Transition != nil && in.Transition.Dated {
				return true
			}
		}
	}
	for post := range s.Corridor.Posts() {
		if post.Weekend != nil {
			return true
		}
		for _, st := range post.Stations {
			if st.Weekend != nil {
				return true
			}
		}
	}
	return false
}
