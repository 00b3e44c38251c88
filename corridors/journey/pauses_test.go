package journey_test

import "hanhlang/corridors/journey"

// interrupted says whether a fact tells of a breakdown, or of the rest of a service after one.
func (t *onPath) interrupted(f journey.Fact) bool {
	switch here := f.Place + f.Stage; {
	case f.Broken:
		t.queued = false
		if t.served == here {
			t.broken = here
		}
		return true
	case f.Activity == journey.Service && t.broken == here:
		t.broken = ""
		return true
	case f.Activity == journey.Service:
		t.served, t.broken = here, ""
	default:
		t.served, t.broken = "", ""
	}
	return false
}
