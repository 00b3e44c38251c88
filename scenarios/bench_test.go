package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func BenchmarkScenario(b *testing.B) {
	for b.Loop() {
		_, err := LoadScenario("lao-bao-today", nil)
		require.NoError(b, err)
	}
}

func BenchmarkStudy(b *testing.B) {
	for b.Loop() {
		_, err := LoadStudy("lao-bao-digital-vs-paper", nil)
		require.NoError(b, err)
	}
}

// BenchmarkWith is what a sensitivity asks for several hundred times.
func BenchmarkWith(b *testing.B) {
	s, err := LoadScenario("lao-bao-today", nil)
	require.NoError(b, err)
	in := s.Inputs[len(s.Inputs)/2]
	for b.Loop() {
		_, err := s.With(in.Path, in.Low)
		require.NoError(b, err)
	}
}

func BenchmarkList(b *testing.B) {
	for b.Loop() {
		require.NotEmpty(b, List())
	}
}
