package sim_test

import (
	"fmt"
	"math/rand/v2"
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
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				ev, _ := cal.Next()
				ev.At += d[x.next()%1024]
				cal.Schedule(ev)
			}
		})
	}
	for _, pending := range []int{10, 100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("other/%d", pending), func(b *testing.B) {
			cal, x := filled(pending, d)
			spare := cal.Open()
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				ev, _ := cal.Next()
				ev.At += d[x.next()%1024]
				ev.Slot, spare = spare, ev.Slot
				cal.Schedule(ev)
			}
		})
	}
}

func filled(pending int, d []sim.Time) (*sim.Calendar, *xorshift) {
	cal, x := sim.NewCalendar(pending), xorshift(88172645463325252)
	for range pending {
		cal.Schedule(sim.Event{At: d[x.next()%1024], Slot: cal.Open()})
	}
	return cal, &x
}
