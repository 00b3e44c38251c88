// Package experiment repeats a stochastic run, collects what each replication observed, and
// compares alternatives that ran on the same luck.
// It knows no trucks, no clock, and not what a replication does.
//
// The replication is the unit of inference: parallel over replications only, reduced in
// replication order, so that the number of workers changes nothing but the time it takes.
package experiment
