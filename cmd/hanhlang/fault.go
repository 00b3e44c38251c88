package main

import (
	"errors"
	"io/fs"
	"syscall"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// Exit codes of the command; those of signals are 128 plus the signal's number.
const (
	exitDone     = 0 // answered
	exitInternal = 1 // a fault of the program itself
	exitUsage    = 2 // the command line, the environment or the settings file
	exitScenario = 3 // what a scenario or study says
	exitFiles    = 4 // files and disk
	exitLimits   = 5 // more than the program takes on
	exitStopped  = 6 // the model stopped: deadlock, or overload where that is forbidden
	exitAudit    = 7 // the answer did not pass its own audit
)

// fault is an error that a user can act on: what is wrong, what is allowed, what to do. Only main prints it.
type fault struct {
	code    int
	what    words.Phrase
	allowed words.Phrase
	help    words.Phrase
	cause   error
}

// Error names the message; the text that users read is made by main, in their language.
func (f *fault) Error() string {
	if f.cause != nil {
		return f.what.ID + ": " + f.cause.Error()
	}
	return f.what.ID
}

// Unwrap gives the error behind the fault, if there is one.
func (f *fault) Unwrap() error { return f.cause }

// misuse is a fault of the command line.
func misuse(what, allowed, help words.Phrase) *fault {
	return &fault{code: exitUsage, what: what, allowed: allowed, help: help}
}

// broken is a fault of a file or folder: what could not be done, to which path, and the reason the system gives.
func broken(path string, cause error, help words.Phrase) *fault {
	return &fault{
		code: exitFiles, what: words.Say("cmd.file-fault", "path", path, "reason", reason(cause)),
		help: help, cause: cause,
	}
}

// reason says why the system refused, in words where the reason is a usual one.
func reason(err error) words.Phrase {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return words.Say("cmd.reason.permission")
	case errors.Is(err, fs.ErrNotExist):
		return words.Say("cmd.reason.missing")
	case errors.Is(err, syscall.ENOTDIR):
		return words.Say("cmd.reason.no-folder")
	case errors.Is(err, syscall.ENOSPC):
		return words.Say("cmd.reason.full")
	}
	return words.Plain(err.Error())
}

// didYouMean suggests the nearest of some names, or says nothing.
func didYouMean(written string, names []string) words.Phrase {
	if near, ok := quantity.Nearest(written, names); ok {
		return words.Say("cmd.did-you-mean", "near", near)
	}
	return words.Phrase{}
}
