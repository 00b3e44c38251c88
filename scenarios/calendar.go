package scenarios

import (
	"time"
	_ "time/tzdata" // the clocks of the world, also where the machine has none

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

// usualStart is the day on which a run begins that does not say: a Monday.
func usualStart() corridors.Day { return corridors.DayOf(2026, time.March, 2) }

// dayOf a date as a file has it.
func dayOf(d quantity.Date) corridors.Day { return corridors.DayOf(d.Year, d.Month, d.Day) }

// clock is the time zone of a country, where it is written.
type clock struct {
	country string
	zone    *time.Location
	written *strict.Value
}

// zonesNearby are the time zones of the corridors and their neighbours, which a message lists.
func zonesNearby() []string {
	return []string{
		"Asia/Ho_Chi_Minh", "Asia/Vientiane", "Asia/Bangkok", "Asia/Phnom_Penh", "Asia/Yangon", "Asia/Shanghai",
		"Asia/Kuala_Lumpur", "Asia/Singapore", "Asia/Dhaka", "Asia/Kolkata", "Asia/Jakarta", "UTC",
	}
}

// timeZone reads the zone of a country by its name in the IANA database. The clock of the run is that
// of the first country, so nobody else has one unless that country has.
func (r *reader) timeZone(m *strict.Map, c *corridors.Country) {
	v, there := m.At("time_zone")
	if !there {
		return
	}
	name, ok := v.AsText()
	if !ok {
		return
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		report(v, words.Say("scenario.unknown-zone", "name", name), name, zonesNearby())
		return
	}
	if len(r.clocks) == 0 && len(r.countries.order) > 0 && r.countries.order[0] != c.Code {
		v.Problem(words.Say("scenario.first-zone", "country", r.countries.order[0]), words.Phrase{}, words.Say("scenario.first-zone-help", "country", r.countries.order[0]))
		return
	}
	r.clocks = append(r.clocks, clock{c.Code, zone, v})
	c.TimeZone, c.Ahead = name, offset(zone, r.startsAt())-offset(r.clocks[0].zone, r.startsAt())
	r.ahead[c.Code] = float64(c.Ahead)
}

// startsAt is the moment at which the run begins: midnight by the clock of the first country.
func (r *reader) startsAt() time.Time {
	date := r.horizon.Start.Date()
	return time.Date(date.Year(), date.Month(), date.Day(), 0, 0, 0, 0, r.clocks[0].zone)
}

// offset of a zone from Greenwich at a moment [s].
func offset(zone *time.Location, at time.Time) int {
	_, seconds := at.In(zone).Zone()
	return seconds
}

// warnOfClocks tells which clocks are put forward or back within the run: the run keeps them as they
// are at its start.
func (r *reader) warnOfClocks() {
	for _, c := range r.clocks {
		start := r.startsAt()
		_, change := start.In(c.zone).ZoneBounds()
		length := sim.Time(r.horizon.End()) / sim.Second
		if !change.IsZero() && change.Unix()-start.Unix() < int64(length) {
			c.written.Warn(words.Say("scenario.clock-changes", "zone", c.zone.String(), "date", change.In(c.zone).Format(time.DateOnly)), words.Say("scenario.clock-changes-help"))
		}
	}
}

// holidays reads the days off of a country.
func (r *reader) holidays(country *strict.Map) []corridors.Holiday {
	var out []corridors.Holiday
	items, _ := r.items(country, "holidays")
	for _, m := range items {
		h := corridors.Holiday{}
		h.Name, _ = m.Text("name")
		h.From, h.To, _ = r.dates(m)
		m.Done()
		out = append(out, h)
	}
	return out
}

// dates reads `from` and `to`, both included.
func (r *reader) dates(m *strict.Map) (from, to corridors.Day, ok bool) {
	first, okFrom := m.Date("from")
	last, okTo := m.Date("to")
	if okFrom && okTo && last.Before(first) {
		start, _ := m.At("from")
		end, _ := m.At("to")
		r.latest(end, start).Problem(words.Say("scenario.dates-swapped", "from", first.String(), "to", last.String()), words.Phrase{}, words.Phrase{})
		return 0, 0, false
	}
	return dayOf(first), dayOf(last), okFrom && okTo
}

// warnOfHolidays tells of a country whose holidays no post heeds.
func (r *reader) warnOfHolidays(top *strict.Map, c *corridors.Corridor) {
	for i := range c.Countries {
		if len(c.Countries[i].Holidays) > 0 && !heedsHolidays(c, c.Countries[i].Code) {
			v, _ := item(top, "countries", c.Countries[i].Code).At("holidays")
			v.Warn(words.Say("scenario.idle-holidays", "country", c.Countries[i].Code), words.Say("scenario.idle-holidays-help"))
		}
	}
}

// heedsHolidays says whether a post or station of a country has other hours on holidays.
func heedsHolidays(c *corridors.Corridor, country string) bool {
	for post := range c.Posts() {
		if post.Country != country {
			continue
		}
		if post.Holiday != nil {
			return true
		}
		for _, s := range post.Stations {
			if s.Holiday != nil {
				return true
			}
		}
	}
	return false
}

// readHorizon reads when the run begins and for how long the corridor is watched.
func readHorizon(top *strict.Map) journey.Horizon {
	h := usualHorizon()
	if m, there := top.Sub("horizon"); there {
		if date, given := m.Date("start"); given {
			h.Start = dayOf(date)
		}
		horizonKeys(m, &h)
		m.Done()
	}
	return h
}
