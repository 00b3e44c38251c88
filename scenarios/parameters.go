package scenarios

import (
	"math"

	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

// lawOfParameters reads a law whose parameters have names.
func (r *reader) lawOfParameters(v *strict.Value, name string) (law.Law, bool) {
	m, ok := v.AsMap()
	if !ok {
		return law.Law{}, false
	}
	defer m.Done()
	p := &parameters{m: m, tables: &r.facts.tables, ok: true}
	var l law.Law
	var err error
	switch name {
	case "lognormal":
		l, err = p.lognormal()
	case "gamma":
		l, err = law.Gamma(p.time("mean"), p.number("shape"))
	case "erlang":
		l, err = law.Erlang(p.count("k"), p.time("mean"))
	case "weibull":
		l, err = law.Weibull(p.number("shape"), p.time("scale"))
	case "normal":
		l, err = law.Normal(p.time("mean"), p.time("sd"), p.time("lo"), p.time("hi"))
	}
	return l, p.ok && accepted(v, name, err)
}

// parameters reads the named parameters of a law; ok turns false with the first that is wrong.
type parameters struct {
	m      *strict.Map
	tables *law.Tables
	ok     bool
}

// time reads a required time [s].
func (p *parameters) time(key string) float64 {
	if !p.m.Require(key, key+": 40 min") {
		p.ok = false
		return 0
	}
	q, read := p.m.Quantity(key, quantity.Time, anyTime())
	p.ok = p.ok && read
	return q.Value
}

// number reads a required number.
func (p *parameters) number(key string) float64 {
	if !p.m.Require(key, key+": 0.5") {
		p.ok = false
		return 0
	}
	x, read := p.m.Number(key, quantity.MoreThan(0).UpTo(math.MaxFloat32))
	p.ok = p.ok && read
	return x
}

// count reads a required number of phases.
func (p *parameters) count(key string) int {
	if !p.m.Require(key, key+": 3") {
		p.ok = false
		return 0
	}
	n, read := p.m.Count(key, 1, 1000)
	p.ok = p.ok && read
	return n
}

// lognormal is given by its mean and coefficient of variation, or by its 95th percentile and its
// mean or median.
func (p *parameters) lognormal() (law.Law, error) {
	switch {
	case p.m.Has("median"):
		return law.LognormalMedianP95(p.time("median"), p.time("p95"))
	case p.m.Has("p95"):
		return law.LognormalMeanP95(p.time("mean"), p.time("p95"))
	}
	return p.tables.Lognormal(p.time("mean"), p.number("cv"))
}
