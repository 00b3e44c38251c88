package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// daysOff reads the hours of a post or station on weekends and holidays.
func (r *reader) daysOff(m *strict.Map) (weekend *corridors.Weekend, holiday *corridors.Hours) {
	if sub, there := m.Sub("weekend"); there {
		weekend = r.weekend(sub)
	}
	if h, given := r.hoursUnder(m, "holiday_hours"); given {
		holiday = &h
	}
	return weekend, holiday
}

// weekend reads `weekend: {days: Sat-Sun, hours: never}`.
func (r *reader) weekend(m *strict.Map) *corridors.Weekend {
	w := corridors.Weekend{}
	m.Require("days", "days: Sat-Sun")
	m.Require("hours", `hours: "08:00-12:00"`)
	if v, there := m.At("days"); there {
		w.Days = weekdays(v)
	}
	w.Hours, _ = r.hours(m)
	m.Done()
	return &w
}

// weekdays reads `Sat-Sun` or `[Sat, Sun]`.
func weekdays(v *strict.Value) corridors.Weekdays {
	items := []*strict.Value{v}
	if v.IsList() {
		items, _ = v.AsList()
	}
	var out corridors.Weekdays
	for _, item := range items {
		set, _ := item.AsWeekdays()
		for sunday := range 7 {
			if set>>sunday&1 != 0 {
				out |= 1 << ((sunday + 6) % 7) // the calendar of time counts from Sunday, ours from Monday
			}
		}
	}
	return out
}

// servers reads how many serve at a station: always as many, or by shifts.
func (r *reader) servers(m *strict.Map, s *corridors.Station) {
	shifts, byShifts := m.At("shifts")
	if !byShifts {
		s.Servers, _ = r.count(m, "servers", scale{help: words.Say("scenario.close-instead")}, 1, maxServers)
		if h, given := r.hours(m); given {
			s.Hours = &h
		}
		if v, there := m.At("handover"); there {
			v.Problem(words.Say("scenario.no-shifts"), words.Phrase{}, words.Say("scenario.no-shifts-help"))
		}
		return
	}
	for _, key := range []string{"servers", "hours"} {
		if v, there := m.At(key); there && r.height(v) >= r.height(shifts) {
			v.Problem(words.Say("scenario.beside-shifts", "key", key, "place", shifts.Pos().String()), words.Phrase{}, words.Say("strict.delete-one"))
		}
	}
	m.Require("handover", "handover: finish")
	rule, _ := m.Choice("handover", texts(corridors.Handovers())...)
	s.Handover = corridors.Handover(rule)
	s.Shifts = r.shifts(m)
}

// shifts reads the parts of the day with their servers, which must lie apart.
func (r *reader) shifts(m *strict.Map) []corridors.Shift {
	var out []corridors.Shift
	var windows []quantity.Window
	var written []*strict.Value
	for _, item := range m.ListOfSome("shifts") {
		sub, ok := item.AsMap()
		if !ok {
			continue
		}
		s := corridors.Shift{}
		if v, there := sub.At("name"); there {
			v.Noted(strict.Form{Kind: strict.TextForm}) // for paths and overlays
		}
		sub.Require("hours", `hours: "06:00-14:00"`)
		sub.Require("servers", "servers: 2")
		s.Hours, _ = r.hours(sub)
		s.Servers, _ = r.count(sub, "servers", scale{}, 1, maxServers)
		sub.Done()
		out = append(out, s)
		if v, there := sub.At("hours"); there {
			if s.Hours.Never {
				v.Problem(words.Say("scenario.never-shift"), words.Phrase{}, words.Say("scenario.never-shift-help"))
			}
			own := windowsOf(s.Hours)
			windows = append(windows, own...)
			for range own {
				written = append(written, v)
			}
		}
	}
	if i, j, found := quantity.FirstOverlap(windows); found {
		written[j].Problem(words.Say("strict.overlap-at", "one", windows[j], "other", windows[i], "place", written[i].Pos().String()), words.Phrase{}, words.Say("scenario.shifts-apart"))
	}
	return out
}

// windowsOf writes hours as windows again.
func windowsOf(h corridors.Hours) []quantity.Window {
	if len(h.Windows) == 0 && !h.Never {
		return []quantity.Window{{From: 0, To: quantity.Midnight}}
	}
	var out []quantity.Window
	for _, w := range h.Windows {
		out = append(out, quantity.Window{From: quantity.Clock(w.From / 60), To: quantity.Clock(w.To / 60)})
	}
	return out
}

// closedForGood says whether hours and those of the weekend leave no open minute in a week.
func closedForGood(h corridors.Hours, w *corridors.Weekend) bool {
	const wholeWeek = 1<<7 - 1
	switch {
	case w == nil:
		return h.Never
	case w.Days == wholeWeek:
		return w.Hours.Never
	}
	return h.Never && w.Hours.Never
}
