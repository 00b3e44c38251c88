package journey_test

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// hauls is what the second bookkeeper knows where loads and trucks are apart.
type hauls struct {
	loads map[name]cargo
	away  map[string][]visit // by haulier: trucks from setting out for a load until they are free again
	late  map[string][]visit // loads that wait for a truck
	waits map[string][]sim.Time
	down  map[string][]visit
	cost  map[string]int64
	moved map[string]float64
	done  map[string]int // loads carried within the window

	gathered, full, parts, places int
	partWait                      []sim.Time
	transfers                     []sim.Time
}

// cargo is a load wherever it is.
type cargo struct {
	since   sim.Time
	tonnes  float64
	parts   []sim.Time
	counted bool
}

func newHauls() hauls {
	return hauls{
		loads: make(map[name]cargo), away: make(map[string][]visit), late: make(map[string][]visit), waits: make(map[string][]sim.Time),
		down: make(map[string][]visit), cost: make(map[string]int64), moved: make(map[string]float64), done: make(map[string]int),
	}
}

// hear follows loads from truck to truck.
func (r *recount) hear(f journey.Fact) {
	if f.Kind != journey.HappeningFact || !r.isApart(f.Flow) {
		return
	}
	who := name{f.Flow, f.Truck}
	c, known := r.hauls.loads[who]
	switch f.Happening {
	case journey.PartReady:
		c.parts = append(c.parts, f.From)
		c.counted = f.To >= r.setup.Horizon.WarmUp
		c.tonnes = float64(len(c.parts)) * r.partOf(r.flow(f.Flow))
	case journey.Ready, journey.LoadFetched:
		if known {
			return
		}
		c = cargo{since: f.From, tonnes: r.flow(f.Flow).Payload, counted: f.From >= r.setup.Horizon.WarmUp}
	case journey.PassedOn:
		next, _ := r.setup.Corridor.Follower(f.Flow)
		follower := r.setup.Corridor.Flows[next]
		if follower.Gather != nil {
			return
		}
		who = name{follower.Name, f.Truck}
	default:
		return
	}
	r.hauls.loads[who] = c
}

// isApart says whether the loads and trucks of a flow are.
func (r *recount) isApart(flow string) bool {
	for i := range r.setup.Corridor.Flows {
		if f := &r.setup.Corridor.Flows[i]; f.Name == flow {
			_, followed := r.setup.Corridor.Follower(flow)
			return followed || f.Haulier != "" || f.Gather != nil || f.Arrivals.After != nil
		}
	}
	return false
}

// partOf a load that is put together [t].
func (r *recount) partOf(f *corridors.Flow) float64 {
	if f.Arrivals.After == nil {
		return f.Gather.Part
	}
	for f.Arrivals.After != nil {
		f = r.flow(f.Arrivals.After.Flow)
	}
	return f.Payload
}

// loadsOn is how many loads a truck delivers: parts are loads.
func (r *recount) loadsOn(f journey.Fact) int {
	if c := r.hauls.loads[name{f.Flow, f.Truck}]; f.Trip == corridors.Out && c.parts != nil {
		return len(c.parts)
	}
	return 1
}

// doorsOf are the times from door to door of what is delivered.
func (r *recount) doorsOf(f journey.Fact, ready sim.Time) []sim.Time {
	c, apart := r.hauls.loads[name{f.Flow, f.Truck}]
	switch {
	case !apart:
		return []sim.Time{f.From - ready}
	case c.parts == nil:
		return []sim.Time{f.From - c.since}
	}
	var out []sim.Time
	for _, since := range c.parts {
		out = append(out, f.From-since)
	}
	return out
}

// haul books the life of a truck as its haulier sees it.
func (r *recount) haul(l *life) {
	h := r.setup.Horizon
	set, left := l.facts[0].From, l.facts[len(l.facts)-1].From
	for _, f := range l.facts {
		if f.Kind == journey.TimeFact && f.Activity == journey.LoadWait && f.Stage == "load" {
			set = f.To
		}
	}
	if set < h.End() && left > h.End() { // what is sent incomplete sets out at the very end
		r.insideAtEnd++
	}
	if !r.isApart(l.flow) {
		return
	}
	of, haulier := r.flow(l.flow), r.flow(l.flow).Haulier
	counted := r.counts(l)
	var wait, repair sim.Time = 0, -1
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.TimeFact && f.Activity == journey.TruckWait:
			wait += f.To - f.From
		case f.Kind == journey.TimeFact && f.Stage == "repair" && repair < 0:
			repair = f.From
		case f.Kind == journey.MoneyFact && counted:
			r.hauls.cost[haulier] += f.Micro
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.LoadFetched:
			r.hauls.late[haulier] = append(r.hauls.late[haulier], visit{joined: f.From, admitted: f.To})
			if counted {
				r.hauls.waits[haulier] = append(r.hauls.waits[haulier], f.To-f.From)
			}
		case f.Happening == journey.Delivered || f.Happening == journey.PassedOn:
			if f.From > h.WarmUp && f.From <= h.End() {
				r.hauls.done[haulier]++
			}
			if f.Happening == journey.Delivered && counted {
				r.hauls.moved[haulier] += r.payload(f, l.carried)
			}
			next, followed := r.setup.Corridor.Follower(l.flow)
			if f.Happening == journey.PassedOn && followed && r.setup.Corridor.Flows[next].Arrivals.After.Direct && counted {
				r.hauls.transfers = append(r.hauls.transfers, 0)
			}
		}
	}
	if n := len(r.hauls.transfers); wait > 0 && counted {
		r.hauls.transfers[n-1] += wait
	}
	if haulier != "" {
		r.hauls.away[haulier] = append(r.hauls.away[haulier], visit{joined: set, admitted: left})
		if repair >= 0 {
			r.hauls.down[haulier] = append(r.hauls.down[haulier], visit{joined: repair, admitted: left})
		}
	}
	if of.Gather != nil && counted {
		r.together(l, of.Gather)
	}
}

