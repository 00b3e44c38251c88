package study

import (
	"fmt"
	"slices"
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// assemble puts the answer together.
func (a *answer) assemble(drivers []report.Driver, shifted map[string][]report.Shift) *report.Comparison {
	c := &report.Comparison{
		Study: a.study.Name, Title: a.study.Title, Question: a.study.Question,
		Seed: uint64(a.options.Seed), Version: a.options.Version, InputHash: a.study.Hash,
		Replications: a.options.Replications, Confidence: a.study.Confidence,
		Named: a.study.Measures, Inputs: a.inputs(), Drivers: drivers, Begins: a.begins(),
		Audit: a.audit(), Warnings: a.warnings(),
	}
	for i := range a.study.Alternatives {
		c.Alternatives = append(c.Alternatives, a.alternative(i))
	}
	c.Differences = a.differences()
	c.Waterfalls = a.waterfalls()
	c.Published = a.published()
	c.Growth = a.growth()
	c.Curves = a.curves(shifted)
	if len(drivers) > 0 {
		c.Screened = a.screened()
	}
	c.Precision = a.precision
	c.Estimates = a.estimates()
	c.Mirrored = a.mirrored()
	c.Steady = a.steady()
	c.Best = a.best()
	c.Lesson = a.lesson()
	c.JointOverPairs = a.study.JointOverPairs
	c.Network = a.network()
	return c
}

// network is that of the base of the headline, or of the first alternative where there is none, with what trucks of other
// alternatives use beside it.
func (a *answer) network() *report.Network {
	first := 0
	if a.study.Headline.Measure != "" {
		first = a.index(a.study.Headline.Base)
	}
	n := &report.Network{Of: a.study.Alternatives[first].Name}
	a.addNetwork(n, first)
	for i := range a.study.Alternatives {
		n.Mixed = a.addNetwork(n, i) || n.Mixed
	}
	return n
}

// addNetwork adds the places of an alternative, and the roads and gates that trucks use in it and not in a network so far. It says
// whether there are any.
func (a *answer) addNetwork(n *report.Network, i int) (added bool) {
	c := a.study.Alternatives[i].Scenario.Setup.Corridor
	legs, gates := a.models[i].Traffic()
	for _, site := range c.Sites() {
		if !slices.ContainsFunc(n.Sites, func(s corridors.Site) bool { return s.Name == site.Name }) {
			n.Sites = append(n.Sites, site)
		}
	}
	add := func(l report.Link) {
		at := slices.IndexFunc(n.Links, func(have report.Link) bool { return have.From == l.From && have.To == l.To && have.Road == l.Road })
		switch {
		case at < 0:
			n.Links = append(n.Links, l)
		case n.Links[at].Trucks == 0:
			n.Links[at] = l
		default:
			return
		}
		added = added || l.Trucks > 0
	}
	for k, leg := range c.Legs {
		add(report.Link{From: leg.From, To: leg.To, Road: leg.Road, Trucks: legs[k]})
	}
	for k := range c.Gates {
		g := &c.Gates[k]
		add(report.Link{From: g.Posts[0].Name, To: g.Posts[1].Name, Road: g.Name, Trucks: gates[k]})
	}
	return added
}

// screened says how the drivers were run: shorter than the study, so their figures differ from its.
func (a *answer) screened() words.Phrase {
	again := a.study.Sensitivity.Again
	return words.Say("study.screened", "count", min(again.Replications, a.options.Replications),
		"days", words.Number(strconv.FormatFloat(float64(again.Horizon.Length)/float64(sim.Day), 'g', 3, 64)))
}

// alternative gathers the estimates of one alternative.
func (a *answer) alternative(i int) report.Alternative {
	of := a.study.Alternatives[i]
	wanted := of.Scenario.Setup.Wanted // nil: all
	out := report.Alternative{Name: of.Name, Title: of.Title, Indicators: a.sets[i]}
	if wanted == nil {
		out.Stages, out.Stations, out.Costs = a.stages(i), a.stations(i), a.costs(i)
	}
	if out.Indicators != nil {
		for _, p := range a.models[i].Paces() {
			out.Paces = append(out.Paces, report.Pace{Place: p.Place, Station: p.Station, Passes: p.Passes, Share: p.Share})
		}
	}
	out.Days = float64(of.Scenario.Setup.Horizon.End()) / float64(sim.Day)
	out.Overloads = overloads(a.models[i].Offered())
	out.Swells = a.swelling(i)
	for _, o := range a.single[i] {
		out.Fingerprints = append(out.Fingerprints, o.Fingerprint)
	}
	for _, name := range a.models[i].Measures() {
		if wanted != nil && !slices.Contains(wanted, name) {
			continue // it is only asked for what is to be warned of
		}
		if interval, present := a.tables[i].Interval(name, a.study.Confidence); present {
			out.Measures = append(out.Measures, report.Measure{Name: name, Unit: unitOf(name), Interval: interval})
		}
	}
	return out
}

// unitOf is the unit that the catalogue of measures states.
func unitOf(name string) string {
	d, _ := report.Define(name)
	return d.Unit
}

// stages are the rows of border time, with their parts as means over replications [h].
func (a *answer) stages(i int) []report.Stage {
	var out []report.Stage
	for row, at := range a.models[i].Rows() {
		var totals []float64
		var parts [4][]float64
		for _, o := range a.outcomes[i] {
			if o.Stages == nil {
				continue
			}
			split := o.Stages[row]
			values := [4]float64{
				split[journey.Queueing], split[journey.ClosedWait],
				split[journey.Service] + split[journey.Driving], split[journey.Blocked],
			}
			for p, v := range values {
				parts[p] = append(parts[p], v)
			}
			totals = append(totals, values[0]+values[1]+values[2]+values[3])
		}
		interval, present := stat.MeanInterval(totals, a.study.Confidence)
		if !present || interval.Mean == 0 {
			continue
		}
		out = append(out, report.Stage{
			Stage: at.Stage, Owner: ownerOf(at), Country: at.Country, Place: at.Place, Unit: "h", Interval: interval,
			Queue: meanOf(parts[0]), Closed: meanOf(parts[1]), Service: meanOf(parts[2]), Blocked: meanOf(parts[3]),
		})
	}
	return out
}

// ownerOf names the owner of a stage, and the country whose officers do it away from home.
func ownerOf(at journey.Row) string {
	if at.Officers == "" {
		return string(at.Owner)
	}
	return string(at.Owner) + " (" + at.Officers + ")"
}

func meanOf(values []float64) float64 {
	m, _ := stat.Mean(values)
	return m
}

// stations are the books of the stations that somebody used.
func (a *answer) stations(i int) []report.Station {
	var out []report.Station
	for _, at := range a.models[i].Stations() {
		of := func(measure string) stat.Interval {
			interval, _ := a.tables[i].Interval(journey.StationMeasure(at, measure), a.study.Confidence)
			return interval
		}
		station := report.Station{
			Name: at.Name, Place: at.Place, Utilisation: of("utilisation_share"), QueueMean: of("queue_trucks"),
			QueueLongest: of("queue_longest_trucks"), Wait: of("wait_h"),
		}
		if station.Wait.Present() {
			out = append(out, station)
		}
	}
	return out
}

// differences compares the pairs of the study in the measures it names, the headline first.
func (a *answer) differences() []report.Difference {
	var out []report.Difference
	add := func(p scenarios.Pair, measure string) {
		d, ok := a.compare(p, measure)
		if !ok {
			return
		}
		row := report.Difference{
			Alternative: p.Alternative, Base: p.Base, Measure: measure, Unit: unitOf(measure),
			Interval: d.Interval, Joint: d.Joint, Relative: d.Relative,
		}
		if d.HasVarianceRatio {
			row.VarianceRatio = &d.VarianceRatio
		}
		out = append(out, row)
	}
	head := a.study.Headline
	if head.Measure != "" {
		add(head.Pair, head.Measure)
	}
	for _, p := range a.study.Pairs {
		for _, measure := range a.study.Measures {
			if p != head.Pair || measure != head.Measure {
				add(p, measure)
			}
		}
	}
	return out
}

// compare is one paired difference; its joint interval holds over the named measures that the pair has, or over those of all pairs.
func (a *answer) compare(p scenarios.Pair, measure string) (experiment.Difference, bool) {
	alternative, base := a.index(p.Alternative), a.index(p.Base)
	family := a.family(alternative, base)
	if a.study.JointOverPairs {
		family = 0
		for _, each := range a.study.Pairs {
			family += a.family(a.index(each.Alternative), a.index(each.Base))
		}
	}
	return experiment.Compare(a.tables[alternative], a.tables[base], measure, a.study.Confidence, max(1, family))
}

// family is how many of the named measures both alternatives have: a study over several corridors may name those of one.
func (a *answer) family(alternative, base int) int {
	n := 0
	for _, measure := range a.study.Measures {
		if slices.Contains(a.models[alternative].Measures(), measure) && slices.Contains(a.models[base].Measures(), measure) {
			n++
		}
	}
	return max(1, n)
}

// index of an alternative by name; studies are checked when they are read.
func (a *answer) index(name string) int {
	for i, alternative := range a.study.Alternatives {
		if alternative.Name == name {
			return i
		}
	}
	panic(fmt.Sprintf("no alternative %s", name))
}
