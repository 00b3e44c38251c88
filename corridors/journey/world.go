package journey

import (
	"context"
	"fmt"
	"slices"

	"hanhlang/seeds"
	"hanhlang/sim"
)

// World is the state of one replication. It is made once per worker and used again for the next
// replication, so that a run allocates next to nothing.
type World struct {
	model      *Model
	luck       seeds.Luck
	decisions  []seeds.Decision // by decision of the model
	log        Log
	calendar   *sim.Calendar
	now        sim.Time
	stations   []*sim.Station
	strips     []*sim.Slots // by gate pair; nil: room without limit
	yards      []*sim.Slots
	rooms      []room     // by station; nil: the model has none
	branches   []branch   // by truck, where stages are done beside one another
	mending    bool       // what is being booked is a wait for a repair
	numbered   bool       // some stations tell their servers apart
	machines   []running  // servers that break down; nil: none does
	takers     []sim.Slot // by station, of those that prefer some trucks; nil: none does
	trucks     pages[truck]
	accounts   pages[account]      // by truck
	sums       pages[[lines]int64] // by truck, see Model.byTruck
	stands     []stand             // by truck; nil where no server is told from others
	free       int32               // entry in trucks that can be used again, whose step is the next of them; none: there is none
	streams    []stream
	markets    []market
	shifts     []sim.Slot
	counted    sim.Time   // when those who wait were counted last
	openSince  []sim.Time // by shift: since when it has been open
	reliefs    []uint32   // by station: how often its servers have been relieved; nil: nobody finishes beside newcomers
	spare      sim.Slot   // slot of the activity that is ending,
	spared     bool       // while nobody has taken it over
	books      books
	platforms  []up         // by platform that can fail
	regimes    []regimeBook // by change
	garrisons  []garrison   // by gate pair; nil: nobody goes from place to place
	servers    []int        // by station, while it is open; nil: always as many
	visits     []sim.Time   // by truck: when it came to the depot it is at; nil where there is none
	landings   []ashore     // loads that have come with vessels
	trips      []tripBook   // by truck; nil where no flow has a choice of way
	bulletins  bulletins
	knowsAll   news        // what roads really do
	drives     []driveBook // by truck; nil where nothing holds trucks up on the road
	bridges    []sim.Time  // by leg: when the next truck may begin it
	hauls      []haul      // by truck; nil where every truck comes with its load and leaves with none
	vehicles   []vehicle
	fleets     []fleet // by haulier
	store      stored
	gathers    []gathering // by flow; nil: nothing comes in parts
	permits    []permitDesk
	quotas     []quotaBook
	coming     int  // loads that will be ready without any truck's doing
	booking    bool // the books of stations and yards are open: from the start of the window up to its end
	inWindow   bool // what is completed counts: after the start and up to the end
	ended      bool // arrivals have stopped
	print      fingerprint
	suspect    bool     // a truck has come to stand in another's way, perhaps in a ring
	asked      []string // measures whose parts are wanted
	cameBefore int64    // trucks of random streams before statistics were kept
	swell      swelling
	swellAt    sim.Time // when trucks under way are counted next
	followed   serial   // whose single times are wanted
	singles    [serials]singles
}

