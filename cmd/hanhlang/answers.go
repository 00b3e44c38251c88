package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"

	"hanhlang/corridors/exchange"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
	"hanhlang/scenarios/study"
	"hanhlang/seeds"
	"hanhlang/sim"
	"hanhlang/sim/experiment"
	"hanhlang/sim/runlog"
)

// answers is who answers the verbs. It is a value so that a test can put somebody else in the place of the shipped ones.
type answers struct {
	study    func(name string, changes []string) (*job, error)
	scenario func(name string, changes []string) (*job, error)
	sweep    func(name string, changes []string) (*job, error)
	verify   func(name, wanted string, seeds int) (*job, error)
	check    func(name string, changes []string) (verified, error)
	trace    func(ctx context.Context, who traced, w io.Writer, say *words.Speaker) error
	explain  func(what explained) (*answer, error)
	task     func(name string, answered bool) (report.Task, bool, error)
	list     func(kind string, say *words.Speaker) []entry
}

// usualSeed is the seed of what has no published figures.
const usualSeed seeds.Seed = 1

// shipped are the answers of the packages below.
func shipped() answers {
	return answers{study: loadStudy, scenario: loadScenario, sweep: loadSweep, verify: loadCases, check: inspect, trace: follow, explain: explain, task: task, list: listed}
}

// loadStudy makes a job of a study.
func loadStudy(name string, changes []string) (*job, error) {
	roomToGrow()
	s, err := scenarios.LoadStudy(name, changes)
	if err != nil {
		return nil, err
	}
	read := s.Taken.Packed(inputsFolder, changes)
	return &job{inputs: read, warnings: s.Warnings, aim: s.Aim, paired: s.Antithetic, worlds: worlds(s), identity: func(seed *uint64, antithetic bool) (runlog.Header, error) {
		return identity("study "+s.Name, s.Parts(), seedOf(s.Name, seed), antithetic || s.Antithetic)
	}, ahead: func(l luck) (*strict.Problems, error) { return study.Ahead(s, options(s.Name, l)) }, run: func(ctx context.Context, l luck) (*answer, error) {
		o := options(s.Name, l)
		c, spent, err := measured(ctx, s, o)
		return finished(c, err, repeated("compare", name, changes, o, read), spent)
	}}, nil
}

// loadScenario makes a job of a scenario.
func loadScenario(name string, changes []string) (*job, error) {
	s, err := scenarios.LoadScenario(name, changes)
	if err != nil {
		return nil, err
	}
	read := s.Taken.Packed(inputsFolder, changes)
	alone := study.Alone(s)
	return &job{inputs: read, warnings: s.Warnings, aim: alone.Aim, want: alone.Want, wanted: func() []string { return alone.Measures }, worlds: worlds(alone), identity: func(seed *uint64, antithetic bool) (runlog.Header, error) {
		h, err := identity("scenario "+s.Name, s.Parts(), seedOf(s.Name, seed), antithetic)
		return measuring(h, alone.Measures), err
	}, ahead: func(l luck) (*strict.Problems, error) { return study.Ahead(alone, options(s.Name, l)) }, run: func(ctx context.Context, l luck) (*answer, error) {
		o := options(s.Name, l)
		c, spent, err := measured(ctx, alone, o)
		return finished(c, err, repeated("run", name, changes, o, read), spent)
	}}, nil
}

// worlds are those of the alternatives of a study.
func worlds(s *scenarios.Study) []exchange.World {
	var out []exchange.World
	for _, a := range s.Alternatives {
		out = append(out, exchange.NewWorld(a.Name, a.Scenario.Setup))
	}
	return out
}

// options turns what was set into what the study is told; what nobody set is published or the study's own.
func options(name string, l luck) study.Options {
	o := study.Options{Seed: seedOf(name, l.seed), Workers: l.workers, Version: release, Progress: l.progress, Observe: l.observe, Strict: l.strict, TruckLog: l.trucks}
	o.Kept, o.Precision, o.Estimates, o.Antithetic, o.Steady = l.kept, l.precision, l.estimates, l.antithetic, l.steady
	o.Measures = l.measures
	if l.replications != nil {
		o.Replications = *l.replications
	}
	return o
}

// seedOf is the seed that was set, else the one behind the published figures of that name, else the usual one.
func seedOf(name string, set *uint64) seeds.Seed {
	if set != nil {
		return seeds.Seed(*set)
	}
	if published, ok := seeds.Published(name); ok {
		return published
	}
	return usualSeed
}

