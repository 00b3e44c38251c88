package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Pace is what the tightest station of a post can let pass, from the data alone.
type Pace struct {
	Place       string
	Station     string
	Utilisation float64     // offered load over capacity
	Passes      [24]float64 // in each hour of the day, by the clock of the place [trucks]: of all that come to the post, as if as many of them came to the station at all hours
	Share       float64     // visits to the station of a truck that comes to the post, on average
}

// Paces are those of all posts that trucks come to, in file order, on the days that are watched. Where trucks are
// turned away no station is the tightest.
func (m *Model) Paces() []Pace {
	var out []Pace
	come := m.cargoComes()
	tightest := make(map[string]int) // in out, by place
	for _, load := range m.Offered() {
		if load.Quota || load.Arrive == 0 {
			continue
		}
		i, known := tightest[load.Place]
		switch {
		case !known:
			tightest[load.Place] = len(out)
			out = append(out, m.pace(load, come))
		case load.Utilisation > out[i].Utilisation:
			out[i] = m.pace(load, come)
		}
	}
	return out
}

// comes is how many cargo trucks a day come to posts, by name, and to stations, by index.
type comes struct {
	posts    map[string]float64
	stations []float64
}

// cargoComes tells of cargo trucks alone, loaded and empty.
func (m *Model) cargoComes() comes {
	total := m.demandNothing()
	for i := range m.plans {
		if f := &m.flows[m.plans[i].flow]; f.Traffic != corridors.Others {
			m.offer(&m.plans[i], m.perSecond(f, m.setup.Horizon), m.setup.Horizon, total)
		}
	}
	out := comes{make(map[string]float64), total.trucks}
	for i := range out.stations {
		out.stations[i] *= secondsPerDay
	}
	_, gates := m.Traffic()
	for i := range m.setup.Corridor.Gates {
		for k := range m.setup.Corridor.Gates[i].Posts {
			out.posts[m.setup.Corridor.Gates[i].Posts[k].Name] = gates[i]
		}
	}
	return out
}

// pace of a station. Elsewhere than at a post all trucks are those that come to the station.
func (m *Model) pace(load StationLoad, come comes) Pace {
	p := Pace{Place: load.Place, Station: load.Station, Utilisation: load.Utilisation}
	at := 0
	for m.stations[at].name != load.Station || m.places[m.stations[at].place].name != load.Place {
		at++
	}
	trucks := come.posts[load.Place]
	if trucks == 0 {
		trucks = come.stations[at]
	}
	p.Share, _ = ratio(come.stations[at], trucks)
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
		p.Passes[h] = load.CanPass / load.Arrive * trucks * open[h] / all
	}
	return p
}
