package journey_test

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// toBase stands for the way of a haulier's truck to its base.
const toBase = "to its base"

// passSilence takes a truck over a transfer that takes no time and leaves no trace.
func (t *onPath) passSilence() {
	if t.next == len(t.plan.Lines) {
		return
	}
	if l := &t.plan.Lines[t.next]; (l.Does == journey.Meets || l.Does == journey.TakesOver) && !t.must(l) {
		t.next++
	}
}

// isMidway says whether there is more in a truck's plan than turning home.
func (t *onPath) isMidway() bool {
	t.passSilence()
	return t.next < len(t.plan.Lines) && t.plan.Lines[t.next].Does != journey.TurnsHome && t.plan.Lines[t.next].Does != journey.GoesToPool
}

// meets says whether the plan of a truck has a line at which another one takes its load over.
func (t *onPath) meets() bool {
	return t.plan != nil && slices.ContainsFunc(t.plan.Lines, func(l journey.PlanLine) bool { return l.Does == journey.Meets })
}

// doesIn says what a truck does of which a fact tells; nothing for a wait that only announces it.
func doesIn(f journey.Fact) []journey.Does {
	if f.Kind == journey.HappeningFact {
		return map[journey.Happening][]journey.Does{
			journey.AtPost: {journey.ReachesPost}, journey.AtDepot: {journey.ReachesDepot}, journey.LeftDepot: {journey.LeavesDepot}, journey.Cleared: {journey.Clears}, journey.Delivered: {journey.Delivers},
			journey.LoadFound: {journey.SeeksLoad}, journey.NoLoadFound: {journey.SeeksLoad}, journey.Left: {journey.Leaves}, journey.WayChosen: {journey.ChoosesWay},
			journey.AtBase: {journey.WaitsForLoad}, journey.LoadFetched: {journey.TakesLoad}, journey.PassedOn: {journey.PassesOn},
			journey.PermitTaken: {journey.TakesPermit}, journey.QuotaCounted: {journey.CountsIn},
		}[f.Happening]
	}
	return map[journey.Activity][]journey.Does{
		journey.Driving: {journey.Drives, journey.DrivesStrip}, journey.Handling: {journey.Handles, journey.Meets, journey.TakesOver},
		journey.Service: {journey.IsServed, journey.IsRepaired}, journey.Blocked: {journey.TakesPlace},
	}[f.Activity]
}

// hasDone says whether a truck of a pool has come to the end of a plan that no change of trip or load ends.
func (t *onPath) hasDone(f journey.Fact) bool {
	last := len(t.plan.Lines) - 1
	return f.Trip == corridors.Home && !f.Loaded && !t.plan.Loaded && t.next > last && t.plan.Lines[last].Does == journey.SeeksLoad
}

// goesOnHome says whether a truck that has brought a load of another flow goes on to its own home.
func (t *onPath) goesOnHome(f journey.Fact) bool {
	return t.carried != "" && !f.Loaded && t.plan.Loaded && t.next == len(t.plan.Lines)-1
}

func newPathfinder(m *journey.Model) *pathfinder {
	return &pathfinder{plans: m.Plans(), lives: make(map[string]*onPath), away: make(map[string]bool), lines: make(map[*journey.PlanLine][2]int)}
}

// both is a log that hands facts to several.
type both []journey.Log

func (b both) Record(f journey.Fact) {
	for _, log := range b {
		log.Record(f)
	}
}
