package journey

import (
	"hanhlang/sim"
)

// books gather what the measures of a replication are made of. Sums are integers, so their order
// does not matter. Only vehicles that became ready within the window count in them, except for
// what is said to be of the window, which counts what happens in it.
type books struct {
	events int64 // all that the calendar gave out,
	aside  int64 // and those of them that are no events of the model

	inside     int
	entered    int64
	left       int64
	area       sim.Time // vehicle-ticks inside
	last       sim.Time // when area was brought up to date
	stay       sim.Time // sum of the stays of the vehicles that left
	timeGap    sim.Time // sum over trucks of |time in system less ledger|
	moneyGap   int64    // sum over trucks of |total less lines| [micro-USD]
	openLedger int      // vehicles whose ledger does not close

	loaded     sim.Sample // border time of loaded crossings
	waits      sim.Sample // queueing, closed and blocked of loaded crossings
	byCountry  []sim.Time // of loaded crossings
	empty      mean
	transit    mean // of the loaded ones, those in transit
	trusted    mean // and those of trusted traders
	others     mean
	rows       []rowBook
	doors      sim.Sample // door to door of loads on the way out
	boarding   sim.Time   // waits of loads for their vessels
	returnDoor mean
	trips      int64
	roundTrip  sim.Time
	money      [lines]int64
	purses     purseBook
	bills      []int64 // by Model.bill
	litres     [2]float64
	stood      sim.Time      // with the engine running, in part
	goods      [losses]int64 // [micro-USD]
	delivered  int64         // loads of trucks that count
	total      int64
	km         float64
	emptyKm    float64
	tonnes     float64
	keying     mean
	adopted    int64        // files that would be keyed in where platforms can fail,
	fallbacks  int64        // and those that found one down
	seeking    mean         // waits of the trucks that looked for a return load
	markets    []marketBook // by market
	early      int64        // loaded trucks that reach the first post before it opens or within an hour
	arrivals   int64        // loaded trucks that reach the first post
	backlog    mean         // trucks waiting when a post closes, of the window [trucks]

	crossings  int64 // of the window, loaded and empty
	deliveries int64 // of the window
	shipped    float64

	gates    []gateBook // by gate pair; nil where there is one only
	depots   []depotBook
	flows    []flowBook // by flow; nil where there is one only
	detour   detourBook
	fleets   []fleetBook
	gathered gatherBook
	transfer mean                 // waits of trucks for those that take their loads over
	atEnd    int                  // trucks under way when arrivals stopped
	onRoad   [activities]sim.Time // what trucks stood on legs

	stationWait []sim.Time // waits from the ledgers of all vehicles
	queueArea   []int64    // area under the queue before the window
	work        []sim.Time // services that all vehicles began at stations, as long as they were drawn
	busyArea    []int64    // area under the servers serving before the window
	stations    []sim.Books
	yards       []sim.SpaceBooks
	classes     [][]sim.ClassBooks // by station; none: it prefers nobody
	turned      []int64            // by station, of the window: trucks that went away
	crowds      []crowd            // by post
	lines       []int              // longest that waited for the strip, by gate pair
}

// rowBook is the time of loaded crossings in one stage.
type rowBook struct {
	time     [activities]sim.Time
	passed   int64
	shadow   sim.Time // of trucks for which a stage beside it lasted longer
	shadowed int64
}

// book enters time; a truck passes a stage with its service, and the strip with its drive.
func (r *rowBook) book(a Activity, d sim.Time) {
	r.time[a] += d
	if a == Service || a == Driving || a == Handling {
		r.passed++
	}
}

// mean is a sum with its count.
type mean struct {
	sum sim.Time
	n   int64
}

func (m *mean) add(d sim.Time) { m.sum, m.n = m.sum+d, m.n+1 }

// plus takes in the observations of another one.
func (m *mean) plus(o *mean) { m.sum, m.n = m.sum+o.sum, m.n+o.n }

// size makes room for a model.
func (b *books) size(m *Model) {
	for _, target := range m.setup.Targets {
		b.timesOf(target.Of).Watch(target.Within)
	}
	b.byCountry = make([]sim.Time, len(m.setup.Corridor.Countries))
	b.rows = make([]rowBook, len(m.rows))
	b.stationWait = make([]sim.Time, len(m.stations))
	if len(m.gates) > 1 {
		b.gates = make([]gateBook, len(m.gates))
	}
	b.fleets = make([]fleetBook, len(m.hauliers))
	b.depots = make([]depotBook, len(m.depots))
	if m.keepsFlows() {
		b.flows = make([]flowBook, len(m.flows))
	}
	b.markets = make([]marketBook, len(m.flows))
	b.queueArea = make([]int64, len(m.stations))
	b.work, b.busyArea = make([]sim.Time, len(m.stations)), make([]int64, len(m.stations))
	b.stations = make([]sim.Books, len(m.stations))
	b.yards = make([]sim.SpaceBooks, len(m.yards))
	b.turned = make([]int64, len(m.stations))
	b.classes = make([][]sim.ClassBooks, len(m.stations))
	for i, s := range m.stations {
		if len(s.prefers) > 0 {
			b.classes[i] = make([]sim.ClassBooks, len(s.prefers)+1)
		}
	}
	b.purses.size(len(m.flows))
	b.bills = make([]int64, m.bills())
	b.crowds = make([]crowd, len(m.posts))
	b.lines = make([]int, len(m.gates))
}

