package journey_test

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// reallot is what the second bookkeeper hears of permits and quotas, in the order of the log.
type reallot struct {
	permits map[string][]holding // by permit
	holds   map[name]int         // place in permits of who has one
	quotas  map[string][]turn    // by quota
	usedUp  map[name]sim.Time    // of who waits for a quota: since when
	turned  map[string]int       // within the window
}

// holding is one truck with its permit: when it asked for it, got it and gave it back.
type holding struct {
	asked, taken, back sim.Time
	who                name
	counted            bool
}

// turn is a truck that began its crossing as one of a quota, and since when it had waited.
type turn struct {
	came, begun sim.Time
	who         name
	counted     bool
}

func newReallot() reallot {
	return reallot{
		permits: make(map[string][]holding), holds: make(map[name]int), quotas: make(map[string][]turn), usedUp: make(map[name]sim.Time), turned: make(map[string]int),
	}
}

// allot takes from the life of a truck what it had to wait for before it could go, and holds it against what it needs.
func (r *recount) allot(l *life) {
	a, who := &r.allots, name{l.flow, l.truck}
	waited, took := sim.Time(0), 0
	own := strings.TrimSuffix(l.flow, " (backlog)")
	needs := r.setup.Corridor.PermitOf(own)
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.TimeFact && f.Activity == journey.PermitWait:
			waited += f.To - f.From
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.PermitTaken:
			took++
			if needs < 0 || r.setup.Corridor.Permits[needs].Name != f.Stage {
				r.t.Fatalf("%v has the wrong permit %s", who, f.Stage)
			}
			a.permits[f.Stage] = append(a.permits[f.Stage], holding{f.From - waited, f.From, l.facts[len(l.facts)-1].From, who, r.counts(l)})
		case f.Happening == journey.QuotaUsedUp:
			a.usedUp[who] = f.From
			if h := r.setup.Horizon; h.WarmUp < f.From && f.From <= h.End() {
				a.turned[f.Stage]++
			}
		case f.Happening == journey.QuotaCounted:
			came, waited := a.usedUp[who]
			if !waited {
				came = f.From
			}
			delete(a.usedUp, who)
			a.quotas[f.Stage] = append(a.quotas[f.Stage], turn{came, f.From, who, r.counts(l)})
		}
	}
	assert.Equal(r.t, needs >= 0, took == 1, "%v takes the permit that it needs, once", who)
	assert.Equal(r.t, r.quotasOf(l), countOf(l, journey.QuotaCounted), "%v counts to every quota on its way", who)
}

// quotasOf is how many quotas the crossings of a truck count to.
func (r *recount) quotasOf(l *life) (n int) {
	crossings, away, _ := l.crossings()
	for _, c := range append(crossings, away...) {
		pair := r.pair(c.first)
		if c.loaded && r.setup.Corridor.QuotaAt(pair.Name, pair.Partner(c.first).Country, strings.TrimSuffix(c.flow, " (backlog)")) >= 0 {
			n++
		}
	}
	return n
}

func countOf(l *life, h journey.Happening) (n int) {
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == h {
			n++
		}
	}
	return n
}

// allotValues are the measures of permits and quotas; it holds who got them against the rules, too.
func (r *recount) allotValues(put putter) {
	a, h := &r.allots, r.setup.Horizon
	var all []sim.Time
	for _, p := range r.setup.Corridor.Permits {
		var waits []sim.Time
		inUse := sim.Time(0)
		for _, one := range a.permits[p.Name] {
			if one.counted {
				waits = append(waits, one.taken-one.asked)
			}
			inUse += r.within(one.taken, one.back)
		}
		r.holdPermit(&p, a.permits[p.Name])
		all = append(all, waits...)
		put(journey.PermitMeasure(p.Name, "wait_h"), mean(total(waits), len(waits)), len(waits) > 0)
		put(journey.PermitMeasure(p.Name, "in_use_trucks"), hours(inUse)/hours(h.Length), true)
		put(journey.PermitMeasure(p.Name, "in_use_share"), hours(inUse)/hours(h.Length)/float64(p.Count), true)
	}
	put("permit_wait_h", mean(total(all), len(all)), len(all) > 0)
	all = nil
	for i := range r.setup.Corridor.Quotas {
		q := &r.setup.Corridor.Quotas[i]
		var waits []sim.Time
		for _, one := range a.quotas[q.Name] {
			if one.counted {
				waits = append(waits, one.begun-one.came)
			}
		}
		r.holdQuota(q, a.quotas[q.Name])
		all = append(all, waits...)
		put(journey.QuotaMeasure(q.Name, "wait_h"), mean(total(waits), len(waits)), len(waits) > 0)
		put(journey.QuotaMeasure(q.Name, "turned_trucks_per_day"), float64(a.turned[q.Name])/(hours(h.Length)/24), true)
	}
	put("quota_wait_h", mean(total(all), len(all)), len(all) > 0)
}

