package journey

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// path follows the facts of one truck through its itineraries.
type path struct {
	model    *Model
	plan     *itinerary
	step     int
	channel  corridors.Channel
	declared corridors.Declared
	waiting  bool
}

// follow takes the truck to the step that a fact belongs to; it says what is wrong, or "".
func (p *path) follow(f Fact) string {
	want, name := p.stepOf(f)
	if f.Kind == MoneyFact || f.Kind == HappeningFact && (f.Happening == Ready || f.Happening == KeyedIn) || want == nil {
		return ""
	}
	if p.waiting && f.Kind == TimeFact && f.Activity != Service {
		return fmt.Sprintf("out of the queue into %v", f.Activity)
	}
	p.waiting = false
	for ; p.step < len(p.plan.steps); p.step++ {
		s := &p.plan.steps[p.step]
		if slices.Contains(want, s.kind) && (name == "" || s.name == name) && p.allowed(s) {
			p.step++
			p.arrive(f)
			return ""
		}
		if p.allowed(s) && !s.passes.drawn && takesNotice(s.kind) {
			return fmt.Sprintf("%q is passed over on the way to %+v", s.name, f)
		}
	}
	return fmt.Sprintf("the plan has no step for %+v", f)
}

// stepOf gives the kinds of step that a fact can belong to; none for a wait, which announces one.
func (p *path) stepOf(f Fact) ([]stepKind, string) {
	if f.Kind == HappeningFact && f.Happening == AtPost {
		return []stepKind{stepApproach}, f.Place
	}
	if f.Kind == HappeningFact {
		return map[Happening][]stepKind{
			Cleared: {stepClear}, Delivered: {stepDeliver}, LoadFound: {stepSeek}, NoLoadFound: {stepSeek}, Left: {stepLeave},
		}[f.Happening], ""
	}
	switch f.Activity {
	case Driving:
		return []stepKind{stepDrive, stepStrip}, f.Stage
	case Handling:
		return []stepKind{stepHandle}, f.Stage
	case Service:
		return []stepKind{stepServe, stepAttend}, f.Stage
	case Blocked:
		return []stepKind{stepTakePlace}, f.Stage
	case Queueing, ClosedWait:
		p.waiting = true
	}
	return nil, ""
}

// arrive notes what is settled at a post, and changes to the way home.
func (p *path) arrive(f Fact) {
	if f.Kind != HappeningFact {
		return
	}
	switch f.Happening {
	case AtPost:
		p.channel, p.declared = f.Channel, f.Declared
	case LoadFound:
		p.plan, p.step = &p.model.plans[p.model.flows[0].loaded], 0
	case NoLoadFound:
		p.plan, p.step = &p.model.plans[p.model.flows[0].empty], 0
	}
}

// allowed says whether channel and declaration of the truck let it take a step.
func (p *path) allowed(s *step) bool {
	return (s.passes.channels == 0 || s.passes.channels&setOf([]corridors.Channel{p.channel}, corridors.ChannelNames()) != 0) &&
		(s.passes.declared == 0 || s.passes.declared&setOf([]corridors.Declared{p.declared}, corridors.DeclaredWays()) != 0)
}

// takesNotice says whether a step always leaves a fact.
func takesNotice(k stepKind) bool {
	return !slices.Contains([]stepKind{stepTakePlace, stepPass, stepSeek, stepTurn}, k)
}

// TestEveryTraceIsOnePathThroughItsPlan: in order, nothing twice, nothing left out that channel and
// declaration ask for, nothing taken that they do not.
func TestEveryTraceIsOnePathThroughItsPlan(t *testing.T) {
	c := rules()
	room := 1
	c.Gates[0].Strip.Places = &room
	for i := range c.Gates[0].Posts {
		p := &c.Gates[0].Posts[i]
		p.Regime = corridors.Regime{Exit: corridors.Digital, Entry: corridors.Digital}
		p.Channels = corridors.Channels{Yellow: 0.3, Red: 0.2}
		p.Platform = corridors.Platform{Adoption: 0.7, Exception: 0.3}
	}
	m, err := Compile(Setup{Corridor: c, Horizon: Horizon{Length: 6 * sim.Day, After: Drain}})
	require.NoError(t, err)
	log := &facts{}
	_, err = NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), log)
	require.NoError(t, err)
	trucks := make(map[uint32]*path)
	kinds := make(map[string]int)
	for _, f := range log.all {
		p := trucks[f.Truck]
		if p == nil {
			p = &path{model: m, plan: &m.plans[m.flows[0].out]}
			trucks[f.Truck] = p
		}
		require.Empty(t, p.follow(f), "truck %d", f.Truck)
		if f.Kind == HappeningFact && f.Happening == AtPost {
			kinds[fmt.Sprint(f.Trip, f.Channel, f.Declared)]++
		}
		if f.Kind == HappeningFact && f.Happening == Left {
			assert.Len(t, p.plan.steps, p.step, "truck %d went to the end", f.Truck)
		}
	}
	assert.Greater(t, len(trucks), 100)
	assert.Len(t, kinds, 2*3*3+1, "out and home, all channels and declarations, and home empty: %v", kinds)
}
