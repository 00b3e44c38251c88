package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"hanhlang/scenarios/strict"
)

// tellProblems prints what is wrong with scenarios, if that is what the error is, and gives its exit code.
func (d *desk) tellProblems(err error) (int, bool) {
	var found *strict.Problems
	if !errors.As(err, &found) {
		return exitDone, false
	}
	fmt.Fprint(d.errs, found.Text(d.say))
	return int(found.Class()), true
}

// warn prints what is worth saying about files that are in order.
func (d *desk) warn(found *strict.Problems) {
	if found != nil {
		fmt.Fprint(d.errs, found.Text(d.say))
	}
}

// listed gives problems or warnings as the list that check prints in JSON; nil for none.
func (d *desk) listed(found *strict.Problems) any {
	if found == nil || len(found.All()) == 0 {
		return nil
	}
	text, err := found.JSON(d.say)
	var list struct{ Problems json.RawMessage }
	if err != nil || json.Unmarshal(text, &list) != nil {
		return nil
	}
	return list.Problems
}

// codeOf is the exit code of an error that need not be printed.
func codeOf(err error) int {
	var f *fault
	var found *strict.Problems
	switch {
	case errors.As(err, &f):
		return f.code
	case errors.As(err, &found):
		return int(found.Class())
	}
	return exitInternal
}

// plainProblem is a fault that has no place in a file, in the shape of those that have one.
type plainProblem struct {
	What     string `json:"what"`
	Allowed  string `json:"allowed,omitempty"`
	Help     string `json:"help,omitempty"`
	Message  string `json:"message"`
	ExitCode int    `json:"exit_code"`
}

// problems gives an error as the list that check prints in JSON.
func (d *desk) problems(err error) any {
	var found *strict.Problems
	if errors.As(err, &found) {
		if list := d.listed(found); list != nil {
			return list
		}
	}
	var f *fault
	if errors.As(err, &f) {
		return []plainProblem{{d.text(f.what), d.text(f.allowed), d.text(f.help), f.what.ID, f.code}}
	}
	return []plainProblem{{What: err.Error(), ExitCode: codeOf(err)}}
}
