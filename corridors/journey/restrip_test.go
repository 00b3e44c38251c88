package journey_test

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// stripStay is the time of a truck from asking for a place in a strip to giving it back.
type stripStay struct {
	who      name
	ask, out sim.Time
	either   bool // it was held up once: before the strip, or in it
}

// strips notes the stays of a truck that has left.
func (r *recount) strips(l *life) {
	first, waits := "", 0
	s := stripStay{who: name{l.flow, l.truck}}
	for i, f := range l.facts {
		switch {
		case f.Kind == journey.TimeFact && f.Stage == "strip":
			if waits++; waits == 1 {
				s.ask, s.either = f.From, f.Activity == journey.Blocked
			}
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.TurnedAway:
			first = ""
		case f.Happening == journey.AtPost && first == "":
			first, waits = f.Place, 0
		case f.Happening == journey.AtPost:
			if waits == 0 {
				s.ask = f.From
			}
			s.out, s.either = f.From, waits == 1 && s.either && r.holdsUp(l.facts[i:])
			pair := r.pair(f.Place).Name
			r.inStrip[pair] = append(r.inStrip[pair], s)
			first = ""
		}
	}
}

// holdsUp says whether what a truck does next is in a yard or at a station with few places, for which it may have waited.
func (r *recount) holdsUp(next []journey.Fact) bool {
	for _, f := range next {
		if f.Kind != journey.TimeFact {
			continue
		}
		at := stageAt{f.Place, f.Stage}
		for post := range r.setup.Corridor.Posts() {
			for _, s := range post.Stations {
				if (stationAt{post.Name, s.Name}) == r.stations[at] && s.Room != nil {
					return true
				}
			}
		}
		return r.inYard[at]
	}
	return false
}

// settleStrips finds out where trucks were held up that waited for a strip or in it: both are told in its name. Who finds
// a place at once keeps no server. Of those who ask at the same instant, and of other vehicles, the log does not tell enough.
func (r *recount) settleStrips() {
	for _, pair := range r.setup.Corridor.Gates {
		if pair.Strip.Places == nil || pair.Strip.Drive != nil {
			continue
		}
		for i, s := range r.inStrip[pair.Name] {
			before, beside := 0, 0
			for k, other := range r.inStrip[pair.Name] {
				switch {
				case k == i || other.out <= s.ask:
				case other.ask < s.ask:
					before++
				case other.ask == s.ask:
					beside++
				}
			}
			unsure := withOthers(r.setup.Corridor) || before < *pair.Strip.Places && before+beside >= *pair.Strip.Places
			if s.either {
				r.settleStay(&pair, s, before < *pair.Strip.Places, unsure)
			}
		}
	}
}

// settleStay corrects the visit after which a truck was held up.
func (r *recount) settleStay(pair *corridors.GatePair, s stripStay, inside, unsure bool) {
	for at, visits := range r.visited {
		for i := range visits {
			v := &visits[i]
			if v.who != s.who || v.done != s.ask || v.left == v.done || at.post != pair.Posts[0].Name && at.post != pair.Posts[1].Name {
				continue
			}
			r.unsure[at] = r.unsure[at] || unsure
			if inside {
				v.left = v.done
			}
		}
	}
}
