package journey_test

import (
	"fmt"
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// life is all that the log says about one truck, in the order in which it was said.
type life struct {
	flow  string
	truck uint32
	facts []journey.Fact

	carried string // flow whose load it has found in a pool
}

// fault says what is wrong with the life of a truck that has left, "" if nothing is: it must begin when
// the truck is ready, end when it has left, and every tick between must belong to exactly one fact.
func (l *life) fault() string {
	first, last := l.facts[0], l.facts[len(l.facts)-1]
	if first.Kind != journey.HappeningFact || (first.Happening != journey.Ready && first.Happening != journey.AtBase) {
		return "it does not begin with being ready"
	}
	at, sum := first.From, sim.Time(0)
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.ShadowFact: // told when its truck goes on
			if f.To > f.From && f.Beside != "" {
				continue
			}
			return fmt.Sprintf("a shadow of nothing: %+v", f)
		case f.Kind == journey.TimeFact && (f.From != at || f.To <= f.From):
			return fmt.Sprintf("gap or overlap at %v: %+v", at, f)
		case f.Kind == journey.TimeFact:
			at, sum = f.To, sum+f.To-f.From
		case f.Kind == journey.HappeningFact && (f.Happening == journey.KeyedIn || f.Happening == journey.CameAshore):
			if f.To != at || f.From > f.To {
				return fmt.Sprintf("keyed in at another time than %v: %+v", at, f)
			}
		case f.Kind == journey.HappeningFact && (f.Happening == journey.LoadFetched || f.Happening == journey.PartReady):
			if f.From > f.To || f.To > at || f.To < at && f.Happening == journey.LoadFetched {
				return fmt.Sprintf("ready at another time than before %v: %+v", at, f)
			}
		case f.Place == "":
			return fmt.Sprintf("it is nowhere: %+v", f)
		case f.From != at:
			return fmt.Sprintf("said at another time than %v: %+v", at, f)
		case f.Kind == journey.MoneyFact && f.Micro < 0:
			return fmt.Sprintf("money comes back: %+v", f)
		}
	}
	if sum != last.From-first.From {
		return fmt.Sprintf("its stretches add up to %v, it was there for %v", sum, last.From-first.From)
	}
	return ""
}

// loadReady is since when the clock of the load of the way out has run.
func (l *life) loadReady() sim.Time {
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.CameAshore {
			return f.From
		}
	}
	return l.facts[0].From
}

// crossing is one border crossed, from reaching the first post to leaving the second.
type crossing struct {
	from, to sim.Time
	first    string // the post that it leaves by
	loaded   bool
	cargo    journey.Cargo
	flow     string
	trip     corridors.Trip
	regime   string // measure of its border time; empty: there is one regime
	spans    []journey.Fact
	shadows  []journey.Fact
}

// time of an activity in a crossing.
func (c *crossing) time(of ...journey.Activity) (sum sim.Time) {
	for _, f := range c.spans {
		for _, a := range of {
			if f.Activity == a {
				sum += f.To - f.From
			}
		}
	}
	return sum
}

// crossings reads the borders off the life of a truck, and drives the legs between them; from the gates of
// those in away it was turned away.
func (l *life) crossings() (crossings, away []crossing, drives []journey.Fact) {
	var under *crossing
	regime, carried := "", ""
	for _, f := range l.facts {
		if carried = carriedAfter(f, carried); carried != "" && f.Trip == corridors.Home && f.Loaded {
			f.Flow = carried
		}
		switch {
		case f.Kind == journey.HappeningFact && f.Happening == journey.OneStopHolds:
			regime = "one_stop_h"
		case f.Kind == journey.HappeningFact && f.Happening == journey.TwoStopsHold:
			regime = "two_stop_h"
		case f.Kind == journey.HappeningFact && f.Happening == journey.AtPost && under == nil:
			under = &crossing{from: f.From, first: f.Place, loaded: f.Loaded, cargo: f.Cargo, flow: f.Flow, trip: f.Trip, regime: regime}
			regime = ""
		case f.Kind == journey.HappeningFact && f.Happening == journey.TurnedAway:
			under.to = f.From
			away = append(away, *under)
			under = nil
		case f.Kind == journey.HappeningFact && f.Happening == journey.Cleared:
			under.to = f.From
			crossings = append(crossings, *under)
			under = nil
		case f.Kind == journey.ShadowFact && under != nil:
			under.shadows = append(under.shadows, f)
		case f.Kind == journey.TimeFact && under != nil:
			under.spans = append(under.spans, f)
		case f.Kind == journey.TimeFact && f.Activity == journey.Driving:
			if last := len(drives) - 1; last < 0 || drives[last].Stage != f.Stage || drives[last].Place != f.Place || drives[last].Trip != f.Trip {
				drives = append(drives, f) // the first stretch of it
			}
		}
	}
	return crossings, away, drives
}

