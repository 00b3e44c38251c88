package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"hanhlang/corridors/words"
)

// collapse is a panic that was caught: the fault is ours, and the user gets a short message and a way to repeat it.
type collapse struct {
	what  string
	stack []byte
}

// Error is what the panic said.
func (c *collapse) Error() string { return c.what }

// conclude is the one place that prints an error and chooses the exit code.
func (d *desk) conclude(ctx context.Context, err error) int {
	if err == nil || gone(err) {
		return exitDone
	}
	var stopped interruption
	if errors.As(context.Cause(ctx), &stopped) && errors.Is(err, context.Canceled) {
		d.farewell(stopped)
		return stopped.code()
	}
	code := exitDone
	for _, each := range apart(err) {
		code = max(code, d.tell(each))
	}
	return code
}

// apart gives the errors that were joined, on whatever level, or the one error there is.
func apart(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, each := range joined.Unwrap() {
		all = append(all, apart(each)...)
	}
	return all
}

// tell prints one error and gives the exit code it deserves.
func (d *desk) tell(err error) int {
	var f *fault
	if errors.As(err, &f) {
		d.explain(f)
		return f.code
	}
	if code, ok := d.tellProblems(err); ok {
		return code
	}
	return d.internal(err)
}

// explain prints a fault in the form of all messages: what is wrong, what is allowed, what to do.
func (d *desk) explain(f *fault) {
	if f.what.Empty() {
		d.tellProblems(f.cause) // none: all is said already, and only the code is left to give
		return
	}
	d.note(f.what)
	if !f.allowed.Empty() {
		fmt.Fprintln(d.errs, "   "+d.text(words.Say("cmd.allowed", "allowed", f.allowed)))
	}
	if !f.help.Empty() {
		fmt.Fprintln(d.errs, "   "+d.text(words.Say("cmd.help", "help", f.help)))
	}
	if debugging() && f.cause != nil {
		fmt.Fprintln(d.errs, f.cause)
	}
}

// internal reports an error that nobody foresaw.
func (d *desk) internal(err error) int {
	d.note(words.Say("cmd.internal", "what", err.Error()))
	fmt.Fprintln(d.errs, "   "+d.text(words.Say("cmd.internal.repeat", "command", commandLine(d.args), "version", release)))
	var c *collapse
	switch {
	case !debugging():
		fmt.Fprintln(d.errs, "   "+d.text(words.Say("cmd.internal.debug")))
	case errors.As(err, &c):
		fmt.Fprintf(d.errs, "%s", c.stack)
	}
	return exitInternal
}

// debugging tells whether stack traces are wanted.
func debugging() bool { return os.Getenv("HANHLANG_DEBUG") == "1" }
