package report

import "hanhlang/sim/stat"

// Growth is what the alternatives come to year by year as demand grows, held against limits.
type Growth struct {
	From, To int // in the first year every alternative is as it stands
	Limits   []Limit
	Trends   []Trend // by alternative, then by rate
}

// Limit is what must not be passed.
type Limit struct {
	Measure   string // empty: the utilisation of the busiest station
	AtMost    float64
	Low, High *float64 // where the limit itself may lie; none: it is not in doubt
}

// name is the measure that is held against the limit.
func (l *Limit) name() string {
	if l.Measure == "" {
		return "utilisation_share"
	}
	return l.Measure
}

// unit of the limit.
func (l *Limit) unit() string {
	if l.Measure == "" {
		return "share"
	}
	d, _ := Define(l.Measure)
	return d.Unit
}

// Trend is one alternative at one rate of growth.
type Trend struct {
	Alternative string
	Rate        float64 // growth per year, 0.15 for 15 %
	Years       []Year
}

// Year is one of its years.
type Year struct {
	Year      int
	Factor    float64   // demand over that of the first year
	Reached   []Reached // by limit
	Overloads []Offered // stations that cannot keep up: the figures grow with the length of the run
	Busiest   Offered   // the highest offered load
	Stuck     int       // replications in which trucks came to stand for ever; then nothing was measured
}

// Reached is what a measure came to.
type Reached struct {
	Interval stat.Interval
	Station  string // of the utilisation
	Place    string
}

// Offered is what trucks ask of a station over what it can give, from the data alone.
type Offered struct {
	Station string
	Place   string
	Load    float64
}

// passing is how a year stands to a limit, as far as its interval can tell.
type passing string

const (
	passes    passing = "passes"    // the whole interval lies above the limit, or no truck moves any more
	straddles passing = "undecided" // the limit lies in the interval, or there is none
	keeps     passing = "keeps"     // no part of the interval lies above the limit
	unseen    passing = "not-measured"
)

// reading holds a year against a limit.
func (y *Year) reading(limit int, atMost float64) passing {
	i := y.Reached[limit].Interval
	switch {
	case y.Stuck > 0:
		return passes
	case !i.Present():
		return unseen
	case i.Bounded() && i.Lo > atMost:
		return passes
	case i.Bounded() && i.Hi <= atMost:
		return keeps
	}
	return straddles
}

// outlook says in which year a trend passes a limit.
type outlook struct {
	passed    *Year // the first year that passes; none: not by the last year
	undecided []int // years before it, or all if there is none
	measured  bool  // in some year
}

// outlook holds the years of a trend against a limit, wherever that may lie.
func (t *Trend) outlook(limit int, atMost float64) outlook {
	var out outlook
	for i := range t.Years {
		y := &t.Years[i]
		reading := y.reading(limit, atMost)
		out.measured = out.measured || reading != unseen
		switch reading {
		case passes:
			out.passed = y
			return out
		case straddles:
			out.undecided = append(out.undecided, y.Year)
		}
	}
	return out
}

// reading of an outlook.
func (o outlook) reading() passing {
	switch {
	case o.passed != nil:
		return passes
	case !o.measured:
		return unseen
	case len(o.undecided) > 0:
		return straddles
	}
	return keeps
}

// overloaded is the first year in which a station cannot keep up; none: not by the last year.
func (t *Trend) overloaded() *Year {
	for i := range t.Years {
		if len(t.Years[i].Overloads) > 0 {
			return &t.Years[i]
		}
	}
	return nil
}

// fullest is the station of a year that is asked for most of those that cannot keep up; of equals the first.
func (y *Year) fullest() Offered {
	out := y.Overloads[0]
	for _, o := range y.Overloads {
		if o.Load > out.Load {
			out = o
		}
	}
	return out
}
