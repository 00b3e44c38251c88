package main

import (
	"errors"

	"github.com/spf13/cobra"

	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
)

// aimed reads until when replications are run, if the command line says it.
func aimed(cmd *cobra.Command, work *job) (*scenarios.Precision, error) {
	flag := cmd.Flag("precision")
	if flag == nil || !flag.Changed {
		return nil, nil
	}
	p, err := work.aim(flag.Value.String())
	var found *strict.Problems
	if errors.As(err, &found) {
		return nil, &fault{code: exitUsage, cause: found} // a wrong value on the command line, however it was read
	}
	return p, err
}
