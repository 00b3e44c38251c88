// Package study answers studies: it runs every alternative on the same luck, compares them,
// varies what is only assumed, and puts the answer together.
// It does not know files, flags, terminals or formats.
package study

// A reader who follows an answer passes: Run plays the grid of alternatives and replications
// (grid.go), gathers what each replication measured (gather.go), asks which assumptions matter
// (sensitivity.go), and assembles the report.Comparison (answer.go, audit.go).
