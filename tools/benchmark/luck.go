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

// saving is what common luck and demand as control save on a measure of a study, over all its differences and alternatives. All variances
// are those at the study's own number of replications.
type saving struct {
	Study, Measure string
	Own            int // replications that the study asks for

	widths   []float64 // half-widths of differences, over the means of their bases [%]
	common   []float64 // variance of a difference with luck apart over that with common luck
	control  []float64 // variance of a difference without demand as control over that with it
	controls []float64 // the same of the mean of an alternative
}

// Differences is how many there are.
func (s saving) Differences() int { return len(s.common) }

// Widest half-width [%].
func (s saving) Widest() float64 { return spreadOf(s.widths).most() }

// Common, Control and Controls are what the page shows.
func (s saving) Common() string   { return spreadOf(s.common).text("%.1f") }
func (s saving) Control() string  { return spreadOf(s.control).text("%.2f") }
func (s saving) Controls() string { return spreadOf(s.controls).text("%.2f") }

// Apart is how many replications it takes to know the difference in the middle as well with luck apart.
func (s saving) Apart() int { return int(math.Ceil(float64(s.Own) * spreadOf(s.common).median())) }

// ruled is where the stopping rule ends.
type ruled struct {
	Study, Measure string
	Own, Stopped   int
	Met            bool // with the half-width reached
}

// Saved is the share of the replications that the study asks for [%].
func (r ruled) Saved() int { return int(math.Round(100 * (1 - float64(r.Stopped)/float64(r.Own)))) }

// wanted is the half-width at which the rule stops, as a share of the mean.
const wanted = 0.01

// studied are a study and measures of it.
type studied struct {
	name     string
	measures []string
}

// shown are the studies of the table. The rule is asked about the first measure of each.
func shown() []studied {
	return []studied{
		{"lao-bao-digital-vs-paper", []string{"border_time_h", "cost_per_tonne_usd"}},
		{"cau-treo-digital-vs-paper", []string{"border_time_h", "cost_per_tonne_usd"}},
		{"opening-hours", []string{"border_time_h", "cost_per_tonne_usd"}},
		{"pooling", []string{"cost_per_tonne_usd"}},
	}
}

// savings runs each study as it is, and with the stopping rule.
func (b *bench) savings() (all []saving, rules []ruled, err error) {
	for _, each := range shown() {
		b.tell("studying", each.name)
		c, err := b.compared(each.name, "--estimates")
		if err != nil {
			return nil, nil, err
		}
		for _, measure := range each.measures {
			s, err := c.saving(each.name, measure)
			if err != nil {
				return nil, nil, err
			}
			all = append(all, s)
		}
		until := fmt.Sprintf("%s: %g %%", each.measures[0], 100*wanted)
		stopped, err := b.compared(each.name, "--precision", until)
		if err != nil {
			return nil, nil, err
		}
		rules = append(rules, ruled{
			Study: each.name, Measure: each.measures[0], Own: c.Replications, Stopped: stopped.Replications,
			Met: stopped.Precision != nil && stopped.Precision.Met,
		})
	}
	return all, rules, nil
}

// saving of a measure; an error if the answer has nothing on it.
func (c *comparison) saving(study, name string) (saving, error) {
	s := saving{Study: study, Measure: name, Own: c.Replications}
	for _, d := range c.Differences {
		if d.Measure == name && d.Ratio != nil {
			s.common, s.widths = append(s.common, *d.Ratio), append(s.widths, 100*c.narrowness(d))
		}
	}
	for _, e := range c.Estimates {
		switch {
		case e.Measure != name || e.Ratio == nil:
		case e.Base == "":
			s.controls = append(s.controls, *e.Ratio)
		default:
			s.control = append(s.control, *e.Ratio)
		}
	}
	if len(s.common) == 0 || len(s.control) == 0 || len(s.controls) == 0 {
		return s, fmt.Errorf("the answer of %s has no variances of %s", study, name)
	}
	return s, nil
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
