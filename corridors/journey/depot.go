package journey

import (
	"slices"

	"hanhlang/corridors"
)

// depot is one as the run sees it.
type depot struct {
	name    string
	place   int
	storage corridors.Storage
	vessels []int // that call there
}

// addDepots numbers the stations and stage rows of all depots, behind those of the posts: their rows are no
// part of border time.
func (b *builder) addDepots() {
	b.borderRows = len(b.rows)
	for i := range b.setup.Corridor.Depots {
		d := &b.setup.Corridor.Depots[i]
		at := b.index[d.Name]
		b.depots = append(b.depots, depot{name: d.Name, place: at, storage: d.Storage})
		b.addVessels(d, i)
		b.addYards(&d.Post, at)
		for k := range d.Stations {
			b.addStation(&d.Post, &d.Stations[k], "")
		}
		for _, s := range d.Stages {
			b.addRow(at, s.Name, s.Owner)
		}
		for _, name := range []string{loadingStep, unloadingStep} {
			b.addRow(at, name, operator)
		}
		b.addGatePost(&d.Post, at)
	}
}

// depotAt gives the depot at a place.
func (b *builder) depotAt(place int) (index int, found bool) {
	index = slices.IndexFunc(b.depots, func(d depot) bool { return d.place == place })
	return index, index >= 0
}

// visit adds what a truck does at the depot where it is: the stages for its purpose, and within them what it
// came for.
func (p *planner) visit(depot int, purpose corridors.Purpose, within func()) {
	d := &p.setup.Corridor.Depots[depot]
	toward := p.toward(d, purpose)
	prefix := d.Name + "/" + string(purpose)
	p.add(step{kind: stepEnter, name: d.Name, of: int32(len(p.approaches))})
	a := p.approach(&d.Post, toward, prefix)
	a.load, a.depot = p.load, depot // sealed only when it leaves
	if purpose != corridors.Clearance {
		a.load = corridors.Empty // nothing is cleared
	}
	p.approaches = append(p.approaches, a)
	who := traveller{traffic: p.flow.Traffic, trip: p.trip, cargo: p.cargo, direction: toward, flow: p.named()}
	p.together(p.dutiesAt(d, purpose, toward), func(d *duty) {
		if applies(d.asks.When, who) {
			p.duty(d, who)
		}
	})
	within()
	p.leaveYard(passes{}, 0)
	p.add(step{kind: stepDepart, name: d.Name, of: int32(depot)})
	p.inYard = false
}

// toward is the direction in which goods pass a depot: out of its country or into it.
func (p *planner) toward(d *corridors.Depot, purpose corridors.Purpose) corridors.Direction {
	start := p.flow.From
	if p.trip == corridors.Home {
		start = p.flow.To
	}
	leaves := p.routes.country(start) == d.Country
	if purpose == corridors.Loading || purpose == corridors.Clearance && leaves {
		return corridors.Exit
	}
	return corridors.Entry
}

// dutiesAt are the stages of a depot for a purpose.
func (b *builder) dutiesAt(d *corridors.Depot, purpose corridors.Purpose, toward corridors.Direction) []duty {
	at, prefix := b.index[d.Name], d.Name+"/"+string(purpose)
	var out []duty
	for i := range d.Stages {
		s := &d.Stages[i]
		papers := len(s.When.Channel) > 0 || len(s.When.Declaration) > 0
		if !s.When.For(purpose) || !admits(s.When.Direction, toward) || papers && purpose != corridors.Clearance {
			continue
		}
		one := duty{
			asks: s, does: s, prefix: prefix, service: s.Service, luck: prefix + "/" + s.Name,
			row: b.stages[at][s.Name], station: none, line: chargeOf(d.Kind, s.Owner),
		}
		if s.Station != "" {
			index, found := b.stations[at][s.Station]
			if !found {
				b.fail("stage %s: no station %s", one.luck, s.Station)
			}
			one.station = index
		}
		out = append(out, one)
	}
	return out
}

// chargeOf is the cost line of what a stage of a depot charges.
func chargeOf(kind corridors.PlaceKind, owner corridors.Owner) Line {
	switch {
	case owner != operator:
		return Fees
	case kind == corridors.Port:
		return PortCharges
	}
	return Lifts
}

// enterDepot settles what a depot asks of a truck that has come to it.
func (w *World) enterDepot(id int32, t *truck, s *step) {
	a := &w.model.approaches[s.of]
	w.release(t)
	t.depot, t.rows = true, t.counted && t.cargo && t.plan.loaded
	w.visits[id] = w.now
	t.papers = noPapers
	if a.load == corridors.Loaded && t.cargo {
		t.papers = w.drawPapers(t, a)
	}
	w.happen(t, AtDepot)
	w.charge(t, Declarations, s.place, a.lodged())
}

// leaveDepot charges the stay of a truck and lets it go on.
func (w *World) leaveDepot(id int32, t *truck, s *step) {
	w.release(t)
	d := &w.model.depots[s.of]
	stay := w.now - w.visits[id]
	w.charge(t, Storage, s.place, d.storage.For(stay.Seconds()))
	w.settle(t, s.place)
	w.noteVisit(t, s.of, stay)
	w.noteBehind(t, s.place)
	w.happen(t, LeftDepot)
	t.depot, t.rows = false, false
	w.quitLoad(t)
	t.papers = noPapers
}
