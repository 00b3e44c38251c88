package journey

import (
	"slices"

	"hanhlang/sim/runlog"
)

// PackParts writes the parts of an outcome so that UnpackParts gives them back bit for bit. Times that several of them share, as the
// quantiles of one measure do, are written once.
func PackParts(p *runlog.Pack, parts []Parts) {
	p.Count(len(parts))
	for i, part := range parts {
		p.Float(part.Over)
		p.Float(part.Under)
		p.Flag(part.Share)
		p.Float(part.At)
		p.Flag(part.Times != nil)
		if part.Times == nil {
			continue
		}
		if of := slices.IndexFunc(parts[:i], func(before Parts) bool { return slices.Equal(before.Times, part.Times) && before.Times != nil }); of >= 0 {
			p.Flag(true)
			p.Int(int64(of))
			continue
		}
		p.Flag(false)
		packFloats(p, part.Times)
	}
}

// UnpackParts reads what PackParts wrote. What cannot be that makes the reading fail.
func UnpackParts(u *runlog.Unpack) []Parts {
	n := u.Count()
	out := make([]Parts, 0, n)
	for range n {
		part := Parts{Over: u.Float(), Under: u.Float(), Share: u.Flag(), At: u.Float()}
		if u.Flag() {
			part.Times = timesAfter(u, out)
		}
		if u.Failed() {
			return nil
		}
		out = append(out, part)
	}
	return out
}

// timesAfter reads the times of the parts that come after others.
func timesAfter(u *runlog.Unpack, before []Parts) []float64 {
	if !u.Flag() {
		return unpackFloats(u)
	}
	of := u.Int()
	if of < 0 || of >= int64(len(before)) || before[of].Times == nil {
		u.Refuse()
		return nil
	}
	return before[of].Times
}

// Pack writes a series so that UnpackSeries gives it back bit for bit.
func (s Series) Pack(p *runlog.Pack) {
	packFloats(p, s.Hours)
	packFloats(p, s.Ends)
}

// UnpackSeries reads what Pack wrote. What cannot be that makes the reading fail.
func UnpackSeries(u *runlog.Unpack) Series {
	s := Series{Hours: unpackFloats(u), Ends: unpackFloats(u)}
	if len(s.Hours) != len(s.Ends) {
		u.Refuse()
	}
	if u.Failed() {
		return Series{}
	}
	return s
}

func packFloats(p *runlog.Pack, list []float64) {
	p.Count(len(list))
	for _, x := range list {
		p.Float(x)
	}
}

// unpackFloats reads a list that is there, though it may be empty.
func unpackFloats(u *runlog.Unpack) []float64 {
	n := u.Count()
	out := make([]float64, 0, n)
	for range n {
		out = append(out, u.Float())
		if u.Failed() {
			return nil
		}
	}
	return out
}
