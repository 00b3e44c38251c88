package indicators

import (
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// atlas is what an observer must know of a corridor beside the log.
type atlas struct {
	setup   journey.Setup
	flows   map[string]*corridors.Flow
	pairs   map[string]*corridors.GatePair // by post
	country map[string]string              // by place
	ahead   map[string]sim.Time            // clock of the place less that of the run
	weekday int                            // of the first day, 0 being Monday
	order   map[string]int                 // of posts and depots, from 1
	rows    map[rowAt]int                  // order of stages
	limits  []limit
	natures []nature // by line of money
}

// rowAt names a stage.
type rowAt struct{ place, stage string }

// limit is a time within which a share is asked for.
type limit struct {
	name   string
	of     journey.TargetOf
	within sim.Time
}

// newAtlas reads what is needed off a setup and its model.
func newAtlas(m *journey.Model, setup journey.Setup) *atlas {
	a := &atlas{
		setup: setup, flows: make(map[string]*corridors.Flow), pairs: make(map[string]*corridors.GatePair),
		country: make(map[string]string), ahead: make(map[string]sim.Time), weekday: setup.Horizon.Start.Weekday(), rows: make(map[rowAt]int), order: make(map[string]int),
	}
	c := setup.Corridor
	for i := range c.Flows {
		a.flows[c.Flows[i].Name] = &c.Flows[i]
	}
	for _, p := range c.Places {
		a.country[p.Name] = p.Country
	}
	for i := range c.Gates {
		for k := range c.Gates[i].Posts {
			post := &c.Gates[i].Posts[k]
			a.pairs[post.Name], a.country[post.Name] = &c.Gates[i], post.Country
		}
	}
	for i := range c.Depots {
		a.country[c.Depots[i].Name] = c.Depots[i].Country
	}
	clocks := make(map[string]sim.Time)
	for _, country := range c.Countries {
		clocks[country.Code] = sim.Time(country.Ahead) * sim.Second
	}
	for place, country := range a.country {
		a.ahead[place] = clocks[country]
	}
	for i, r := range append(append([]journey.Row{}, m.Rows()...), m.DepotRows()...) {
		a.rows[rowAt{r.Place, r.Stage}] = i
		if a.order[r.Place] == 0 {
			a.order[r.Place] = len(a.order) + 1
		}
	}
	for _, line := range journey.Lines() {
		a.natures = append(a.natures, natureOf(line))
	}
	a.addLimits(setup.Targets)
	return a
}

// addLimits takes the targets of the scenario beside those that every time release study has.
func (a *atlas) addLimits(targets []journey.Target) {
	a.limits = []limit{{"24 h", "", 24 * sim.Hour}, {"48 h", "", 48 * sim.Hour}}
	for _, t := range targets {
		a.limits = append(a.limits, limit{t.Name, t.Of, t.Within})
	}
}

// flow by the name that the log has; a backlog goes by that of its flow.
func (a *atlas) flow(name string) (f *corridors.Flow, backlog bool) {
	owner, backlog := strings.CutSuffix(name, " (backlog)")
	return a.flows[owner], backlog
}

// counts says whether a truck is part of the statistics, as in the measures.
func (a *atlas) counts(r *Record) bool {
	if f, backlog := a.flow(r.Flow); backlog {
		return f.Backlog.Counted
	}
	if r.load != nil {
		return r.load.Counted
	}
	return r.Ready >= a.setup.Horizon.WarmUp
}

// payload of the load that a truck of a flow carries on a trip [t].
func (a *atlas) payload(flow string, trip corridors.Trip) float64 {
	f, _ := a.flow(flow)
	if trip == corridors.Out {
		return f.Payload
	}
	return f.Return.Payload
}

// clock is the hour of the day and the day of the week at a place, Monday being 0.
func (a *atlas) clock(t sim.Time, place string) (hour, weekday int) {
	return a.clockAt(t + a.ahead[place])
}

// clockAt is the same by the clock of the place itself.
func (a *atlas) clockAt(t sim.Time) (hour, weekday int) {
	days := t / sim.Day
	if t < 0 {
		days = (t - sim.Day + 1) / sim.Day
	}
	return int((t - days*sim.Day) / sim.Hour), ((int(days)+a.weekday)%7 + 7) % 7
}
