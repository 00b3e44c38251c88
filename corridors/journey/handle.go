package journey

import "hanhlang/sim"

// The kinds of event.
const (
	hoursChange   uint8 = iota // a shift opens or closes
	activityEnd                // a truck has finished what it was doing
	patienceEnd                // a truck has waited long enough for a return load
	truckReady                 // the next vehicle of a flow is at its origin
	loadLands                  // a load is ashore, and its truck has come to fetch it
	truckFollows               // the next vehicle of a platoon is at its origin
	loadOffered                // a return load is ready at the destination of a flow
	machineTurns               // a server breaks down or is repaired
	lanesTake                  // a station with classes of trucks takes the next ones
	windowStart                // counts of what is completed begin
	windowEnd                  // arrivals stop
	bulletinDue                // the queues are published
	partnerBack                // a partner who has left with a truck is at the gate again
	regimeChange               // trucks of a direction stop once from now on, or twice, or both
	storeEnds                  // a load may be fetched
	gatheringEnds              // the first part of a load has waited long enough
	fleetBegins                // the trucks of a haulier that always has loads set out
	quotaDay                   // a day begins for a quota that trucks wait for
	booksBegin                 // the books of stations and yards begin; this and what follows is no part of a run's course
	booksEnd                   // and end
)

// The ranks of events at one instant, with their reasons.
const (
	rankBooks   sim.Rank = iota // what begins at an instant belongs to the books that begin at it, not to those that end
	rankHours                   // the hours of an instant hold for all that happens at it
	rankEnd                     // servers and places become free before newcomers ask for them
	rankMachine                 // who is done at the instant of a breakdown is done
	rankArrival                 // then vehicles come, in the order of the file
	rankTake                    // then stations that prefer some trucks choose among all who are there
	rankWindow                  // counts and bulletins see the state after all that happened at the instant
)

// handle and keepTime are the whole model on one page: what each kind of event does. Here are the events of the model itself: somebody
// arrives, or ends what took its time.
func (w *World) handle(e sim.Event) {
	switch e.Kind {
	case activityEnd:
		w.spare, w.spared = e.Slot, true
		w.finish(e.Who)
		w.closeSpare()
	case truckReady:
		w.arrive(int(e.Who))
	case truckFollows:
		w.calendar.Close(e.Slot)
		w.follow(int(e.Who))
	case loadLands:
		w.calendar.Close(e.Slot)
		w.fetch(e.Who)
	case loadOffered:
		w.offer(int(e.Who))
	case partnerBack:
		w.calendar.Close(e.Slot)
		w.comeBack(int(e.Who))
	default:
		w.books.aside++
		w.keepTime(e)
	}
}

// keepTime does what a clock does: hours, patience and windows begin and end. See Outcome.Events for why that is told apart.
func (w *World) keepTime(e sim.Event) {
	switch e.Kind {
	case hoursChange:
		w.changeHours(int(e.Who))
	case patienceEnd:
		w.spare, w.spared = e.Slot, true
		w.giveUp(e.Who)
		w.closeSpare()
	case machineTurns:
		w.turnMachine(e.Who)
	case lanesTake:
		w.takeIn(e.Who)
	case booksBegin:
		w.openBooks()
	case booksEnd:
		w.closeBooks()
	case windowStart:
		w.openWindow()
	case windowEnd:
		w.closeWindow()
	case storeEnds:
		w.calendar.Close(e.Slot)
		w.leaveStore(e.Who)
	case gatheringEnds:
		w.sendGathered(e.Who)
	case fleetBegins:
		w.calendar.Close(e.Slot)
		w.beginFleet(e.Who)
	case bulletinDue:
		w.publish()
	case quotaDay:
		w.beginDay(e.Who)
	case regimeChange:
		w.muster(w.model.changes[e.Who].gate)
	}
}

// finish ends what a truck was doing and sends it on.
func (w *World) finish(id int32) {
	t := w.trucks.at(id)
	s := w.at(t)
	if w.isBranch(t.id) {
		w.book(t, Service, s, t.since)
		w.endBranch(id)
		return
	}
	switch t.phase {
	case driving:
		if s.kind == stepTravel {
			w.arriveBy(id, t, s)
			break
		}
		w.book(t, Driving, s, t.since)
		if s.kind == stepDrive {
			w.payRoad(id, t, s, w.now-t.since)
		}
	case handling:
		w.book(t, Handling, s, t.since)
		w.settle(t, s.place)
		w.charge(t, s.line, s.place, s.fee)
		switch s.kind {
		case stepWork, stepTransfer:
			w.release(t)
		case stepMeet:
			w.give(t)
		}
	case inService:
		w.book(t, Service, s, t.since)
		w.chargeFee(t, s.line, s)
	}
	w.walk(id)
}
