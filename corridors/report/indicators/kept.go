package indicators

import (
	"maps"
	"slices"

	"hanhlang/sim"
	"hanhlang/sim/runlog"
)

// Pack writes a sample so that Unpack of the same watch gives it back bit for bit.
func (s *Sample) Pack(p *runlog.Pack) {
	packDigests(p, s.tfi, (*tfiKey).texts)
	packDigests(p, s.trs, (*trsKey).texts)
	packDigests(p, s.since, (*trsKey).texts)
	for _, k := range s.trs.keys {
		book := s.clocks[k]
		p.Flag(book != nil)
		if book != nil {
			book.pack(p)
		}
	}
	p.Count(len(s.wayKeys))
	for _, k := range s.wayKeys {
		packTexts(p, k.texts())
		s.ways[k].pack(p)
	}
	s.delays.pack(p)
	places := slices.Sorted(maps.Keys(s.rhythms))
	p.Count(len(places))
	for _, place := range places {
		p.Text(place)
		s.rhythms[place].pack(p)
	}
}

// Unpack reads a sample of the alternative that is watched. What cannot be one makes the reading fail.
func (w *Watch) Unpack(u *runlog.Unpack) *Sample {
	s := &Sample{
		atlas: w.atlas, tfi: unpackDigests(u, (*tfiKey).texts), trs: unpackDigests(u, (*trsKey).texts), since: unpackDigests(u, (*trsKey).texts),
		clocks: make(map[trsKey]*clockBook), ways: make(map[wayKey]*wayDigest), rhythms: make(map[string]*rhythmBook),
	}
	for _, k := range s.trs.keys {
		if u.Flag() {
			s.clocks[k] = unpackClock(u)
		}
	}
	for range u.Count() {
		var k wayKey
		unpackTexts(u, k.texts())
		s.wayKeys, s.ways[k] = append(s.wayKeys, k), unpackWay(u)
	}
	s.delays = unpackDelays(u)
	for range u.Count() {
		place := u.Text()
		s.rhythms[place] = unpackRhythm(u)
	}
	if u.Failed() {
		return nil
	}
	return s
}

// texts are the fields of a key, to be written or to be filled.
func (k *tfiKey) texts() []*string {
	return []*string{&k.indicator, &k.unit, &k.gate, &k.place, &k.country, &k.direction, &k.flow, &k.trip, &k.load, &k.activity}
}

func (k *trsKey) texts() []*string {
	return []*string{&k.block, &k.scope, &k.gate, &k.place, &k.country, &k.direction, &k.stage, &k.owner, &k.flow, &k.channel}
}

func (k *wayKey) texts() []*string { return []*string{&k.flow, (*string)(&k.part), &k.load, &k.way} }

func (k *delayKey) texts() []*string {
	return []*string{&k.cause, &k.name, &k.owner, &k.place, &k.country}
}

func packTexts(p *runlog.Pack, texts []*string) {
	for _, t := range texts {
		p.Text(*t)
	}
}

func unpackTexts(u *runlog.Unpack, texts []*string) {
	for _, t := range texts {
		*t = u.Text()
	}
}

func packDigests[K comparable](p *runlog.Pack, d digests[K], texts func(*K) []*string) {
	p.Count(len(d.keys))
	for _, k := range d.keys {
		packTexts(p, texts(&k))
		one := d.of[k]
		one.pack(p)
	}
}

func unpackDigests[K comparable](u *runlog.Unpack, texts func(*K) []*string) digests[K] {
	d := digests[K]{of: make(map[K]digest)}
	for range u.Count() {
		var k K
		unpackTexts(u, texts(&k))
		d.keys, d.of[k] = append(d.keys, k), unpackDigest(u)
	}
	return d
}

// figures are the numbers of a digest, to be written or to be filled.
func (d *digest) figures() []*float64 {
	return []*float64{&d.mean, &d.sd, &d.low, &d.high, &d.p10, &d.p50, &d.p90, &d.ratio}
}

func (d *digest) pack(p *runlog.Pack) {
	p.Int(int64(d.n))
	p.Flag(d.spread)
	p.Flag(d.rated)
	for _, x := range d.figures() {
		p.Float(*x)
	}
	for _, list := range [][]float64{d.within, d.quantiles} {
		p.Count(len(list))
		for _, x := range list {
			p.Float(x)
		}
	}
}

func unpackDigest(u *runlog.Unpack) (d digest) {
	d.n, d.spread, d.rated = int(u.Int()), u.Flag(), u.Flag()
	for _, x := range d.figures() {
		*x = u.Float()
	}
	for _, list := range []*[]float64{&d.within, &d.quantiles} {
		for range u.Count() {
			*list = append(*list, u.Float())
		}
	}
	return d
}

// slots of a clock.
func (c *clockBook) slots() []*slotBook {
	var out []*slotBook
	for i := range c.hour {
		out = append(out, &c.hour[i])
	}
	for i := range c.weekday {
		out = append(out, &c.weekday[i])
	}
	return out
}

func (c *clockBook) pack(p *runlog.Pack) {
	for _, s := range c.slots() {
		p.Int(int64(s.n))
		p.Float(s.sum)
	}
}

func unpackClock(u *runlog.Unpack) *clockBook {
	c := &clockBook{}
	for _, s := range c.slots() {
		s.n, s.sum = int(u.Int()), u.Float()
	}
	return c
}

func (w *wayDigest) pack(p *runlog.Pack) {
	p.Int(int64(w.trucks))
	p.Count(len(w.steps))
	for i := range w.steps {
		s := &w.steps[i]
		packTexts(p, []*string{&s.place, &s.name, &s.step})
		p.Float(w.km[i])
		w.time[i].pack(p)
		w.cost[i].pack(p)
	}
}

func unpackWay(u *runlog.Unpack) *wayDigest {
	w := &wayDigest{trucks: int(u.Int())}
	for range u.Count() {
		var s stepBook
		unpackTexts(u, []*string{&s.place, &s.name, &s.step})
		w.steps, w.km = append(w.steps, s), append(w.km, u.Float())
		w.time, w.cost = append(w.time, unpackDigest(u)), append(w.cost, unpackDigest(u))
	}
	return w
}

func (d *delays) pack(p *runlog.Pack) {
	p.Int(int64(d.trucks))
	p.Int(int64(d.total))
	p.Count(len(d.keys))
	for i, k := range d.keys {
		packTexts(p, k.texts())
		p.Int(int64(d.ticks[i]))
	}
}

func unpackDelays(u *runlog.Unpack) *delays {
	d := newDelays()
	d.trucks, d.total = int(u.Int()), sim.Time(u.Int())
	for range u.Count() {
		var k delayKey
		unpackTexts(u, k.texts())
		d.add(k, sim.Time(u.Int()))
	}
	return d
}
