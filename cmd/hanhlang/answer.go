package main

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"hanhlang/corridors/exchange"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
	"hanhlang/sim/runlog"
)

// fileWidth is how wide tables are where no terminal says it: in files and pipes.
const fileWidth = 100

// answerFormats are the forms that an answer can be printed in.
func answerFormats() []string { return []string{"table", "json", "csv", "markdown"} }

// luck is whose luck a run has and how it is worked through.
type luck struct {
	seed         *uint64 // none: the one of the study
	replications *int    // none: as many as the study says
	workers      int
	progress     func(done, total int)
	precision    *scenarios.Precision
	estimates    bool
	antithetic   bool
	steady       string
	measures     string
	observe      int         // replications observed for indicators
	strict       bool        // no run where a station cannot keep up
	trucks       io.Writer   // takes their trucks; nil: nobody wants them
	kept         *runlog.Log // has the runs that need not be run again; nil: nothing is kept
}

// job is a study or scenario that was read and found in order, ready to run.
type job struct {
	inputs   scenarios.Packed                                           // what was read
	warnings *strict.Problems                                           // worth saying before it runs; may be nil
	identity func(seed *uint64, antithetic bool) (runlog.Header, error) // by which its finished runs are known
	run      func(context.Context, luck) (*answer, error)

	paired bool // its replications come in pairs

	ahead func(luck) (*strict.Problems, error) // says which stations are too busy, before any run; nil: it is not known then

	worlds []exchange.World // of its alternatives; nil: it makes no files for other programs

	size func(luck) error // refuses what is more than the program takes on; nil: it takes on what can be read

	aim func(text string) (*scenarios.Precision, error) // reads until when replications are run

	want   func(text string) error // makes it one of some measures only; nil: it has measures of its own
	wanted func() []string         // those, once it is
}

// form is how an answer is wanted.
type form struct {
	format string
	width  int  // columns that a table may take
	file   bool // it will be opened by itself, not read from a stream
}

// answer is a finished run that can be put into every form.
type answer struct {
	render  func(f form, say *words.Speaker) ([]byte, error)
	page    func(kept bool, say *words.Speaker) (string, error) // the report, for the folder of --out or for another place; nil: there is none
	figures func(say *words.Speaker) []report.Figure            // of the report
	failed  []string                                            // the checks of its own audit that it did not pass
	spent   *spent                                              // what it took; nil: nobody measured

	refusal *fault // what ends the command after the answer was shown; nil: nothing
}

// answer reads, runs with progress shown meanwhile, and hands over the answer: to the folder if one is wanted, and to stdout.
func (d *desk) answer(cmd *cobra.Command, name string, load loader) error {
	return d.answerAs(cmd, name, load, "")
}

// loader reads what a name or path stands for.
type loader func(name string, changes []string) (*job, error)

// answerAs does the same and prints in a form of the verb's own; none: in the one that the user set.
func (d *desk) answerAs(cmd *cobra.Command, name string, load loader, format string) error {
	s, err := d.settings(cmd)
	if err != nil {
		return err
	}
	if format != "" {
		s.format = format
	}
	what, err := intended(cmd, s.out, append(profileNames(cmd), s.log, s.report)...)
	if err != nil {
		return err
	}
	watch, err := d.profiling(cmd, s.log, s.report)
	if err != nil {
		return err
	}
	err = d.answered(cmd, name, load, s, what)
	return errors.Join(err, watch.end())
}

// answered does what answer says, with the settings at hand.
func (d *desk) answered(cmd *cobra.Command, name string, load loader, s settings, what intent) error {
	work, err := load(name, changes(cmd))
	if err != nil {
		return err
	}
	if s.measures, err = wanted(cmd, work, &s); err != nil {
		return err
	}
	if s.precision, err = aimed(cmd, work); err != nil {
		return err
	}
	if err := enough(work, &s); err != nil {
		return err
	}
	if s.observe > 0 && (work.paired || s.antithetic) {
		return misuse(words.Say("cmd.observe-pairs"), words.Phrase{}, words.Say("cmd.help.observe-pairs"))
	}
	d.warn(work.warnings.Grave())
	if err := d.warnAhead(cmd, work, s, name); err != nil {
		return err
	}
	if work.size != nil {
		if err := work.size(luck{seed: s.seed, replications: s.replications, workers: s.workers}); err != nil {
			return err
		}
	}
	var found *answer
	if s.out == "" {
		found, err = d.carryOut(cmd, work, s, nil)
	} else {
		found, err = d.carryOutKept(cmd, work, s, what)
	}
	if err != nil {
		return err
	}
	return errors.Join(d.print(found, s.format), d.tellSpent(cmd, found, s.workers))
}

// carryOutKept runs the job for the folder of --out, and keeps its runs there as they are finished.
func (d *desk) carryOutKept(cmd *cobra.Command, work *job, s settings, what intent) (found *answer, err error) {
	h, err := work.identity(s.seed, s.antithetic)
	if err != nil {
		return nil, err
	}
	place, err := claim(s.out, what)
	if err != nil {
		return nil, err
	}
	defer place.leave()
	k, err := d.keeping(place, h, what)
	if err != nil {
		return nil, err
	}
	d.kept.Store(k)
	trucks, err := d.spooled(k, work, s)
	if err != nil {
		return nil, errors.Join(err, k.close(err))
	}
	if trucks != nil {
		defer trucks.drop()
	}
	found, err = d.carryOut(cmd, work, s, trucks)
	if err != nil {
		return nil, errors.Join(err, k.close(err))
	}
	files, err := d.exports(found, work.worlds, s.files, trucks)
	if err != nil {
		return nil, errors.Join(err, k.close(err))
	}
	return found, d.keep(k, work.inputs, found, files)
}

