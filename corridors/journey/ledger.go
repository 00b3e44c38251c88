package journey

import (
	"hanhlang/sim"
)

// book enters the time from a moment until now in the truck's ledger. Every tick of a truck's
// life passes here once.
func (w *World) book(t *truck, a Activity, s *step, from sim.Time) { w.bookSpan(t, a, s, from, w.now) }

// bookSpan enters [from, to). Within a crossing the time belongs to the post on whose side the
// truck stands.
func (w *World) bookSpan(t *truck, a Activity, s *step, from, to sim.Time) {
	if w.isBranch(t.id) {
		w.keep(t.id, w.spanOf(t, a, from, to))
		return
	}
	if !w.model.KeepsTime() {
		return
	}
	d := to - from
	t.booked += d
	if a.idles() && w.model.KeepsMoney() {
		w.accountOf(t).idled += d
	}
	if t.side >= 0 {
		t.crossing[t.side] += d
		if a.waits() {
			t.waited += d
		}
		if t.rows {
			w.books.rows[w.row(t, s)].book(a, d)
		}
	} else if t.depot && t.rows {
		w.books.rows[s.row].book(a, d)
	}
	if w.log != nil && t.cargo && d > 0 {
		w.logTime(t, a, s, stretch{from, to})
	}
}

// row of the table of border time that a truck's time belongs to: that of its stage, or of the
// strip while it stands there.
func (w *World) row(t *truck, s *step) int {
	if t.gateHeld != none {
		return w.model.stripRows[t.exitPlace]
	}
	return s.row
}

// settle charges the time that a truck has spent at a place or on a leg: driver and truck by the
// hour, and the fuel of the engine while it queued. One line of each per place visited.
func (w *World) settle(t *truck, place int) {
	if !w.model.KeepsMoney() {
		return
	}
	f, a := &w.model.setup.Corridor.Fleet, w.accountOf(t)
	w.chargeHours(t, place, (t.booked-a.paid).Seconds()*f.Hour)
	a.stood += a.idled
	w.charge(t, Idling, place, a.idled.Seconds()*f.IdleShare*f.FuelIdle*w.model.places[place].diesel)
	a.paid, a.idled = t.booked, 0
}

// bookWait enters the wait for a station that ends now. The part of it during which the station
// was closed is told apart from the queue.
func (w *World) bookWait(t *truck, s *step, joined sim.Time) {
	if joined == w.now {
		return
	}
	w.books.waitAt(s.station, w.now-joined)
	if !w.model.KeepsTime() {
		return
	}
	i := w.model.stations[s.station].shift
	if joined >= w.openSince[i] {
		w.bookSpan(t, Queueing, s, joined, w.now)
		return
	}
	shift := &w.model.shifts[i]
	open := shift.hours.openBetween(joined, w.now)
	if shift.hours.openAt(joined) {
		w.bookSpan(t, Queueing, s, joined, joined+open)
		w.bookSpan(t, ClosedWait, s, joined+open, w.now)
		return
	}
	w.bookSpan(t, ClosedWait, s, joined, w.now-open)
	w.bookSpan(t, Queueing, s, w.now-open, w.now)
}

// charge enters a sum of money [USD] in a line of the truck's ledger, rounded once to a whole
// micro-USD.
func (w *World) charge(t *truck, line Line, place int, usd float64) {
	if usd <= 0 || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	w.enter(t, line, place, ownerless(line), inMicro(usd))
}

// chargeFee enters what a stage charges, for its owner.
func (w *World) chargeFee(t *truck, line Line, s *step) {
	if s.fee <= 0 || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	w.enter(t, line, s.place, w.model.payeeOf[s.row], inMicro(s.fee))
}

// enter puts a sum into the truck's ledger, into the purse of the load that it is for and into that of the place.
func (w *World) enter(t *truck, line Line, place, owner int, micro int64) {
	w.accountOf(t).spend(t, micro)
	if w.model.byTruck {
		w.sums.at(t.id)[line] += micro
	} else if t.counted {
		w.books.money[line] += micro
	}
	if t.counted {
		w.books.bills[w.model.bill(line, place, owner)] += micro
	}
	if w.log != nil {
		w.logMoney(t, line, place, owner, micro)
	}
}

// inMicro rounds a sum [USD] to whole micro-USD.
func inMicro(usd float64) int64 { return int64(float64(usd*1e6) + 0.5) }