// together books how a load was put together.
func (r *recount) together(l *life, rules *corridors.Consolidation) {
	n := 0
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.PartReady {
			r.hauls.partWait = append(r.hauls.partWait, f.To-f.From)
			n++
		}
	}
	r.hauls.gathered++
	r.hauls.parts += n
	r.hauls.places += rules.Parts
	if n == rules.Parts {
		r.hauls.full++
	}
}

// haulValues are the measures of hauliers, and of what is put together or taken over.
func (r *recount) haulValues(put putter) {
	h := r.setup.Horizon
	put("inside_end_trucks", float64(r.insideAtEnd), true)
	share := func(k, n int) float64 { return float64(k) / float64(n) }
	put("consolidation_wait_h", mean(total(r.hauls.partWait), len(r.hauls.partWait)), len(r.hauls.partWait) > 0)
	put("full_trucks_share", share(r.hauls.full, r.hauls.gathered), r.hauls.gathered > 0)
	put("load_factor_share", share(r.hauls.parts, r.hauls.places), r.hauls.gathered > 0)
	put("transfer_wait_h", mean(total(r.hauls.transfers), len(r.hauls.transfers)), len(r.hauls.transfers) > 0)
	area := func(of []visit) (sum sim.Time) {
		for _, v := range of {
			sum += opening{{h.WarmUp, h.End()}}.overlap(v.joined, v.admitted)
		}
		return sum
	}
	length := float64(h.Length)
	for _, f := range r.setup.Corridor.Hauliers {
		name := func(measure string) string { return journey.FleetMeasure(f.Name, measure) }
		away := float64(area(r.hauls.away[f.Name]))
		put(name("utilisation_share"), away/length/float64(f.Trucks), true)
		put(name("idle_trucks"), float64(f.Trucks)-away/length, true)
		put(name("waiting_loads"), float64(area(r.hauls.late[f.Name]))/length, true)
		put(name("load_wait_h"), mean(total(r.hauls.waits[f.Name]), len(r.hauls.waits[f.Name])), len(r.hauls.waits[f.Name]) > 0)
		put(name("loads_per_truck_week"), float64(r.hauls.done[f.Name])/float64(f.Trucks)/(hours(h.Length)/168), true)
		put(name("cost_per_tonne_usd"), float64(r.hauls.cost[f.Name])/1e6/r.hauls.moved[f.Name], r.hauls.cost[f.Name] > 0 && r.hauls.moved[f.Name] > 0)
		down := float64(area(r.hauls.down[f.Name])) / length
		put(name("repair_trucks"), down, f.Repairs != nil)
		put(name("available_share"), 1-down/float64(f.Trucks), f.Repairs != nil)
	}
}

// post by name; a place that has stations is written as one.
func (r *recount) post(name string) *corridors.Post {
	for post := range r.setup.Corridor.Posts() {
		if post.Name == name {
			return post
		}
	}
	return r.place(name)
}

// place that has stations of its own, written as a post.
func (r *recount) place(name string) *corridors.Post {
	c := r.setup.Corridor
	i := slices.IndexFunc(c.Places, func(p corridors.Place) bool { return p.Name == name })
	if i < 0 {
		r.t.Fatalf("no post %s", name)
	}
	post := &corridors.Post{Name: name, Country: c.Places[i].Country, Hours: c.Places[i].Hours, Stations: c.Places[i].Stations}
	for _, h := range c.Hauliers {
		if h.Home == name && h.Repairs != nil {
			always := corridors.Hours{}
			post.Stations = append(slices.Clone(post.Stations), corridors.Station{Name: "bays of " + h.Name, Servers: h.Repairs.Bays, Hours: &always})
		}
	}
	return post
}

// atBase says whether a fact is about a station of a place.
func atBase(f journey.Fact) bool {
	return f.Stage == "loading" || f.Stage == "unloading" || f.Stage == "repair"
}

// placeStations maps what trucks do at places to the stations where they do it, as far as a log tells.
func placeStations(c *corridors.Corridor, out map[stageAt]stationAt) {
	unclear := make(map[stageAt]bool)
	note := func(place, stage, station string) {
		at := stageAt{place, stage}
		if have, there := out[at]; there && have.station != station {
			unclear[at] = true
		}
		out[at] = stationAt{place, station}
	}
	for i := range c.Flows {
		f := &c.Flows[i]
		if f.LoadAt != "" {
			note(f.From, "loading", f.LoadAt)
			note(f.From, "unloading", f.LoadAt)
		}
		if f.UnloadAt != "" {
			note(f.To, "unloading", f.UnloadAt)
			note(f.To, "loading", f.UnloadAt)
		}
	}
	for _, h := range c.Hauliers {
		if h.Repairs != nil {
			note(h.Home, "repair", "bays of "+h.Name)
		}
	}
	for at := range unclear {
		for other, station := range out {
			if station.post == at.post {
				delete(out, other)
			}
		}
	}
}

// withoutShuttles is the life of a truck between its load and the end of its trips: how a haulier's truck comes
// there from its base, and back, it has no choice of.
func (l *life) withoutShuttles() *life {
	out := life{flow: l.flow, truck: l.truck}
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.LoadFetched {
			out.facts = nil
		}
		if f.Kind == journey.HappeningFact && f.Happening == journey.ToBase {
			break
		}
		out.facts = append(out.facts, f)
	}
	return &out
}
