//go:build !slow

package law

// gridSize is how many points a grid of the accuracy tests has; the slow set (-tags slow) has 50 times as many.
const gridSize = 1000
