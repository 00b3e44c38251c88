package report

import "strconv"

// The shapes of what is said of demand that grows, in the order in which they are written.
type (
	growthJSON struct {
		From   int         `json:"from"`
		To     int         `json:"to"`
		Limits []limitJSON `json:"limits"`
		Trends []trendJSON `json:"trends"`
	}
	limitJSON struct {
		Measure string   `json:"measure"` // utilisation_share: of the busiest station
		Unit    string   `json:"unit"`
		AtMost  *float64 `json:"at_most"`
		Low     *float64 `json:"low"`
		High    *float64 `json:"high"`
	}
	trendJSON struct {
		Alternative string        `json:"alternative"`
		Rate        *float64      `json:"rate"`
		Outlooks    []outlookJSON `json:"outlooks"` // by limit
		Overloaded  *int          `json:"overloaded_from"`
		Years       []yearJSON    `json:"years"`
	}
	outlookJSON struct {
		Measure   string       `json:"measure"`
		Reading   string       `json:"reading"`
		Passed    *int         `json:"passed_in"`
		Undecided []int        `json:"undecided_in"`
		AtLow     *outlookJSON `json:"at_low,omitempty"`
		AtHigh    *outlookJSON `json:"at_high,omitempty"`
	}
	yearJSON struct {
		Year      int           `json:"year"`
		Factor    *float64      `json:"demand_factor"`
		Reached   []reachedJSON `json:"reached"` // by limit
		Busiest   offeredJSON   `json:"highest_offered_load"`
		Overloads []offeredJSON `json:"overloads"`
		Stuck     int           `json:"stuck_replications"`
	}
	reachedJSON struct {
		Measure string `json:"measure"`
		estimateJSON
		Station string `json:"station,omitempty"`
		Place   string `json:"place,omitempty"`
		Reading string `json:"reading"`
	}
	offeredJSON struct {
		Station string   `json:"station"`
		Place   string   `json:"place"`
		Load    *float64 `json:"offered_load"`
	}
)

func growthOf(g *Growth) *growthJSON {
	if g == nil {
		return nil
	}
	return &growthJSON{
		From: g.From, To: g.To,
		Limits: each(g.Limits, func(l Limit) limitJSON { return limitJSON{l.name(), l.unit(), finite(l.AtMost), l.Low, l.High} }),
		Trends: each(g.Trends, g.trendOf),
	}
}

func (g *Growth) trendOf(t Trend) trendJSON {
	out := trendJSON{Alternative: t.Alternative, Rate: finite(t.Rate), Outlooks: []outlookJSON{}}
	for i := range g.Limits {
		l := &g.Limits[i]
		o := outlookOf(l.name(), t.outlook(i, l.AtMost))
		if l.Low != nil && l.High != nil {
			low, high := outlookOf(l.name(), t.outlook(i, *l.Low)), outlookOf(l.name(), t.outlook(i, *l.High))
			o.AtLow, o.AtHigh = &low, &high
		}
		out.Outlooks = append(out.Outlooks, o)
	}
	if y := t.overloaded(); y != nil {
		out.Overloaded = &y.Year
	}
	out.Years = each(t.Years, g.yearOf)
	return out
}

func outlookOf(measure string, o outlook) outlookJSON {
	out := outlookJSON{Measure: measure, Reading: string(o.reading()), Undecided: append([]int{}, o.undecided...)}
	if o.passed != nil {
		out.Passed = &o.passed.Year
	}
	return out
}

func (g *Growth) yearOf(y Year) yearJSON {
	out := yearJSON{
		Year: y.Year, Factor: finite(y.Factor), Reached: []reachedJSON{}, Busiest: offeredOf(y.Busiest),
		Overloads: each(y.Overloads, offeredOf), Stuck: y.Stuck,
	}
	for i, r := range y.Reached {
		out.Reached = append(out.Reached, reachedJSON{
			Measure: g.Limits[i].name(), estimateJSON: estimateOf(r.Interval), Station: r.Station, Place: r.Place,
			Reading: string(y.reading(i, g.Limits[i].AtMost)),
		})
	}
	return out
}

func offeredOf(o Offered) offeredJSON { return offeredJSON{o.Station, o.Place, finite(o.Load)} }

// growthHeadings are the columns that only rows of growth fill, at the end of all.
func growthHeadings() []string { return []string{"growth_rate", "year", "demand_factor", "limit"} }

// growthCSV is what only these rows have, in the order of their columns.
type growthCSV struct{ rate, year, factor, limit string }

func (g growthCSV) fields() []string { return []string{g.rate, g.year, g.factor, g.limit} }

// growthRowsCSV has a row per alternative, rate and limit with the year in which it is passed, one per year with its figure, and one
// per station that cannot keep up in a year.
func growthRowsCSV(g *Growth) []csvRow {
	if g == nil {
		return nil
	}
	var rows []csvRow
	for i := range g.Trends {
		t := &g.Trends[i]
		for k := range g.Limits {
			rows = append(rows, g.outlookRowCSV(t, k))
		}
		for j := range t.Years {
			rows = append(rows, g.yearRowsCSV(t, &t.Years[j])...)
		}
	}
	return rows
}

func (g *Growth) outlookRowCSV(t *Trend, limit int) csvRow {
	l := &g.Limits[limit]
	o := t.outlook(limit, l.AtMost)
	r := csvRow{kind: "growth outlook", alternative: t.Alternative, name: l.name(), unit: l.unit()}
	r.growth = growthCSV{rate: exact(t.Rate), limit: exact(l.AtMost)}
	r.fits[2] = string(o.reading())
	if o.passed != nil {
		at := o.passed.Reached[limit]
		r.interval, r.place = at.Interval, at.Place
		r.growth.year, r.growth.factor = strconv.Itoa(o.passed.Year), exact(o.passed.Factor)
	}
	return r
}

func (g *Growth) yearRowsCSV(t *Trend, y *Year) []csvRow {
	var rows []csvRow
	of := growthCSV{rate: exact(t.Rate), year: strconv.Itoa(y.Year), factor: exact(y.Factor)}
	for i := range g.Limits {
		l := &g.Limits[i]
		r := csvRow{kind: "growth", alternative: t.Alternative, name: l.name(), unit: l.unit(), interval: y.Reached[i].Interval, place: y.Reached[i].Place, growth: of}
		if y.Reached[i].Station != "" {
			r.name = y.Reached[i].Station + "." + l.name()
		}
		r.growth.limit, r.fits[2] = exact(l.AtMost), string(y.reading(i, l.AtMost))
		rows = append(rows, r)
	}
	for _, o := range y.Overloads {
		r := offeredRowCSV("growth overload", t.Alternative, o)
		r.growth = of
		rows = append(rows, r)
	}
	return rows
}
