package journey

import (
	"math"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// Waiting for a quota is part of a crossing and of its border time: the truck stands at the gate, which is closed to it
// until the next day begins. So it is booked as such a wait, in a row that bears the name of the quota.

// quota is one as the run sees it.
type quota struct {
	name   string
	perDay float64
	ahead  sim.Time // clock of the first post less that of the run
	row    int
}

// quotaBook is a quota in a run.
type quotaBook struct {
	day     sim.Time // of the run, by the clock of the first post
	left    int      // trucks that may still begin on it
	waiting []int32  // in the order of coming,
	first   int      // of waiting: those before it have gone
	morning sim.Slot // the next day
	wait    mean     // of the trucks that count
	turned  int64    // trucks that found it used up, of the window
}

// addQuotas numbers the quotas with their rows; posts and stations are numbered.
func (b *builder) addQuotas(pair *corridors.GatePair, exit int) {
	post := &pair.Posts[exit]
	for i := range b.setup.Corridor.Quotas {
		q := &b.setup.Corridor.Quotas[i]
		if q.Gate != pair.Name || q.Into != pair.Posts[1-exit].Country {
			continue
		}
		at := b.index[post.Name]
		b.addRow(at, q.Name, customs)
		b.quotas[i] = quota{name: q.Name, perDay: q.PerDay, ahead: b.daysIn(post.Country).ahead, row: b.stages[at][q.Name]}
	}
}

// quota adds that a truck which has come to the first post of a pair counts to the quota of the day.
func (p *planner) quota(pair *corridors.GatePair, entry *corridors.Post) {
	if !p.loaded || p.flow.Traffic == corridors.Others {
		return
	}
	if at := p.setup.Corridor.QuotaAt(pair.Name, entry.Country, p.flowOf(p.number)); at >= 0 {
		p.add(step{kind: stepQuota, name: p.quotas[at].name, of: int32(at), row: p.quotas[at].row})
	}
}

// isQuota says whether a row holds waits for a quota only.
func (m *Model) isQuota(row int) bool {
	for i := range m.quotas {
		if m.quotas[i].row == row {
			return true
		}
	}
	return false
}

// on is how many trucks may begin on a day: whole ones, so that those of all days up to it come to the rate.
func (q *quota) on(day sim.Time) int {
	upTo := func(day sim.Time) float64 { return math.Floor(float64(float64(day)*q.perDay) + wholeTruck) }
	return int(upTo(day+1) - upTo(day))
}

// wholeTruck is how far a number of trucks may be from a whole one by rounding.
const wholeTruck = 1e-6

// startQuotas begins the first day.
func (w *World) startQuotas() {
	for i := range w.quotas {
		q := &w.quotas[i]
		*q = quotaBook{waiting: q.waiting[:0], morning: w.openSlot()}
		q.begin(&w.model.quotas[i], 0)
	}
}

// begin turns to the day of a moment.
func (q *quotaBook) begin(of *quota, now sim.Time) {
	q.day, _ = local(now + of.ahead)
	q.left = of.on(q.day)
}

// countIn lets a truck begin its crossing on the quota of the day; it says false where it must wait for another day.
func (w *World) countIn(id int32, t *truck, s *step) bool {
	q, of := &w.quotas[s.of], &w.model.quotas[s.of]
	if day, _ := local(w.now + of.ahead); day != q.day {
		q.begin(of, w.now)
	}
	t.since = w.now
	if q.left > 0 && q.first == len(q.waiting) {
		w.noteQuota(t, q, s)
		return true
	}
	w.release(t)
	w.happenAs(t, QuotaUsedUp, s.name)
	if w.inWindow {
		q.turned++
	}
	t.become(seeking)
	if q.waiting = append(q.waiting, id); q.first == len(q.waiting)-1 {
		w.awaitMorning(s.of)
	}
	return false
}

// awaitMorning schedules the next day of a quota that somebody waits for.
func (w *World) awaitMorning(at int32) {
	q, of := &w.quotas[at], &w.model.quotas[at]
	w.schedule(q.morning, quotaDay, rankArrival, (q.day+1)*sim.Day-of.ahead, at)
}

// beginDay lets those who wait begin their crossings on the quota of the new day.
func (w *World) beginDay(at int32) {
	q, of := &w.quotas[at], &w.model.quotas[at]
	if day, _ := local(w.now + of.ahead); day != q.day {
		q.begin(of, w.now)
	}
	for q.left > 0 && q.first < len(q.waiting) {
		id := q.waiting[q.first]
		if q.first++; q.first > len(q.waiting)/2 {
			q.waiting, q.first = append(q.waiting[:0], q.waiting[q.first:]...), 0
		}
		t := w.trucks.at(id)
		w.book(t, ClosedWait, t.here, t.since)
		w.noteQuota(t, q, t.here)
		w.walk(id)
	}
	if q.first < len(q.waiting) {
		w.awaitMorning(at)
	}
}

// noteQuota counts a truck.
func (w *World) noteQuota(t *truck, q *quotaBook, s *step) {
	q.left--
	if t.counted {
		q.wait.add(w.now - t.since)
	}
	w.happenAs(t, QuotaCounted, s.name)
}

// QuotaMeasure is the name of a measure of one quota: wait_h or turned_trucks_per_day.
func QuotaMeasure(quota, measure string) string { return "quota." + quota + "." + measure }

// quotaMeasures are there only where there are quotas.
func (b *builder) quotaMeasures() []measure {
	if len(b.quotas) == 0 {
		return nil
	}
	list := []measure{{"quota_wait_h", func(w *World) (float64, bool) {
		var all mean
		for i := range w.quotas {
			all.plus(&w.quotas[i].wait)
		}
		return all.hours()
	}}}
	days := float64(b.setup.Horizon.Length) / float64(sim.Day)
	for i := range b.quotas {
		name := b.quotas[i].name
		list = append(list,
			measure{QuotaMeasure(name, "wait_h"), func(w *World) (float64, bool) { return w.quotas[i].wait.hours() }},
			measure{QuotaMeasure(name, "turned_trucks_per_day"), func(w *World) (float64, bool) { return float64(w.quotas[i].turned) / days, true }},
		)
	}
	return list
}

// quotaLoads hold the trucks that come against the quotas, as against stations that are always open.
func (m *Model) quotaLoads(come []float64) []StationLoad {
	var out []StationLoad
	for i := range m.quotas {
		q := &m.quotas[i]
		if come[i] == 0 {
			continue
		}
		arrive, pass := come[i]*secondsPerHour, q.perDay/hoursPerDay
		out = append(out, StationLoad{Quota: true, Station: q.name, Place: m.rows[q.row].Place, Arrive: arrive, CanPass: pass, Utilisation: arrive / pass})
	}
	return out
}

const hoursPerDay = 24
