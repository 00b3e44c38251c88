package journey_test

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// The wall calendar is the second bookkeeper's way to know what is open: it writes out every day with
// its date and the windows that begin on it.

// span is a stretch of time.
type span = struct{ from, to sim.Time }

// opening is when a place is open: stretches in order, apart from each other.
type opening []span

// wall is the calendar of one country over a run.
type wall struct {
	start    corridors.Day
	ahead    sim.Time
	holidays []corridors.Holiday
	until    sim.Time
	corridor *corridors.Corridor
}

func wallOf(setup journey.Setup, country string, until sim.Time) wall {
	for _, c := range setup.Corridor.Countries {
		if c.Code == country {
			return wall{setup.Horizon.Start, sim.Time(c.Ahead) * sim.Second, c.Holidays, until, setup.Corridor}
		}
	}
	panic(country)
}

// write out what is open: rule gives the windows of a date.
func (w wall) write(rule func(date time.Time) []span) opening {
	var all opening
	date := w.start.Date().AddDate(0, 0, -3)
	for midnight := -3*sim.Day - w.ahead; midnight < w.until+2*sim.Day; midnight += sim.Day {
		for _, s := range rule(date) {
			if to := midnight + s.to; to > 0 {
				all = append(all, span{max(0, midnight+s.from), to})
			}
		}
		date = date.AddDate(0, 0, 1)
	}
	return union(all)
}