// spooled begins to spool the truck log if files are to be made of it; nil if none are.
func (d *desk) spooled(k *keeper, work *job, s settings) (*spool, error) {
	if work.worlds == nil || !slices.ContainsFunc(s.files, ofTrucks) {
		return nil, nil
	}
	return newSpool(k.disk, k.place.path)
}

// carryOut runs the job with its progress on stderr. Trucks go into the file of --log, and into the spool if there is one.
func (d *desk) carryOut(cmd *cobra.Command, work *job, s settings, trucks *spool) (*answer, error) {
	l := luck{
		seed: s.seed, replications: s.replications, workers: s.workers, precision: s.precision, estimates: s.estimates,
		antithetic: s.antithetic, steady: s.steady, measures: s.measures, progress: d.count.set, observe: s.observe,
	}
	l.strict, _ = cmd.Flags().GetBool("strict") // declared with the others, see running
	if k := d.kept.Load(); k != nil {
		l.kept = k.log
	}
	if trucks != nil {
		l.trucks = trucks
	}
	force, _ := cmd.Flags().GetBool("force") // declared with the others, see running
	if s.report == "" {
		return d.logged(cmd, work, l, s, trucks)
	}
	page, err := openWhole(s.report, force, words.Say("cmd.help.report-file"))
	if err != nil {
		return nil, err
	}
	defer page.drop()
	found, err := d.logged(cmd, work, l, s, trucks)
	if err != nil {
		return nil, err
	}
	text, err := found.page(false, d.say)
	if err != nil {
		return nil, err
	}
	_, _ = page.Write([]byte(text)) // an error stays with the file
	return found, d.named(page)
}

// logged runs the job, with its trucks written to the file of --log if there is one.
func (d *desk) logged(cmd *cobra.Command, work *job, l luck, s settings, trucks *spool) (*answer, error) {
	if s.log == "" {
		return d.followedBy(cmd, work, l, s, trucks)
	}
	force, _ := cmd.Flags().GetBool("force") // declared with the others, see running
	log, err := openWhole(s.log, force, words.Say("cmd.help.log"))
	if err != nil {
		return nil, err
	}
	defer log.drop()
	if l.trucks = log; trucks != nil {
		l.trucks = io.MultiWriter(log, trucks)
	}
	found, err := d.followedBy(cmd, work, l, s, trucks)
	if err != nil {
		return nil, log.orOwn(err)
	}
	return found, d.named(log)
}

// named gives a file that was written its name, and says so.
func (d *desk) named(f *wholeFile) error {
	if err := f.keep(); err != nil {
		return err
	}
	d.note(words.Say("cmd.kept", "path", f.path))
	return nil
}

// followedBy runs the job and ends what was spooled.
func (d *desk) followedBy(cmd *cobra.Command, work *job, l luck, s settings, trucks *spool) (*answer, error) {
	found, err := d.followed(cmd, work, l, s)
	switch {
	case trucks == nil:
		return found, err
	case err != nil:
		return nil, trucks.orOwn(err)
	}
	return found, trucks.full()
}

// followed runs the job while its progress is shown.
func (d *desk) followed(cmd *cobra.Command, work *job, l luck, s settings) (*answer, error) {
	finish := d.follow(s.noProgress)
	defer finish()
	return work.run(cmd.Context(), l)
}

// keep writes every format, what was read and the files for other programs into the folder.
func (d *desk) keep(k *keeper, read scenarios.Packed, found *answer, files []page) error {
	pages := append(d.inputPages(read), files...)
	if found.page != nil {
		text, err := found.page(true, d.say)
		if err != nil {
			return err
		}
		pages = append(pages, page{name: reportFile, data: []byte(text)})
	}
	for _, f := range []struct{ format, name string }{
		{"csv", "results.csv"}, {"table", "report.txt"}, {"markdown", "report.md"}, {"json", resultsFile},
	} {
		data, err := found.render(form{format: f.format, width: fileWidth, file: true}, d.say)
		if err != nil {
			return err
		}
		pages = append(pages, page{name: f.name, data: data})
	}
	if err := k.finish(pages); err != nil {
		return err
	}
	d.note(words.Say("cmd.kept", "path", k.place.path))
	return nil
}

// pageWidth is the columns of the terminal, or those of a file where there is none.
func (d *desk) pageWidth() int {
	if d.width == 0 {
		return fileWidth
	}
	return d.width
}

// print writes the answer to stdout. One that did not pass its own audit is shown, and then refused.
func (d *desk) print(found *answer, format string) error {
	data, err := found.render(form{format: format, width: d.pageWidth()}, d.say)
	if err != nil {
		return err
	}
	_, _ = d.out.Write(data) // an error stays with the writer
	if err := d.handOver(); err != nil {
		return err
	}
	if found.refusal != nil {
		return found.refusal
	}
	if len(found.failed) > 0 {
		return &fault{code: exitAudit, what: words.Say("cmd.audit-failed", "checks", found.failed), help: words.Say("cmd.help.audit")}
	}
	return nil
}

// offer completes the name of a study or scenario; a path is completed as a file.
func (d *desk) offer(kind string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return d.names(kind), cobra.ShellCompDirectiveDefault
	}
}
