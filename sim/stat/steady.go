package stat

import "math"

// fewestMeans is how many means MSER wants at least.
const fewestMeans = 10

// Truncation is what MSER makes of the beginning of a series.
type Truncation struct {
	Delete int       // observations to take away; a multiple of the batch
	Short  bool      // the best cut lies at the end of what may be cut: the series is too short to tell
	Means  []float64 // of a batch of observations each, in order
	Curve  []float64 // statistic for taking away 0, 1, 2, … of these means, up to half of them
}

// MSER finds how many observations at the beginning of a series belong to its start and not to the long run: as many as make the
// standard error of the mean of the rest smallest. Means of a batch of observations are looked at, of five for MSER-5, and at most half
// of them is taken away. False for fewer than ten means. What is left over beyond the last batch is not looked at.
//
// Source: White 1997, Simulation 69(6) (MSER); White, Cobb and Spratt 2000 (MSER-5).
func MSER(series []float64, batch int) (Truncation, bool) {
	n := len(series) / batch
	if n < fewestMeans {
		return Truncation{}, false
	}
	out := Truncation{Means: make([]float64, n), Curve: make([]float64, n/2+1)}
	for j := range out.Means {
		out.Means[j], _ = Mean(series[j*batch : (j+1)*batch])
	}
	var rest Tally // of the means from the end on
	best := math.Inf(1)
	for j := n - 1; j >= 0; j-- {
		rest.Add(out.Means[j])
		if j > n/2 {
			continue
		}
		left := float64(n - j)
		out.Curve[j] = rest.squares / float64(left*left)
		if out.Curve[j] <= best { // of equal ones the first cut
			best, out.Delete = out.Curve[j], j*batch
		}
	}
	out.Short = out.Delete == n/2*batch && best > 0
	return out, true
}

// Batches is the mean of one long series, with an interval by batch means.
type Batches struct {
	Interval    Interval // N is the number of batches
	Size        int      // observations of each
	Correlation float64  // of a batch with the next one: where it is far from 0 batches are too short, and the interval too narrow
}

// BatchMeans cuts a series into so many batches of equal length, which are taken to be independent, and gives Student's t interval of
// their mean. What is left over at the beginning is not used. Source: Conway 1963; Law 2015, Simulation Modeling and Analysis,
// section 9.5.3. False where there are fewer observations than batches; fewer than two batches panic.
func BatchMeans(series []float64, batches int, confidence float64) (Batches, bool) {
	mustConfidence(confidence)
	if batches < 2 {
		panic("stat: fewer than two batches")
	}
	size := len(series) / batches
	if size == 0 {
		return Batches{}, false
	}
	series = series[len(series)-batches*size:]
	means := make([]float64, batches)
	for i := range means {
		means[i], _ = Mean(series[i*size : (i+1)*size])
	}
	out := Batches{Size: size, Correlation: NextCorrelation(means)}
	out.Interval, _ = MeanInterval(means, confidence)
	return out, true
}

// NextCorrelation is the correlation of values with those that follow them (lag 1); 0 where they do not vary.
func NextCorrelation(x []float64) float64 {
	mean, _ := Mean(x)
	var products, squares sum
	for i, v := range x {
		squares.add(float64((v - mean) * (v - mean)))
		if i > 0 {
			products.add(float64((v - mean) * (x[i-1] - mean)))
		}
	}
	if squares.value() == 0 {
		return 0
	}
	return products.value() / squares.value()
}
