package experiment

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/stat"
)

func looksOf(l Looks) []int {
	looks := []int{l.First()}
	for {
		next, more := l.Next(looks[len(looks)-1])
		if !more {
			return looks
		}
		looks = append(looks, next)
	}
}

func TestLooksComeEverLater(t *testing.T) {
	assert.Equal(t, []int{20, 24, 29, 35, 42, 51, 62, 75, 90, 108, 130, 156, 188, 200}, looksOf(Looks{20, 200}))
	assert.Equal(t, []int{2, 3, 4, 5}, looksOf(Looks{2, 5}))
	assert.Equal(t, []int{7}, looksOf(Looks{20, 7}), "the most goes before the least")
}

// held counts the experiments of a law with mean 1 whose 95 % interval holds it, when each stops at the first look at which its
// half-width is at most this share of its mean.
func held(draw func(*rand.Rand) float64, experiments int, looks Looks, part float64) int {
	count := 0
	for e := range experiments {
		random, n := luck(97, e), looks.First()
		var x []float64
		for {
			for len(x) < n {
				x = append(x, draw(random))
			}
			interval, _ := stat.MeanInterval(x, 0.95)
			half, _ := interval.HalfWidth()
			next, more := looks.Next(n)
			if half <= part*interval.Mean || !more {
				if interval.Holds(1) {
					count++
				}
				break
			}
			n = next
		}
	}
	return count
}

// What looking again and again costs: of 20000 experiments of normal luck whose spread is a quarter of their mean, 94.75 % of the
// 95 % intervals held it, and 93.8 % of those of exponential luck. Here are fewer, and so they may miss that by their own interval.
func TestStoppingWhenNarrowCostsLittleCoverage(t *testing.T) {
	const experiments = 4000
	looks := Looks{20, 2000}
	normal, _ := stat.Wilson(held(func(r *rand.Rand) float64 { return 1 + 0.25*r.NormFloat64() }, experiments, looks, 0.05), experiments, 0.999)
	assert.True(t, normal.Holds(0.9475), "%+v", normal)
	skewed, _ := stat.Wilson(held((*rand.Rand).ExpFloat64, experiments, looks, 0.2), experiments, 0.999)
	assert.True(t, skewed.Holds(0.938), "%+v", skewed)
}
