package sim_test

import (
	"fmt"
	"math/rand/v2"

	"hanhlang/sim"
)

func ExampleTime() {
	arrival := sim.Day + 7*sim.Hour + 5*sim.Minute
	service := sim.FromSeconds(330.5)
	fmt.Println(arrival, service, arrival+service)
	fmt.Println(service.Seconds())
	// Output:
	// 1d 07:05:00 00:05:30.5 1d 07:10:30.5
	// 330.5
}

// Events of the same instant go by rank, then in the order in which they were scheduled. A slot is a handle: what is
// pending in it can be re-timed or cancelled.
func ExampleCalendar() {
	const (
		departures sim.Rank = iota // first, so that an arrival finds the server free
		arrivals
	)
	cal := sim.NewCalendar(4)
	guest, other, host, bell := cal.Open(), cal.Open(), cal.Open(), cal.Open()
	cal.Schedule(sim.Event{At: sim.Hour, What: sim.What{Kind: 'a', Rank: arrivals}, Slot: guest, Who: 1})
	cal.Schedule(sim.Event{At: sim.Hour, What: sim.What{Kind: 'a', Rank: arrivals}, Slot: other, Who: 2})
	cal.Schedule(sim.Event{At: sim.Hour, What: sim.What{Kind: 'd', Rank: departures}, Slot: host, Who: 3})
	cal.Schedule(sim.Event{At: sim.Minute, What: sim.What{Kind: 'b'}, Slot: bell})
	cal.Cancel(bell)
	cal.Schedule(sim.Event{At: 2 * sim.Hour, What: sim.What{Kind: 'a', Rank: arrivals}, Slot: guest, Who: 1})
	for ev, ok := cal.Next(); ok; ev, ok = cal.Next() {
		fmt.Printf("%v %c %d\n", cal.Now(), ev.Kind, ev.Who)
	}
	// Output:
	// 01:00:00 d 3
	// 01:00:00 a 2
	// 02:00:00 a 1
}

// A station keeps books; what happens when is for the model to say.
func ExampleStation() {
	desk := sim.NewStation(1)
	desk.Join(17, 0)
	desk.Join(18, 2*sim.Minute)
	who, _, _ := desk.Admit(2 * sim.Minute)
	fmt.Println("served:", who)
	_, _, ok := desk.Admit(2 * sim.Minute)
	fmt.Println("a second server:", ok)

	desk.Leave(10 * sim.Minute)
	who, since, _ := desk.Admit(10 * sim.Minute)
	fmt.Println("served:", who, "in line since", since)

	books := desk.Books(20 * sim.Minute)
	queue, _ := books.MeanQueue()
	busy, _ := books.Utilisation()
	fmt.Println("waits:", books.Waits, "mean queue:", queue, "busy:", busy)
	// Output:
	// served: 17
	// a second server: false
	// served: 18 in line since 00:02:00
	// waits: 00:10:00 mean queue: 0.5 busy: 0.9
}

// A server that cannot hand on stays occupied: its time is booked as blocked, not as busy.
func ExampleStation_Block() {
	gate := sim.NewStation(1)
	gate.Join(17, 0)
	gate.Admit(0)
	gate.Block(5 * sim.Minute)
	gate.Unblock(20 * sim.Minute)
	books := gate.Books(sim.Hour)
	fmt.Println(sim.Time(books.BusyArea), sim.Time(books.BlockedArea))
	// Output: 00:05:00 00:15:00
}

// Finite space: who finds it full waits, and gets the slot that somebody frees.
func ExampleSlots() {
	yard := sim.NewSlots(1)
	fmt.Println(yard.Take(17, 0))
	fmt.Println(yard.Take(18, sim.Minute))
	who, granted := yard.Free(5 * sim.Minute)
	fmt.Println(who, granted)
	fmt.Println(yard.Books(5 * sim.Minute).Waits)
	// Output:
	// true
	// false
	// 18 true
	// 00:04:00
}

// M/M/1: Poisson arrivals, 4 an hour; one server, exponential services of 12 minutes on average. In theory the mean wait
// is 48 minutes and 3.2 wait on average (Erlang 1909). One loop is the whole model.
func Example_singleServer() {
	const (
		arrives uint8 = iota
		departs
	)
	luck := rand.New(rand.NewPCG(1, 2))
	minutes := func(mean float64) sim.Time { return sim.FromSeconds(60 * mean * luck.ExpFloat64()) }

	cal, station := sim.NewCalendar(2), sim.NewStation(1)
	door, server := cal.Open(), cal.Open()
	cal.Schedule(sim.Event{At: minutes(15), What: sim.What{Kind: arrives}, Slot: door})
	for ev, _ := cal.Next(); ev.At < 20*365*sim.Day; ev, _ = cal.Next() {
		switch ev.Kind {
		case arrives:
			station.Join(ev.Who, ev.At)
			cal.Schedule(sim.Event{At: ev.At + minutes(15), What: sim.What{Kind: arrives}, Slot: door, Who: ev.Who + 1})
		case departs:
			station.Leave(ev.At)
		}
		if who, _, ok := station.Admit(ev.At); ok {
			cal.Schedule(sim.Event{At: ev.At + minutes(12), What: sim.What{Kind: departs}, Slot: server, Who: who})
		}
	}

	books := station.Books(cal.Now())
	wait, _ := books.MeanWait()
	queue, _ := books.MeanQueue()
	busy, _ := books.Utilisation()
	fmt.Printf("mean wait %.0f min, mean queue %.1f, busy %.0f %%\n", wait/60, queue, 100*busy)
	// Output: mean wait 48 min, mean queue 3.2, busy 80 %
}
