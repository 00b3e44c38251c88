//go:build slow

package law

// gridSize is how many points a grid of the accuracy tests has.
const gridSize = 50_000
