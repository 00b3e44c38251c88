// Package main is the command hanhlang: it reads what was asked on the command line, lets the packages below answer, and prints.
// It knows verbs, settings, files, signals and exit codes.
// It does not know how a border works, what a scenario may say, or how a figure is computed.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(start(os.Args[1:], shipped()))
}

// start runs one command with the streams of this process and gives its exit code.
func start(args []string, ask answers) int {
	// A reader that goes away (head) must not kill the process: the write fails instead, and ends the command with 0.
	signal.Ignore(syscall.SIGPIPE)
	d := open(args, ask)
	interrupted, stop := d.heed()
	defer stop()
	return d.conclude(interrupted, d.serve(interrupted, args))
}
