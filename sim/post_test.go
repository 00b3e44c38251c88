package sim_test

import "hanhlang/sim"

// The ranks of the small models below. Doors go first, so that a gate open in [a,b) starts a service at a and none at b;
// services end before arrivals come, so that who arrives at that instant finds the server free.
const (
	doors sim.Rank = iota
	departures
	arrivals
)

// What can happen in them.
const (
	turns uint8 = iota
	departs
	arrives
)

// post is a model of one station: customers are numbered as they arrive, and the two functions say how.
type post struct {
	cal     *sim.Calendar
	station *sim.Station
	arrived int32

	nextArrival func(now sim.Time) (sim.Time, bool)
	service     func(who int32) sim.Time
	admitted    func(who int32, joined, now, service sim.Time) // may be nil
	departed    func(who int32, now sim.Time)                  // may be nil
}

// start schedules the first arrival.
func (p *post) start() {
	p.arriveNext(p.cal.Open(), 0)
}

// arriveNext schedules the arrival after now, if there is one.
func (p *post) arriveNext(slot sim.Slot, now sim.Time) {
	if at, ok := p.nextArrival(now); ok {
		p.cal.Schedule(sim.Event{At: at, What: sim.What{Kind: arrives, Rank: arrivals}, Slot: slot})
	}
}

// staffAt enters a change of the roster in the calendar.
func (p *post) staffAt(at sim.Time, servers int32) {
	p.cal.Schedule(sim.Event{At: at, What: sim.What{Kind: turns, Rank: doors}, Slot: p.cal.Open(), Who: servers})
}

// run handles all events before an instant.
func (p *post) run(until sim.Time) {
	for at, ok := p.cal.Peek(); ok && at < until; at, ok = p.cal.Peek() {
		ev, _ := p.cal.Next()
		p.handle(ev)
	}
}

func (p *post) handle(ev sim.Event) {
	switch ev.Kind {
	case turns:
		p.station.Staff(int(ev.Who), ev.At)
	case arrives:
		p.station.Join(p.arrived, ev.At)
		p.arrived++
		p.arriveNext(ev.Slot, ev.At)
	case departs:
		p.station.Leave(ev.At)
		p.cal.Close(ev.Slot)
		if p.departed != nil {
			p.departed(ev.Who, ev.At)
		}
	}
	p.admit(ev.At)
}

// admit starts all services that can start now.
func (p *post) admit(now sim.Time) {
	for who, joined, ok := p.station.Admit(now); ok; who, joined, ok = p.station.Admit(now) {
		service := p.service(who)
		p.cal.Schedule(sim.Event{
			At: now + service, What: sim.What{Kind: departs, Rank: departures}, Slot: p.cal.Open(), Who: who,
		})
		if p.admitted != nil {
			p.admitted(who, joined, now, service)
		}
	}
}
