package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// gatePost is a post as a whole: where trucks stand in line, and when its day begins.
type gatePost struct {
	hours    hours
	stations []int // those where trucks are served
	openings int64 // within the window
}

// crowd are the books of a post over the window.
type crowd struct {
	now   int   // trucks that waited when they were counted last
	most  int   // trucks that waited when a station of the post opened or closed, or at the end
	atEnd int   // trucks that waited at the end
	first int64 // trucks that the post had behind it within an hour of its opening
}

// addGatePost lists the post whose stations have just been numbered. Posts are numbered in the order
// of their places, behind all others.
func (b *builder) addGatePost(post *corridors.Post, at int) {
	p := gatePost{hours: b.hoursOf(post)}
	h := b.setup.Horizon
	for t, changes := p.hours.next(h.WarmUp); changes && t <= h.End(); t, changes = p.hours.next(t) {
		if p.hours.openAt(t) {
			p.openings++
		}
	}
	for name, station := range b.stations[at] {
		if slices.ContainsFunc(post.Stages, func(s corridors.Stage) bool { return s.Station == name && takesTrucks(s.When) }) {
			p.stations = append(p.stations, station)
		}
	}
	slices.Sort(p.stations)
	b.posts = append(b.posts, p)
}

// takesTrucks says whether a condition lets trucks pass; it does where it names no traffic.
func takesTrucks(c corridors.Condition) bool {
	return len(c.Traffic) == 0 || slices.Contains(c.Traffic, corridors.Trucks)
}

// count counts the trucks that wait at all posts.
func (w *World) count() {
	for i := range w.model.posts {
		c := &w.books.crowds[i]
		c.now = 0
		for _, st := range w.model.posts[i].stations {
			c.now += w.stations[st].Queue()
		}
	}
}

// noteCrowd notes who waits at the post of a shift that is about to open or close. All are counted at
// the first change of an instant: one that opens may send trucks on to others.
func (w *World) noteCrowd(s *shift, open bool) {
	if !w.inWindow || s.post < len(w.model.setup.Corridor.Places) {
		return
	}
	if w.counted != w.now {
		w.counted = w.now
		w.count()
	}
	if open != s.hours.openAt(w.now-1) {
		c := &w.books.crowds[s.post-len(w.model.setup.Corridor.Places)]
		c.most = max(c.most, c.now)
	}
}

// noteCrowds notes who waits at all posts at the end of the window, and the longest lines for the strips.
func (w *World) noteCrowds() {
	w.count()
	for i := range w.books.crowds {
		c := &w.books.crowds[i]
		c.most, c.atEnd = max(c.most, c.now), c.now
	}
	for i, strip := range w.strips {
		if strip != nil {
			w.books.lines[i] = strip.Books(w.now).LongestQueue
		}
	}
}

// noteBehind counts a truck that has left a post behind within an hour of its opening.
func (w *World) noteBehind(t *truck, place int) {
	if !w.inWindow || !t.cargo {
		return
	}
	i := place - len(w.model.setup.Corridor.Places)
	if w.model.posts[i].justOpened(w.now) {
		w.books.crowds[i].first++
	}
}

// justOpened says whether a post is open and was not, or not all the time, in the hour before.
func (p *gatePost) justOpened(now sim.Time) bool {
	since := max(0, now-sim.Hour)
	return p.hours.openAt(now) && p.hours.openBetween(since, now) < now-since
}

// postMeasures are the books of one post over the window.
func (b *builder) postMeasures(name string, i int) []measure {
	list := []measure{
		{"post." + name + ".waiting_most_trucks", func(w *World) (float64, bool) { return float64(w.books.crowds[i].most), true }},
		{"post." + name + ".waiting_end_trucks", func(w *World) (float64, bool) { return float64(w.books.crowds[i].atEnd), true }},
	}
	if openings := b.posts[i].openings; openings > 0 {
		list = append(list, measure{"post." + name + ".first_hour_trucks_per_h", func(w *World) (float64, bool) {
			return share(w.books.crowds[i].first, openings)
		}})
	}
	return list
}

// crowdMeasures are those of all posts, and of the strips that have a limit.
func (b *builder) crowdMeasures() []measure {
	var list []measure
	for g, pair := range b.setup.Corridor.Gates {
		for side := range pair.Posts {
			list = append(list, b.postMeasures(pair.Posts[side].Name, 2*g+side)...)
		}
		if pair.Strip.Places != nil {
			list = append(list, measure{"strip." + pair.Name + ".queue_longest_trucks", func(w *World) (float64, bool) {
				return float64(w.books.lines[g]), true
			}})
		}
	}
	return list
}
