package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/verify"
)

// shippedCases is the file of cases that is meant when none is named.
const shippedCases = "reference/cases"

// mostSeeds are more than anybody needs to see how often intervals miss.
const mostSeeds = 1000

// verifying is the verb that holds the model against values that theory knows.
func (d *desk) verifying() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "verify [FILE]",
		Short:   d.text(words.Say("cmd.verify.short")),
		Long:    d.text(words.Say("cmd.verify.long")),
		Example: d.text(words.Say("cmd.verify.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{shippedCases}
			}
			name, err := one(args, nil)
			if err != nil {
				return err
			}
			return d.verify(cmd, name)
		},
	}
	d.texts(cmd, map[string]words.Phrase{
		"case":    words.Say("cmd.flag.case"),
		"seeds":   words.Say("cmd.flag.seeds"),
		"seed":    words.Say("cmd.flag.seed"),
		"workers": words.Say("cmd.flag.workers"),
		"format":  words.Say("cmd.flag.format"),
	})
	cmd.Flags().Bool("no-progress", false, d.text(words.Say("cmd.flag.no-progress")))
	choices(cmd, "format", answerFormats())
	return cmd
}

// verify reads cases, runs them with progress shown meanwhile, and prints how they stand.
func (d *desk) verify(cmd *cobra.Command, name string) error {
	s, err := d.settings(cmd)
	if err != nil {
		return err
	}
	of := 0
	if flag := cmd.Flag("seeds"); flag.Changed {
		number, err := value{where: "--seeds", text: flag.Value.String()}.whole(1, mostSeeds)
		if err != nil {
			return err
		}
		of = int(number)
	}
	work, err := d.ask.verify(name, cmd.Flag("case").Value.String(), of)
	if err != nil {
		return err
	}
	d.warn(work.warnings.Grave())
	found, err := d.followed(cmd, work, luck{seed: s.seed, workers: s.workers, progress: d.count.set}, s)
	if err != nil {
		return err
	}
	return d.print(found, s.format)
}

// loadCases makes a job of a file of cases. Wanted are the names of some of them with commas between; empty stands for all.
// Intervals that miss are counted over so many seeds, if any.
func loadCases(name, wanted string, of int) (*job, error) {
	roomToGrow()
	c, err := scenarios.LoadCases(name)
	if err != nil {
		return nil, err
	}
	chosen, err := chosenCases(c, wanted)
	if err != nil {
		return nil, err
	}
	return &job{warnings: c.Warnings, run: func(ctx context.Context, l luck) (*answer, error) {
		o := verify.Options{Seed: seedOf(c.Name, l.seed), Seeds: of, Workers: l.workers, Version: release, Progress: l.progress}
		v, err := verify.Run(ctx, c, chosen, o)
		if err != nil {
			return nil, stopped(err)
		}
		typed := []string{"verify"}
		if name != shippedCases {
			typed = append(typed, name)
		}
		if wanted != "" {
			typed = append(typed, "--case", wanted)
		}
		if of > 0 {
			typed = append(typed, "--seeds", strconv.Itoa(of))
		}
		v.Repeat = commandLine(append(typed, "--seed", strconv.FormatUint(uint64(o.Seed), 10)))
		found := &answer{render: func(f form, say *words.Speaker) ([]byte, error) {
			shown := *v
			shown.Repeat += language(say)
			return rendered(shown).render(f, say)
		}}
		switch failed := v.Failed(); {
		case len(failed) > 0:
			found.refusal = &fault{code: exitAudit, what: words.Say("cmd.verify.failed", "cases", failed)}
		case v.PoolFailed():
			found.refusal = &fault{code: exitAudit, what: words.Say("cmd.verify.pool-failed", "missed", v.Pool.Missed, "intervals", v.Pool.Intervals)}
		}
		return found, nil
	}}, nil
}

// chosenCases finds cases by name; nil for all of them.
func chosenCases(c *scenarios.Cases, wanted string) ([]int, error) {
	if wanted == "" {
		return nil, nil
	}
	var out []int
	for _, name := range strings.Split(wanted, ",") {
		found := c.Chosen(strings.TrimSpace(name))
		if len(found) == 0 {
			v := value{where: "--case", text: strings.TrimSpace(name)}
			return nil, v.refused(words.Say("cmd.allowed.names", "names", orList(c.Names())), didYouMean(v.text, c.Names()))
		}
		out = append(out, found...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