// again is the command line that gives the same answer; the number of workers, the format, the folder and the truck log have no
// part in it. What is observed for a log alone is in the answer, too, so it is asked for by its number.
func again(verb, name string, changes []string, o study.Options) []string {
	typed := []string{verb, name, "--seed", strconv.FormatUint(uint64(o.Seed), 10)}
	if o.Replications > 0 {
		typed = append(typed, "--replications", strconv.Itoa(o.Replications))
	}
	if o.Precision != nil {
		typed = append(typed, "--precision", o.Precision.Text())
	}
	switch o.Observe {
	case 0:
	case usuallyObserved:
		typed = append(typed, "--indicators")
	default:
		typed = append(typed, "--observe", strconv.Itoa(o.Observe))
	}
	if o.Measures != "" {
		typed = append(typed, "--measures", o.Measures)
	}
	if o.Steady != "" {
		typed = append(typed, "--steady", o.Steady)
	}
	if o.Antithetic {
		typed = append(typed, "--antithetic")
	}
	if o.Estimates {
		typed = append(typed, "--estimates")
	}
	return append(typed, setFlags(changes)...)
}

// finished makes an answer of a comparison, or an error that says what a user can do of one that stopped.
func finished(c *report.Comparison, err error, repeat repeats, spent spent) (*answer, error) {
	if err != nil {
		return nil, stopped(err)
	}
	shown := func(kept bool, say *words.Speaker) report.Comparison {
		out := *c
		out.Repeat = repeat.here
		if kept {
			out.Repeat = repeat.kept
		}
		out.Repeat += language(say)
		return out
	}
	a := &answer{
		spent:   &spent,
		render:  func(f form, say *words.Speaker) ([]byte, error) { return render(shown(f.file, say), f, say) },
		page:    func(kept bool, say *words.Speaker) (string, error) { return report.HTML(shown(kept, say), say) },
		figures: func(say *words.Speaker) []report.Figure { return report.Figures(*c, say) },
	}
	for _, check := range c.Audit {
		if !check.OK {
			a.failed = append(a.failed, check.Name)
		}
	}
	return a, nil
}

// render puts a comparison into a form.
func render(c report.Comparison, f form, say *words.Speaker) ([]byte, error) {
	switch f.format {
	case "json":
		return report.JSON(c, say)
	case "csv":
		data, err := report.CSV(c, say)
		if f.file {
			data = append([]byte(report.ByteOrderMark), data...)
		}
		return data, err
	case "markdown":
		return []byte(report.Markdown(c, say)), nil
	case inWords:
		return []byte(report.InWords(c, say, f.width)), nil
	case workbookFile:
		return report.Workbook(c, say)
	}
	return []byte(report.Text(c, say, f.width)), nil
}

// stopped tells a model that came to a halt, and a panic inside a replication, from other errors.
func stopped(err error) error {
	var crowded *study.Overload
	if errors.As(err, &crowded) {
		var all []error
		for _, station := range crowded.Stations {
			all = append(all, &fault{code: exitStopped, what: station})
		}
		return errors.Join(all...)
	}
	var halt *study.Halt
	var stuck *journey.StuckError
	if errors.As(err, &halt) && errors.As(err, &stuck) && len(stuck.Ring) > 0 {
		return deadlocked(halt, stuck, err)
	}
	if errors.As(err, &stuck) {
		return &fault{
			code: exitStopped, what: words.Say("cmd.stuck", "count", stuck.Inside, "at", stuck.At.String()),
			help: words.Say("cmd.help.stuck"), cause: err,
		}
	}
	var outgrown *sim.OutgrownError
	if errors.As(err, &outgrown) {
		return &fault{
			code: exitLimits, what: words.Say("cmd.outgrown", "count", int(outgrown.Level), "at", outgrown.To.String()),
			help: words.Say("cmd.help.outgrown"), cause: err,
		}
	}
	var failed *experiment.Failure
	if errors.As(err, &failed) && failed.Stack != nil {
		return &collapse{what: failed.Error(), stack: failed.Stack}
	}
	return err
}

