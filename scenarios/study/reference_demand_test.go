package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// TestConvoysQueueAsBulkInput is reference case P16: M[X]/M/1 with platoons of three.
func TestConvoysQueueAsBulkInput(t *testing.T) {
	if testing.Short() {
		t.Skip("2.4 million trucks")
	}
	accept(t, tableOf(t, "reference/p16-platoons", 40), []expected{
		{lane + "wait_h", 60, 105, 2.49},
		{lane + "queue_trucks", 1, 5.25, 2.7},
	})
}

// TestDayShapedArrivalsFillARoad is reference case P19: Mt/M/inf. The rate is that of the case as the
// means of its hours, which moves no value by more than 0.3 %.
func TestDayShapedArrivalsFillARoad(t *testing.T) {
	if testing.Short() {
		t.Skip("2,000 replications")
	}
	all := logs(t, "reference/p19-day-shaped", 2000)
	for _, row := range []struct{ hour, want, hw float64 }{
		{3, 26.3856857907, 1.45},
		{6, 45.1964915117, 1.14},
		{8, 52.1158879388, 1.03},
		{12, 50.5925776178, 1.06},
		{18, 28.2418256226, 1.39},
		{24, 27.9433130336, 1.43},
		{48, 28.0125775816, 1.39},
	} {
		holds(t, all, row.want, row.hw, func(c *counts) float64 { return c.at(row.hour) })
	}
	holds(t, all, 82.9183118052, 2.5, func(c *counts) float64 { return c.cameBy(6) })
}

// TestNobodyComesInHoursOfZeroRate is reference case P20.
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
	holds(t, all, 433.5, 2.5, func(c *counts) float64 { return c.cameBy(72) })
	holds(t, all, 30, 2.5, func(c *counts) float64 { return c.cameBy(9) - c.cameBy(7) })
	holds(t, all, 144.5, 2.5, func(c *counts) float64 { return c.cameBy(24) })
	assert.InEpsilon(t, 144.5, stat.Variance(days, nil), 0.1)
}
