package journey_test

import "hanhlang/corridors/journey"

// onRoad deals with what holds a truck up on a leg: waits before it, rest and further stretches of it, and
// a closed road or gate at which it turns to another plan.
func (p *pathfinder) onRoad(t *onPath, f journey.Fact) (done bool, fault string) {
	leg := func(i int) bool { return t.isLeg(i, f) }
	switch {
	case f.Kind == journey.TimeFact && f.Activity == journey.Driving:
		return leg(t.next-1) && !leg(t.next), ""
	case f.Kind == journey.TimeFact:
		wait := f.Activity == journey.Queueing || f.Activity == journey.ClosedWait || f.Activity == journey.Rest
		return wait && (leg(t.ahead()) || leg(t.next-1)), ""
	case f.Happening == journey.RoadClosed:
		if !leg(t.next) || len(t.plan.Lines[t.next].Ways) == 0 {
			fault = "it turns where it may not"
		}
		t.turns = true
		return true, fault
	case f.Happening == journey.GateClosed:
		if l := t.plan.Lines[t.next]; l.Does != journey.ReachesPost || l.Place != f.Place || len(l.Ways) == 0 {
			fault = "it turns where it may not"
		}
		t.turns = true
		return true, fault
	case f.Happening == journey.WayChosen && t.turns:
		t.turns = false
		return true, p.enter(t, f, f.Stage)
	}
	return false, ""
}

// isLeg says whether a line of a truck's plan is the leg that a fact tells of.
func (t *onPath) isLeg(i int, f journey.Fact) bool {
	return i >= 0 && i < len(t.plan.Lines) && t.plan.Lines[i].Does == journey.Drives && t.plan.Lines[i].Name == f.Stage && t.plan.Lines[i].Place == f.Place
}

// waitsForStrip says whether it is the strip that holds up a truck: the next line that it cannot pass over
// in silence, or one before it, takes a place there.
func (t *onPath) waitsForStrip(f journey.Fact) bool {
	for i := t.next; i < len(t.plan.Lines); i++ {
		l := &t.plan.Lines[i]
		if l.Does == journey.TakesPlace {
			return f.Stage == l.Name && f.Place == l.Place
		}
		if t.must(l) {
			return false
		}
	}
	return false
}
