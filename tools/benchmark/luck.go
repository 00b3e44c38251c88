package main

import (
	"encoding/json"
	"fmt"
	"math"
)

// interval of a figure.
type interval struct {
	Mean float64  `json:"mean"`
	Lo   *float64 `json:"lo"`
	Hi   *float64 `json:"hi"`
}

// half is its half-width; none where one replication was run.
func (i interval) half() (float64, bool) {
	if i.Lo == nil || i.Hi == nil {
		return 0, false
	}
	return (*i.Hi - *i.Lo) / 2, true
}

// difference of a pair, and estimate of one in another way.
type difference struct {
	Alternative string `json:"alternative"`
	Base        string `json:"base"`
	Measure     string `json:"measure"`
	interval
	Ratio *float64 `json:"variance_ratio"`
}

// measure and alternative are as answers in JSON have them.
type measure struct {
	Name string `json:"name"`
	interval
}

type alternative struct {
	Name     string    `json:"name"`
	Measures []measure `json:"measures"`
}

// comparison is what of an answer in JSON is read here.
type comparison struct {
	Replications int           `json:"replications"`
	Alternatives []alternative `json:"alternatives"`
	Differences  []difference  `json:"differences"`
	Estimates    []difference  `json:"estimates"`
	Precision    *struct {
		Met bool `json:"met"`
	} `json:"precision"`
}

// mean of a measure of an alternative.
func (c *comparison) mean(of, name string) float64 {
	for _, a := range c.Alternatives {
		for _, m := range a.Measures {
			if a.Name == of && m.Name == name {
				return m.Mean
			}
		}
	}
	return math.NaN()
}

// narrowness is the half-width of a difference as a share of its base's mean; NaN if there is none.
func (c *comparison) narrowness(d difference) float64 {
	half, known := d.half()
	if !known {
		return math.NaN()
	}
	return half / math.Abs(c.mean(d.Base, d.Measure))
}

// controlled is what demand as control variate does to the variance of the same difference.
func (c *comparison) controlled(d difference) *float64 {
	for _, e := range c.Estimates {
		if e.Alternative == d.Alternative && e.Base == d.Base && e.Measure == d.Measure {
			return e.Ratio
		}
	}
	return nil
}

// wanted is the half-width that replications are counted for, as a share of the base's mean.
const wanted = 0.01

// saving is what common luck, demand as control and the stopping rule save on one difference of a study.
type saving struct {
	Study, Alternative, Base, Measure string

	Fixed       int     // replications that the study asks for
	Narrowness  float64 // half-width then [%]
	Common      float64 // variance with luck apart over that with common luck
	Control     float64 // and without demand as control over that with it
	Independent int     // replications for the half-width wanted, with luck apart,
	Shared      int     // with common luck,
	Both        int     // and with demand as control, too
	Stopped     int     // where the stopping rule ends that asks for it of all intervals
	Met         bool    // with the half-width reached
}

// shown are the studies of the table, with the measure of each.
func shown() [][2]string {
	return [][2]string{
		{"lao-bao-digital-vs-paper", "border_time_h"},
		{"cau-treo-digital-vs-paper", "border_time_h"},
		{"opening-hours", "border_time_h"},
		{"pooling", "cost_per_tonne_usd"},
	}
}

// savings runs each study as it is, and with the stopping rule.
func (b *bench) savings() ([]saving, error) {
	var all []saving
	for _, each := range shown() {
		name, measure := each[0], each[1]
		b.tell("studying", name)
		c, err := b.compared(name, "--estimates")
		if err != nil {
			return nil, err
		}
		ruled, err := b.compared(name, "--precision", fmt.Sprintf("%s: %g %%", measure, 100*wanted))
		if err != nil {
			return nil, err
		}
		for _, d := range c.Differences {
			if d.Measure != measure || d.Ratio == nil {
				continue
			}
			all = append(all, c.saving(name, d, ruled))
		}
	}
	return all, nil
}

// saving of a difference. Half-widths shrink with the root of the number of replications; two are the fewest that have one.
func (c *comparison) saving(study string, d difference, ruled *comparison) saving {
	s := saving{
		Study: study, Alternative: d.Alternative, Base: d.Base, Measure: d.Measure, Fixed: c.Replications,
		Narrowness: 100 * c.narrowness(d), Common: *d.Ratio, Control: 1, Stopped: ruled.Replications,
		Met: ruled.Precision != nil && ruled.Precision.Met,
	}
	if ratio := c.controlled(d); ratio != nil {
		s.Control = *ratio
	}
	enough := float64(c.Replications) * math.Pow(c.narrowness(d)/wanted, 2)
	most := func(x float64) int { return max(2, int(math.Ceil(x))) }
	s.Independent, s.Shared, s.Both = most(enough*s.Common), most(enough), most(enough/s.Control)
	return s
}

// compared runs a study on two cores and reads its answer.
func (b *bench) compared(name string, more ...string) (*comparison, error) {
	_, p, err := b.hanhlang(append([]string{"compare", name, "--workers", "2", "--format", "json"}, more...)...)
	if err != nil {
		return nil, err
	}
	var c comparison
	if err := json.Unmarshal(p.out, &c); err != nil {
		return nil, fmt.Errorf("the answer of %s: %w", name, err)
	}
	return &c, nil
}
