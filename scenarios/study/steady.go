package study

import (
	"context"
	"errors"
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/sim"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// batches of the first replication, at most, whose means make an interval of one long run.
const batches = 20

// longRun is what is known of one alternative without its warm-up taken away.
type longRun struct {
	model  *journey.Model
	series []journey.Series // by replication; empty where trucks came to stand for ever
}

// playLongRuns runs every alternative once more, from its first hour on, on the same luck.
func (a *answer) playLongRuns(ctx context.Context, progress *counted) error {
	if a.options.Steady == "" {
		return nil
	}
	for _, alternative := range a.study.Alternatives {
		setup := alternative.Scenario.Setup
		setup.Horizon.Length += setup.Horizon.WarmUp
		setup.Horizon.WarmUp = 0
		m, err := journey.Compile(setup)
		if err != nil {
			return err
		}
		a.long = append(a.long, longRun{model: m})
	}
	runs := len(a.long) * a.options.Replications
	run := func(ctx context.Context, b *bench, i int) (journey.Series, error) {
		alternative, replication := i/a.options.Replications, i%a.options.Replications
		return a.onceLong(alternative, replication, func() (journey.Series, error) {
			w := b.world(a.long[alternative].model)
			w.Follow(a.options.Steady)
			o, err := w.Run(ctx, a.luck(replication), nil)
			var stuck *journey.StuckError
			if errors.As(err, &stuck) {
				return journey.Series{}, nil // the answer itself tells of it
			}
			if err != nil {
				return journey.Series{}, err
			}
			a.options.Effort.played(o)
			return o.Series, nil
		})
	}
	results, err := experiment.Replicate(ctx, a.options.plan(runs), newBench, run, progress.next(runs))
	if err != nil {
		return err
	}
	for i := range a.long {
		a.long[i].series = results[i*a.options.Replications : (i+1)*a.options.Replications]
	}
	return nil
}

// steady says of every alternative how long its start lasts, and what its long run is.
func (a *answer) steady() []report.Steady {
	var out []report.Steady
	for i := range a.long {
		of := a.study.Alternatives[i]
		s := report.Steady{Alternative: of.Name, Measure: a.options.Steady, Unit: unitOf(a.options.Steady), Overloaded: overloads(a.long[i].model.Offered())}
		horizon := of.Scenario.Setup.Horizon
		s.WarmUpDays = float64(horizon.WarmUp) / float64(sim.Day)
		a.settle(&s, a.long[i].series, float64(horizon.End())/float64(sim.Day))
		out = append(out, s)
	}
	return out
}

// fewestDays is from how many days on the start is looked for in whole days: hours of the gates then leave no trace.
const fewestDays = report.StepsInDays

// five observations make one of the means of MSER-5.
const five = 5

// settle finds the start of the runs and takes it away from each of them.
func (a *answer) settle(s *report.Steady, series []journey.Series, days float64) {
	s.ByDay = days >= fewestDays
	mean, at := byTruck(series)
	batch := five
	if s.ByDay {
		mean, at = byDay(series, int(days))
		batch = 1
	}
	cut, ok := stat.MSER(mean, batch)
	if !ok {
		return
	}
	s.Found, s.Short, s.Means, s.Curve, s.Step = true, cut.Short, cut.Means, cut.Curve, batch
	s.Delete = at[min(cut.Delete, len(at)-1)]
	s.DeleteDays = float64(s.Delete)
	if !s.ByDay {
		s.DeleteDays = days * float64(s.Delete) / float64(len(mean))
	}
	if len(s.Overloaded) > 0 {
		return // there is no long run
	}
	rests := make([]float64, len(series))
	var first []float64
	for r := range series {
		rest := series[r].Hours[min(s.Delete, len(series[r].Hours)):]
		if s.ByDay {
			from, _ := slices.BinarySearch(series[r].Ends, s.DeleteDays)
			rest = series[r].Hours[from:]
		}
		if rests[r], ok = stat.Mean(rest); !ok {
			return
		}
		if r == 0 {
			first = rest
		}
	}
	s.Mean, _ = stat.MeanInterval(a.pairedValues(rests), a.study.Confidence)
	if s.ByDay {
		s.Batches, s.BatchSize, s.Correlation = a.batchesOfDays(series[0], s.Delete, int(days))
		return
	}
	one, _ := stat.BatchMeans(first, batches, a.study.Confidence)
	s.Batches, s.BatchSize, s.Correlation = one.Interval, one.Size, one.Correlation
}

// batchesOfDays are batch means of whole days, at most twenty of them: the mean over the trucks that were done on the days of each. So the
// hours of the gates are the same in all of them. What is left over at the beginning is not used, nor a batch in which none was done.
func (a *answer) batchesOfDays(s journey.Series, from, until int) (interval stat.Interval, size int, correlation float64) {
	size = (until - from + batches - 1) / batches
	var means []float64
	for day := until - (until-from)/size*size; day < until; day += size {
		low, _ := slices.BinarySearch(s.Ends, float64(day))
		high, _ := slices.BinarySearch(s.Ends, float64(day+size))
		if m, there := stat.Mean(s.Hours[low:high]); there {
			means = append(means, m)
		}
	}
	interval, _ = stat.MeanInterval(means, a.study.Confidence)
	return interval, size, stat.NextCorrelation(means)
}

// byTruck is the mean over replications of what the first, second, … truck took, as many as each of them has, and the numbers of
// those before it.
func byTruck(series []journey.Series) (mean []float64, before []int) {
	shortest := len(series[0].Hours)
	for _, s := range series {
		shortest = min(shortest, len(s.Hours))
	}
	across := make([]float64, len(series))
	for k := range shortest {
		for r, s := range series {
			across[r] = s.Hours[k]
		}
		m, _ := stat.Mean(across)
		mean, before = append(mean, m), append(before, k)
	}
	return mean, before
}

// byDay is the mean over replications of the means of the trucks that were done on a day, and the number of the day. A day on which
// some replication had none is left out, as those are on which a gate is closed.
func byDay(series []journey.Series, days int) (mean []float64, before []int) {
	at := make([]int, len(series))
	for day := range days {
		var across []float64
		for r, s := range series {
			from := at[r]
			for at[r] < len(s.Ends) && s.Ends[at[r]] < float64(day+1) {
				at[r]++
			}
			if m, there := stat.Mean(s.Hours[from:at[r]]); there {
				across = append(across, m)
			}
		}
		if len(across) == len(series) {
			m, _ := stat.Mean(across)
			mean, before = append(mean, m), append(before, day)
		}
	}
	return mean, before
}

// pairedValues are values of replications, or the means of their pairs.
func (a *answer) pairedValues(values []float64) []float64 {
	if !a.antithetic() {
		return values
	}
	var out []float64
	for pair := range slices.Chunk(values, 2) {
		mean, _ := stat.Mean(pair)
		out = append(out, mean)
	}
	return out
}
