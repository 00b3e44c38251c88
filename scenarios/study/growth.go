package study

import (
	"context"
	"errors"
	"fmt"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// grownYear is an alternative in a later year of one rate of growth.
type grownYear struct {
	alternative int
	rate        int // place among the rates of the study
	year        int
	factor      float64
	model       *journey.Model
	outcomes    []*journey.Outcome // in the order of replications; nil where trucks came to stand for ever
}

// grow makes every alternative ready to run in every later year of every rate. In the first year of all rates it is as it stands.
func (a *answer) grow() error {
	g := a.study.Growth
	if g == nil {
		return nil
	}
	for i, alternative := range a.study.Alternatives {
		for k, rate := range g.Rates {
			for year := g.From + 1; year <= g.To; year++ {
				y := grownYear{alternative: i, rate: k, year: year, factor: g.Factor(rate, year)}
				setup := alternative.Scenario.Setup
				setup.Corridor = setup.Corridor.Grown(y.factor)
				var err error
				if y.model, err = journey.Compile(setup); err != nil {
					return fmt.Errorf("alternative %s in %d: %w", alternative.Name, year, err)
				}
				a.years = append(a.years, y)
			}
		}
	}
	return nil
}

// playYears runs the later years, each replication on the luck that it has in the first.
func (a *answer) playYears(ctx context.Context, progress *counted) error {
	if len(a.years) == 0 {
		return nil
	}
	runs := len(a.years) * a.options.Replications
	run := func(ctx context.Context, b *bench, i int) (*journey.Outcome, error) {
		at, replication := &a.years[i/a.options.Replications], i%a.options.Replications
		return a.onceInYear(at, replication, func() (*journey.Outcome, error) {
			o, err := b.world(at.model).Run(ctx, a.luck(replication), nil)
			var stuck *journey.StuckError
			if errors.As(err, &stuck) {
				return nil, nil // that no truck moves any more is an answer, too
			}
			return o, err
		})
	}
	results, err := experiment.Replicate(ctx, a.options.plan(runs), newBench, run, progress.next(runs))
	var failure *experiment.Failure
	if errors.As(err, &failure) { // it counts runs; who repeats one counts replications
		at := a.years[failure.Replication/a.options.Replications]
		failure.Replication %= a.options.Replications
		return fmt.Errorf("alternative %s in %d: %w", a.study.Alternatives[at.alternative].Name, at.year, failure)
	}
	if err != nil {
		return err
	}
	for i := range a.years {
		a.years[i].outcomes = a.paired(results[i*a.options.Replications : (i+1)*a.options.Replications])
	}
	return nil
}

// growth tells what became of every alternative year by year.
func (a *answer) growth() *report.Growth {
	g := a.study.Growth
	if g == nil {
		return nil
	}
	out := &report.Growth{From: g.From, To: g.To}
	for _, l := range g.Limits {
		limit := report.Limit{Measure: l.Measure, AtMost: l.AtMost}
		if l.Range != nil {
			limit.Low, limit.High = &l.Range[0], &l.Range[1]
		}
		out.Limits = append(out.Limits, limit)
	}
	next := 0
	for i, alternative := range a.study.Alternatives {
		first := a.yearOf(g.From, 1, a.models[i], a.outcomes[i])
		for _, rate := range g.Rates {
			trend := report.Trend{Alternative: alternative.Name, Rate: rate, Years: []report.Year{first}}
			for range g.To - g.From {
				y := &a.years[next]
				trend.Years = append(trend.Years, a.yearOf(y.year, y.factor, y.model, y.outcomes))
				next++
			}
			out.Trends = append(out.Trends, trend)
		}
	}
	return out
}

// yearOf holds what a year came to against the limits.
func (a *answer) yearOf(year int, factor float64, m *journey.Model, outcomes []*journey.Outcome) report.Year {
	loads := m.Offered()
	out := report.Year{Year: year, Factor: factor, Overloads: overloads(loads)}
	for _, load := range loads {
		if load.Utilisation > out.Busiest.Load {
			out.Busiest = offered(&load)
		}
	}
	for _, o := range outcomes {
		if o == nil {
			out.Stuck++
		}
	}
	if out.Stuck > 0 {
		out.Reached = make([]report.Reached, len(a.study.Growth.Limits))
		return out
	}
	table := tabulate(m, outcomes)
	for _, l := range a.study.Growth.Limits {
		if l.Measure == "" {
			out.Reached = append(out.Reached, a.busiest(m, table))
			continue
		}
		interval, _ := table.Interval(l.Measure, a.study.Confidence)
		out.Reached = append(out.Reached, report.Reached{Interval: interval})
	}
	return out
}

// busiest is the highest utilisation of all stations: the mean of the station whose mean is highest, between the highest of all
// lower bounds and the highest of all upper ones. So it lies above a limit as a whole where that of some station does, and below
// it where those of all stations do.
func (a *answer) busiest(m *journey.Model, table *experiment.Table) report.Reached {
	var out report.Reached
	for _, at := range m.Stations() {
		interval, present := table.Interval(journey.StationMeasure(at, "utilisation_share"), a.study.Confidence)
		if !present {
			continue
		}
		if !out.Interval.Present() {
			out = report.Reached{Interval: interval, Station: at.Name, Place: at.Place}
			continue
		}
		out = busier(out, interval, at)
	}
	return out
}

// busier is the highest of several stations and one more.
func busier(so report.Reached, interval stat.Interval, at journey.StationName) report.Reached {
	if interval.Mean > so.Interval.Mean {
		so.Interval.Mean, so.Station, so.Place = interval.Mean, at.Name, at.Place
	}
	so.Interval.Lo, so.Interval.Hi = max(so.Interval.Lo, interval.Lo), max(so.Interval.Hi, interval.Hi)
	so.Interval.N = min(so.Interval.N, interval.N)
	return so
}
