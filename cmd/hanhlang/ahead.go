package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// fewAhead is how many warnings of busy stations are shown before a run; of more it is said how many, and where they can be read.
const fewAhead = 3

// warnAhead says before a run which stations cannot keep up, or nearly cannot. A strict run is refused for the first of these.
func (d *desk) warnAhead(cmd *cobra.Command, work *job, s settings, name string) error {
	if strict, _ := cmd.Flags().GetBool("strict"); work.ahead == nil || strict { // declared with the others, see running
		return nil
	}
	found, err := work.ahead(luck{seed: s.seed, replications: s.replications, precision: s.precision, antithetic: s.antithetic})
	if err != nil {
		return err
	}
	if n := len(found.All()); n > fewAhead {
		d.note(words.Say("cmd.busy-stations", "count", n, "command", commandLine(append([]string{"check", name}, setFlags(changes(cmd))...))))
		return nil
	}
	d.warn(found)
	return nil
}

// setFlags are assignments as they stand on a command line.
func setFlags(changes []string) []string {
	var out []string
	for _, change := range changes {
		out = append(out, "--set", change)
	}
	return out
}

// together are the problems of several readings in one list.
func together(of ...*strict.Problems) *strict.Problems {
	out := &strict.Problems{}
	for _, problems := range of {
		if problems == nil {
			continue
		}
		for _, p := range problems.All() {
			out.Add(p)
		}
	}
	return out
}
