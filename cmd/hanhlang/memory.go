package main

import (
	"os"
	"runtime/debug"
)

// growth is how far the memory in use may grow before it is cleaned up [%], where many models are made one after another. A study needs
// a few megabytes and makes many short-lived ones: at the usual 100 the cleaning takes a twelfth of the time. One scenario makes
// next to none once it runs, and needs no more than usual.
const growth = 400

// roomToGrow lets memory grow, unless the user has decided with GOGC.
func roomToGrow() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
}
