package journey_test

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// crowdValues are the measures of whole posts and of strips, from the visits of trucks and their happenings.
func (r *recount) crowdValues(put putter) {
	h := r.setup.Horizon
	for post := range r.setup.Corridor.Posts() {
		most := r.waitingAt(post, h.End()+1)
		put("post."+post.Name+".waiting_end_trucks", float64(most), true)
		openings := 0
		for _, s := range post.Stations {
			for _, span := range rosterOf(r.setup, post, s.Name, h.End()+sim.Day).open {
				for _, at := range []sim.Time{span.from, span.to} {
					if at > h.WarmUp && at <= h.End() {
						most = max(most, r.waitingAt(post, at))
					}
				}
			}
		}
		put("post."+post.Name+".waiting_most_trucks", float64(most), true)
		for _, span := range wallOf(r.setup, post.Country, h.End()+sim.Day).ofPost(post) {
			if span.from > h.WarmUp && span.from <= h.End() {
				openings++
			}
		}
		put("post."+post.Name+".first_hour_trucks_per_h", float64(r.behind[post.Name])/float64(openings), openings > 0)
	}
	for _, pair := range r.setup.Corridor.Gates {
		if pair.Strip.Places != nil {
			put("strip."+pair.Name+".queue_longest_trucks", float64(longest(r.lined[pair.Name], h)), true)
		}
	}
}

// waitingAt counts who joined a queue of a post before a time and was not admitted before it.
func (r *recount) waitingAt(post *corridors.Post, at sim.Time) int {
	n := 0
	for _, s := range post.Stations {
		for _, v := range r.visited[stationAt{post.Name, s.Name}] {
			if v.joined < at && v.admitted >= at {
				n++
			}
		}
	}
	return n
}

// leftBehind notes the posts that a truck left behind within an hour of their opening, and its waits for a strip.
func (r *recount) leftBehind(l *life) {
	h, first, driven := r.setup.Horizon, "", false
	for _, f := range l.facts {
		passed := ""
		switch {
		case f.Kind == journey.TimeFact && f.Stage == "strip" && f.Activity == journey.Driving:
			driven = true // what it waits for from now on is behind the strip
		case f.Kind == journey.TimeFact && f.Stage == "strip" && f.Activity == journey.Blocked && !driven:
			pair := r.pair(f.Place).Name
			r.lined[pair] = append(r.lined[pair], visit{joined: f.From, admitted: f.To})
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.AtPost && first == "":
			first = f.Place
		case f.Happening == journey.AtPost:
			passed, first = first, ""
		case f.Happening == journey.LeftDepot:
			passed = f.Place
		case f.Happening == journey.Cleared:
			passed, first, driven = f.Place, "", false
		}
		if passed == "" || f.From <= h.WarmUp || f.From > h.End() {
			continue
		}
		post := r.post(passed)
		open := wallOf(r.setup, post.Country, f.From+sim.Day).ofPost(post)
		if slices.ContainsFunc(open, func(s span) bool { return s.from <= f.From && f.From < s.to && max(0, f.From-sim.Hour) < s.from }) {
			r.behind[passed]++
		}
	}
}

// sharesAPost says whether other vehicles, on which the log is silent, stand in the lines of trucks.
func sharesAPost(c *corridors.Corridor, name string) bool {
	for post := range c.Posts() {
		for _, s := range post.Stages {
			if post.Name == name && slices.Contains(s.When.Traffic, corridors.Others) && slices.ContainsFunc(post.Stages, func(other corridors.Stage) bool {
				return other.Station == s.Station && (len(other.When.Traffic) == 0 || slices.Contains(other.When.Traffic, corridors.Trucks))
			}) {
				return true
			}
		}
	}
	return false
}
