package law

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrongParametersSayWhatIsWrong(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	wrong := func(_ Law, err error) ParameterError {
		var fault *ParameterError
		require.ErrorAs(t, err, &fault)
		return *fault
	}
	for _, c := range []struct{ got, want ParameterError }{
		{wrong(Constant(-1)), ParameterError{"constant", "value", -1, TooSmall, 0, ""}},
		{wrong(Constant(inf)), ParameterError{"constant", "value", inf, NotFinite, 0, ""}},
		{wrong(Constant(2e15)), ParameterError{"constant", "value", 2e15, TooLarge, 1e15, ""}},
		{wrong(Exponential(0)), ParameterError{"exponential", "mean", 0, NotAbove, 0, ""}},
		{wrong(Exponential(-3)), ParameterError{"exponential", "mean", -3, TooSmall, 0, ""}},
		{wrong(Uniform(-1, 3)), ParameterError{"uniform", "lo", -1, TooSmall, 0, ""}},
		{wrong(Uniform(3, 3)), ParameterError{"uniform", "hi", 3, NotAbove, 3, "lo"}},
		{wrong(Uniform(5, 3)), ParameterError{"uniform", "hi", 3, NotAbove, 5, "lo"}},
		{wrong(Triangular(5, 4, 9)), ParameterError{"triangular", "mode", 4, TooSmall, 5, "lo"}},
		{wrong(Triangular(5, 10, 9)), ParameterError{"triangular", "hi", 9, TooSmall, 10, "mode"}},
		{wrong(Triangular(5, 5, 5)), ParameterError{"triangular", "hi", 5, NotAbove, 5, "lo"}},
		{wrong(PERT(5, 4, 9)), ParameterError{"pert", "mode", 4, TooSmall, 5, "lo"}},
		{wrong(Lognormal(40, -0.1)), ParameterError{"lognormal", "cv", -0.1, TooSmall, 0, ""}},
		{wrong(Lognormal(40, 101)), ParameterError{"lognormal", "cv", 101, TooLarge, 100, ""}},
		{wrong(Lognormal(0, 0.5)), ParameterError{"lognormal", "mean", 0, NotAbove, 0, ""}},
		{wrong(LognormalMeanP95(40, 40)), ParameterError{"lognormal", "p95", 40, NotAbove, 40, "mean"}},
		{wrong(LognormalMedianP95(40, 30)), ParameterError{"lognormal", "p95", 30, NotAbove, 40, "median"}},
		{wrong(Gamma(40, 0.1)), ParameterError{"gamma", "shape", 0.1, TooSmall, 0.2, ""}},
		{wrong(Gamma(40, 20_000)), ParameterError{"gamma", "shape", 20_000, TooLarge, 10_000, ""}},
		{wrong(Gamma(0, 2)), ParameterError{"gamma", "mean", 0, NotAbove, 0, ""}},
		{wrong(Erlang(0, 12)), ParameterError{"erlang", "k", 0, TooSmall, 1, ""}},
		{wrong(Erlang(3, inf)), ParameterError{"erlang", "mean", inf, NotFinite, 0, ""}},
		{wrong(Weibull(0, 50)), ParameterError{"weibull", "shape", 0, TooSmall, 0.1, ""}},
		{wrong(Weibull(2, 0)), ParameterError{"weibull", "scale", 0, NotAbove, 0, ""}},
		{wrong(Normal(60, 0, 0, 90)), ParameterError{"normal", "sd", 0, NotAbove, 0, ""}},
		{wrong(Normal(60, 20, 90, 30)), ParameterError{"normal", "hi", 30, NotAbove, 90, "lo"}},
		{wrong(Normal(60, 20, -5, 90)), ParameterError{"normal", "lo", -5, TooSmall, 0, ""}},
		{wrong(Empirical(nil, nil)), ParameterError{"empirical", "values", 0, Missing, 1, ""}},
		{wrong(Empirical([]float64{1, 2}, []float64{1})), ParameterError{"empirical", "weights", 1, Unequal, 2, "values"}},
		{wrong(Empirical([]float64{1, -2}, nil)), ParameterError{"empirical", "values", -2, TooSmall, 0, ""}},
		{wrong(Empirical([]float64{1}, []float64{0})), ParameterError{"empirical", "weights", 0, NotAbove, 0, ""}},
		{wrong(Empirical([]float64{1}, []float64{-1})), ParameterError{"empirical", "weights", -1, TooSmall, 0, ""}},
	} {
		assert.Equal(t, c.want, c.got)
	}
	got := wrong(Exponential(nan))
	assert.Equal(t, NotFinite, got.Reason)
	got = wrong(LognormalMeanP95(40, 200))
	assert.Equal(t, TooLarge, got.Reason)
	assert.Equal(t, "mean", got.Of)
	assert.InEpsilon(t, 40*3.8681, got.Limit, 1e-4, "exp(1.6449^2/2) means")
	got = wrong(LognormalMedianP95(40, 40*148))
	assert.Equal(t, TooLarge, got.Reason)
	got = wrong(Normal(60, 5, 90, 99))
	assert.Equal(t, Remote, got.Reason, "six deviations out")
	assert.InEpsilon(t, 9.866e-10, got.Value, 1e-3, "P(Z > 6), from tables")
}

