package indicators

import (
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// repair is the cause of waits for a broken server.
const repair = "repair"

// Delay is a part of the time that a truck does not drive, per round trip. Total is the row of all.
type Delay struct {
	Cause   string // activity; repair; total
	Name    string // stage, road or handling
	Owner   string
	Place   string
	Country string
	Hours   Stat  // per counted truck
	Micro   int64 // of all observed trucks [µs]: those of the causes add up to that of the total
}

// Total names the row that the others add up to.
const Total = "total"

type delayKey struct{ cause, name, owner, place, country string }

// delays are the ticks of one replication by cause.
type delays struct {
	at     map[delayKey]int
	keys   []delayKey
	ticks  []sim.Time
	total  sim.Time // round trips less driving, booked apart
	trucks int
}

func newDelays() *delays { return &delays{at: make(map[delayKey]int)} }

// add time to a cause, and say where it stands in the list.
func (d *delays) add(k delayKey, spent sim.Time) int {
	i, known := d.at[k]
	if !known {
		i = len(d.keys)
		d.at[k] = i
		d.keys, d.ticks = append(d.keys, k), append(d.ticks, 0)
	}
	d.ticks[i] += spent
	return i
}

// of a cause; what never happened took no time.
func (d *delays) of(k delayKey) sim.Time {
	if i, known := d.at[k]; known {
		return d.ticks[i]
	}
	return 0
}

// bookDelays books a truck.
func (o *Observer) bookDelays(r *Record) {
	d := o.delays
	d.trucks++
	d.total += r.Left - r.Ready
	for i := range r.Elements {
		e := &r.Elements[i]
		d.total -= e.By[journey.Driving]
		if e.Kind != AtPost && e.Kind != AtDepot {
			d.spend(o.delayOf(delayKey{name: e.Name, place: e.Place, country: e.Country}), &e.Times)
			continue
		}
		b := o.postOf(e)
		for k := range e.Stages {
			if s := &e.Stages[k]; !s.Shadow {
				d.spend(o.stageOf(b, s).delay, &s.Times)
			}
		}
	}
}

// spend books the causes of a stretch of time.
func (d *delays) spend(b *delayBook, t *Times) {
	for i, spent := range t.causes() {
		switch {
		case spent <= 0:
		case b.at[i] > 0:
			d.ticks[b.at[i]-1] += spent
		default:
			k := b.key
			k.cause = causeNames()[i]
			b.at[i] = d.add(k, spent) + 1
		}
	}
}

// gap is what the causes miss of the total: it must be zero.
func (d *delays) gap() sim.Time {
	sum := d.total
	for _, t := range d.ticks {
		sum -= t
	}
	return max(sum, -sum)
}

// perTruck is a cause per truck [h].
func (d *delays) perTruck(spent sim.Time) (float64, bool) {
	if d.trucks == 0 {
		return 0, false
	}
	return hours(spent) / float64(d.trucks), true
}

// delayKeys are the causes of all replications, in the order in which they first come.
func delayKeys(all ...[]*delays) []delayKey {
	var out []delayKey
	seen := make(map[delayKey]bool)
	for _, list := range all {
		for _, d := range list {
			for _, k := range d.keys {
				if !seen[k] {
					seen[k] = true
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// delayRows are the causes, the longest first, under their total.
func delayRows(e estimator, all []*delays) []Delay {
	row := func(k delayKey, of func(*delays) sim.Time) Delay {
		out := Delay{Cause: k.cause, Name: k.name, Owner: k.owner, Place: k.place, Country: k.country}
		var x []float64
		for _, d := range all {
			if h, ok := d.perTruck(of(d)); ok {
				x = append(x, h)
			}
			out.Micro += int64(of(d) / sim.Microsecond)
		}
		out.Hours = e.of(x)
		return out
	}
	out := []Delay{row(delayKey{cause: Total}, func(d *delays) sim.Time { return d.total })}
	for _, k := range delayKeys(all) {
		out = append(out, row(k, func(d *delays) sim.Time { return d.of(k) }))
	}
	longestFirst(out)
	if !out[0].Hours.Present() {
		return nil
	}
	return out
}

// longestFirst sorts the rows behind the total by how much they matter.
func longestFirst(rows []Delay) {
	slices.SortStableFunc(rows[1:], func(a, b Delay) int {
		return int(compare(size(b.Hours.Mean), size(a.Hours.Mean)))
	})
}

func size(x float64) float64 { return max(x, -x) }

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Waterfall says by which causes the delays of two alternatives differ, on the same trucks and luck. The
// causes add up to the difference of the totals. Micro is there only if as many trucks were observed.
func Waterfall(alternative, base []*Sample, confidence float64) (rows []Delay, sameTrucks bool) {
	e := estimator{confidence}
	a, b := delaysOf(alternative), delaysOf(base)
	sameTrucks = true
	for i := range a {
		sameTrucks = sameTrucks && a[i].trucks == b[i].trucks
	}
	row := func(k delayKey, of func(*delays) sim.Time) Delay {
		out := Delay{Cause: k.cause, Name: k.name, Owner: k.owner, Place: k.place, Country: k.country}
		var x []float64
		for i := range a {
			one, ok1 := a[i].perTruck(of(a[i]))
			two, ok2 := b[i].perTruck(of(b[i]))
			if ok1 && ok2 {
				x = append(x, one-two)
			}
			out.Micro += int64((of(a[i]) - of(b[i])) / sim.Microsecond)
		}
		out.Hours = e.of(x)
		return out
	}
	rows = []Delay{row(delayKey{cause: Total}, func(d *delays) sim.Time { return d.total })}
	for _, k := range delayKeys(b, a) {
		rows = append(rows, row(k, func(d *delays) sim.Time { return d.of(k) }))
	}
	longestFirst(rows)
	return rows, sameTrucks
}

func delaysOf(samples []*Sample) []*delays {
	var out []*delays
	for _, s := range samples {
		out = append(out, s.delays)
	}
	return out
}
