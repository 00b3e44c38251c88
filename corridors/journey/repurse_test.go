package journey_test

import (
	"maps"
	"math"
	"strings"

	"github.com/stretchr/testify/assert"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// purses is what the second bookkeeper knows of money, fuel and goods beside the sums of lines.
type purses struct {
	loads    map[string][2]loadBook // by flow, of trucks that count
	alone    int64                  // of trips that carried nothing
	tkm      float64
	litres   map[bool]float64 // by loaded
	idle     sim.Time
	bills    map[journey.Bill]int64
	lost     [2]int64
	boarding sim.Time
	delivers int
}

type loadBook struct{ n, micro int64 }

func newPurses() purses {
	return purses{loads: make(map[string][2]loadBook), litres: make(map[bool]float64), bills: make(map[journey.Bill]int64)}
}

// tariffs adds what declarations and transfers cost a truck [micro-USD].
func (r *recount) tariffs(l *life, want map[journey.Line]float64) {
	for _, f := range l.facts {
		at := f.Kind == journey.HappeningFact && (f.Happening == journey.AtPost || f.Happening == journey.AtDepot)
		if at && f.Declared != "" && f.Declared != corridors.Forwarded {
			want[journey.Declarations] += micro(r.post(f.Place).DeclarationFee)
		}
	}
	if after := r.flow(strings.TrimSuffix(l.flow, " (backlog)")).Arrivals.After; after != nil && after.Direct {
		want[journey.Transhipments] += micro(after.Fee)
	}
}

// belongings goes through the life of a truck and says of each fact which load it belongs to: 0 the one out, 1 the one home, or -1
// none. A load is the truck's business from when it sets out with it until it is handed over, or until it leaves the depot where that is.
func (r *recount) belongings(l *life, visit func(f journey.Fact, load int)) {
	given, put, depot := [2]bool{}, [2]bool{}, false
	next, followed := r.setup.Corridor.Follower(l.flow)
	direct := followed && r.setup.Corridor.Flows[next].Arrivals.After.Direct
	for _, f := range l.facts {
		trip := 0
		if f.Trip == corridors.Home {
			trip = 1
		}
		load := -1
		if f.Loaded && !put[trip] {
			load = trip
		}
		switch {
		case f.Kind == journey.TimeFact && f.Activity == journey.LoadWait && given[trip]:
			put[trip], load = true, -1 // it looks for a load while it still has the plan of the way out
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.AtDepot:
			depot = true
		case f.Happening == journey.LeftDepot:
			depot, put[trip] = false, given[trip]
		case f.Happening == journey.Delivered || f.Happening == journey.PassedOn:
			given[trip] = true
			put[trip] = !depot && !(f.Happening == journey.PassedOn && direct)
		}
		visit(f, load)
	}
}

// purse divides what a truck has spent among its loads.
func (r *recount) purse(l *life) {
	var own [2]int64
	var had [2]bool
	var tkm [2]float64
	var shared, all int64
	r.belongings(l, func(f journey.Fact, load int) {
		if load >= 0 {
			had[load] = true
		}
		if f.Kind != journey.MoneyFact {
			return
		}
		all += f.Micro
		if load >= 0 {
			own[load] += f.Micro
		} else {
			shared += f.Micro
		}
		if r.counts(l) {
			r.purses.bills[journey.Bill{Line: f.Line, Place: f.Place, Country: r.countryOf(f.Place), Owner: f.Owner}] += f.Micro
		}
	})
	_, _, drives := l.crossings()
	for _, f := range drives {
		if f.Loaded {
			trip := 0
			if f.Trip == corridors.Home {
				trip = 1
			}
			tkm[trip] += r.payload(f, l.carried) * r.leg(f).Length
		}
	}
	cost := own
	switch {
	case had == [2]bool{true, true}:
		part := 0.5
		if tkm[0]+tkm[1] > 0 {
			part = tkm[0] / (tkm[0] + tkm[1])
		}
		first := int64(math.Floor(part * float64(shared)))
		cost[0], cost[1] = cost[0]+first, cost[1]+shared-first
	case had[0]:
		cost[0] += shared
	case had[1]:
		cost[1] += shared
	}
	alone := all - cost[0] - cost[1]
	assert.Equal(r.t, alone != 0, had == [2]bool{} && all > 0, "what a trip costs, its loads cost")
	if !r.counts(l) {
		return
	}
	r.purses.alone += alone
	r.purses.tkm += tkm[0] + tkm[1]
	b := r.purses.loads[l.flow]
	for i := range cost {
		if had[i] {
			b[i].n++
			b[i].micro += cost[i]
		}
	}
	r.purses.loads[l.flow] = b
}

// countryOf a place.
func (r *recount) countryOf(place string) string {
	for _, p := range r.setup.Corridor.Places {
		if p.Name == place {
			return p.Country
		}
	}
	return r.post(place).Country
}

// fuel books what a truck that counts has burnt.
func (r *recount) fuel(l *life) {
	fleet := &r.setup.Corridor.Fleet
	_, _, drives := l.crossings()
	for _, f := range drives {
		litres := fleet.FuelEmpty
		if f.Loaded {
			litres = fleet.FuelLoaded
		}
		r.purses.litres[f.Loaded] += r.leg(f).Length * litres
	}
	for _, f := range l.facts {
		if f.Kind == journey.TimeFact && (f.Activity == journey.Queueing || f.Activity == journey.Blocked) {
			r.purses.idle += f.To - f.From
		}
	}
}

// goods books what the loads of a truck that counts have lost. When a load for the way home was ready is not in the log: there the
// loss is at least that since the truck took it.
func (r *recount) goods(l *life) {
	var have, want, least [2]int64
	var taken sim.Time
	for _, f := range l.facts {
		switch {
		case f.Kind == journey.GoodsFact:
			have[f.Loss] += f.Micro
			if f.Trip == corridors.Home {
				want[f.Loss] += f.Micro
			}
		case f.Kind != journey.HappeningFact:
		case f.Happening == journey.LoadFound:
			taken = f.From
		case f.Happening == journey.Delivered && f.Trip == corridors.Out:
			doors := r.doorsOf(f, l.loadReady())
			r.purses.delivers += len(doors)
			wait := l.boarding(f)
			r.purses.boarding += wait * sim.Time(len(doors))
			for _, door := range doors {
				lost := r.losses(f, l.carried, door+wait, r.payload(f, l.carried)/float64(len(doors)))
				want[0], want[1] = want[0]+lost[0], want[1]+lost[1]
			}
		case f.Happening == journey.Delivered:
			r.purses.delivers++
			r.purses.boarding += l.boarding(f)
			least = r.losses(f, l.carried, f.From-taken, r.payload(f, l.carried))
		}
	}
	for i := range have {
		assert.Equal(r.t, want[i], have[i], "what goods have lost")
		assert.LessOrEqual(r.t, least[i], have[i], "what goods have lost since they were taken")
		r.purses.lost[i] += have[i]
	}
}

// boarding is how long a load that has been delivered waits for its vessel.
func (l *life) boarding(delivered journey.Fact) sim.Time {
	for _, f := range l.facts {
		if f.Kind == journey.HappeningFact && f.Happening == journey.Shipped && f.Trip == delivered.Trip && f.From == delivered.From {
			return f.To - f.From
		}
	}
	return 0
}

// payload of the load that a fact is about [t].
func (r *recount) payload(f journey.Fact, carried string) float64 {
	if cargo, apart := r.hauls.loads[name{f.Flow, f.Truck}]; apart && f.Trip == corridors.Out {
		return cargo.tonnes
	}
	flow := r.flow(strings.TrimSuffix(f.Flow, " (backlog)"))
	if f.Trip == corridors.Out {
		return flow.Payload
	}
	if carried != "" {
		flow = r.flow(carried)
	}
	return flow.Return.Payload
}

// losses of tonnes in a time [micro-USD]. On the way home they are goods of the flow whose load the truck carries.
func (r *recount) losses(f journey.Fact, carried string, door sim.Time, tonnes float64) (out [2]int64) {
	flow := r.flow(strings.TrimSuffix(f.Flow, " (backlog)"))
	name := flow.Cargo.Commodity
	if f.Trip == corridors.Home && carried != "" {
		flow = r.flow(carried)
	}
	if f.Trip == corridors.Home {
		name = flow.Return.Cargo.Commodity
	}
	c := r.setup.Corridor.Commodity(name)
	if c == nil {
		return out
	}
	days := door.Seconds() / 86400
	for i, perDay := range []float64{c.Loss, c.Spoilage} {
		out[i] = int64(micro(tonnes * c.Worth * math.Min(1, days*perDay)))
	}
	return out
}

// lineValues are the costs of a round trip by line.
func (r *recount) lineValues(put putter) {
	usd := func(of ...journey.Line) float64 {
		var micro int64
		for _, line := range of {
			micro += r.money[line]
		}
		return float64(micro) / 1e6 / float64(r.trips)
	}
	put("cost_fuel_usd", usd(journey.FuelLoaded, journey.FuelEmpty), r.total > 0)
	put("cost_hours_usd", usd(journey.Hours, journey.Driver, journey.TruckCapital), r.total > 0)
	for _, line := range journey.Lines() {
		if line != journey.Hours {
			put("cost_"+line.String()+"_usd", usd(line), r.total > 0)
		}
	}
}

func (r *recount) purseValues(put putter) {
	put("cost_per_tkm_usd", float64(r.total)/1e6/r.purses.tkm, r.total > 0 && r.purses.tkm > 0)
	put("unassigned_cost_share", float64(r.purses.alone)/float64(r.total), r.total > 0)
	perLoad := func(name string, b loadBook) { put(name, float64(b.micro)/1e6/float64(b.n), r.total > 0 && b.n > 0) }
	var all loadBook
	for flow, b := range r.purses.loads {
		perLoad(journey.FlowMeasure(flow, "cost_per_load_out_usd"), b[0])
		perLoad(journey.FlowMeasure(flow, "cost_per_load_home_usd"), b[1])
		all.n, all.micro = all.n+b[0].n+b[1].n, all.micro+b[0].micro+b[1].micro
	}
	perLoad("cost_per_load_usd", all)
	assert.Equal(r.t, r.total, all.micro+r.purses.alone, "what trucks cost, loads cost")
}

func (r *recount) fuelValues(put putter) {
	fleet := &r.setup.Corridor.Fleet
	idling := r.purses.idle.Seconds() * fleet.IdleShare * fleet.FuelIdle
	all := r.purses.litres[true] + r.purses.litres[false] + idling
	trips := float64(r.trips)
	put("litres_per_trip", all/trips, r.trips > 0)
	put("litres_loaded_per_trip", r.purses.litres[true]/trips, r.trips > 0)
	put("litres_empty_per_trip", r.purses.litres[false]/trips, r.trips > 0)
	put("litres_idling_per_trip", idling/trips, r.trips > 0)
	if fleet.CO2e != nil {
		put("co2e_kg_per_trip", all**fleet.CO2e/trips, r.trips > 0)
		put("co2e_g_per_tkm", 1000*all**fleet.CO2e/r.purses.tkm, r.purses.tkm > 0)
	}
}

func (r *recount) goodsValues(put putter) {
	put("goods_time_value_per_tonne_usd", float64(r.purses.lost[0])/1e6/r.tonnes, r.tonnes > 0)
	put("goods_spoilage_per_tonne_usd", float64(r.purses.lost[1])/1e6/r.tonnes, r.tonnes > 0)
	values := r.setup.Corridor.Values
	if values == nil || len(r.doors) == 0 || r.tonnes == 0 {
		return
	}
	quantile := make(map[string]float64)
	r.quantiles("", r.doors, func(name string, value float64, _ bool) { quantile[name] = value })
	late := quantile["p95_h"] - quantile["p50_h"]
	money := float64(r.total+r.purses.lost[0]+r.purses.lost[1]) / 1e6
	time := 3600 * (values.Time*mean(total(r.doors)+r.purses.boarding, len(r.doors)) + values.Reliability*late)
	put("generalised_cost_per_tonne_usd", money/r.tonnes+time*float64(r.purses.delivers)/r.tonnes, true)
}

// holdBills compares what was paid at each place, and to whom.
func (r *recount) holdBills(m *journey.Model, o *journey.Outcome) {
	maps.DeleteFunc(r.purses.bills, func(_ journey.Bill, micro int64) bool { return micro == 0 })
	have := make(map[journey.Bill]int64)
	for _, b := range o.Bills {
		have[m.Bill(b.Bill)] = b.Micro
	}
	assert.Equal(r.t, r.purses.bills, have)
	assert.Equal(r.t, int64(r.trips), o.Trips)
}
