package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// verdict is what check says about one file.
type verdict struct {
	File     string `json:"file"`
	OK       bool   `json:"ok"`
	Summary  string `json:"summary,omitempty"`
	Problems any    `json:"problems,omitempty"`
	Warnings any    `json:"warnings,omitempty"`
	Notes    any    `json:"notes,omitempty"`
}

// verified is what there is to say of a file that is in order.
type verified struct {
	summary  words.Phrase
	warnings *strict.Problems // worth saying, and how some values were read; may be nil
}

// check is the verb that reads scenarios and studies without running them and says everything that is wrong with them.
func (d *desk) check() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "check FILE...",
		Short:   d.text(words.Say("cmd.check.short")),
		Long:    d.text(words.Say("cmd.check.long")),
		Example: d.text(words.Say("cmd.check.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := one(args, append(d.names(kindStudy), d.names(kindScenario)...))
				return err
			}
			format, err := plainFormat(cmd)
			if err != nil {
				return err
			}
			if _, err := d.settings(cmd); err != nil {
				return err
			}
			return d.judge(args, changes(cmd), format)
		},
	}
	d.plain(cmd)
	d.changing(cmd)
	return cmd
}

// judge checks each file. Its error, when something is wrong, carries all that is to be said on stderr and the exit code.
func (d *desk) judge(files, sets []string, format string) error {
	var verdicts []verdict
	var faults []error
	for _, file := range files {
		found, err := d.ask.check(file, sets)
		v := verdict{File: file, OK: err == nil}
		if err == nil {
			v.Summary = d.text(found.summary)
			if format == "json" {
				v.Warnings, v.Notes = d.listed(found.warnings.Grave()), d.listed(found.warnings.Notes())
			} else {
				d.warn(found.warnings)
			}
		} else {
			faults, v.Problems = append(faults, err), d.problems(err)
		}
		verdicts = append(verdicts, v)
	}
	if format == "json" {
		if err := d.json(map[string][]verdict{"files": verdicts}); err != nil {
			return err
		}
		return said(faults)
	}
	for _, v := range verdicts {
		if v.OK {
			fmt.Fprintln(d.out, d.text(words.Say("cmd.check.ok", "file", v.File, "summary", v.Summary)))
		}
	}
	return errors.Join(faults...)
}

// said is the error of faults that stdout has told already: only their exit code is left.
func said(faults []error) error {
	if len(faults) == 0 {
		return nil
	}
	code := exitDone
	for _, err := range faults {
		code = max(code, codeOf(err))
	}
	return &fault{code: code}
}
