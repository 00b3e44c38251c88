package sim_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"hanhlang/sim"
)

// diary is the plainest calendar there is: a sorted slice. An event is entered behind all that are not after it, so that
// the order of scheduling needs no sequence number.
type diary []sim.Event

func (d *diary) enter(ev sim.Event) {
	d.strike(ev.Slot)
	after := func(i int) bool {
		e := (*d)[i]
		return e.At > ev.At || e.At == ev.At && e.Rank > ev.Rank
	}
	*d = slices.Insert(*d, sort.Search(len(*d), after), ev)
}

func (d *diary) strike(s sim.Slot) {
	*d = slices.DeleteFunc(*d, func(e sim.Event) bool { return e.Slot == s })
}

// delayShapes draw a delay; the names are those of the calendar's hard cases (Rönngren and Ayani 1997).
var delayShapes = []struct {
	name string
	draw func(*rand.Rand) sim.Time
}{
	{"exponential", func(r *rand.Rand) sim.Time { return sim.FromSeconds(100 * r.ExpFloat64()) }},
	{"bimodal", func(r *rand.Rand) sim.Time { return sim.Time(r.IntN(100)) + sim.Hour*sim.Time(r.IntN(10)/9) }},
	{"constant", func(*rand.Rand) sim.Time { return sim.Minute }},
	{"clustered with ties", func(r *rand.Rand) sim.Time { return sim.Minute * sim.Time(r.IntN(3)) }},
}

// rehearsal runs a calendar and a diary side by side.
type rehearsal struct {
	t     *testing.T
	cal   *sim.Calendar
	diary diary
	open  []sim.Slot
	luck  *rand.Rand
	draw  func(*rand.Rand) sim.Time
	last  sim.Event // the event handled last
	count int32
}

// same stops the test when calendar and diary differ. It is on the path of every step, so it does not use reflection.
func same[T comparable](t *testing.T, diary, calendar T) {
	if diary != calendar {
		t.Helper()
		t.Fatalf("diary: %v, calendar: %v", diary, calendar)
	}
}

// schedule enters an event with all fields drawn anew.
func (r *rehearsal) schedule(s sim.Slot) {
	r.count++
	ev := sim.Event{
		At:   r.cal.Now() + r.draw(r.luck),
		What: sim.What{Kind: uint8(r.luck.Uint32()), Rank: sim.Rank(r.luck.IntN(3) * 127)},
		Slot: s, Who: r.count,
	}
	r.cal.Schedule(ev)
	r.diary.enter(ev)
}

// next takes an event from both.
func (r *rehearsal) next() {
	ev, ok := r.cal.Next()
	same(r.t, len(r.diary) > 0, ok)
	if !ok {
		return
	}
	same(r.t, r.diary[0], ev)
	same(r.t, ev.At, r.cal.Now())
	r.last, r.diary = ev, r.diary[1:]
}

// anyOpen picks an open slot.
func (r *rehearsal) anyOpen() (at int, ok bool) {
	if len(r.open) == 0 {
		return 0, false
	}
	return r.luck.IntN(len(r.open)), true
}

// step does what a letter of the script says.
func (r *rehearsal) step(letter byte) {
	at, some := r.anyOpen()
	switch letter % 16 {
	case 0, 1, 2:
		s := r.cal.Open()
		same(r.t, false, slices.Contains(r.open, s))
		r.open = append(r.open, s)
		r.schedule(s)
	case 3, 4, 5:
		r.next()
	case 6, 7, 8, 9:
		r.next()
		if slices.Contains(r.open, r.last.Slot) {
			r.schedule(r.last.Slot)
		}
	case 10, 11:
		if some {
			r.schedule(r.open[at])
		}
	case 12:
		if some {
			r.cal.Cancel(r.open[at])
			r.diary.strike(r.open[at])
		}
	case 13:
		if some {
			r.cal.Close(r.open[at])
			r.diary.strike(r.open[at])
			r.open = slices.Delete(r.open, at, at+1)
		}
	case 14:
		when, ok := r.cal.Peek()
		same(r.t, len(r.diary) > 0, ok)
		if ok {
			same(r.t, r.diary[0].At, when)
		}
	case 15:
		if some {
			pending := slices.ContainsFunc(r.diary, func(e sim.Event) bool { return e.Slot == r.open[at] })
			same(r.t, pending, r.cal.Pending(r.open[at]))
		}
	}
	same(r.t, len(r.diary), r.cal.Len())
}

func FuzzCalendarAgreesWithASortedSlice(f *testing.F) {
	luck := rand.New(rand.NewPCG(20250618, 1))
	for shape := range delayShapes {
		for _, growth := range []int{0, 30, 300} {
			script := make([]byte, growth, growth+1000) // letter 0: that many slots are opened first
			for range 1000 {
				script = append(script, byte(luck.Uint32()))
			}
			f.Add(luck.Uint64(), uint8(shape), script)
		}
	}
	f.Fuzz(func(t *testing.T, seed uint64, shape uint8, script []byte) {
		r := rehearsal{
			t: t, cal: sim.NewCalendar(1), luck: rand.New(rand.NewPCG(seed, 0)),
			draw: delayShapes[int(shape)%len(delayShapes)].draw,
		}
		for _, letter := range script {
			r.step(letter)
		}
		for len(r.diary) > 0 {
			r.next()
		}
		_, ok := r.cal.Next()
		same(t, false, ok)
	})
}

// The hold model with many pending reaches depths of the tree that a short script does not.
func TestHoldAgreesWithASortedSlice(t *testing.T) {
	for _, shape := range delayShapes {
		for _, pending := range []int{1, 2, 3, 100, 2000} {
			t.Run(fmt.Sprintf("%s/%d", shape.name, pending), func(t *testing.T) {
				r := rehearsal{t: t, cal: sim.NewCalendar(pending), luck: rand.New(rand.NewPCG(7, 7)), draw: shape.draw}
				for range pending {
					r.schedule(r.cal.Open())
				}
				for range 2000 {
					r.next()
					r.schedule(r.last.Slot)
				}
			})
		}
	}
}
