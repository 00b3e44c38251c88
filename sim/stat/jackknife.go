package stat

// RatioByJackknife is mean(numerator)/mean(denominator) with the interval of its jackknife: each pair is left out in turn, and
// Student's t interval taken of the pseudo-values n·r - (n-1)·r₋ᵢ. Their mean, which is the estimate, has less bias than the ratio
// itself. It asks nothing of the pairs that RatioOfMeans does not, and checks it. False when there is no pair, or when a mean of
// the denominator is zero; slices of different length panic.
//
// Source: Quenouille 1956; Tukey 1958; Law 2015, Simulation Modeling and Analysis, section 9.5 (ratio estimation).
func RatioByJackknife(numerator, denominator []float64, confidence float64) (Interval, bool) {
	mustConfidence(confidence)
	mustPair(numerator, denominator)
	n := len(numerator)
	over, under := total(numerator), total(denominator)
	whole := over.value() / under.value()
	if n == 0 || !finite(whole) {
		return Interval{}, false
	}
	if n == 1 {
		return Interval{Mean: whole, N: 1, Confidence: confidence}, true
	}
	pseudo := make([]float64, n)
	for i := range pseudo {
		without := (over.value() - numerator[i]) / (under.value() - denominator[i])
		if !finite(without) {
			return Interval{}, false
		}
		pseudo[i] = float64(float64(n)*whole) - float64(float64(n-1)*without)
	}
	return MeanInterval(pseudo, confidence)
}