// NewWorld makes the state for running a model; it is for one goroutine.
func NewWorld(m *Model) *World {
	w := &World{
		model: m, calendar: sim.NewCalendar(64),
		strips: make([]*sim.Slots, len(m.gates)), streams: make([]stream, len(m.flows)),
		markets: make([]market, len(m.flows)), shifts: make([]sim.Slot, len(m.shifts)), openSince: make([]sim.Time, len(m.shifts)),
		decisions: make([]seeds.Decision, len(m.decisions)), knowsAll: news{all: true},
	}
	if slices.ContainsFunc(m.shifts, func(s shift) bool { return s.finish }) {
		w.reliefs = make([]uint32, len(m.stations))
	}
	for _, s := range m.stations {
		w.stations = append(w.stations, sim.NewStation(s.servers))
	}
	w.makeMachines()
	if m.prefers || m.lanes {
		w.takers = make([]sim.Slot, len(m.stations))
		for i, s := range m.stations {
			if len(s.prefers) > 0 {
				w.stations[i].Prefer(len(s.prefers))
			}
			if s.perLane {
				w.stations[i].Separate()
			}
		}
	}
	for i, g := range m.gates {
		if g.places != nil {
			w.strips[i] = sim.NewSlots(*g.places)
		}
	}
	if len(m.forks) > 0 {
		w.trips = []tripBook{}
	}
	if len(m.depots) > 0 {
		w.visits = []sim.Time{}
	}
	w.bulletins = m.keepBulletins()
	for _, y := range m.yards {
		w.yards = append(w.yards, sim.NewSlots(y.places))
	}
	if m.rooms {
		w.rooms = make([]room, len(m.stations))
	}
	if m.hindered {
		w.drives, w.bridges = []driveBook{}, make([]sim.Time, len(m.setup.Corridor.Legs))
	}
	w.books.size(m)
	if m.hauls {
		w.hauls, w.fleets, w.gathers = []haul{}, make([]fleet, len(m.hauliers)), make([]gathering, len(m.flows))
	}
	w.platforms = make([]up, len(m.platforms))
	w.makeGarrisons()
	w.makePermits()
	w.quotas = make([]quotaBook, len(m.quotas))
	return w
}

// patienceOfARun is how long the last vehicles may take to leave after arrivals have stopped,
// before the run is given up as stuck.
const patienceOfARun = 3650 * sim.Day

// StuckError says that vehicles never left.
type StuckError struct {
	At     sim.Time
	Inside int
	Ring   []Holder // trucks that stand in each other's way; none: they wait for something else
}

// Error is for logs; the command says it in the user's language.
func (e *StuckError) Error() string {
	if len(e.Ring) > 0 {
		return fmt.Sprintf("%d vehicles stand in each other's way at %v", len(e.Ring), e.At)
	}
	return fmt.Sprintf("%d vehicles are still inside at %v, long after arrivals stopped", e.Inside, e.At)
}

// eventsBetweenLooks is how many events pass between two looks at the context.
const eventsBetweenLooks = 1 << 14

// Run plays one replication and returns its outcome. The log may be nil. It stops early, with the
// error of the context, when that is cancelled.
func (w *World) Run(ctx context.Context, luck seeds.Luck, log Log) (*Outcome, error) {
	w.reset(luck, log)
	for {
		e, more := w.calendar.Next()
		if !more {
			break
		}
		if e.At > w.swellAt {
			w.noteSwell(e.At - 1)
		}
		w.now = e.At
		if e.Kind < booksBegin {
			w.print.add(e)
		}
		w.handle(e)
		w.books.events++
		if w.suspect {
			if ring := w.findRing(); ring != nil {
				return nil, &StuckError{At: w.now, Inside: w.books.inside, Ring: ring}
			}
		}
		if w.ended && w.isOver() {
			break
		}
		if w.books.events%eventsBetweenLooks == 0 {
			if err := w.look(ctx); err != nil {
				return nil, err
			}
		}
	}
	if w.books.inside > 0 && w.model.setup.Horizon.After == Drain {
		return nil, &StuckError{At: w.now, Inside: w.books.inside} // nothing is left to happen to them
	}
	return w.outcome(), nil
}

// isOver says whether nothing is left to happen, once arrivals have stopped, or nobody wants to know.
func (w *World) isOver() bool {
	return w.model.setup.Horizon.After == Stop || w.books.inside == 0 && w.coming == 0 && !w.sendRest()
}

// look is the check, once in a while, whether to go on.
func (w *World) look(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.ended && w.now > w.model.setup.Horizon.End()+patienceOfARun {
		return &StuckError{At: w.now, Inside: w.books.inside}
	}
	return nil
}

