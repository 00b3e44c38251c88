package law

import (
	"math"
	"math/rand/v2"
	"testing"
)

// numbers are uniform numbers to draw with, in no order that a branch predictor could learn.
func numbers() *[1 << 14]float64 {
	random := rand.New(rand.NewPCG(1, 2))
	var u [1 << 14]float64
	for i := range u {
		u[i] = random.Float64()
	}
	return &u
}

// benchmark times a function of a uniform number. Absolute figures drift with the machine; compare with the yardstick.
func benchmark(b *testing.B, f func(u float64) float64) {
	u := numbers()
	sum := 0.0
	b.ResetTimer()
	for i := range b.N {
		sum += f(u[i%len(u)])
	}
	if math.IsNaN(sum) {
		b.Fatal("outcomes are numbers")
	}
}

func BenchmarkYardstickMathLog(b *testing.B) { benchmark(b, math.Log) }
func BenchmarkLog(b *testing.B)              { benchmark(b, log) }
func BenchmarkYardstickMathExp(b *testing.B) { benchmark(b, math.Exp) }
func BenchmarkExp(b *testing.B)              { benchmark(b, exp) }
func BenchmarkNormalQuantile(b *testing.B)   { benchmark(b, normalQuantile) }

func BenchmarkQuantile(b *testing.B) {
	for name, l := range everyLaw(b) {
		b.Run(name, func(b *testing.B) { benchmark(b, l.Quantile) })
	}
}

func BenchmarkMaking(b *testing.B) {
	for name, make := range map[string]func() (Law, error){
		"lognormal":    func() (Law, error) { return Lognormal(40, 0.6) },
		"gamma 2.5":    func() (Law, error) { return Gamma(40, 2.5) },
		"gamma 10000":  func() (Law, error) { return Gamma(40, 10_000) },
		"pert":         func() (Law, error) { return PERT(5, 20, 65) },
		"normal 60 20": func() (Law, error) { return Normal(60, 20, 30, 120) },
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				if _, err := make(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
