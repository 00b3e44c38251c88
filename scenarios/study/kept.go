package study

import (
	"fmt"
	"slices"
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/sim/runlog"
)

// What is kept of a run: in the main part its outcome with the parts that estimates are taken from, if they were asked for, and, where it
// was observed, its sample; in a later year its outcome, unless trucks came to stand for ever; of a long run the times of its trucks, one
// by one; of a trial the measures that are asked of it by replication; at a point of a sweep the measures. Trucks for the truck log are
// not kept.
const (
	mainPart  = "main"
	yearPart  = "year"
	longPart  = "long"
	trialPart = "trial"
	pointPart = "point"
)

// keyOf names a run. Names stand in quotes, so that no two runs share a key.
func keyOf(part string, of ...any) string {
	key := part
	for _, name := range of {
		if text, is := name.(string); is {
			name = strconv.Quote(text)
		}
		key += fmt.Sprintf("|%v", name)
	}
	return key
}

// mainKey of the run of a cell.
func (a *answer) mainKey(c cell) (key string, alternative int) {
	alternative = slices.Index(a.models, c.model)
	return keyOf(mainPart, a.study.Alternatives[alternative].Name, c.replication), alternative
}

// recalled gives the outcome of a cell if it is kept with all that is wanted of it.
func (a *answer) recalled(c cell) (*journey.Outcome, bool) {
	key, alternative := a.mainKey(c)
	value, there := a.options.Kept.Find(key)
	if !there || a.observes(c) && a.options.TruckLog != nil {
		return nil, false
	}
	u := runlog.NewUnpack(value)
	o := c.model.Unpack(u)
	if !a.recalledParts(o, u) {
		return nil, false
	}
	observed := u.Flag()
	if !a.observes(c) {
		return o, !u.Failed()
	}
	if !observed {
		return nil, false
	}
	a.heard(c).sample = a.watches[alternative].Unpack(u)
	return o, u.Done()
}

// keep a cell that was played. One whose trucks are wanted is played again in any case.
func (a *answer) keep(c cell, o *journey.Outcome) error {
	if a.options.Kept == nil || a.observes(c) && a.options.TruckLog != nil {
		return nil
	}
	var p runlog.Pack
	o.Pack(&p)
	a.keepParts(o, &p)
	p.Flag(a.observes(c))
	if a.observes(c) {
		a.heard(c).sample.Pack(&p)
	}
	key, _ := a.mainKey(c)
	return a.options.Kept.Keep(key, p.Bytes())
}

// keepParts writes the parts of an outcome with the measures that they are of, of which there are none where nobody asked.
func (a *answer) keepParts(o *journey.Outcome, p *runlog.Pack) {
	asked := a.asked()
	p.Count(len(asked))
	for _, measure := range asked {
		p.Text(measure)
	}
	journey.PackParts(p, o.Parts)
}

// recalledParts reads what keepParts wrote. It serves if all measures are those that are asked for now, or none is.
func (a *answer) recalledParts(o *journey.Outcome, u *runlog.Unpack) bool {
	var of []string
	for range u.Count() {
		of = append(of, u.Text())
	}
	parts := journey.UnpackParts(u)
	if u.Failed() {
		return false
	}
	asked := a.asked()
	if len(asked) == 0 {
		return true
	}
	o.Parts = parts
	return len(parts) == len(of) && slices.Equal(of, asked)
}

// heard is what listening to a cell gave.
func (a *answer) heard(c cell) *observed { return &a.observed[c.alternative][c.replication] }

// once plays a cell, unless it is kept.
func (a *answer) once(c cell, play func() (*journey.Outcome, error)) (*journey.Outcome, error) {
	if o, there := a.recalled(c); there {
		return o, nil
	}
	o, err := play()
	if err != nil {
		return nil, err
	}
	a.options.Effort.played(o)
	return o, a.keep(c, o)
}

// onceInYear plays a replication of a later year, unless it is kept. The outcome is nil where trucks came to stand for ever.
func (a *answer) onceInYear(y *grownYear, replication int, play func() (*journey.Outcome, error)) (*journey.Outcome, error) {
	key := keyOf(yearPart, a.study.Alternatives[y.alternative].Name, y.rate, y.year, replication)
	if value, there := a.options.Kept.Find(key); there {
		u := runlog.NewUnpack(value)
		var o *journey.Outcome
		if u.Flag() {
			o = y.model.Unpack(u)
		}
		if u.Done() {
			return o, nil
		}
	}
	o, err := play()
	if err != nil {
		return nil, err
	}
	a.options.Effort.played(o)
	var p runlog.Pack
	p.Flag(o != nil)
	if o != nil {
		o.Pack(&p)
	}
	return o, a.options.Kept.Keep(key, p.Bytes())
}

// onceLong plays a long run, unless it is kept.
func (a *answer) onceLong(alternative, replication int, play func() (journey.Series, error)) (journey.Series, error) {
	key := keyOf(longPart, a.study.Alternatives[alternative].Name, a.options.Steady, replication)
	if value, there := a.options.Kept.Find(key); there {
		u := runlog.NewUnpack(value)
		if s := journey.UnpackSeries(u); u.Done() {
			return s, nil
		}
	}
	s, err := play()
	if err != nil {
		return journey.Series{}, err
	}
	var p runlog.Pack
	s.Pack(&p)
	return s, a.options.Kept.Keep(key, p.Bytes())
}
