package indicators

import (
	"cmp"
	"slices"

	"hanhlang/sim"
	"hanhlang/sim/runlog"
)

// Rhythm is how a post breathes: its cargo trucks by the hour of the day and the day of the week, by the clock of the place.
type Rhythm struct {
	Place   string
	Arrived [24]float64    // trucks a day
	Left    [24]float64    // trucks a day
	Present [7][24]float64 // trucks there, on average; Monday first
	Watched [7][24]bool    // hours of the week that a run has at all
	Stay    [7][24]Slot    // time of loaded trucks there by when they came [h]
}

// Mean is how many trucks are there, over the whole week.
func (r Rhythm) Mean() float64 {
	sum := 0.0
	for h := range 24 {
		sum += r.PresentAt(h)
	}
	return sum / 24
}

// PresentAt is how many trucks are there in an hour of the day, over all weekdays on which it was watched; 0 if it never was.
func (r Rhythm) PresentAt(hour int) float64 {
	sum, days := 0.0, 0
	for d := range 7 {
		if r.Watched[d][hour] {
			sum += r.Present[d][hour]
			days++
		}
	}
	return sum / float64(max(1, days))
}

// rhythmBook is the rhythm of a post in one replication, within the window.
type rhythmBook struct {
	arrived, left [24]int64
	present       [7][24]sim.Time
	stay          [7][24]slotBook
}

// bookRhythm books a truck at all posts that it passes, whether it counts or not: who came before the window stands in it too.
func (o *Observer) bookRhythm(r *Record) {
	for i := range r.Elements {
		e := &r.Elements[i]
		if e.Kind != AtPost {
			continue
		}
		post := o.postOf(e)
		if post.rhythm == nil {
			b := o.rhythms[e.Place]
			if b == nil {
				b = &rhythmBook{}
				o.rhythms[e.Place] = b
			}
			post.rhythm = b
		}
		o.atlas.breathe(post.rhythm, e, post.ahead)
	}
}

// breathe books one stay at a post whose clock is so far ahead.
func (a *atlas) breathe(b *rhythmBook, e *Element, ahead sim.Time) {
	from, to := a.setup.Horizon.WarmUp, a.setup.Horizon.End()
	inside := func(t sim.Time) bool { return from <= t && t < to }
	if inside(e.From) {
		hour, weekday := a.clockAt(e.From + ahead)
		b.arrived[hour]++
		if e.Loaded && e.Passed {
			b.stay[weekday][hour].add(hours(e.To - e.From))
		}
	}
	if inside(e.To) {
		hour, _ := a.clockAt(e.To + ahead)
		b.left[hour]++
	}
	for t := max(e.From, from); t < min(e.To, to); {
		hour, weekday := a.clockAt(t + ahead)
		next := min(nextHour(t, ahead), e.To, to)
		b.present[weekday][hour] += next - t
		t = next
	}
}

// nextHour is when a clock that is so far ahead next strikes.
func nextHour(t, ahead sim.Time) sim.Time {
	past := (t + ahead) % sim.Hour
	if past < 0 {
		past += sim.Hour
	}
	return t + sim.Hour - past
}

// watchedHours is how much time of each hour of the week the window holds at a place.
func (a *atlas) watchedHours(place string) (out [7][24]sim.Time) {
	for t, end := a.setup.Horizon.WarmUp, a.setup.Horizon.End(); t < end; {
		hour, weekday := a.clock(t, place)
		next := min(nextHour(t, a.ahead[place]), end)
		out[weekday][hour] += next - t
		t = next
	}
	return out
}

// rhythmRows are the posts over all observed replications, in the order of the network.
func rhythmRows(samples []*Sample) []Rhythm {
	a := samples[0].atlas
	var places []string
	for _, s := range samples {
		for place := range s.rhythms {
			if !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	slices.SortFunc(places, func(x, y string) int { return cmp.Or(a.order[x]-a.order[y], cmp.Compare(x, y)) })
	var out []Rhythm
	for _, place := range places {
		var sum rhythmBook
		for _, s := range samples {
			if b := s.rhythms[place]; b != nil {
				sum.take(b)
			}
		}
		out = append(out, sum.rhythm(place, a, len(samples)))
	}
	return out
}

// take adds the rhythm of another replication.
func (b *rhythmBook) take(o *rhythmBook) {
	for h := range 24 {
		b.arrived[h], b.left[h] = b.arrived[h]+o.arrived[h], b.left[h]+o.left[h]
		for d := range 7 {
			b.present[d][h] += o.present[d][h]
			b.stay[d][h] = slotBook{b.stay[d][h].n + o.stay[d][h].n, b.stay[d][h].sum + o.stay[d][h].sum}
		}
	}
}

// rhythm brings the sums of so many replications to a day or hour.
func (b *rhythmBook) rhythm(place string, a *atlas, replications int) Rhythm {
	r := Rhythm{Place: place}
	watched := a.watchedHours(place)
	for h := range 24 {
		var days sim.Time
		for d := range 7 {
			days += watched[d][h]
			if all := watched[d][h] * sim.Time(replications); all > 0 {
				r.Present[d][h], r.Watched[d][h] = float64(b.present[d][h])/float64(all), true
			}
			r.Stay[d][h] = b.stay[d][h].slot()
		}
		if days > 0 {
			each := float64(replications) * hours(days)
			r.Arrived[h], r.Left[h] = float64(b.arrived[h])/each, float64(b.left[h])/each
		}
	}
	return r
}

// slot is what a book comes to.
func (s *slotBook) slot() Slot {
	if s.n == 0 {
		return Slot{}
	}
	return Slot{s.n, s.sum / float64(s.n)}
}

func (b *rhythmBook) pack(p *runlog.Pack) {
	for h := range 24 {
		p.Int(b.arrived[h])
		p.Int(b.left[h])
		for d := range 7 {
			p.Int(int64(b.present[d][h]))
			p.Int(int64(b.stay[d][h].n))
			p.Float(b.stay[d][h].sum)
		}
	}
}

func unpackRhythm(u *runlog.Unpack) *rhythmBook {
	b := &rhythmBook{}
	for h := range 24 {
		b.arrived[h], b.left[h] = u.Int(), u.Int()
		for d := range 7 {
			b.present[d][h] = sim.Time(u.Int())
			b.stay[d][h] = slotBook{int(u.Int()), u.Float()}
		}
	}
	return b
}
