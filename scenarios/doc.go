// Package scenarios reads what if: corridors, scenarios and studies from YAML, shipped or the
// user's own, checked whole before anything runs, with every fault at its line and column.
// It does not know how trucks move, how many replications an answer needs or how it is shown.
package scenarios