func TestAllKindsRefuseWhatIsNoNumber(t *testing.T) {
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for name, try := range map[string]func() (Law, error){
			"constant":         func() (Law, error) { return Constant(bad) },
			"exponential":      func() (Law, error) { return Exponential(bad) },
			"uniform lo":       func() (Law, error) { return Uniform(bad, 1) },
			"uniform hi":       func() (Law, error) { return Uniform(1, bad) },
			"triangular lo":    func() (Law, error) { return Triangular(bad, 1, 2) },
			"triangular mode":  func() (Law, error) { return Triangular(0, bad, 2) },
			"triangular hi":    func() (Law, error) { return Triangular(0, 1, bad) },
			"pert mode":        func() (Law, error) { return PERT(0, bad, 2) },
			"lognormal mean":   func() (Law, error) { return Lognormal(bad, 1) },
			"lognormal cv":     func() (Law, error) { return Lognormal(1, bad) },
			"lognormal p95":    func() (Law, error) { return LognormalMeanP95(1, bad) },
			"lognormal median": func() (Law, error) { return LognormalMedianP95(bad, 1) },
			"gamma mean":       func() (Law, error) { return Gamma(bad, 1) },
			"gamma shape":      func() (Law, error) { return Gamma(1, bad) },
			"erlang":           func() (Law, error) { return Erlang(2, bad) },
			"weibull shape":    func() (Law, error) { return Weibull(bad, 1) },
			"weibull scale":    func() (Law, error) { return Weibull(1, bad) },
			"normal mean":      func() (Law, error) { return Normal(bad, 1, 0, 1) },
			"normal sd":        func() (Law, error) { return Normal(1, bad, 0, 1) },
			"normal hi":        func() (Law, error) { return Normal(1, 1, 0, bad) },
			"empirical":        func() (Law, error) { return Empirical([]float64{1, bad}, nil) },
			"weights":          func() (Law, error) { return Empirical([]float64{1, 2}, []float64{1, bad}) },
		} {
			l, err := try()
			var fault *ParameterError
			require.ErrorAs(t, err, &fault, name)
			assert.Equal(t, NotFinite, fault.Reason, name)
			assert.Equal(t, Law{}, l, name)
		}
	}
}

func TestParameterErrorsReadLikeLogLines(t *testing.T) {
	_, err := Uniform(5, 3)
	assert.EqualError(t, err, "uniform.hi: 3 is not-above (limit 5 set by lo)")
	_, err = Constant(-1)
	assert.EqualError(t, err, "constant.value: -1 is too-small (limit 0)")
}
