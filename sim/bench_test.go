package sim_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"hanhlang/sim"
)

// delays holds exponential delays with a mean of 100 s, drawn before the clock of the benchmark starts: what is measured
// is the calendar, not the logarithm.
func delays(n int) []sim.Time {
	luck := rand.New(rand.NewPCG(1, 2))
	d := make([]sim.Time, n)
	for i := range d {
		d[i] = sim.FromSeconds(100 * luck.ExpFloat64())
	}
	return d
}

// xorshift is the cheapest source of numbers that will do to pick a delay (Marsaglia 2003).
type xorshift uint64

func (x *xorshift) next() uint64 {
	*x ^= *x << 13
	*x ^= *x >> 7
	*x ^= *x << 17
	return uint64(*x)
}

// BenchmarkHold is the hold model (Jones 1986): the next event is taken and scheduled again after a random delay, with a
// constant number pending. "same" schedules the slot just handled, "other" gives the slot back and opens another.
func BenchmarkHold(b *testing.B) {
	d := delays(1024)
	for _, pending := range []int{10, 100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("same/%d", pending), func(b *testing.B) {
			cal, x := filled(pending, d)
			told := perEvent(b)
			b.ResetTimer()
			for range b.N {
				ev, _ := cal.Next()
				ev.At += d[x.next()%1024]
				cal.Schedule(ev)
			}
			told(1)
		})
	}
	for _, pending := range []int{10, 100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("other/%d", pending), func(b *testing.B) {
			cal, x := filled(pending, d)
			spare := cal.Open()
			told := perEvent(b)
			b.ResetTimer()
			for range b.N {
				ev, _ := cal.Next()
				ev.At += d[x.next()%1024]
				ev.Slot, spare = spare, ev.Slot
				cal.Schedule(ev)
			}
			told(1)
		})
	}
}

// filled is a calendar with so many pending, some rounds after they were entered: at first a thousandth of them are of each instant, and
// all slots in the order of their numbers, which is no hold model.
func filled(pending int, d []sim.Time) (*sim.Calendar, *xorshift) {
	const rounds = 10
	cal, x := sim.NewCalendar(pending), xorshift(88172645463325252)
	for range pending {
		cal.Schedule(sim.Event{At: d[x.next()%1024], Slot: cal.Open()})
	}
	for range rounds * pending {
		ev, _ := cal.Next()
		ev.At += d[x.next()%1024]
		cal.Schedule(ev)
	}
	return cal, &x
}

// BenchmarkSingleServer is M/M/1 with rho = 0.8 from empty to empty: two events for a customer, and nothing but the
// kernel, the drawing of two exponentials and a loop.
func BenchmarkSingleServer(b *testing.B) {
	const customers = 1_000_000
	cal, station := sim.NewCalendar(2), sim.NewStation(1)
	told := perEvent(b)
	for i := range b.N {
		luck := rand.New(rand.NewPCG(1, uint64(i)))
		cal.Reset()
		station.Reset()
		singleServer(cal, station, luck, customers)
		if station.Books(cal.Now()).Left != customers {
			b.Fatal("somebody is missing")
		}
	}
	told(2 * customers)
}

func singleServer(cal *sim.Calendar, station *sim.Station, luck *rand.Rand, customers int32) {
	door, server := cal.Open(), cal.Open()
	after := func(mean float64) sim.Time { return sim.FromSeconds(mean * luck.ExpFloat64()) }
	cal.Schedule(sim.Event{At: after(1.25), What: sim.What{Kind: arrives, Rank: arrivals}, Slot: door, Who: 1})
	for ev, ok := cal.Next(); ok; ev, ok = cal.Next() {
		switch ev.Kind {
		case arrives:
			station.Join(ev.Who, ev.At)
			if ev.Who < customers {
				ev.At, ev.Who = ev.At+after(1.25), ev.Who+1
				cal.Schedule(ev)
			}
		case departs:
			station.Leave(ev.At)
		}
		if who, _, ok := station.Admit(cal.Now()); ok {
			cal.Schedule(sim.Event{
				At: cal.Now() + after(1), What: sim.What{Kind: departs, Rank: departures}, Slot: server, Who: who,
			})
		}
	}
}

// BenchmarkDrain serves a million customers that all wait in one line when the doors open.
func BenchmarkDrain(b *testing.B) {
	const customers = 1_000_000
	cal, station := sim.NewCalendar(2), sim.NewStation(1)
	told := perEvent(b)
	for range b.N {
		cal.Reset()
		station.Reset()
		for who := range int32(customers) {
			station.Join(who, 0)
		}
		server := cal.Open()
		for who, _, ok := station.Admit(0); ok; who, _, ok = station.Admit(cal.Now()) {
			cal.Schedule(sim.Event{At: cal.Now() + sim.Second, Slot: server, Who: who})
			cal.Next()
			station.Leave(cal.Now())
		}
	}
	told(customers)
}

// perEvent begins to count, and tells what an event takes once it is known how many events a turn of the benchmark has.
func perEvent(b *testing.B) func(events int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	return func(events int) {
		runtime.ReadMemStats(&after)
		all := float64(b.N) * float64(events)
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/all, "ns/event")
		b.ReportMetric(float64(after.Mallocs-before.Mallocs)/all, "allocs/event")
	}
}
