package journey

import "hanhlang/sim"

// Pace is what the tightest station of a post can let pass, from the data alone.
type Pace struct {
	Place       string
	Station     string
	Utilisation float64     // offered load over capacity
	Passes      [24]float64 // in each hour of the day, by the clock of the place, over what comes to it in a whole day
}

// Paces are those of all posts that trucks come to, in file order, on the days that are watched. Where trucks are
// turned away no station is the tightest.
func (m *Model) Paces() []Pace {
	var out []Pace
	tightest := make(map[string]int) // in out, by place
	for _, load := range m.Offered() {
		if load.Quota || load.Arrive == 0 {
			continue
		}
		i, known := tightest[load.Place]
		switch {
		case !known:
			tightest[load.Place] = len(out)
			out = append(out, m.pace(load))
		case load.Utilisation > out[i].Utilisation:
			out[i] = m.pace(load)
		}
	}
	return out
}

// pace of a station.
func (m *Model) pace(load StationLoad) Pace {
	p := Pace{Place: load.Place, Station: load.Station, Utilisation: load.Utilisation}
	at := 0
	for m.stations[at].name != load.Station || m.places[m.stations[at].place].name != load.Place {
		at++
	}
	st := &m.stations[at]
	hours := &m.shifts[st.shift].hours
	ahead := sim.Time(m.setup.Corridor.Countries[m.places[st.place].country].Ahead) * sim.Second
	days := m.setup.Horizon.watched()
	var open [24]float64
	all := 0.0
	for h := range open {
		for day := days.from; day < days.to; day++ {
			from := day*sim.Day + sim.Time(h)*sim.Hour - ahead
			open[h] += hours.openBetween(from, from+sim.Hour).Seconds()
		}
		all += open[h]
	}
	for h := range open {
		p.Passes[h] = load.CanPass / load.Arrive * open[h] / all
	}
	return p
}
