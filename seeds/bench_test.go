package seeds

import (
	"math/rand/v2"
	"testing"
)

func BenchmarkUniform(b *testing.B) {
	luck := Replication(1, 0)
	var sum float64
	for i := range b.N {
		sum += luck.Uniform(1, 2, uint32(i), 0)
	}
	keep(b, sum)
}

// BenchmarkUniformInChain asks at an address made of the last number, so that each waits for the one before it.
func BenchmarkUniformInChain(b *testing.B) {
	luck := Replication(1, 0)
	var last float64
	for range b.N {
		last = luck.Uniform(1, 2, uint32(last*1e6), 0)
	}
	keep(b, last)
}

func BenchmarkPair(b *testing.B) {
	luck := Replication(1, 0)
	var sum float64
	for i := range b.N {
		first, second := luck.Pair(1, 2, uint32(i), 0)
		sum += first + second
	}
	keep(b, sum)
}

func BenchmarkReplication(b *testing.B) {
	var sum float64
	for i := range b.N {
		sum += Replication(1, i).Uniform(1, 2, 3, 4)
	}
	keep(b, sum)
}

// BenchmarkYardstickPCG is a stream generator on the same machine: absolute figures drift, the ratio holds.
func BenchmarkYardstickPCG(b *testing.B) {
	stream := rand.New(rand.NewPCG(1, 2))
	var sum float64
	for range b.N {
		sum += stream.Float64()
	}
	keep(b, sum)
}

// keep uses the result, so that the loop is not optimised away.
func keep(b *testing.B, sum float64) {
	if sum < 0 {
		b.Fatal("uniforms are positive")
	}
}