// holdPermit checks that no more trucks are under way than have permits, that nobody waits while there is one, and that
// who asks first has it first.
func (r *recount) holdPermit(p *corridors.Permit, list []holding) {
	type change struct {
		at            sim.Time
		held, waiting int
	}
	var changes []change
	for _, one := range list {
		changes = append(changes, change{one.asked, 0, 1}, change{one.taken, 1, -1}, change{one.back, -1, 0})
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	held, waiting := 0, 0
	for i, c := range changes {
		held, waiting = held+c.held, waiting+c.waiting
		if i+1 == len(changes) || changes[i+1].at == c.at {
			continue // only what lasts counts
		}
		assert.LessOrEqual(r.t, held, p.Count, "permits %s at %v", p.Name, c.at)
		assert.True(r.t, waiting == 0 || held == p.Count, "%d wait at %v while a permit %s is free", waiting, c.at, p.Name)
	}
	slices.SortFunc(list, func(a, b holding) int { return cmp.Or(cmp.Compare(a.taken, b.taken), cmp.Compare(a.asked, b.asked)) })
	assert.True(r.t, slices.IsSortedFunc(list, func(a, b holding) int { return cmp.Compare(a.asked, b.asked) }), "permits %s in the order of asking", p.Name)
}

// holdQuota checks that no more trucks begin on a day than may, that nobody waits on a day on which one more may, and
// that who comes first begins first.
func (r *recount) holdQuota(q *corridors.Quota, list []turn) {
	ahead := sim.Time(0)
	for _, pair := range r.setup.Corridor.Gates {
		if pair.Name == q.Gate {
			exit := pair.Posts[0]
			if exit.Country == q.Into {
				exit = pair.Posts[1]
			}
			ahead = sim.Time(r.landOf(exit.Country).Ahead) * sim.Second
		}
	}
	dayOf := func(t sim.Time) int { return int(math.Floor(hours(t+ahead) / 24)) }
	may := func(day int) int {
		return int(math.Floor(float64(day+1)*q.PerDay+1e-6) - math.Floor(float64(day)*q.PerDay+1e-6))
	}
	begun := make(map[int]int)
	for _, one := range list {
		begun[dayOf(one.begun)]++
	}
	for day, n := range begun {
		assert.LessOrEqual(r.t, n, may(day), "quota %s on day %d", q.Name, day)
	}
	for _, one := range list {
		if one.begun > one.came {
			assert.Zero(r.t, (one.begun+ahead)%sim.Day, "%v begins as the day does", one.who)
		}
		for day := dayOf(one.came); day < dayOf(one.begun); day++ {
			assert.Equal(r.t, may(day), begun[day], "%v waits on day %d", one.who, day)
		}
	}
	slices.SortFunc(list, func(a, b turn) int { return cmp.Or(cmp.Compare(a.begun, b.begun), cmp.Compare(a.came, b.came)) })
	assert.True(r.t, slices.IsSortedFunc(list, func(a, b turn) int { return cmp.Compare(a.came, b.came) }), "quota %s in the order of coming", q.Name)
}

// landOf is a country by its code.
func (r *recount) landOf(code string) *corridors.Country {
	for i := range r.setup.Corridor.Countries {
		if r.setup.Corridor.Countries[i].Code == code {
			return &r.setup.Corridor.Countries[i]
		}
	}
	r.t.Fatalf("no country %s", code)
	return nil
}

// pair that a post belongs to.
func (r *recount) pair(post string) *corridors.GatePair {
	for i, pair := range r.setup.Corridor.Gates {
		if pair.Posts[0].Name == post || pair.Posts[1].Name == post {
			return &r.setup.Corridor.Gates[i]
		}
	}
	r.t.Fatalf("no gate of %s", post)
	return nil
}

// limits lets some flows need permits and some gates have quotas. Trucks that take loads over from others need none:
// they could wait for the permits of those that wait for them.
func (a anything) limits(c *corridors.Corridor) {
	count := 0
	for i := range c.Flows {
		f := &c.Flows[i]
		next, followed := c.Follower(f.Name)
		direct := f.Arrivals.After != nil && f.Arrivals.After.Direct || followed && c.Flows[next].Arrivals.After.Direct
		if direct || f.Traffic == corridors.Others || rapid.IntRange(0, 3).Draw(a.T, "permit") > 0 {
			continue
		}
		if count == 0 || a.yes("another permit") {
			count++
			c.Permits = append(c.Permits, corridors.Permit{Name: "permit " + f.Name, Count: rapid.IntRange(1, 6).Draw(a.T, "permits")})
		}
		p := &c.Permits[count-1]
		p.Flows = append(p.Flows, f.Name)
	}
	for _, pair := range c.Gates {
		for _, into := range pair.Posts {
			if rapid.IntRange(0, 3).Draw(a.T, "quota") > 0 {
				continue
			}
			q := corridors.Quota{Name: "quota of " + into.Name, Gate: pair.Name, Into: into.Country, PerDay: float64(rapid.IntRange(2, 80).Draw(a.T, "half trucks a day")) / 2}
			if a.yes("quota of some") {
				q.Flows = []string{rapid.SampledFrom(c.Flows).Draw(a.T, "flow of quota").Name}
			}
			c.Quotas = append(c.Quotas, q)
		}
	}
}

// waitsForQuota says whether a truck waits for the quota that the next line of its plan is about.
func (t *onPath) waitsForQuota(f journey.Fact) bool {
	return t.plan != nil && slices.ContainsFunc(t.plan.Lines[t.next:], func(l journey.PlanLine) bool {
		return l.Does == journey.CountsIn && l.Name == f.Stage
	})
}
