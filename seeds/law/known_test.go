package law

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// made stops the test when a law is refused.
func made(t testing.TB) func(Law, error) Law {
	return func(l Law, err error) Law {
		t.Helper()
		require.NoError(t, err)
		return l
	}
}

// known is a law with its published figures and, by other hands (gonum), its distribution function.
type known struct {
	law                   Law
	mean, sd, median, p95 float64
	below                 func(x float64) float64
}

// knownLaws: mean, standard deviation, median and 95th percentile to 12 digits, computed with 40 digits (mpmath) from
// the textbook definitions; minutes.
func knownLaws(t testing.TB) map[string]known {
	ok := made(t)
	beta := distuv.Beta{Alpha: 2, Beta: 4} // 1 + 4 (20-5)/60 and 6 less it
	parent := distuv.Normal{Mu: 60, Sigma: 20}
	logs := distuv.LogNormal{Mu: math.Log(45 / math.Sqrt(1.36)), Sigma: math.Sqrt(math.Log(1.36))}
	return map[string]known{
		"exponential": {
			ok(Exponential(30)), 30, 30, 20.7944154168, 89.8719682066,
			distuv.Exponential{Rate: 1.0 / 30}.CDF,
		},
		"lognormal": {
			ok(Lognormal(45, 0.6)), 45, 27, 38.5871816571, 96.0638339484,
			logs.CDF,
		},
		"gamma": {
			ok(Gamma(40, 2.5)), 40, 25.2982212813, 34.8116815288, 88.5639815481,
			distuv.Gamma{Alpha: 2.5, Beta: 2.5 / 40}.CDF,
		},
		"weibull": {
			ok(Weibull(1.7, 50)), 44.612225125, 27.0117949814, 40.3030508593, 95.3379667544,
			distuv.Weibull{K: 1.7, Lambda: 50}.CDF,
		},
		"triangular": {
			ok(Triangular(5, 20, 65)), 30, 12.747548784, 28.2576538583, 53.3810499614,
			distuv.NewTriangle(5, 65, 20, nil).CDF,
		},
		"pert": {
			ok(PERT(5, 20, 65)), 25, 10.6904496765, 23.8286102273, 44.4444990801,
			func(x float64) float64 { return beta.CDF((x - 5) / 60) },
		},
		"erlang": {
			ok(Erlang(3, 12)), 12, 6.92820323028, 10.6962412549, 25.1831744875,
			distuv.Gamma{Alpha: 3, Beta: 0.25}.CDF,
		},
		"uniform": {
			ok(Uniform(10, 25)), 17.5, 4.33012701892, 17.5, 24.25,
			distuv.Uniform{Min: 10, Max: 25}.CDF,
		},
		"truncated normal": {
			ok(Normal(60, 20, 30, 120)), 62.6846960396, 17.4267242785, 61.6426161064, 93.3028743914,
			func(x float64) float64 {
				return (parent.CDF(x) - parent.CDF(30)) / (parent.CDF(120) - parent.CDF(30))
			},
		},
	}
}

// TestKnownMomentsAndQuantiles is reference case P43.
func TestKnownMomentsAndQuantiles(t *testing.T) {
	for name, k := range knownLaws(t) {
		assert.InEpsilon(t, k.mean, k.law.Mean(), 1e-9, "%s: mean", name)
		assert.InEpsilon(t, k.sd, k.law.SD(), 1e-9, "%s: sd", name)
		assert.InEpsilon(t, k.median, k.law.Quantile(0.5), 1e-9, "%s: median", name)
		assert.InEpsilon(t, k.p95, k.law.Quantile(0.95), 1e-9, "%s: p95", name)
	}
}

// TestQuantilesInvertTheDistribution: the distribution function of the quantile of u is u.
func TestQuantilesInvertTheDistribution(t *testing.T) {
	for name, k := range knownLaws(t) {
		for i := range 999 {
			u := (float64(i) + 1) / 1000
			assert.InDelta(t, u, k.below(k.law.Quantile(u)), 1e-9, "%s: u = %v", name, u)
		}
	}
}

// TestSamplesFollowTheLaw: a million draws; mean and standard deviation within 4 standard errors (the one of the
// standard deviation from the fourth moment of the sample), and the Kolmogorov-Smirnov test with p > 0.001.
func TestSamplesFollowTheLaw(t *testing.T) {
	draws := 1_000_000
	if testing.Short() {
		draws = 20_000
	}
	for name, k := range knownLaws(t) {
		random := rand.New(rand.NewPCG(20250618, 43))
		x := make([]float64, draws)
		for i := range x {
			x[i] = k.law.Quantile((math.Floor(random.Float64()*0x1p52) + 0.5) * 0x1p-52)
		}
		mean, variance, fourth := moments(x)
		n := float64(draws)
		assert.InDelta(t, k.mean, mean, 4*k.sd/math.Sqrt(n), "%s: mean", name)
		errorOfSD := math.Sqrt((fourth - variance*variance) / n / (4 * variance))
		assert.InDelta(t, k.sd, math.Sqrt(variance), 4*errorOfSD, "%s: sd", name)
		slices.Sort(x)
		assert.Less(t, kolmogorov(x, k.below)*math.Sqrt(n), 1.9495, "%s: the limit that chance passes once in 1000", name)
	}
}

// moments gives mean, variance and fourth central moment.
func moments(x []float64) (mean, variance, fourth float64) {
	n := float64(len(x))
	for _, v := range x {
		mean += v / n
	}
	for _, v := range x {
		d := (v - mean) * (v - mean)
		variance += d / n
		fourth += d * d / n
	}
	return mean, variance, fourth
}

// kolmogorov is an upper bound of the largest distance between the steps of the sorted sample and the distribution
// function, which is asked at every 50th value only: both climb, so between two of those neither can go astray by more.
func kolmogorov(sorted []float64, below func(float64) float64) float64 {
	n, distance, last, previous := float64(len(sorted)), 0.0, 0, 0.0
	for i := 49; i < len(sorted); i += 50 {
		p := below(sorted[i])
		distance = max(distance, p-float64(last)/n, float64(i+1)/n-previous)
		last, previous = i+1, p
	}
	return max(distance, 1-float64(last)/n, 1-previous)
}
