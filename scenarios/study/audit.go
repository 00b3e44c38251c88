package study

import (
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
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
	if a.antithetic() {
		runs *= 2
	}
	kept := func(keeps func(*journey.Model) bool, checks ...report.Check) []report.Check {
		if !slices.ContainsFunc(a.models, keeps) {
			return nil // nothing was kept, so nothing held
		}
		return checks
	}
	return slices.Concat(
		kept((*journey.Model).KeepsTime, report.Check{
			Name: "ledger of time", OK: sum.TimeGap == 0,
			Detail: words.Say("study.audit-time", "vehicles", left, "gap", int64(sum.TimeGap)),
		}),
		kept((*journey.Model).KeepsMoney, report.Check{
			Name: "ledger of money", OK: sum.MoneyGap == 0 && sum.PlaceGap == 0,
			Detail: words.Say("study.audit-money", "vehicles", left, "gap", sum.MoneyGap+sum.PlaceGap),
		}, report.Check{
			Name: "costs of loads", OK: sum.LoadGap == 0,
			Detail: words.Say("study.audit-loads", "vehicles", left, "gap", sum.LoadGap),
		}),
		[]report.Check{{
			Name: "flow", OK: sum.FlowGap == 0,
			Detail: words.Say("study.audit-flow", "entered", sum.Entered, "left", left, "inside", sum.Inside),
		}, {
			Name: "Little's law", OK: sum.LittleGap == 0 && sum.QueueGap == 0,
			Detail: words.Say("study.audit-little", "runs", runs, "gap", int64(sum.LittleGap+sum.QueueGap)),
		}, {
			Name: "work", OK: sum.WorkGap == 0,
			Detail: words.Say("study.audit-work", "runs", runs, "gap", int64(sum.WorkGap)),
		}},
		a.delayAudit(), a.marketAudit(), a.stationAudit(),
	)
}

// played are the outcomes of all that was run for the figures of the answer; nil where trucks came to stand for ever.
func (a *answer) played() [][]*journey.Outcome {
	all := slices.Clone(a.outcomes)
	for i := range a.years {
		all = append(all, a.years[i].outcomes)
	}
	return all
}
