package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// wanted reads which measures are all that is wanted, if the command line says it, and gives the list as it was written.
func wanted(cmd *cobra.Command, work *job, s *settings) (string, error) {
	flag := cmd.Flag("measures")
	if flag == nil || !flag.Changed {
		return "", nil
	}
	text := flag.Value.String()
	if s.observe > 0 {
		return "", misuse(words.Say("cmd.measures-observed"), words.Phrase{}, words.Say("cmd.help.measures-observed"))
	}
	err := work.want(text)
	var found *strict.Problems
	if errors.As(err, &found) {
		return "", &fault{code: exitUsage, cause: found} // a wrong value on the command line, however it was read
	}
	return text, err
}

// enough refuses what asks for measures that are not among those that are wanted.
func enough(work *job, s *settings) error {
	if s.measures == "" {
		return nil
	}
	var asked []string
	if s.steady != "" {
		asked = append(asked, "--steady", s.steady)
	}
	if s.precision != nil {
		for _, goal := range s.precision.Until {
			asked = append(asked, "--precision", goal.Measure)
		}
	}
	for pair := range slices.Chunk(asked, 2) {
		if !slices.Contains(work.wanted(), pair[1]) {
			return misuse(words.Say("cmd.measures-without", "flag", pair[0], "measure", pair[1]), words.Phrase{}, words.Say("cmd.help.measures-without", "measure", pair[1]))
		}
	}
	return nil
}
