package journey_test

import (
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// roundTrips are what the second bookkeeper knows of the round trips of a flow.
type roundTrips struct {
	money               int64
	tonnes, km, emptyKm float64
	doors               []sim.Time
	sought, found       int
}

// roundTrip books a truck that counts with its flow.
func (r *recount) roundTrip(l *life) {
	b := r.byFlow[l.flow]
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.MoneyFact:
			b.money += f.Micro
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.Delivered:
			b.tonnes += r.payload(f, l.carried)
			if f.Trip == corridors.Out {
				b.doors = append(b.doors, r.doorsOf(f, l.loadReady())...)
			}
		case f.Happening == journey.LoadFound:
			b.sought, b.found = b.sought+1, b.found+1
		case f.Happening == journey.NoLoadFound:
			b.sought++
		}
	}
	_, _, drives := l.crossings()
	for _, f := range drives {
		km := r.leg(f).Length
		b.km += km
		if !f.Loaded {
			b.emptyKm += km
		}
	}
	r.byFlow[l.flow] = b
}

// byFlowValues are there where several flows of trucks are; those of a backlog go by the name of theirs.
func (r *recount) byFlowValues(put putter) {
	flows := 0
	for _, f := range r.setup.Corridor.Flows {
		if f.Traffic == corridors.Trucks {
			flows++
		}
	}
	for name, b := range r.byFlow {
		whole := flows > 1
		money, tonnes := b.money, b.tonnes
		for f := r.flow(strings.TrimSuffix(name, " (backlog)")); f != nil && f.Arrivals.After != nil; { // the round trips that brought its loads are in it
			f = r.flow(f.Arrivals.After.Flow)
			money, tonnes = money+r.byFlow[f.Name].money, tonnes+r.byFlow[f.Name].tonnes
		}
		put(journey.FlowMeasure(name, "cost_per_tonne_usd"), float64(money)/1e6/tonnes, whole && r.total > 0 && tonnes > 0)
		put(journey.FlowMeasure(name, "door_to_door_h"), mean(total(b.doors), len(b.doors)), whole && len(b.doors) > 0)
		put(journey.FlowMeasure(name, "return_load_share"), float64(b.found)/float64(b.sought), whole && b.sought > 0)
		put(journey.FlowMeasure(name, "empty_km_share"), b.emptyKm/b.km, whole && b.km > 0)
	}
}
