package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// opening is when something works, as windows of each kind of day.
type opening struct {
	calendarDays
	windows [dayKinds][]stretch
	shocks  []interruption // that shut it, whatever the windows
}

// compile makes hours. Where no kind of day differs and no clock is ahead they repeat every day.
func (o *opening) compile() hours {
	out := hours{}
	if !o.weekendDiffers() && len(o.holidays) == 0 {
		out = everyDay(shifted(o.windows[workingDay], -o.ahead))
	} else {
		d := newDated(o.calendarDays, o.windows)
		out = hours{dated: d, perDay: d.perDay()}
	}
	out.shutBy(o.shocks)
	return out
}

func (o *opening) weekendDiffers() bool { return o.weekend != 0 }

// shifted moves windows of a day on by a time, and back into the day on which they begin.
func shifted(windows []stretch, by sim.Time) []stretch {
	var out []stretch
	for _, w := range windows {
		_, from := local(w.from + by)
		out = append(out, stretch{from, from + w.to - w.from})
	}
	return out
}

// openingOf a post to those who pass it in a direction; an empty one stands for whoever passes it.
func (b *builder) openingOf(post *corridors.Post, toward corridors.Direction) opening {
	o := opening{calendarDays: b.daysIn(post.Country), shocks: b.interruptions(post, toward)}
	working := windowsOf(post.Hours)
	o.windows = [dayKinds][]stretch{working, working, working}
	if post.Weekend != nil {
		o.weekend, o.windows[weekendDay] = post.Weekend.Days, windowsOf(post.Weekend.Hours)
	}
	if post.Holiday != nil {
		o.windows[holiday] = windowsOf(*post.Holiday)
	} else {
		o.holidays = nil
	}
	return o
}

// hoursOf a post.
func (b *builder) hoursOf(post *corridors.Post) hours {
	o := b.openingOf(post, "")
	return o.compile()
}

// daysIn a country, with its clock and its holidays.
func (b *builder) daysIn(country string) calendarDays {
	days := calendarDays{start: b.setup.Horizon.Start}
	for _, c := range b.setup.Corridor.Countries {
		if c.Code == country {
			days.ahead, days.holidays = sim.Time(c.Ahead)*sim.Second, c.Holidays
		}
	}
	return days
}

// openingOfStation is that of the post where the station does not say otherwise; hours of its own hold
// on weekends and holidays within those of the post. A shock that is about one direction shuts the stations
// that serve nobody else.
func (b *builder) openingOfStation(post *corridors.Post, s *corridors.Station, toward corridors.Direction) opening {
	o := b.openingOf(post, toward)
	if s.Hours != nil {
		o.restrict(windowsOf(*s.Hours))
	}
	if s.Weekend != nil {
		o.weekend, o.windows[weekendDay] = s.Weekend.Days, windowsOf(s.Weekend.Hours)
	}
	if s.Holiday != nil {
		o.holidays, o.windows[holiday] = b.daysIn(post.Country).holidays, windowsOf(*s.Holiday)
	}
	return o
}

// restrict gives an opening windows of its own: on working days as they are, on others within what was
// open before.
func (o *opening) restrict(own []stretch) {
	o.windows[workingDay] = own
	for _, kind := range []dayKind{weekendDay, holiday} {
		o.windows[kind] = common(own, o.windows[kind])
	}
}

// common is what windows have in common with the limits of their day. A day that is open around the
// clock sets no limit to a window that ends in the next.
func common(own, limits []stretch) []stretch {
	if len(limits) == 1 && limits[0] == (stretch{0, sim.Day}) {
		return own
	}
	var out []stretch
	for _, a := range own {
		for _, b := range limits {
			if from, to := max(a.from, b.from), min(a.to, b.to); from < to {
				out = append(out, stretch{from, to})
			}
		}
	}
	return out
}
