package study

import (
	"regexp"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/scenarios/quantity"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// Itinerary writes out what the trucks of a scenario may do: those of the flow at a path, such as
// flows[Vietnam to Laos], or of all flows. The error is a *strict.Problems where the path leads nowhere.
func Itinerary(s *scenarios.Scenario, path string) (*report.Itinerary, error) {
	whole, err := s.Locate(path)
	if err != nil {
		return nil, err
	}
	m, err := journey.Compile(s.Setup)
	if err != nil {
		return nil, err
	}
	i := &report.Itinerary{Name: s.Name, Title: s.Title, Plans: []report.Plan{}}
	for _, p := range m.Plans() {
		flow := "flows[" + p.Flow + "]"
		if p.Chance == 0 {
			continue // nobody has such a cargo
		}
		if strings.HasPrefix(flow, whole) || strings.HasPrefix(whole, flow+".") {
			i.Plans = append(i.Plans, planOf(&p))
		}
	}
	return i, nil
}

// planOf is a plan as it is shown.
func planOf(p *journey.Plan) report.Plan {
	load := corridors.Loaded
	switch {
	case !p.Loaded:
		load = corridors.Empty
	case p.Cargo.Transit:
		load = corridors.Transit
	}
	out := report.Plan{
		Flow: p.Flow, Trip: string(p.Trip), Load: string(load), Trusted: p.Cargo.Trusted, Commodity: p.Cargo.Commodity,
		Chance: p.Chance, From: p.From, Way: p.Way,
	}
	for i := range p.Lines {
		out.Lines = append(out.Lines, lineOf(&p.Lines[i]))
	}
	return out
}

// lineOf is a line of a plan as it is shown.
func lineOf(l *journey.PlanLine) report.PlanLine {
	out := report.PlanLine{
		Place: l.Place, Does: string(l.Does), Name: l.Name, Owner: string(l.Owner), Station: l.Station, Yard: l.Yard, Beside: l.Beside, When: whenOf(l.When),
		Chance: l.Chance, FeeUSD: l.Fee, Km: l.Km, Ways: l.Ways,
	}
	if l.Takes != nil {
		out.Takes = lasting(l.Takes)
	}
	for _, c := range l.Cases {
		out.Cases = append(out.Cases, report.PlanCase{When: whenOf(c.When), Takes: lasting(&c.Takes)})
	}
	if l.Post != nil {
		out.Direction, out.Supervised = string(l.Post.Direction), l.Post.Supervised
		for _, c := range corridors.ChannelNames() {
			if chance, told := l.Post.Channels[c]; told {
				out.Settles = append(out.Settles, report.Outcome{Kind: "channel", Name: string(c), Chance: chance})
			}
		}
		for _, d := range corridors.DeclaredWays() {
			if chance, told := l.Post.Declared[d]; told {
				out.Settles = append(out.Settles, report.Outcome{Kind: "declaration", Name: string(d), Chance: chance})
			}
		}
	}
	return out
}

func whenOf(c journey.PlanCondition) report.PlanWhen {
	out := report.PlanWhen{Channels: names(c.Channels), Declared: names(c.Declared), Share: c.Share, Stops: c.Stops, At: c.At, NotYet: c.NotYet}
	if c.To > 0 {
		out.From = momentOf(c.From)
		if c.To < journey.Never {
			out.To = momentOf(c.To)
		}
	}
	return out
}

// momentOf writes a moment of a run as files do.
func momentOf(t sim.Time) string {
	return quantity.Moment{Day: int(t/sim.Day) + 1, Clock: quantity.Clock(t % sim.Day / sim.Minute)}.String()
}

// names of words of the corridor's vocabulary.
func names[T ~string](list []T) []string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return out
}

// lasting writes a law of a time in the unit that suits its mean.
func lasting(l *law.Law) string {
	switch mean := l.Mean(); {
	case mean >= 2*3600:
		return rounded(l.In("h", 3600))
	case mean >= 60:
		return rounded(l.In("min", 60))
	}
	return rounded(l.In("s", 1))
}

// rounded cuts the numbers of a text with a long tail to three digits: a drive is a length over a speed.
func rounded(text string) string {
	return regexp.MustCompile(`\d+\.\d{4,}`).ReplaceAllStringFunc(text, func(number string) string {
		x, _ := strconv.ParseFloat(number, 64) // the pattern is that of a number
		return strconv.FormatFloat(x, 'g', 3, 64)
	})
}
