package sim_test

import "hanhlang/sim"

// chain is a model of stages in line, one server each, with little room between them: who has finished and finds the
// room before the next stage taken stays in its server, which is blocked (blocking after service).
type chain struct {
	cal      *sim.Calendar
	stations []*sim.Station
	rooms    []*sim.Slots // before and in each stage but the first, which has no limit
	service  func(who int32, stage int) sim.Time
	left     func(who int32, stage int, now sim.Time) // may be nil
	finished func(who int32, stage int, now sim.Time) // may be nil
}

// newChain gives a line of stages with so many waiting places before each stage but the first.
func newChain(buffers ...int) *chain {
	c := &chain{cal: sim.NewCalendar(0), stations: []*sim.Station{sim.NewStation(1)}}
	for _, b := range buffers {
		c.stations = append(c.stations, sim.NewStation(1))
		c.rooms = append(c.rooms, sim.NewSlots(b+1))
	}
	return c
}

// join puts somebody in line at a stage.
func (c *chain) join(who int32, stage int, now sim.Time) {
	c.stations[stage].Join(who, now)
	c.admit(stage, now)
}

// admit starts the next service of a stage. The kind of the event is the number of the stage.
func (c *chain) admit(stage int, now sim.Time) {
	if who, _, ok := c.stations[stage].Admit(now); ok {
		c.cal.Schedule(sim.Event{
			At: now + c.service(who, stage), What: sim.What{Kind: uint8(stage)}, Slot: c.cal.Open(), Who: who,
		})
	}
}

// run handles all events before an instant.
func (c *chain) run(until sim.Time) {
	for at, ok := c.cal.Peek(); ok && at < until; at, ok = c.cal.Peek() {
		ev, _ := c.cal.Next()
		c.cal.Close(ev.Slot)
		c.finish(ev.Who, int(ev.Kind), ev.At)
	}
}

// finish ends a service: on to the next stage, or blocked.
func (c *chain) finish(who int32, stage int, now sim.Time) {
	if c.finished != nil {
		c.finished(who, stage, now)
	}
	if stage < len(c.rooms) && !c.rooms[stage].Take(who, now) {
		c.stations[stage].Block(now)
		return
	}
	c.stations[stage].Leave(now)
	c.goOn(who, stage, now)
}

// goOn moves somebody out of a stage, and with it whoever waited for the room it leaves.
func (c *chain) goOn(who int32, stage int, now sim.Time) {
	if c.left != nil {
		c.left(who, stage, now)
	}
	if stage < len(c.rooms) {
		c.join(who, stage+1, now)
	}
	if stage > 0 {
		if blocked, granted := c.rooms[stage-1].Free(now); granted {
			c.stations[stage-1].Unblock(now)
			c.goOn(blocked, stage-1, now)
		}
	}
	c.admit(stage, now)
}
