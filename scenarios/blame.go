package scenarios

import (
	"unicode/utf8"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// blame names the setting on the command line that brings faults into files which have none without
// it: `--set streams=[]` leaves a flow without its stream, and the flow is where that shows. faulty
// reads again with other settings.
func blame(sets []string, problems *strict.Problems, faulty func(sets []string) bool) {
	if len(sets) == 0 || problems.Len() == 0 || problems.Class() == strict.CommandLine || faulty(nil) {
		return
	}
	for i, set := range sets {
		if !faulty(sets[:i+1]) {
			continue
		}
		problems.Add(strict.Problem{
			Pos: strict.Pos{File: "--set", Line: i + 1, Col: 1}, Value: set, Class: strict.CommandLine,
			What:    words.Say("scenario.set-breaks"),
			Snippet: strict.Snippet{Text: set, Col: 1, Width: utf8.RuneCountInString(set)},
		})
		return
	}
}