// payRoad charges a leg that has been driven.
func (w *World) payRoad(id int32, t *truck, s *step, driven sim.Time) {
	if w.trips != nil {
		w.trips[id].driven += driven
	}
	if w.hauls != nil {
		w.rolled(id, driven)
	}
	if !w.model.KeepsMoney() {
		return
	}
	r, a := &w.model.roads[s.of], w.accountOf(t)
	a.km += r.km
	if !t.plan.loaded {
		a.emptyKm += r.km
	}
	w.settle(t, s.place)
	w.noteCarry(id, t, r.km)
	a.burn(r, t.plan.loaded)
	w.charge(t, fuelOf(t.plan), s.place, r.fuel)
	w.charge(t, Running, s.place, r.running)
	w.charge(t, Tolls, s.place, r.tolls)
}

// keyIn notes the trader's time at the digital platform, which ended before the truck arrived.
func (w *World) keyIn(t *truck, d sim.Time) {
	w.books.keyed(t, d)
	if w.log != nil {
		fact := w.fact(t, HappeningFact)
		fact.Happening, fact.From, fact.To = KeyedIn, w.now-d, w.now
		w.log.Record(fact)
	}
}

// deliver takes the load off the books of the road; wait is until its vessel has come.
func (w *World) deliver(id int32, t *truck, wait sim.Time) {
	if w.hauls != nil && w.model.flows[t.flow].apart {
		w.deliverHaul(id, t, wait)
		return
	}
	tonnes := w.model.flows[t.flow].Payload
	if t.trip == 1 {
		tonnes = w.model.flows[t.plan.flow].Return.Payload
	}
	w.carried(t, tonnes)
	w.handOver(t, w.now-t.loadReady, wait, tonnes)
	if t.cargo {
		w.happen(t, Delivered)
	}
}

// carried notes what a truck has brought.
func (w *World) carried(t *truck, tonnes float64) {
	if w.model.KeepsMoney() {
		w.accountOf(t).tonnes += tonnes
	}
}

// closeLedger checks that the truck's lines add up and enters its round trip in the books.
func (w *World) closeLedger(t *truck) {
	b, stay, counts := &w.books, w.now-t.begun, t.counted && t.cargo
	gap := int64(0)
	if w.model.byTruck {
		gap = w.accountOf(t).total()
		for line, micro := range w.sums.at(t.id) {
			gap -= micro
			if counts {
				b.money[line] += micro
			}
		}
	}
	open := sim.Time(0)
	if w.model.KeepsTime() {
		open = stay - t.booked
	}
	b.closeTruck(open, gap, stay)
	if counts {
		b.trips++
		b.roundTrip += stay
	}
	if counts && w.model.KeepsMoney() {
		b.closeAccount(w.accountOf(t))
	}
}

// logTime and logMoney hand facts to the log.
func (w *World) logTime(t *truck, a Activity, s *step, span stretch) {
	fact := w.fact(t, TimeFact)
	fact.From, fact.To, fact.Activity, fact.Stage = span.from, span.to, a, s.name
	fact.Broken = t.phase == interrupted || w.mending
	if t.side >= 0 || t.depot {
		r := &w.model.rows[w.row(t, s)]
		fact.Stage, fact.Owner, fact.Place, fact.Country = r.Stage, r.Owner, r.Place, r.Country
		if t.phase == parted {
			fact.Beside = r.Beside
		}
	} else {
		fact.Place = w.model.places[s.place].name
		if s.kind == stepDrive || s.kind == stepTravel {
			r := &w.model.roads[s.of]
			fact.Km, fact.Country = r.km, r.country
		}
	}
	w.log.Record(fact)
}

func (w *World) logMoney(t *truck, line Line, place, owner int, micro int64) {
	fact := w.fact(t, MoneyFact)
	fact.Line, fact.Micro, fact.Place, fact.Owner = line, micro, w.model.places[place].name, w.model.owners[owner]
	w.log.Record(fact)
}

// happen tells the log, if there is one, what happened to a cargo truck and where.
func (w *World) happen(t *truck, h Happening) {
	if w.log == nil || !t.cargo {
		return
	}
	fact := w.fact(t, HappeningFact)
	fact.Happening, fact.Place = h, w.model.places[w.model.flows[t.flow].origin].name
	if t.here != nil {
		fact.Place = w.model.places[t.here.place].name
	}
	w.log.Record(fact)
}

// fact begins a fact about a truck at this moment.
func (w *World) fact(t *truck, kind FactKind) Fact {
	plan := t.plan
	return Fact{
		Kind: kind, From: w.now, To: w.now, Flow: w.model.flows[t.flow].Name, Truck: t.number,
		Trip: plan.trip, Loaded: plan.loaded, Cargo: plan.shown(), Channel: channelOf(t.papers.channel()), Declared: declaredOf(t.papers.declared()),
	}
}
