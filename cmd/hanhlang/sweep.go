package main

import (
	"context"
	"math"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
	"hanhlang/sim/runlog"
)

// Bounds of what one sweep takes on.
const (
	mostSweptPoints = 100_000
	mostSweptRuns   = 1_000_000
)

// sweeping is the verb that runs a scenario at many points of its inputs.
func (d *desk) sweeping() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "sweep NAME",
		Short:   d.text(words.Say("cmd.sweep.short")),
		Long:    d.text(words.Say("cmd.sweep.long")),
		Example: d.text(words.Say("cmd.sweep.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := one(args, d.names(kindSweep))
			if err != nil {
				return err
			}
			return d.answer(cmd, name, d.ask.sweep)
		},
		ValidArgsFunction: d.offer(kindSweep),
	}
	d.texts(cmd, map[string]words.Phrase{
		"seed":         words.Say("cmd.flag.seed"),
		"replications": words.Say("cmd.flag.replications-points"),
		"workers":      words.Say("cmd.flag.workers"),
		"format":       words.Say("cmd.flag.format"),
		"out":          words.Say("cmd.flag.out"),
	})
	cmd.Flags().Bool("no-progress", false, d.text(words.Say("cmd.flag.no-progress")))
	cmd.Flags().Bool("force", false, d.text(words.Say("cmd.flag.force-run")))
	cmd.Flags().Bool("resume", false, d.text(words.Say("cmd.flag.resume")))
	d.changing(cmd)
	choices(cmd, "format", answerFormats())
	return cmd
}

// loadSweep makes a job of a sweep.
func loadSweep(name string, changes []string) (*job, error) {
	roomToGrow()
	s, err := scenarios.LoadSweep(name, changes)
	if err != nil {
		return nil, err
	}
	read := s.Taken.Packed(inputsFolder, changes)
	return &job{inputs: read, warnings: s.Warnings, identity: func(seed *uint64, _ bool) (runlog.Header, error) {
		return identity("sweep "+s.Name, s.Parts(), seedOf(s.Name, seed), false)
	}, size: func(l luck) error { return tooLarge(s, options(s.Name, l)) }, run: func(ctx context.Context, l luck) (*answer, error) {
		o := options(s.Name, l)
		found, err := study.Sweep(ctx, s, o)
		if err != nil {
			return nil, stopped(err)
		}
		repeat := repeated("sweep", name, changes, o, read)
		return &answer{render: func(f form, say *words.Speaker) ([]byte, error) {
			shown := *found
			shown.Repeat = repeat.here + language(say)
			if f.file {
				shown.Repeat = repeat.kept + language(say)
			}
			return renderSweep(&shown, f, say)
		}}, nil
	}}, nil
}

// renderSweep puts a sweep into a form.
func renderSweep(s *report.Sweep, f form, say *words.Speaker) ([]byte, error) {
	switch f.format {
	case "json":
		return s.JSON(say)
	case "csv":
		data, err := s.CSV(say)
		if f.file {
			data = append([]byte(report.ByteOrderMark), data...)
		}
		return data, err
	case "markdown":
		return []byte(s.Markdown(say)), nil
	}
	return []byte(s.Text(say, f.width)), nil
}

// tooLarge refuses a sweep of more points or runs than the program takes on, with their number and the time that they would take: that
// of one run here, as often as they are, over the workers. Only then anything is run for it.
func tooLarge(s *scenarios.Sweep, o study.Options) error {
	points, each := s.Count(), float64(s.Replications)
	if o.Replications > 0 {
		each = float64(o.Replications)
	}
	if points <= mostSweptPoints && points*each <= mostSweptRuns {
		return nil
	}
	began := time.Now()
	one := study.Options{Seed: o.Seed, Replications: 1, Workers: 1}
	if err := study.RunOnce(context.Background(), s, one); err != nil {
		return stopped(err)
	}
	seconds := time.Since(began).Seconds() * points * each / float64(max(1, o.Workers))
	return &fault{
		code: exitLimits, what: words.Say("cmd.sweep.too-large", "points", rounded(points), "each", rounded(each), "runs", rounded(points*each), "time", duration(seconds)),
		allowed: words.Say("cmd.sweep.allowed", "points", mostSweptPoints, "runs", mostSweptRuns), help: words.Say("cmd.sweep.help"),
	}
}

// rounded writes a count: in plain digits as long as anybody can read them.
func rounded(x float64) string {
	if x < 1e15 {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'g', 3, 64)
}

// duration writes about how long something takes, in the largest unit of which there is one at least.
func duration(seconds float64) words.Phrase {
	for _, unit := range []struct {
		seconds float64
		say     func(count string) words.Phrase
	}{
		{365.25 * 24 * 3600, func(count string) words.Phrase { return words.Say("cmd.years", "number", count) }},
		{24 * 3600, func(count string) words.Phrase { return words.Say("cmd.days", "number", count) }},
		{3600, func(count string) words.Phrase { return words.Say("cmd.hours", "number", count) }},
	} {
		if seconds >= unit.seconds {
			return unit.say(twoDigits(seconds / unit.seconds))
		}
	}
	return words.Say("cmd.minutes", "number", twoDigits(seconds/60))
}

// twoDigits rounds to two digits.
func twoDigits(x float64) string {
	if x < 1 {
		return "1"
	}
	tens := math.Pow10(int(math.Floor(math.Log10(x))) - 1)
	return rounded(math.Max(1, math.Round(x/tens)*tens))
}
