package indicators

import (
	"strings"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// TCD is the time/cost–distance chart of the trucks of a flow that go one way: points from the origin on. On the
// way home x counts back to the origin, so that both are read on one page.
type TCD struct {
	Flow   string
	Trip   string // out or home
	Load   string
	Way    string // the places and gates of the way
	Trucks int    // of all observed replications
	Points []Point
}

// The steps of a chart: a leg slopes, all others are vertical.
const (
	StartStep      = "start"
	LegStep        = "leg"
	ClosedStep     = "closed"     // waits for opening
	QueueStep      = "queue"      // waits while open, being held up
	ProcessingStep = "processing" // service, and the drive between posts
	HandlingStep   = "handling"
)

// Point is a point of the chart: what has passed and been paid when the step has been taken. Cost is
// entered with the last step of each post.
type Point struct {
	Km    float64 // from the origin of the flow
	Place string  // where the step is; of a leg, where it begins as the log names it
	Name  string  // of the road or gate pair
	Step  string
	Time  Summary // [h]
	Cost  Summary // [USD]
}

// wayKey are the trucks of a chart.
type wayKey struct {
	flow string
	part Part
	load string
	way  string
}

// stepBook is one point of a way in one replication.
type stepBook struct {
	km                float64 // travelled
	place, name, step string
	time, cost        series
}

// wayBook is a way in one replication.
type wayBook struct {
	trucks int
	steps  []stepBook
}

// bookTCD books one trip of a truck.
func (o *Observer) bookTCD(r *Record, part Part) {
	known := &o.flowOf(r).ways[which(part == Home)]
	for i := range *known {
		if w := &(*known)[i]; w.isOf(r, part) {
			w.book.book(r, part)
			return
		}
	}
	k, there := wayOf(r, part)
	if !there {
		return
	}
	w := o.ways[k]
	if w == nil {
		w = &wayBook{}
		o.ways[k] = w
		o.wayKeys = append(o.wayKeys, k)
	}
	*known = append(*known, newKnownWay(r, part, k.load, w))
	w.book(r, part)
}

// wayOf a trip; what cannot be driven has none.
func wayOf(r *Record, part Part) (wayKey, bool) {
	var way strings.Builder
	loaded, km := false, 0.0
	for i := range r.Elements {
		e := &r.Elements[i]
		if e.Part != part {
			continue
		}
		if way.Len() > 0 {
			way.WriteString(" · ")
		}
		way.WriteString(e.onWay())
		km += e.Km
		loaded = loaded || e.Loaded && e.Kind == OnLeg
	}
	return wayKey{r.Flow, part, loadOf(loaded), way.String()}, km > 0
}

// book walks a truck along its way.
func (w *wayBook) book(r *Record, part Part) {
	w.trucks++
	var spent sim.Time
	var paid int64
	km, at := 0.0, 0
	point := func(e *Element, step string, d sim.Time) {
		spent += d
		if at == len(w.steps) {
			w.steps = append(w.steps, stepBook{km: km, place: e.Place, name: e.Name, step: step})
		}
		w.steps[at].time.add(hours(spent))
		w.steps[at].cost.add(usd(paid))
		at++
	}
	for i := range r.Elements {
		e := &r.Elements[i]
		if e.Part != part {
			continue
		}
		if at == 0 {
			point(e, StartStep, 0)
		}
		km += e.Km
		switch e.Kind {
		case OnLeg:
			paid += e.Cost()
			point(e, LegStep, e.Total())
		case AtPost, AtDepot:
			closed := e.By[journey.ClosedWait]
			held := e.By[journey.Queueing] + e.By[journey.Blocked]
			point(e, ClosedStep, closed)
			point(e, QueueStep, held)
			paid += e.Cost()
			point(e, ProcessingStep, e.Total()-closed-held)
		default:
			paid += e.Cost()
			point(e, HandlingStep, e.Total())
		}
	}
}

// wayDigest is a way of a replication when that has ended.
type wayDigest struct {
	trucks     int
	km         []float64
	steps      []stepBook // without their values
	time, cost []digest
}

// close sums a way up.
func (w *wayBook) close() *wayDigest {
	d := &wayDigest{trucks: w.trucks}
	for i := range w.steps {
		s := &w.steps[i]
		d.km = append(d.km, s.km)
		d.steps = append(d.steps, stepBook{place: s.place, name: s.name, step: s.step})
		d.time, d.cost = append(d.time, s.time.digest(aims{})), append(d.cost, s.cost.digest(aims{}))
	}
	return d
}

// tcdRows are the charts over all observed replications.
func tcdRows(e estimator, samples []*Sample) []TCD {
	var keys []wayKey
	seen := make(map[wayKey][]*wayDigest)
	for _, s := range samples {
		for _, k := range s.wayKeys {
			if seen[k] == nil {
				keys = append(keys, k)
			}
			seen[k] = append(seen[k], s.ways[k])
		}
	}
	var out []TCD
	for _, k := range keys {
		all := seen[k]
		chart := TCD{Flow: k.flow, Trip: string(k.part), Load: k.load, Way: k.way}
		for _, d := range all {
			chart.Trucks += d.trucks
		}
		length := all[0].km[len(all[0].km)-1]
		for i, s := range all[0].steps {
			km := all[0].km[i]
			if k.part == Home {
				km = length - km
			}
			chart.Points = append(chart.Points, Point{
				Km: km, Place: s.place, Name: s.name, Step: s.step,
				Time: summaryOfSteps(e, all, func(d *wayDigest) digest { return d.time[i] }),
				Cost: summaryOfSteps(e, all, func(d *wayDigest) digest { return d.cost[i] }),
			})
		}
		out = append(out, chart)
	}
	return out
}

// summaryOfSteps of one point.
func summaryOfSteps(e estimator, all []*wayDigest, of func(*wayDigest) digest) Summary {
	list := make([]digests[int], len(all))
	for i, d := range all {
		list[i] = digests[int]{of: map[int]digest{0: of(d)}}
	}
	return summary(e, list, 0)
}
