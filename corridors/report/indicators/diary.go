package indicators

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// diary is the log that puts the lives of trucks together and hands over each as it ends.
type diary struct {
	atlas  *atlas
	inside map[who]*Record
	spare  []*Record // to be used again
	ends   func(*Record)
	last   *Record // of whom the last fact was
	// charges says whether each sum of money is kept with its place.
	charges bool
}

type who struct {
	flow  string
	truck uint32
}

// Record takes a fact.
func (d *diary) Record(f journey.Fact) {
	r := d.of(&f)
	switch f.Kind {
	case journey.TimeFact:
		d.spend(r, &f)
	case journey.ShadowFact:
		r.current().pass(&f, true)
	case journey.MoneyFact:
		r.pay(&f, d.charges)
	case journey.HappeningFact:
		d.happen(r, &f)
	}
	if f.Kind == journey.HappeningFact && f.Happening == journey.Left {
		r.Left = f.From
		delete(d.inside, who{f.Flow, f.Truck})
		d.ends(r)
		d.last, d.spare = nil, append(d.spare, r)
	}
}

// of whom a fact tells. Facts of one truck often follow one another.
func (d *diary) of(f *journey.Fact) *Record {
	if r := d.last; r != nil && r.Truck == f.Truck && r.Flow == f.Flow {
		return r
	}
	at := who{f.Flow, f.Truck}
	r := d.inside[at]
	if r == nil {
		r = d.fresh()
		r.Flow, r.Truck, r.Ready, r.LoadReady = f.Flow, f.Truck, f.From, f.From
		d.inside[at] = r
	}
	d.last = r
	return r
}

// fresh is an empty record with room from an old one.
func (d *diary) fresh() *Record {
	if last := len(d.spare) - 1; last >= 0 {
		r := d.spare[last]
		d.spare = d.spare[:last]
		*r = Record{Elements: r.Elements[:0], Deliveries: r.Deliveries[:0]}
		return r
	}
	return &Record{}
}

// current is the element that a truck is in.
func (r *Record) current() *Element {
	if len(r.Elements) == 0 {
		return &r.pending
	}
	return &r.Elements[len(r.Elements)-1]
}

// crossing says whether the truck is at a post or depot that it has not left.
func (e *Element) crossing() bool { return (e.Kind == AtPost || e.Kind == AtDepot) && !e.shut }

// begin opens an element; what was said ahead of it joins it.
func (d *diary) begin(r *Record, f *journey.Fact, kind Kind) *Element {
	part := Out
	switch {
	case f.Trip == corridors.Home:
		part = Home
	case len(r.Deliveries) > 0 || r.passed:
		part = Turn
	}
	n := len(r.Elements)
	if n < cap(r.Elements) {
		r.Elements = r.Elements[:n+1]
	} else {
		r.Elements = append(r.Elements, Element{})
	}
	e := &r.Elements[n]
	*e = Element{
		Kind: kind, Part: part, Loaded: f.Loaded && part != Turn, Place: f.Place, Country: d.atlas.country[f.Place], From: f.From, To: f.From,
		Channel: f.Channel, Declared: f.Declared, Stages: e.Stages[:0], charge: e.charge[:0],
		Keying: r.pending.Keying, Keyed: r.pending.Keyed, Money: r.pending.Money,
	}
	if e.Loaded {
		e.Tonnes = d.payload(r, f.Trip)
	}
	e.charge = append(e.charge, r.pending.charge...)
	r.pending = Element{charge: r.pending.charge[:0]}
	return e
}

// payload of a truck on a trip: on the way out that of its load, which may be in parts or have come with another truck.
func (d *diary) payload(r *Record, trip corridors.Trip) float64 {
	if trip == corridors.Out && r.load != nil {
		return r.load.Tonnes
	}
	if trip == corridors.Home && r.carried != "" {
		return d.atlas.payload(r.carried, trip)
	}
	return d.atlas.payload(r.Flow, trip)
}