// between lists the stretches in which no border is crossed.
func (l *life) between() (out []journey.Fact) {
	crossing := false
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.HappeningFact && f.Happening == journey.AtPost:
			crossing = true
		case f.Kind == journey.HappeningFact && (f.Happening == journey.Cleared || f.Happening == journey.TurnedAway):
			crossing = false
		case f.Kind == journey.TimeFact && !crossing && f.Owner == "": // at a depot every stage has an owner
			out = append(out, f)
		}
	}
	return out
}

// visit is one pass through a station: the wait, the service, and the stay at the server after it while
// there was no room ahead; who stands in a yard keeps no server.
type visit struct {
	who                                  name
	joined, admitted, done, left, closed sim.Time
	goesOn                               bool // the truck went on to the next check of the station at once
}

// visits reads the passes through stations off the life of a truck. A wait is for the station of the
// service that follows it, also where it was spent in the strip.
func (l *life) visits(stationOf map[stageAt]stationAt, inYard map[stageAt]bool) map[stationAt][]visit {
	out := make(map[stationAt][]visit)
	var joined, closed sim.Time
	waiting, broken, beside := false, false, false // beside others a truck keeps no server for the rest
	var at stationAt
	var last stageAt
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.QuotaCounted {
			waiting = false // that wait was for no station
		}
		if f.Kind != journey.TimeFact && f.Kind != journey.ShadowFact {
			continue
		}
		switch f.Activity {
		case journey.Queueing, journey.ClosedWait:
			if !waiting {
				joined, closed, waiting = f.From, 0, true
			}
			if f.Activity == journey.ClosedWait {
				closed += f.To - f.From
			}
			continue
		case journey.Service, journey.Blocked, journey.Handling:
			if f.Activity == journey.Blocked && !f.Broken {
				if list := out[at]; len(list) > 0 && list[len(list)-1].done == f.From && !inYard[last] && !beside {
					list[len(list)-1].left = f.To
				}
				break
			}
			here := stageAt{f.Place, f.Stage}
			if list := out[at]; (f.Broken || broken) && here == last && len(list) > 0 && list[len(list)-1].done == f.From && !waiting {
				list[len(list)-1].done, list[len(list)-1].left = f.To, f.To // one visit, however often it is interrupted
				broken = f.Broken
				continue
			}
			broken = f.Broken
			if !waiting {
				joined, closed = f.From, 0
			}
			last, beside = here, f.Beside != ""
			at = stationOf[last]
			if at != (stationAt{}) {
				list := out[at]
				goesOn := joined == f.From && len(list) > 0 && list[len(list)-1].left == joined
				out[at] = append(list, visit{name{l.flow, l.truck}, joined, f.From, f.To, f.To, closed, goesOn})
			}
		}
		waiting = false
	}
	return out
}

// stageAt and stationAt name a stage and a station by the post they belong to.
type (
	stageAt   struct{ post, stage string }
	stationAt struct{ post, station string }
)

// stations maps the stages of a corridor to their stations; those that other vehicles may use are left
// out, because the log is about trucks only.
func stations(c *corridors.Corridor) map[stageAt]stationAt {
	out := make(map[stageAt]stationAt)
	shared := make(map[stationAt]bool)
	for post := range c.Posts() {
		for _, s := range post.Stages {
			at := stationAt{post.Name, s.Station}
			if s.Station != "" {
				out[stageAt{post.Name, s.Name}] = at
			}
			for _, traffic := range s.When.Traffic {
				shared[at] = shared[at] || traffic == corridors.Others && withOthers(c)
			}
		}
	}
	for stage, station := range out {
		if shared[station] {
			delete(out, stage)
		}
	}
	return out
}

// withOthers says whether other vehicles use a corridor.
func withOthers(c *corridors.Corridor) bool {
	return slices.ContainsFunc(c.Flows, func(f corridors.Flow) bool { return f.Traffic == corridors.Others })
}

// yards says in which stages trucks stand in a yard.
func yards(c *corridors.Corridor) map[stageAt]bool {
	out := make(map[stageAt]bool)
	for post := range c.Posts() {
		for _, s := range post.Stages {
			out[stageAt{post.Name, s.Name}] = s.Yard != ""
		}
	}
	return out
}

// resumes says whether a service goes on after a repair: it is one with that before the breakdown.
func resumes(spans []journey.Fact, i int) bool {
	return i >= 2 && spans[i].Activity == journey.Service && spans[i-1].Broken && spans[i-2].Activity == journey.Service &&
		spans[i-2].Stage == spans[i].Stage && spans[i-1].Stage == spans[i].Stage
}