// reset puts everything back to midnight of the first day, with nobody inside.
func (w *World) reset(luck seeds.Luck, log Log) {
	w.luck, w.log, w.now = luck, log, 0
	for i, d := range w.model.decisions {
		w.decisions[i] = luck.Decision(d.point, d.flow)
	}
	w.booking, w.inWindow, w.ended, w.spared = false, false, false, false
	w.counted, w.print = -1, 0
	w.cameBefore, w.swell = 0, swelling{}
	w.swellAt = w.swellDue()
	for i := range w.singles {
		w.singles[i].all = w.singles[i].all[:0]
	}
	w.calendar.Reset()
	w.trucks.clear()
	w.accounts.clear()
	w.sums.clear()
	w.free, w.stands = none, w.stands[:0]
	w.trips, w.drives, w.visits, w.landings = w.trips[:0], w.drives[:0], w.visits[:0], w.landings[:0]
	w.books.reset()
	clear(w.platforms)
	w.resetSpace()
	for _, s := range w.stations {
		s.Reset()
	}
	w.startMachines()
	for i := range w.takers {
		w.takers[i] = w.openSlot()
	}
	clear(w.reliefs)
	if h := w.model.setup.Horizon; h.WarmUp > 0 {
		w.schedule(w.openSlot(), booksBegin, rankBooks, h.WarmUp, 0)
	} else {
		w.openBooks() // before those who stand at the posts at the start
	}
	w.startChanges()
	for i := range w.model.shifts {
		w.shifts[i] = w.calendar.Open()
		w.changeHours(i)
	}
	w.startPermits()
	w.startQuotas()
	for i := range w.model.flows {
		w.startStream(i)
	}
	w.startHauls()
	w.startBulletins()
	clear(w.bridges)
	h := w.model.setup.Horizon
	w.schedule(w.openSlot(), booksEnd, rankBooks, h.End(), 0)
	w.schedule(w.openSlot(), windowStart, rankWindow, h.WarmUp, 0)
	w.schedule(w.openSlot(), windowEnd, rankWindow, h.End(), 0)
}

func (w *World) openSlot() sim.Slot { return w.calendar.Open() }

// schedule enters an event in the calendar.
func (w *World) schedule(slot sim.Slot, kind uint8, rank sim.Rank, at sim.Time, who int32) {
	w.calendar.Schedule(sim.Event{At: at, What: sim.What{Kind: kind, Rank: rank}, Slot: slot, Who: who})
}

// changeHours opens or closes the stations of a shift and looks ahead to the next change.
func (w *World) changeHours(i int) {
	shift := &w.model.shifts[i]
	open := shift.hours.openAt(w.now)
	if !open && w.now > 0 {
		w.noteBacklog(shift)
	}
	w.noteCrowd(shift, open)
	w.openSince[i] = w.now
	w.staff(shift, open)
	if at, changes := shift.next(w.now); changes {
		w.schedule(w.shifts[i], hoursChange, rankHours, at, int32(i))
	}
}

// openBooks starts the books of stations, yards, strips, permits and fleets, before anything else happens at the instant.
func (w *World) openBooks() {
	w.booking = true
	for i, s := range w.stations {
		before := s.Books(w.now)
		w.books.queueArea[i], w.books.busyArea[i] = before.QueueArea, before.BusyArea
		s.Mark(w.now)
	}
	for _, y := range w.yards {
		y.Mark(w.now)
	}
	w.openFleets()
	for i := range w.permits {
		w.permits[i].permits.Mark(w.now)
	}
	for _, strip := range w.strips {
		if strip != nil {
			strip.Mark(w.now)
		}
	}
}

// closeBooks keeps what they say, before anything else happens at the instant.
func (w *World) closeBooks() {
	w.booking = false
	w.closeFleets()
	for i := range w.permits {
		w.permits[i].window = w.permits[i].permits.Books(w.now)
	}
	for i, s := range w.stations {
		w.books.stations[i] = s.Books(w.now)
		for class := range w.books.classes[i] {
			w.books.classes[i][class] = s.Class(class)
		}
	}
	for i, y := range w.yards {
		w.books.yards[i] = y.Books(w.now)
	}
}

// openWindow begins the counts, after all else that happens at the instant.
func (w *World) openWindow() {
	w.inWindow = true
	w.cameBefore = w.cameAtRandom()
}

// closeWindow ends the counts and stops arrivals, after all else that happens at the instant.
func (w *World) closeWindow() {
	w.noteCrowds()
	w.inWindow, w.ended = false, true
	w.books.atEnd = w.trucksInside()
	w.noteSwell(w.now)
	for i := range w.streams {
		w.calendar.Cancel(w.streams[i].vehicles)
	}
}
