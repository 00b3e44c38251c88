package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// TestNobodyComesInHoursOfZeroRate is reference case P20: hourly counts follow the law of the table, and their variance is their mean.
func TestNobodyComesInHoursOfZeroRate(t *testing.T) {
	if testing.Short() {
		t.Skip("2,000 replications")
	}
	all := logs(t, "reference/p20-zero-hours", 2000)
	rates := []float64{0, 0, 0, 0, 1, 4, 9, 14, 16, 12, 10, 8, 8, 10, 12, 15, 11, 7, 4, 2, 1, 0.5, 0, 0}
	seen := make([]float64, len(rates))
	var days []float64
	for _, c := range all {
		for day := range 3 {
			from := 24 * float64(day)
			for hour := range rates {
				seen[hour] += c.cameBy(from+float64(hour)+1) - c.cameBy(from+float64(hour))
			}
			days = append(days, c.cameBy(from+24)-c.cameBy(from))
		}
	}
	chi, cells := 0.0, 0
	for hour, rate := range rates {
		if rate == 0 {
			assert.Zero(t, seen[hour], "hour %d", hour)
			continue
		}
		want := rate * float64(len(days))
		chi, cells = chi+(seen[hour]-want)*(seen[hour]-want)/want, cells+1
	}
	assert.Greater(t, distuv.ChiSquared{K: float64(cells)}.Survival(chi), 0.001)
	assert.InEpsilon(t, 144.5, stat.Variance(days, nil), 0.1)
}
