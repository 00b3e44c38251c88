package study

import (
	"slices"
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// audit checks the identities over all alternatives and replications.
func (a *answer) audit() []report.Check {
	var sum journey.Audit
	left := int64(0)
	runs := 0
	for _, outcomes := range a.played() {
		for _, o := range outcomes {
			if o == nil {
				continue
			}
			sum = sum.Plus(o.Audit)
			left += o.Audit.Left
			runs++
		}
	}
	checks := []report.Check{
		{
			Name: "ledger of time", OK: sum.TimeGap == 0,
			Detail: words.Say("study.audit-time", "vehicles", left, "gap", int64(sum.TimeGap)),
		},
		{
			Name: "ledger of money", OK: sum.MoneyGap == 0 && sum.PlaceGap == 0,
			Detail: words.Say("study.audit-money", "vehicles", left, "gap", sum.MoneyGap+sum.PlaceGap),
		},
		{
			Name: "costs of loads", OK: sum.LoadGap == 0,
			Detail: words.Say("study.audit-loads", "vehicles", left, "gap", sum.LoadGap),
		},
		{
			Name: "flow", OK: sum.FlowGap == 0,
			Detail: words.Say("study.audit-flow", "entered", sum.Entered, "left", left, "inside", sum.Inside),
		},
		{
			Name: "Little's law", OK: sum.LittleGap == 0 && sum.QueueGap == 0,
			Detail: words.Say("study.audit-little", "runs", runs, "gap", int64(sum.LittleGap+sum.QueueGap)),
		},
	}
	return append(append(checks, a.delayAudit()...), a.marketAudit()...)
}

// played are the outcomes of all that was run for the figures of the answer; nil where trucks came to stand for ever.
func (a *answer) played() [][]*journey.Outcome {
	all := slices.Clone(a.outcomes)
	for i := range a.years {
		all = append(all, a.years[i].outcomes)
	}
	return all
}

// warnings tell what a reader must know before the figures: stations that cannot keep up, and too
// few replications for an interval.
func (a *answer) warnings() []words.Phrase {
	var out []words.Phrase
	for i, m := range a.models {
		for _, load := range m.Offered() {
			if load.Overloaded() {
				out = append(out, overloaded(a.study.Alternatives[i].Name, &load))
			}
		}
	}
	if a.options.Replications < 2 {
		out = append(out, words.Say("study.one-replication"))
	}
	return append(out, remarks(a.study.Warnings)...)
}

// overloaded tells of a station that cannot keep up, or of a quota for which too many trucks come.
func overloaded(alternative string, load *journey.StationLoad) words.Phrase {
	if load.Quota {
		return words.Say("study.over-quota", "alternative", alternative, "quota", load.Station, "place", load.Place,
			"arrive", perHour(load.Arrive*hoursPerDay), "pass", perHour(load.CanPass*hoursPerDay))
	}
	return words.Say("study.overload", "alternative", alternative, "station", load.Station, "place", load.Place,
		"arrive", perHour(load.Arrive), "pass", perHour(load.CanPass), "growth", perHour(load.Arrive-load.CanPass))
}

// hoursPerDay turns rates per hour into rates per day.
const hoursPerDay = 24

// remarks are what was worth saying when the files were read, a line each.
func remarks(found *strict.Problems) []words.Phrase {
	if found == nil {
		return nil
	}
	var out []words.Phrase
	for _, w := range found.All() {
		out = append(out, words.Say("study.remark", "place", w.Pos.String(), "path", w.Path, "what", w.What))
	}
	return out
}

// perHour is a rate to a tenth: it comes from assumptions, not from a run.
func perHour(rate float64) string { return strconv.FormatFloat(rate, 'f', 1, 64) }