// union of stretches.
func union(all opening) opening {
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out opening
	for _, s := range all {
		if last := len(out) - 1; last >= 0 && s.from <= out[last].to {
			out[last].to = max(out[last].to, s.to)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// free says whether a date is a holiday.
func (w wall) free(date time.Time) bool {
	return slices.ContainsFunc(w.holidays, func(h corridors.Holiday) bool {
		return !date.Before(h.From.Date()) && !date.After(h.To.Date())
	})
}

// off says whether a date belongs to a weekend.
func off(w *corridors.Weekend, date time.Time) bool {
	return w != nil && w.Days>>((date.Weekday()+6)%7)&1 == 1
}

// spans of opening hours, from the midnight at which their day begins.
func spans(h corridors.Hours) (out []span) {
	if len(h.Windows) == 0 && !h.Never {
		return []span{{0, sim.Day}}
	}
	for _, w := range h.Windows {
		s := span{sim.Time(w.From) * sim.Second, sim.Time(w.To) * sim.Second}
		if s.to <= s.from {
			s.to += sim.Day
		}
		out = append(out, s)
	}
	return out
}

// cut leaves of windows what lies within others; a day without an end to its hours cuts nothing.
func cut(own, within []span) (out []span) {
	if len(within) == 1 && within[0].to-within[0].from == sim.Day && within[0].from == 0 {
		return own
	}
	for _, a := range own {
		for _, b := range within {
			if s := (span{max(a.from, b.from), min(a.to, b.to)}); s.from < s.to {
				out = append(out, s)
			}
		}
	}
	return out
}

// ofPost are the hours of a post.
func (w wall) ofPost(p *corridors.Post) opening {
	return w.toward(p, "")
}

// toward are the hours of a post for those who pass it in a direction, or for whoever passes it.
func (w wall) toward(p *corridors.Post, d corridors.Direction) opening {
	return w.shaken(p, d, w.write(func(date time.Time) []span { return w.postOn(p, date) }))
}

func (w wall) postOn(p *corridors.Post, date time.Time) []span {
	switch {
	case p.Holiday != nil && w.free(date):
		return spans(*p.Holiday)
	case off(p.Weekend, date):
		return spans(p.Weekend.Hours)
	}
	return spans(p.Hours)
}

// ofStation are the hours of a station, or of its shift k if that is not negative.
func (w wall) ofStation(p *corridors.Post, s *corridors.Station, k int) opening {
	return w.shaken(p, onlyToward(p, s.Name), w.write(func(date time.Time) []span {
		var own []span
		switch {
		case k >= 0:
			own = spans(s.Shifts[k].Hours)
		case s.Hours != nil:
			own = spans(*s.Hours)
		}
		limit, limited := w.limit(p, s, date)
		switch {
		case k < 0 && limited && s.Holiday != nil && w.free(date), k < 0 && limited && s.Weekend != nil && off(s.Weekend, date) && !w.counts(p, s, date):
			return limit // what it says of such days itself
		case own == nil && limited:
			return limit
		case own == nil:
			return spans(p.Hours)
		case limited:
			return cut(own, limit)
		}
		return own
	}))
}

// counts says whether a date is a holiday that the station or its post heeds.
func (w wall) counts(p *corridors.Post, s *corridors.Station, date time.Time) bool {
	return w.free(date) && (s.Holiday != nil || p.Holiday != nil)
}

// limit are the hours of a weekend or holiday, of the station before those of its post.
func (w wall) limit(p *corridors.Post, s *corridors.Station, date time.Time) ([]span, bool) {
	weekend := p.Weekend
	if s.Weekend != nil {
		weekend = s.Weekend
	}
	switch {
	case w.free(date) && s.Holiday != nil:
		return spans(*s.Holiday), true
	case w.free(date) && p.Holiday != nil:
		return spans(*p.Holiday), true
	case off(weekend, date):
		return spans(weekend.Hours), true
	}
	return nil, false
}

// overlap is the open time in [from, to).
func (o opening) overlap(from, to sim.Time) (sum sim.Time) {
	for _, s := range o {
		sum += max(0, min(to, s.to)-max(from, s.from))
	}
	return sum
}

// at says whether it is open at a time.
func (o opening) at(t sim.Time) bool {
	return slices.ContainsFunc(o, func(s span) bool { return s.from <= t && t < s.to })
}

// roster is what the servers of a station do over a run.
type roster struct {
	open    opening   // when service may start
	crews   []opening // by shift; the station's own hours where it has none
	servers []int     // by shift
	finish  bool
	room    *corridors.Room
}

func rosterOf(setup journey.Setup, p *corridors.Post, name string, until sim.Time) roster {
	w := wallOf(setup, p.Country, until)
	for i := range p.Stations {
		s := &p.Stations[i]
		if s.Name != name {
			continue
		}
		if len(s.Shifts) == 0 {
			open := w.ofStation(p, s, -1)
			return roster{open: open, crews: []opening{open}, servers: []int{s.Servers}}
		}
		r := roster{finish: s.Handover == corridors.Finish, room: s.Room}
		var all opening
		for k, shift := range s.Shifts {
			crew := w.ofStation(p, s, k)
			r.crews, r.servers = append(r.crews, crew), append(r.servers, shift.Servers)
			all = append(all, crew...)
		}
		r.open = union(all)
		return r
	}
	panic(name)
}

// serverTime is how long servers were there in [from, to): those of the roster, and those who are kept
// beyond it by who holds them. It is not sure where the log does not say who is kept.
func (r *roster) serverTime(visits []visit, from, to sim.Time) (sum sim.Time, sure bool) {
	for k, crew := range r.crews {
		sum += sim.Time(r.servers[k]) * crew.overlap(from, to)
	}
	if !r.finish {
		return sum + r.heldBeyond(visits, from, to), true
	}
	ends, sure := r.endsOfCrews(visits)
	for i, v := range visits {
		sum += max(0, min(v.left, to)-max(ends[i], v.admitted, from))
	}
	return sum, sure
}

// heldBeyond is how long more servers were held than the roster had, times how many.
func (r *roster) heldBeyond(visits []visit, from, to sim.Time) (sum sim.Time) {
	held, there := map[sim.Time]int{from: 0, to: 0}, map[sim.Time]int{}
	for _, v := range visits {
		held[v.admitted]++
		held[v.left]--
	}
	for k, crew := range r.crews {
		for _, s := range crew {
			there[s.from] += r.servers[k]
			there[s.to] -= r.servers[k]
		}
	}
	changes := slices.AppendSeq(slices.Collect(maps.Keys(held)), maps.Keys(there))
	slices.Sort(changes)
	occupied, servers, last := 0, 0, sim.Time(0)
	for _, at := range slices.Compact(changes) {
		sum += sim.Time(max(0, occupied-servers)) * max(0, min(at, to)-max(last, from))
		occupied, servers, last = occupied+held[at], servers+there[at], at
	}
	return sum
}

// endOfCrew is when the crew of a time goes off.
func (r *roster) endOfCrew(t sim.Time) sim.Time {
	for _, crew := range r.crews {
		for _, s := range crew {
			if s.from <= t && t < s.to {
				return s.to
			}
		}
	}
	return t
}