// inspect reads a study, scenario or file of cases without running it and says what it holds.
func inspect(name string, changes []string) (verified, error) {
	switch kindOf(name) {
	case scenarios.StudyFile:
		s, err := scenarios.LoadStudy(name, changes)
		if err != nil {
			return verified{}, err
		}
		busy, err := study.Ahead(s, study.Options{})
		return verified{words.Say("cmd.check.study", "title", words.Title(s.Title), "count", len(s.Alternatives)), together(s.Warnings, busy)}, err
	case scenarios.SweepFile:
		s, err := scenarios.LoadSweep(name, changes)
		if err != nil {
			return verified{}, err
		}
		if err := tooLarge(s, study.Options{Workers: 1}); err != nil {
			return verified{}, err
		}
		return verified{words.Say("cmd.check.sweep", "title", words.Title(s.Title), "count", int(s.Count())), s.Warnings}, nil
	case scenarios.CasesFile:
		c, err := scenarios.LoadCases(name)
		if err != nil {
			return verified{}, err
		}
		return verified{words.Say("cmd.check.cases", "title", words.Title(c.Title), "count", len(c.Cases)), c.Warnings}, nil
	}
	s, err := scenarios.LoadScenario(name, changes)
	if err != nil {
		return verified{}, err
	}
	busy, err := study.Ahead(study.Alone(s), study.Options{})
	return verified{words.Say("cmd.check.scenario", "title", words.Title(s.Title), "count", len(s.Inputs)), together(s.Warnings, busy)}, err
}

// isStudy tells whether a name or path stands for a study.
func isStudy(name string) bool { return kindOf(name) == scenarios.StudyFile }

// kindOf is the kind of the file that a name or path stands for; of what cannot be read there is none, and loading it says why.
func kindOf(name string) scenarios.Kind {
	if name == shippedCases {
		return scenarios.CasesFile
	}
	for _, e := range slices.Concat(scenarios.List(), scenarios.Sweeps()) {
		if e.Name == name {
			return e.Kind
		}
	}
	ignored := &strict.Problems{}
	data, ok := strict.ReadFile(name, ignored)
	if !ok {
		return ""
	}
	doc := strict.Parse(name, data, ignored)
	if doc == nil {
		return ""
	}
	kind, ok := doc.Node().Child("kind")
	if !ok || !kind.IsScalar() {
		return ""
	}
	return scenarios.Kind(kind.Text())
}

// follow tells the life of one truck.
func follow(ctx context.Context, who traced, w io.Writer, say *words.Speaker) error {
	s, err := scenarios.LoadScenario(who.name, who.changes)
	if err != nil {
		return err
	}
	err = study.Trace(ctx, s, study.Traced{
		Seed: seedOf(s.Name, who.seed), Replication: who.replication, Flow: who.flow, Truck: who.truck,
	}, w, say)
	var none *study.NoTruckError
	if errors.As(err, &none) {
		return noTruck(none)
	}
	return stopped(err)
}

// noTruck is the fault of a truck that the run does not have, or of a flow that the scenario does not have.
func noTruck(none *study.NoTruckError) error {
	if none.Last == 0 {
		v := value{where: "--flow", text: none.Flow}
		return v.refused(words.Say("cmd.allowed.names", "names", orList(none.Flows)), didYouMean(none.Flow, none.Flows))
	}
	v := value{where: "--truck", text: strconv.FormatUint(uint64(none.Truck), 10)}
	return v.refused(words.Say("cmd.allowed.whole", "low", 1, "high", none.Last), words.Phrase{})
}

// listed lists what is shipped, and the measures.
func listed(kind string, say *words.Speaker) []entry {
	entries := []entry{}
	if kind == kindPlace {
		return shippedPlaces()
	}
	if kind == kindMeasure {
		for _, m := range report.Measures() {
			entries = append(entries, entry{Name: m.Name, Unit: m.Unit, Title: say.Text(m.Title()), About: say.Text(m.Explained())})
		}
		return entries
	}
	kinds := map[scenarios.Kind]string{
		scenarios.CorridorFile: kindCorridor, scenarios.ScenarioFile: kindScenario, scenarios.StudyFile: kindStudy,
		scenarios.GateFile: kindGate, scenarios.PostFile: kindPost, scenarios.SweepFile: kindSweep,
	}
	for _, e := range slices.Concat(scenarios.List(), scenarios.Sweeps(), scenarios.Patterns()) {
		if kinds[e.Kind] == kind || kind == kindLesson && e.Lesson {
			entries = append(entries, entry{Name: e.Name, Title: say.Title(e.Title)})
		}
	}
	return entries
}
