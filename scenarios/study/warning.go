package study

import (
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
	"hanhlang/sim"
)

// warnings tell what a reader must know before the figures: stations, permits and fleets that cannot keep up, or nearly cannot, and too
// few replications for an interval.
func (a *answer) warnings() []words.Phrase {
	var out []words.Phrase
	for i := range a.models {
		out = append(out, a.overloaded(i)...)
		out = append(out, a.swells(i)...)
		out = append(out, a.nearlyFullStations(i)...)
		out = append(out, a.scarcePermits(i)...)
		out = append(out, a.busyFleets(i)...)
		out = append(out, a.counted(i)...)
	}
	out = append(out, a.unevenly()...)
	switch n := a.units(); {
	case n < 2:
		out = append(out, words.Say("study.one-replication"))
	case n < enoughReplications:
		out = append(out, words.Say("study.few-replications", "count", n))
	}
	return append(out, remarks(a.study.Warnings)...)
}

// enoughReplications is from how many on nothing is said of intervals that hold less often than they should.
const enoughReplications = 20

// overloaded tells of a station that cannot keep up, or of a quota for which too many trucks come.
func overloaded(alternative string, load *journey.StationLoad) words.Phrase {
	if load.Quota {
		arrive, pass, more := toldApart(load.Arrive*hoursPerDay, load.CanPass*hoursPerDay)
		if more == none {
			return words.Say("study.just-quota", "alternative", alternative, "quota", words.Name(load.Station), "place", words.Name(load.Place), "arrive", arrive)
		}
		return words.Say("study.over-quota", "alternative", alternative, "quota", words.Name(load.Station), "place", words.Name(load.Place), "arrive", arrive, "pass", pass)
	}
	arrive, pass, growth := toldApart(load.Arrive, load.CanPass)
	if growth == none {
		return words.Say("study.just-full", "alternative", alternative, "station", words.Name(load.Station), "place", words.Name(load.Place), "arrive", arrive)
	}
	return words.Say("study.overload", "alternative", alternative, "station", words.Name(load.Station), "place", words.Name(load.Place),
		"arrive", arrive, "pass", pass, "growth", growth)
}

// longAfter is how much of what is watched may lie behind the last arrival of a counted number of trucks before it is said.
const longAfter = 0.5

// counted warns of trucks of a stated number that have all come long before the end of what is watched: what is told per day, and of how busy
// stations are, is over all of it.
func (a *answer) counted(i int) []words.Phrase {
	var out []words.Phrase
	setup := a.study.Alternatives[i].Scenario.Setup
	for k := range setup.Corridor.Flows {
		f := &setup.Corridor.Flows[k]
		if f.Arrivals.Count == nil || f.Arrivals.PerSecond <= 0 {
			continue
		}
		takes := float64(*f.Arrivals.Count) / f.Arrivals.PerSecond / (hoursPerDay * 3600)
		if watched := float64(setup.Horizon.Length) / float64(sim.Day); takes < longAfter*watched {
			out = append(out, words.Say("study.counted", "alternative", a.study.Alternatives[i].Name, "flow", words.Name(f.Name), "count", *f.Arrivals.Count,
				"takes", inDays(takes), "watched", inDays(watched)))
		}
	}
	return out
}

// scarcePermits warns of the permits of an alternative for which more trucks ask than get one: by the data alone, or because
// all of them were always taken though trucks keep coming.
func (a *answer) scarcePermits(i int) []words.Phrase {
	var out []words.Phrase
	name := a.study.Alternatives[i].Name
	for _, load := range a.models[i].PermitLoads() {
		if load.Overloaded() {
			ask, pass, more := toldApart(load.Ask, load.CanPass)
			if more == none {
				out = append(out, words.Say("study.just-permit", "alternative", name, "permit", words.Name(load.Permit), "count", load.Count,
					"arrive", ask, "keep", decimal(load.Keep, 1)))
				continue
			}
			out = append(out, words.Say("study.over-permit", "alternative", name, "permit", words.Name(load.Permit), "count", load.Count,
				"arrive", ask, "pass", pass, "keep", decimal(load.Keep, 1)))
		} else if a.always(i, journey.PermitMeasure(load.Permit, "in_use_share")) {
			out = append(out, words.Say("study.permit-busy", "alternative", name, "permit", words.Name(load.Permit)))
		}
	}
	return out
}

// always says whether a share of an alternative was practically one.
func (a *answer) always(i int, share string) bool {
	busy, present := a.tables[i].Interval(share, a.study.Confidence)
	least := busy.Lo
	if !busy.Bounded() {
		least = busy.Mean
	}
	return present && least >= alwaysBusy
}

// hoursPerDay turns rates per hour into rates per day.
const hoursPerDay = 24

// remarks are what was worth saying when the files were read, a line each.
func remarks(found *strict.Problems) []words.Phrase {
	if found == nil {
		return nil
	}
	var out []words.Phrase
	for _, w := range found.Grave().All() {
		out = append(out, words.Say("study.remark", "place", w.Pos.String(), "path", w.Path, "what", w.What))
	}
	return out
}

// finestRate is the most decimals of a rate.
const finestRate = 6

// toldApart prints two rates and their difference to a tenth, because they come from assumptions and not from a run; to more
// digits where it takes them to tell the two apart.
func toldApart(arrive, pass float64) (arriveText, passText, growth words.Number) {
	for decimals := 1; decimals <= finestRate; decimals++ {
		arriveText, passText, growth = decimal(arrive, decimals), decimal(pass, decimals), decimal(arrive-pass, decimals)
		if arriveText != passText && growth != decimal(0, decimals) {
			return arriveText, passText, growth
		}
	}
	return decimal(arrive, 1), decimal(pass, 1), none
}

// none is the difference of two rates that cannot be told apart.
const none words.Number = "0.0"

// decimal prints a rate to so many decimals.
func decimal(rate float64, decimals int) words.Number {
	return words.Number(strconv.FormatFloat(rate, 'f', decimals, 64))
}

// alwaysBusy is the share of their time from which on fleets and permits count as never free.
const alwaysBusy = 0.99

// busyFleets warns of the fleets of an alternative whose trucks were never free though loads keep coming.
func (a *answer) busyFleets(i int) []words.Phrase {
	var out []words.Phrase
	c := a.study.Alternatives[i].Scenario.Setup.Corridor
	for k := range c.Hauliers {
		name := c.Hauliers[k].Name
		if a.always(i, journey.FleetMeasure(name, "utilisation_share")) && loadsKeepComing(c, name) {
			out = append(out, words.Say("study.fleet-busy", "alternative", a.study.Alternatives[i].Name, "fleet", words.Name(name)))
		}
	}
	return out
}

// loadsKeepComing says whether loads of a fleet become ready as long as a run lasts, free trucks or not: a fleet with loads
// without end is never free, however few others wait for it.
func loadsKeepComing(c *corridors.Corridor, fleet string) bool {
	keep := false
	for i := range c.Flows {
		f := &c.Flows[i]
		if f.Haulier != fleet {
			continue
		}
		if f.Arrivals.Always {
			return false
		}
		keep = keep || f.Arrivals.Count == nil && f.Arrivals.Trace == nil
	}
	return keep
}
