package journey_test

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// papers are what is settled about a truck.
type papers struct {
	channel  corridors.Channel
	declared corridors.Declared
}

// may says whether channel, declaration and what has been done before let a truck take a line.
func (t *onPath) may(l *journey.PlanLine) bool {
	c := &l.When
	if c.NotYet && t.done[l.Place+"/"+l.Name] {
		return false
	}
	has := t.papers
	if c.At != "" {
		has = t.settled[c.At]
	}
	return (len(c.Channels) == 0 || slices.Contains(c.Channels, has.channel)) && (len(c.Declared) == 0 || slices.Contains(c.Declared, has.declared))
}

// ahead is the line that comes next under the regime that holds for the truck.
func (t *onPath) ahead() int {
	i := t.next
	for i < len(t.plan.Lines) && t.plan.Lines[i].When.Stops != "" && t.plan.Lines[i].When.Stops != t.stops {
		i++
	}
	return i
}
