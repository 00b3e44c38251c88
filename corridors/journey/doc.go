// Package journey is the running model: trucks with their loads moving through what a corridor
// has, and the ledger of time and money that they leave behind.
// It does not know files, studies, intervals or how answers are shown.
//
// A reader who follows one truck passes: Compile (plan.go) turns a corridor into itineraries, Run
// (world.go) is the loop of the clock, handle.go is the whole model on one page, walk.go takes a
// truck from step to step, ledger.go books every minute and every cent, outcome.go sums them up.
package journey
