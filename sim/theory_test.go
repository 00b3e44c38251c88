package sim_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"hanhlang/sim"
)

// hours gives a span in ticks from one in hours.
func hours(h float64) sim.Time { return sim.FromSeconds(h * 3600) }

// markov is a station with Poisson arrivals, exponential service and c servers.
type markov struct {
	arrivalsPerHour float64
	meanService     float64 // [h]
	servers         int
	warmUp, length  float64 // [h]
}

// outcome is what one replication gives: waits and times in the system [h] of those whose service starts in the window.
type outcome struct {
	waits, stays []float64
	books        sim.Books
}

func (m markov) run(replication int) outcome {
	luck := rand.New(rand.NewPCG(theorySeed, uint64(replication)))
	var out outcome
	p := post{cal: sim.NewCalendar(m.servers + 1), station: sim.NewStation(m.servers)}
	p.nextArrival = func(now sim.Time) (sim.Time, bool) {
		return now + hours(luck.ExpFloat64()/m.arrivalsPerHour), true
	}
	p.service = func(int32) sim.Time { return hours(luck.ExpFloat64() * m.meanService) }
	p.start()
	p.run(hours(m.warmUp))
	p.station.Mark(hours(m.warmUp))
	p.admitted = func(_ int32, joined, now, service sim.Time) {
		out.waits = append(out.waits, (now-joined).Seconds()/3600)
		out.stays = append(out.stays, (now+service-joined).Seconds()/3600)
	}
	end := hours(m.warmUp + window(m.length))
	p.run(end)
	out.books = p.station.Books(end)
	return out
}

// beyond gives the share of x above a limit.
func beyond(x []float64, limit float64) float64 {
	n := 0
	for _, v := range x {
		if v > limit {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// M/M/1 with rho = 0.8: Wq = rho/(mu-lambda) (Erlang 1909); stays are exponential with mean 1 h, waits longer than t have
// probability rho exp(-(mu-lambda)t).
func TestOneServerFollowsErlang(t *testing.T) {
	t.Parallel()
	m := markov{arrivalsPerHour: 4, meanService: 0.2, servers: 1, warmUp: 500, length: 25000}
	var wq, w, lq, l, busy, stay2, wait1, p95 []float64
	for r := range replications(t) {
		out := m.run(r)
		queue, _ := out.books.MeanQueue()
		share, _ := out.books.Utilisation()
		wait, _ := out.books.MeanWait()
		wq, w = append(wq, wait/3600), append(w, stat.Mean(out.stays, nil))
		lq, l = append(lq, queue), append(l, queue+share)
		busy = append(busy, share)
		stay2, wait1 = append(stay2, beyond(out.stays, 2)), append(wait1, beyond(out.waits, 1))
		slices.Sort(out.stays)
		p95 = append(p95, out.stays[int(math.Ceil(0.95*float64(len(out.stays))))-1])
	}
	expect(t, expectation{"Wq [h]", 0.8, 2 * 0.0186}, wq)
	expect(t, expectation{"W [h]", 1, 2 * 0.015}, w)
	expect(t, expectation{"Lq", 3.2, 2 * 0.0195}, lq)
	expect(t, expectation{"L", 4, 2 * 0.0159}, l)
	expect(t, expectation{"utilisation", 0.8, wide}, busy)
	expect(t, expectation{"P(W > 2 h)", math.Exp(-2), 2 * 0.032}, stay2)
	expect(t, expectation{"P(Wq > 1 h)", 0.8 * math.Exp(-1), 2 * 0.0174}, wait1)
	expect(t, expectation{"95th percentile of W [h]", math.Log(20), wide}, p95)
}

// M/M/c: Pwait = C(c,a), Wq = C(c,a)/(c mu - lambda) (Erlang 1917). The values are computed from the formula apart.
func TestSeveralServersFollowErlangC(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		m                         markov
		pWait, wq, lq, w, pLong   float64 // times in minutes; pLong: wait above 30 min
		hwPWait, hwWq, hwLq, hwPL float64 // as shares
	}{
		{
			markov{6, 15. / 60, 2, 300, 12000},
			0.642857142857, 19.2857142857, 1.92857142857, 34.2857142857, 0.236493926467, 0.0048, 0.022, 0.0228, 0.0182,
		},
		{
			markov{12.8, 15. / 60, 4, 300, 12000},
			0.596432471787, 11.183108846, 2.38572988715, 26.183108846, 0.120417639273, 0.0051, 0.0211, 0.0216, 0.028,
		},
		{
			markov{27, 20. / 60, 10, 300, 12000},
			0.668731524108, 13.3746304822, 6.01858371697, 33.3746304822, 0.14921417207, 0.0058, 0.0282, 0.0286, 0.0374,
		},
	} {
		t.Run(fmt.Sprintf("%d servers", row.m.servers), func(t *testing.T) {
			t.Parallel()
			var pWait, wq, lq, w, pLong []float64
			for r := range replications(t) {
				out := row.m.run(r)
				queue, _ := out.books.MeanQueue()
				wait, _ := out.books.MeanWait()
				pWait, wq = append(pWait, beyond(out.waits, 0)), append(wq, wait/60)
				lq, w = append(lq, queue), append(w, 60*stat.Mean(out.stays, nil))
				pLong = append(pLong, beyond(out.waits, 0.5))
			}
			expect(t, expectation{"P(wait)", row.pWait, 2 * row.hwPWait}, pWait)
			expect(t, expectation{"Wq [min]", row.wq, 2 * row.hwWq}, wq)
			expect(t, expectation{"Lq", row.lq, 2 * row.hwLq}, lq)
			expect(t, expectation{"W [min]", row.w, wide}, w)
			expect(t, expectation{"P(Wq > 30 min)", row.pLong, 2 * row.hwPL}, pLong)
		})
	}
}

// Exponential stages of 6/h, a first stage that always has a next customer, blocking after service: 2/3, 22/39 and, with
// two places between two stages, 4/5 of 6/h (Hunt 1956; exact solution of the Markov chain).
func TestALineWithoutRoomFollowsHunt(t *testing.T) {
	t.Parallel()
	warmUp, length := 200.0, window(8000) // [h]
	for _, line := range []struct {
		name    string
		buffers []int
		perHour float64
		hw      float64
	}{
		{"two stages, no room", []int{0}, 4, 2 * 0.002},
		{"three stages, no room", []int{0, 0}, 44. / 13, 2 * 0.002},
		{"two stages, two places", []int{2}, 24. / 5, 2 * 0.0021},
	} {
		t.Run(line.name, func(t *testing.T) {
			t.Parallel()
			var perHour []float64
			for r := range replications(t) {
				luck := rand.New(rand.NewPCG(theorySeed, uint64(r)))
				c := newChain(line.buffers...)
				c.service = func(who int32, stage int) sim.Time {
					if stage == 0 {
						c.stations[0].Join(who+1, c.cal.Now())
					}
					return hours(luck.ExpFloat64() / 6)
				}
				c.join(0, 0, 0)
				last := c.stations[len(line.buffers)]
				c.run(hours(warmUp))
				last.Mark(hours(warmUp))
				c.run(hours(warmUp + length))
				perHour = append(perHour, float64(last.Books(hours(warmUp+length)).Left)/length)
			}
			expect(t, expectation{"throughput [1/h]", line.perHour, line.hw}, perHour)
		})
	}
}
