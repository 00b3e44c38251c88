// Package report turns the answer of a study into what people and programs read: plain words and
// tables for a terminal, Markdown, JSON and CSV, all from the one Comparison.
// It does not know how the figures came about, where the text goes, or which language is spoken.
package report

import (
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Comparison is the whole answer of a study. A single run is a Comparison with one alternative.
// An estimate that is not there has N = 0; it shows as a dash, never as 0.
type Comparison struct {
	Study        string // name that the command knows it by
	Title        string
	Question     string // what the study asks, in the author's words; may be empty
	Seed         uint64
	Version      string // of the program
	InputHash    string // of everything that was read
	Replications int
	Confidence   float64 // of every interval that is not joint, 0.95 for 95 %

	Named          []string // the measures that the study names: the family of the joint intervals
	JointOverPairs bool     // the family is of the measures of all pairs together, not of each pair

	Alternatives []Alternative
	Differences  []Difference // the first is the headline
	Network      *Network     // of the base of the headline; nil: it is not at hand
	Waterfalls   []Waterfall  // of delays; none: nothing was observed
	Growth       *Growth      // nil: demand stays as it is
	Curves       []Curve
	Best         []Best
	Lesson       *Lesson    // nil: the study is none to learn from
	Estimates    []Estimate // by measure, then by alternative; none: nobody asked
	Steady       []Steady   // by alternative; none: nobody asked for the long run
	Mirrored     *Mirrored  // nil: all replications are independent
	Precision    *Precision // nil: the number of replications was given

	Inputs    []Input
	Drivers   []Driver     // of the headline difference, the strongest first
	Screened  words.Phrase // how the drivers were run
	Begins    words.Phrase // on which day of the calendar a run begins; empty: it does not matter
	Published []Published
	Audit     []Check
	Warnings  []words.Phrase
	Repeat    string // command line that gives the same answer again
}

// Alternative is one of the things compared, with all that was measured of it.
type Alternative struct {
	Name     string // as the study file spells it
	Title    string
	Measures []Measure
	Stages   []Stage // in the order in which a truck meets them
	Stations []Station
	Costs    []Cost // by place, in the order of the network

	Paces []Pace // of posts; none: nobody asked

	Days      float64   // that a run lasts, its warm-up among them
	Overloads []Offered // stations and quotas that cannot keep up; with any, times and costs grow with the length of the run
	Swells    Swelling  // trucks under way that become more and more for whatever reason

	Fingerprints []uint64 // of the events of every replication, in their order

	Indicators *indicators.Set // nil: nothing was observed
}

// Waterfall is the difference in delay between two alternatives by cause: the total first, then what adds up to it.
type Waterfall struct {
	Alternative string
	Base        string
	SameTrucks  bool // as many trucks were observed, so that whole microseconds add up too
	Causes      []indicators.Delay
}

// Measure is one estimate. Its name is in the catalogue (see Measures) and ends in its unit.
type Measure struct {
	Name     string
	Unit     string
	Interval stat.Interval
}

// Stage is the mean time of a loaded crossing at one stage, and the parts that it is made of: they
// add up to the mean of the interval.
type Stage struct {
	Stage    string
	Owner    string
	Country  string // two letters as in ISO 3166, or a name
	Place    string
	Unit     string
	Interval stat.Interval
	Queue    float64 // waiting while the station was open [Unit]
	Closed   float64 // waiting while it was closed [Unit]
	Service  float64 // [Unit]
	Blocked  float64 // done, but held up by what lies ahead [Unit]
}

// Cost is what a round trip costs in one line at one place, and whom it pays.
type Cost struct {
	Line     string
	Owner    string // empty: nobody in particular, as for the hours and the fuel of the truck
	Country  string
	Place    string // of a leg: where it begins
	Unit     string
	Interval stat.Interval
}

// Station is how busy one station was.
type Station struct {
	Name         string
	Place        string
	Utilisation  stat.Interval // busy time over staffed time [share]
	QueueMean    stat.Interval // [trucks], over open and closed hours
	QueueLongest stat.Interval // [trucks]
	Wait         stat.Interval // per truck that joined [h]
}

// Difference is Alternative less Base on the same luck.
type Difference struct {
	Alternative   string
	Base          string
	Measure       string
	Unit          string
	Interval      stat.Interval
	Joint         stat.Interval // holds together with the others of its family
	Relative      stat.Interval // fraction of the base
	VarianceRatio *float64      // what pairing gained: (s1² + s2²)/sd²; none: no spread, or one replication
}

// measure finds an estimate of an alternative by name; what is not there is not present.
func (a Alternative) measure(name string) stat.Interval {
	for _, m := range a.Measures {
		if m.Name == name {
			return m.Interval
		}
	}
	return stat.Interval{}
}

// headline is the difference that the study is about.
func (c Comparison) headline() (Difference, bool) {
	for _, d := range c.Differences {
		if d.Interval.Present() {
			return d, true
		}
	}
	return Difference{}, false
}