// reset empties the books and keeps their room.
func (b *books) reset() {
	clear(b.byCountry)
	clear(b.rows)
	clear(b.fleets)
	clear(b.gates)
	clear(b.depots)
	clear(b.flows)
	clear(b.markets)
	clear(b.stationWait)
	clear(b.queueArea)
	clear(b.work)
	clear(b.busyArea)
	clear(b.stations)
	clear(b.yards)
	clear(b.turned)
	for _, classes := range b.classes {
		clear(classes)
	}
	clear(b.crowds)
	clear(b.lines)
	clear(b.bills)
	b.purses.reset()
	b.loaded.Reset()
	b.waits.Reset()
	b.doors.Reset()
	*b = books{
		loaded: b.loaded, waits: b.waits, doors: b.doors, byCountry: b.byCountry,
		rows: b.rows, gates: b.gates, depots: b.depots, flows: b.flows, markets: b.markets, fleets: b.fleets, stationWait: b.stationWait, queueArea: b.queueArea, stations: b.stations,
		work: b.work, busyArea: b.busyArea,
		yards: b.yards, turned: b.turned, classes: b.classes,
		crowds: b.crowds, lines: b.lines, purses: b.purses, bills: b.bills,
	}
}

// enter and exit count vehicles in and out.
func (b *books) enter(now sim.Time) {
	b.age(now)
	b.inside++
	b.entered++
}

func (b *books) exit(now sim.Time) {
	b.age(now)
	b.inside--
	b.left++
}

// age brings the area under the number inside up to now.
func (b *books) age(now sim.Time) {
	b.area += sim.Time(b.inside) * (now - b.last)
	b.last = now
}

func (b *books) waitAt(station int, d sim.Time) { b.stationWait[station] += d }

func (b *books) keyed(t *truck, d sim.Time) {
	if t.counted {
		b.keying.add(d)
	}
}

// deliver enters the delivery of a load after its time from door to door.
func (b *books) deliver(t *truck, door sim.Time, tonnes float64, inWindow bool) {
	if !t.cargo {
		return
	}
	if inWindow {
		b.deliveries++
		b.shipped += tonnes
	}
	if !t.counted {
		return
	}
	b.delivered++
	if t.trip == 1 {
		b.returnDoor.add(door)
		return
	}
	b.doors.Add(door)
	if b.flows != nil {
		b.flows[t.flow].doors.add(door)
	}
}

// closeTruck enters a vehicle that has left: the gaps of its ledger, and its stay.
func (b *books) closeTruck(timeGap sim.Time, moneyGap int64, stay sim.Time) {
	if timeGap != 0 || moneyGap != 0 {
		b.openLedger++
		b.timeGap += distance(timeGap)
		b.moneyGap += distance(moneyGap)
	}
	b.stay += stay
}

// closeAccount enters what a cargo truck that has left has spent, driven and carried.
func (b *books) closeAccount(a *account) {
	b.total += a.total()
	b.km += a.km
	b.emptyKm += a.emptyKm
	b.tonnes += a.tonnes
}

// noteArrival notes a truck's arrival at the first post of a crossing.
func (w *World) noteArrival(t *truck, s *step) {
	if !t.counted || !t.cargo || !t.plan.loaded {
		return
	}
	h := &w.model.approaches[s.of].hours
	w.books.arrivals++
	if !h.openAt(w.now) || !h.openAt(max(0, w.now-sim.Hour)) {
		w.books.early++
	}
}

// noteCrossing notes a completed crossing.
func (w *World) noteCrossing(t *truck) {
	b := &w.books
	border := t.crossing[0] + t.crossing[1]
	if w.inWindow && t.cargo {
		b.crossings++
	}
	if !w.model.KeepsTime() {
		return
	}
	if b.gates != nil {
		w.noteGate(t, w.at(t).of, border)
	}
	if !t.counted {
		return
	}
	switch {
	case !t.cargo:
		b.others.add(border)
	case !t.plan.loaded:
		b.empty.add(border)
	default:
		b.loaded.Add(border)
		w.noteEnd(crossings, border)
		w.noteCargo(t, border)
		b.waits.Add(t.waited)
		first := w.model.places[t.exitPlace].country
		b.byCountry[first] += t.crossing[0]
		b.byCountry[w.model.places[w.at(t).place].country] += t.crossing[1]
	}
}

// noteBacklog notes how many trucks wait when a shift closes.
func (w *World) noteBacklog(s *shift) {
	if !w.inWindow || s.post >= w.model.depotsFrom() || s.post < len(w.model.setup.Corridor.Places) {
		return
	}
	waiting := 0
	for _, st := range s.stations {
		waiting += w.stations[st].Queue()
	}
	w.books.backlog.add(sim.Time(waiting))
}

// trucksInside counts the trucks that are under way; those of hauliers that wait at their bases are not.
func (w *World) trucksInside() (n int) {
	for i := range int32(w.trucks.count) {
		if t := w.trucks.at(i); t.cargo && !w.isBranch(t.id) && t.phase != gone {
			n++
		}
	}
	return n
}
