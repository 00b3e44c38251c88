package law

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestStudentRefined: the values are from 40-digit arithmetic, the starts off by a part in a million.
func TestStudentRefined(t *testing.T) {
	for _, c := range []struct {
		exceeded float64
		degrees  int
		want     float64
	}{
		{0.025, 1, 12.706204736174705},
		{0.0005, 1, 636.61924876871962},
		{0.0005, 4, 8.6103015813792751},
		{0.025, 49, 2.0095752371292397},
		{0.25, 1, 1}, // more than half of the law lies within
	} {
		for _, off := range []float64{1 - 1e-6, 1, 1 + 1e-6} {
			assert.InEpsilon(t, c.want, StudentRefined(c.want*off, c.exceeded, c.degrees), 2e-12, "%d degrees", c.degrees)
		}
	}
}

func TestNormalQuantileForOthersIsThatOfTheLaws(t *testing.T) {
	assert.InEpsilon(t, 1.9599639845400545, NormalQuantile(0.975), 1e-15)
	assert.InEpsilon(t, 2.718281828459045, Exp(1), 1e-15)
}