// spend books a stretch of time, in a new element where it does not belong to the one under way.
func (d *diary) spend(r *Record, f *journey.Fact) {
	e := r.current()
	if !e.crossing() && !e.goesOn(f) {
		e = d.begin(r, f, kindOf(f))
		e.Name, e.Km = f.Stage, f.Km
		if f.Country != "" {
			e.Country = f.Country
		}
	}
	e.add(f)
	e.To = f.To
	if e.crossing() {
		e.pass(f, false)
	}
}

// kindOf a stretch outside posts and depots.
func kindOf(f *journey.Fact) Kind {
	switch {
	case f.Activity == journey.LoadWait || f.Activity == journey.TruckWait:
		return Waiting
	case f.Activity == journey.PermitWait:
		return Permit
	case f.Km > 0:
		return OnLeg
	}
	return Handling
}

// goesOn says whether a stretch belongs to the leg or stay under way.
func (e *Element) goesOn(f *journey.Fact) bool {
	return !e.shut && e.Kind == kindOf(f) && e.Name == f.Stage && e.Place == f.Place && (e.Part == Home) == (f.Trip == corridors.Home)
}

// pass books a stretch of a stage.
func (e *Element) pass(f *journey.Fact, shadow bool) {
	var s *Stage
	for i := range e.Stages {
		if one := &e.Stages[i]; one.Name == f.Stage && one.Place == f.Place && one.Shadow == shadow {
			s = one
		}
	}
	if s == nil {
		e.Stages = append(e.Stages, Stage{
			Name: f.Stage, Owner: f.Owner, Place: f.Place, Country: f.Country, Channel: f.Channel, Arrival: f.From, Start: f.From, Shadow: shadow,
		})
		s = &e.Stages[len(e.Stages)-1]
	}
	if !s.served && (f.Activity == journey.Service || f.Activity == journey.Driving) {
		s.Start, s.served = f.From, true
	}
	s.End = f.To
	s.add(f)
}

// pay books money: what is owed at the second post while the truck is still at the first belongs to what comes next.
func (r *Record) pay(f *journey.Fact, charges bool) {
	e := r.current()
	if e.Kind == AtPost && !e.last && e.crossing() && e.Place != f.Place {
		e = &r.pending
	}
	e.Money[f.Line] += f.Micro
	if charges {
		e.charge = append(e.charge, charge{f.Line, f.Place, f.Micro})
	}
}

// happen takes what took the truck no time.
func (d *diary) happen(r *Record, f *journey.Fact) {
	e := r.current()
	switch f.Happening {
	case journey.CameAshore:
		r.LoadReady = f.From
	case journey.Ready, journey.AtBase:
		r.load = f.Load
	case journey.LoadFound:
		r.carried = f.Stage
	case journey.PassedOn:
		r.passed = true
	case journey.KeyedIn:
		r.pending.Keying, r.pending.Keyed = r.pending.Keying+f.To-f.From, true
	case journey.AtPost:
		d.reach(r, f)
	case journey.AtDepot:
		d.begin(r, f, AtDepot)
	case journey.Cleared, journey.LeftDepot:
		e.shut, e.Passed = true, true
	case journey.TurnedAway, journey.RoadClosed:
		e.shut = true
	case journey.Delivered:
		part := Out
		if f.Trip == corridors.Home {
			part = Home
		}
		r.Deliveries = append(r.Deliveries, Delivery{part, f.From, f.Place, d.payload(r, f.Trip)})
		e.shut = true
	}
}

// reach opens the first or second post of a crossing.
func (d *diary) reach(r *Record, f *journey.Fact) {
	second := false
	if e := r.current(); e.Kind == AtPost && e.crossing() {
		e.shut, e.Passed, second = true, true, true
	}
	e := d.begin(r, f, AtPost)
	e.Direction, e.last = corridors.Exit, second
	if second {
		e.Direction = corridors.Entry
	}
	e.Name = d.atlas.pairs[f.Place].Name
}
