package corridors

import "hanhlang/seeds/law"

// Arrivals says when the vehicles of a flow become ready at the origin: a Poisson stream with a
// profile, a timetable where there is one, or moments that were counted. Profiles go by the clock of
// the origin's country.
type Arrivals struct {
	PerSecond float64    // mean rate of the Poisson stream [1/s]
	ByHour    []float64  // 24 weights of the hours of the day; none: all hours alike
	ByWeekday []float64  // 7 weights from Monday on; none: all days alike
	ByMonth   []float64  // 12 weights from January on; none: all months alike
	DayFactor *law.Law   // of mean 1, drawn for each day, times the rate of that day; none: days do not vary
	Rush      []Rush     // times the rate of some days
	Platoon   *Platoon   // none: vehicles come one by one
	Timetable *Timetable // none: random arrivals
	Trace     []float64  // moments in order [s] after the start of the run; none: random arrivals
	Always    bool       // a load is there whenever a truck of the haulier is
	After     *Follow    // loads that another flow has brought; none: they begin here
	Zone      string     // whose cargo it is that the rate carries; empty: of no zone
	Count     *int       // the stream ends after so many vehicles; none: no limit
}

// Rush makes some days busier or quieter than others, both ends included.
type Rush struct {
	Name     string
	From, To Day
	Factor   float64
}

// Platoon is vehicles that come together. The rate counts vehicles, a timetable platoons.
type Platoon struct {
	Sizes []int   // how many there may be, each as likely
	Gap   float64 // between one and the next [s]
}

// MeanSize of a platoon.
func (p *Platoon) MeanSize() float64 {
	sum := 0
	for _, n := range p.Sizes {
		sum += n
	}
	return float64(sum) / float64(len(p.Sizes))
}

// Timetable sends a vehicle at a fixed gap.
type Timetable struct {
	First float64 // [s] after the start of the run
	Every float64 // [s]
}

// Backlog is vehicles of a flow that stand before a post when the run begins, in order.
type Backlog struct {
	At      string // the post
	Trucks  int
	Counted bool // they count in the statistics, with their waits from the start of the run on
}
