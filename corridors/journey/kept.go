package journey

import (
	"hanhlang/sim/runlog"
)

// Pack writes an outcome so that Unpack of the same model gives it back bit for bit, but for what is only in it where somebody asked
// for it: its parts (see PackParts) and series (see Series.Pack).
func (o *Outcome) Pack(p *runlog.Pack) {
	p.Count(len(o.Values))
	for i, x := range o.Values {
		p.Float(x)
		p.Flag(o.Present[i])
	}
	p.Flag(o.Stages != nil)
	for _, row := range o.Stages {
		for _, x := range row {
			p.Float(x)
		}
	}
	p.Flag(o.Bills != nil)
	p.Count(len(o.Bills))
	for _, b := range o.Bills {
		p.Int(int64(b.Bill))
		p.Int(b.Micro)
	}
	p.Int(o.Trips)
	p.Int(o.Events)
	p.Int(int64(o.Fingerprint))
	p.Float(o.Came)
	for _, sum := range o.Audit.sums() {
		p.Int(*sum)
	}
	p.Int(int64(o.Audit.OpenLedgers))
	p.Int(int64(o.Audit.Inside))
	p.Flag(o.Swell.Known)
	for _, x := range o.Swell.numbers() {
		p.Float(*x)
	}
	p.Count(len(o.Met))
	for _, m := range o.Met {
		p.Float(m.Empty)
		p.Float(m.Lost)
		p.Flag(m.AnyTruck)
		p.Flag(m.AnyLoad)
	}
}

// sums are the fields of an audit that have 64 bits.
func (a *Audit) sums() []*int64 {
	return []*int64{
		(*int64)(&a.TimeGap), &a.MoneyGap, &a.LoadGap, &a.PlaceGap, &a.Entered, &a.Left, &a.FlowGap,
		(*int64)(&a.LittleGap), (*int64)(&a.QueueGap), (*int64)(&a.WorkGap),
	}
}

// Unpack reads an outcome of this model. What cannot be one makes the reading fail.
func (m *Model) Unpack(u *runlog.Unpack) *Outcome {
	o := &Outcome{}
	if u.Count() != len(m.measures) {
		u.Refuse()
		return nil
	}
	o.Values, o.Present = make([]float64, len(m.measures)), make([]bool, len(m.measures))
	for i := range o.Values {
		o.Values[i], o.Present[i] = u.Float(), u.Flag()
	}
	if u.Flag() {
		o.Stages = m.unpackStages(u)
	}
	o.Bills = m.unpackBills(u)
	o.Trips, o.Events, o.Fingerprint = u.Int(), u.Int(), uint64(u.Int())
	o.Came = u.Float()
	for _, sum := range o.Audit.sums() {
		*sum = u.Int()
	}
	o.Audit.OpenLedgers, o.Audit.Inside = int(u.Int()), int(u.Int())
	o.Swell.Known = u.Flag()
	for _, x := range o.Swell.numbers() {
		*x = u.Float()
	}
	if u.Count() != len(m.known) {
		u.Refuse()
		return nil
	}
	for range m.known {
		o.Met = append(o.Met, Met{Empty: u.Float(), Lost: u.Float(), AnyTruck: u.Flag(), AnyLoad: u.Flag()})
	}
	if u.Failed() {
		return nil
	}
	return o
}

func (m *Model) unpackStages(u *runlog.Unpack) [][]float64 {
	rows := make([][]float64, m.borderRows)
	for i := range rows {
		rows[i] = make([]float64, activities)
		for a := range rows[i] {
			rows[i][a] = u.Float()
		}
	}
	return rows
}

func (m *Model) unpackBills(u *runlog.Unpack) []Billed {
	paid, n := u.Flag(), u.Count()
	if !paid {
		if n > 0 {
			u.Refuse()
		}
		return nil
	}
	out := make([]Billed, 0, n)
	for range n {
		b := Billed{Bill: int(u.Int()), Micro: u.Int()}
		if b.Bill < 0 || b.Bill >= m.bills() {
			u.Refuse()
			return nil
		}
		out = append(out, b)
	}
	return out
}
