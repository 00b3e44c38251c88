// Package scenarios reads what if: corridors, scenarios and studies from YAML, shipped or the
// user's own, checked whole before anything runs, with every fault at its line and column.
// It does not know how trucks move, how many replications an answer needs or how it is shown.
package scenarios

// A reader who follows a file passes: a name or path is opened (source.go), the files it builds
// upon are put on a pile (chain.go, pile.go), what gates and posts are like is written out (like.go),
// the files are laid over one another (layers.go, absent.go), the tree is read with types
// (corridor.go and the rest) while every figure gives account of what it rests on (figure.go,
// ground.go), names are looked up where they are used (names.go), and what was read is held
// together (check.go).
