package study

import (
	"context"
	"errors"
	"slices"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// sweep is a sweep being answered.
type sweep struct {
	*scenarios.Sweep
	options Options
	points  []point
	walks   []experiment.Trajectory // of Morris
	met     []met                   // by point
}

// point is one setting of all factors.
type point struct {
	values []string // by factor; empty: as in the scenario
	after  int      // point of the walk that it comes after; itself: it stands alone
}

// pointRow is what one replication of a point came to.
type pointRow struct {
	stuck   bool      // trucks came to stand for ever; there are no values then
	values  []float64 // by measure
	present []bool
}

// met is what a point came to.
type met struct {
	values  [][]float64 // by measure, in the order of replications
	present [][]bool
	note    words.Phrase // why there is nothing, or what the point overloads
}

// Sweep answers a sweep. The same sweep, seed, replications and version give the same answer for any number of workers. Every point has
// the luck of the same replications. Errors are those of the context or of a replication that failed.
func Sweep(ctx context.Context, s *scenarios.Sweep, o Options) (*report.Sweep, error) {
	w := &sweep{Sweep: s, options: o}
	if o.Replications == 0 {
		w.options.Replications = s.Replications
	}
	w.plan()
	if err := w.play(ctx); err != nil {
		return nil, err
	}
	return w.answer(), nil
}

// plan lists the points of the design.
func (w *sweep) plan() {
	switch w.Design {
	case scenarios.GridDesign:
		levels := make([]int, len(w.Factors))
		for f := range w.Factors {
			levels[f] = len(w.Factors[f].Values)
		}
		for _, at := range experiment.Grid(levels) {
			w.add(func(f int) string { return w.Factors[f].Values[at[f]] })
		}
	case scenarios.HypercubeDesign:
		for _, at := range experiment.LatinHypercube(w.Points, len(w.Factors), w.numbers()) {
			w.add(func(f int) string { return w.Factors[f].At(at[f]) })
		}
	case scenarios.TornadoDesign:
		w.add(func(int) string { return "" })
		for k := range w.Factors {
			for _, end := range []string{w.Factors[k].Low, w.Factors[k].High} {
				w.add(func(f int) string {
					if f == k {
						return end
					}
					return ""
				})
			}
		}
	case scenarios.MorrisDesign:
		w.walks = experiment.Trajectories(w.Trajectories, len(w.Factors), w.numbers())
		for _, walk := range w.walks {
			for k, at := range walk.Points {
				w.add(func(f int) string { return w.Factors[f].At(at[f]) })
				if k > 0 {
					w.points[len(w.points)-1].after = len(w.points) - 2
				}
			}
		}
	}
}

// add puts one more point on the list, which stands alone.
func (w *sweep) add(value func(factor int) string) {
	p := point{values: make([]string, len(w.Factors)), after: len(w.points)}
	for f := range p.values {
		p.values[f] = value(f)
	}
	w.points = append(w.points, p)
}

// numbers are those that a design is drawn with: they belong to the seed, and to nothing that a run draws.
func (w *sweep) numbers() func(i, j int) (first, second float64) {
	luck := seeds.Replication(w.options.Seed, 0)
	return func(i, j int) (first, second float64) {
		return luck.Pair(seeds.PointOf("design of a sweep"), seeds.Flow(i), uint32(j), 0)
	}
}

// play runs all points in parallel; a walk is one piece of work, because each of its points changes only one input of the one before.
func (w *sweep) play(ctx context.Context) error {
	var begins []int
	for i, p := range w.points {
		if p.after == i {
			begins = append(begins, i)
		}
	}
	w.met = make([]met, len(w.points))
	run := func(ctx context.Context, _ struct{}, k int) (struct{}, error) {
		end := len(w.points)
		if k+1 < len(begins) {
			end = begins[k+1]
		}
		return struct{}{}, w.walk(ctx, begins[k], end)
	}
	newWorker := func() struct{} { return struct{}{} }
	each := len(w.points) / max(1, len(begins)) * w.options.Replications // all walks are of one length
	tell := func(done int) {
		if w.options.Progress != nil {
			w.options.Progress(done*each, len(begins)*each)
		}
	}
	_, err := experiment.Replicate(ctx, w.options.plan(len(begins)), newWorker, run, tell)
	return err
}

// walk runs the points from one up to another.
func (w *sweep) walk(ctx context.Context, from, to int) error {
	at := w.Scenario
	set := make([]string, len(w.Factors))
	for i := from; i < to; i++ {
		next, ok := w.change(at, set, w.points[i].values)
		if ok {
			at, set = next, w.points[i].values
		} else if next, ok = w.change(w.Scenario, make([]string, len(w.Factors)), w.points[i].values); !ok {
			w.met[i] = met{note: words.Say("study.end-not-allowed")}
			continue
		}
		m, err := w.measure(ctx, i, next)
		if err != nil {
			return err
		}
		w.met[i] = m
	}
	return nil
}

// change sets what is not yet as it should be.
func (w *sweep) change(s *scenarios.Scenario, is, wanted []string) (*scenarios.Scenario, bool) {
	for f, value := range wanted {
		if value == is[f] || value == "" {
			continue
		}
		next, err := s.With(w.Factors[f].Path, value)
		if err != nil {
			return nil, false
		}
		s = next
	}
	return s, true
}

// measure runs one point, for which a scenario was changed.
func (w *sweep) measure(ctx context.Context, i int, s *scenarios.Scenario) (met, error) {
	setup := s.Setup
	start := setup.Horizon.Start
	setup.Horizon = w.Horizon
	setup.Horizon.Start = start
	m, err := journey.Compile(setup)
	if err != nil {
		return met{note: words.Say("study.end-not-allowed")}, nil
	}
	out := met{values: make([][]float64, len(w.Measures)), present: make([][]bool, len(w.Measures))}
	world := journey.NewWorld(m)
	for r := range w.options.Replications {
		row, err := w.onceAt(i, r, func() (pointRow, error) { return w.row(ctx, world, m, r) })
		if err != nil {
			return met{}, err
		}
		if row.stuck {
			return met{note: words.Say("study.end-stuck")}, nil
		}
		for k := range w.Measures {
			out.values[k], out.present[k] = append(out.values[k], row.values[k]), append(out.present[k], row.present[k])
		}
	}
	for _, load := range m.Offered() {
		if load.Overloaded() {
			out.note = words.Say("study.end-overloads", "station", words.Name(load.Station), "place", words.Name(load.Place))
			break
		}
	}
	return out, nil
}

// row runs one replication of a point.
func (w *sweep) row(ctx context.Context, world *journey.World, m *journey.Model, replication int) (pointRow, error) {
	o, err := world.Run(ctx, seeds.Replication(w.options.Seed, replication), nil)
	var stuck *journey.StuckError
	if errors.As(err, &stuck) {
		return pointRow{stuck: true}, nil
	}
	if err != nil {
		return pointRow{}, err
	}
	out := pointRow{values: make([]float64, len(w.Measures)), present: make([]bool, len(w.Measures))}
	for k, measure := range w.Measures {
		if at := m.MeasureAt(measure); at >= 0 && o.Present[at] {
			out.values[k], out.present[k] = o.Values[at], true
		}
	}
	return out, nil
}

// of are the values of a measure at a point that were observed.
func (m *met) of(measure int) []float64 {
	var out []float64
	if m.values == nil {
		return nil
	}
	for r, x := range m.values[measure] {
		if m.present[measure][r] {
			out = append(out, x)
		}
	}
	return out
}

// answer puts together what the points came to.
func (w *sweep) answer() *report.Sweep {
	out := &report.Sweep{
		Name: w.Name, Title: w.Title, Question: w.Question, Scenario: w.Scenario.Name, Design: string(w.Design), Screens: w.Design.Screens(),
		Seed: uint64(w.options.Seed), Version: w.options.Version, InputHash: w.Hash, Replications: w.options.Replications,
		Confidence: w.Confidence, Measures: w.Measures, Trajectories: len(w.walks), Warnings: remarks(w.Warnings),
	}
	for _, f := range w.Factors {
		out.Factors = append(out.Factors, report.Factor{Path: f.Path, Base: f.Base, Low: f.Low, High: f.High})
	}
	for i := range w.points {
		p := report.Point{Values: w.points[i].values, Note: w.met[i].note}
		for k := range w.Measures {
			interval, _ := stat.MeanInterval(w.met[i].of(k), w.Confidence)
			p.Intervals = append(p.Intervals, interval)
		}
		out.Points = append(out.Points, p)
	}
	for k, measure := range w.Measures {
		switch w.Design {
		case scenarios.TornadoDesign:
			out.Effects = append(out.Effects, report.Effects{Measure: measure, Rows: w.swings(k)})
		case scenarios.MorrisDesign:
			out.Effects = append(out.Effects, report.Effects{Measure: measure, Rows: w.elementary(k)})
		}
	}
	out.Show = min(w.Show, len(w.Factors))
	return out
}

// swings are how far a measure moves from one end of each range to the other, or to the middle where that lies outside.
func (w *sweep) swings(measure int) []report.Effect {
	base := w.met[0].of(measure)
	var out []report.Effect
	for f := range w.Factors {
		low, high := &w.met[2*f+1], &w.met[2*f+2]
		e := report.Effect{Factor: f, NoteLow: low.note, NoteHigh: high.note}
		e.AtLow, _ = stat.MeanInterval(low.of(measure), w.Confidence)
		e.AtHigh, _ = stat.MeanInterval(high.of(measure), w.Confidence)
		e.Size, _ = stat.MeanInterval(reaches(base, low.of(measure), high.of(measure)), w.Confidence)
		out = append(out, e)
	}
	return inOrder(out)
}

// reaches are how far apart the base and both ends are, in the order of replications: as far as the means lie apart on average. An end
// that was not observed in all replications does not count.
func reaches(base, low, high []float64) []float64 {
	all := [][]float64{base}
	for _, end := range [][]float64{low, high} {
		if len(end) == len(base) {
			all = append(all, end)
		}
	}
	if len(base) == 0 || len(all) < 2 {
		return nil
	}
	byMean := func(x, y []float64) int {
		a, _ := stat.Mean(x)
		b, _ := stat.Mean(y)
		if a < b {
			return -1
		}
		if a > b {
			return 1
		}
		return 0
	}
	least, most := slices.MinFunc(all, byMean), slices.MaxFunc(all, byMean)
	out := make([]float64, len(base))
	for r := range out {
		out[r] = most[r] - least[r]
	}
	return out
}

// elementary are the elementary effects of every input on a measure, over the walks: the mean of their sizes, and how much they differ.
func (w *sweep) elementary(measure int) []report.Effect {
	sizes, effects := make([][]float64, len(w.Factors)), make([][]float64, len(w.Factors))
	first := 0
	for _, walk := range w.walks {
		values, present := make([]float64, len(walk.Points)), make([]bool, len(walk.Points))
		for k := range walk.Points {
			values[k], present[k] = stat.Mean(w.met[first+k].of(measure))
		}
		moved, there := walk.Effects(values, present)
		for f := range w.Factors {
			if there[f] {
				effects[f] = append(effects[f], moved[f])
				sizes[f] = append(sizes[f], max(moved[f], -moved[f]))
			}
		}
		first += len(walk.Points)
	}
	var out []report.Effect
	for f := range w.Factors {
		e := report.Effect{Factor: f}
		e.Size, _ = stat.MeanInterval(sizes[f], w.Confidence)
		e.Mean, _ = stat.Mean(effects[f])
		e.Spread, e.Spreads = stat.SD(effects[f])
		out = append(out, e)
	}
	return inOrder(out)
}

// inOrder puts the largest effects first; equally large ones stay in the order of inputs.
func inOrder(effects []report.Effect) []report.Effect {
	slices.SortStableFunc(effects, func(a, b report.Effect) int {
		switch {
		case a.Size.Mean > b.Size.Mean:
			return -1
		case a.Size.Mean < b.Size.Mean:
			return 1
		}
		return 0
	})
	return effects
}

// RunOnce runs the scenario of a sweep once as it stands, to see how long that takes.
func RunOnce(ctx context.Context, s *scenarios.Sweep, o Options) error {
	w := &sweep{Sweep: s, options: o}
	_, err := w.measure(ctx, 0, s.Scenario)
	return err
}
