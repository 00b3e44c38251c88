package journey_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
)

var updatePrints = flag.Bool("update-fingerprints", false, "keep the present fingerprints of the shipped files")

const (
	printsPath   = "testdata/fingerprints.txt"
	printsHeader = `# The fingerprint of a month of every shipped corridor, scenario and alternative. Another one means that trucks take another
# course: a decision, whose reason belongs into the commit that changes the line.
# Written by: go test ./corridors/journey -run Month -update-fingerprints
`
)

// prints gathers the fingerprints of the shipped files; it may be used from several tests at once.
type prints struct {
	mutex sync.Mutex
	came  map[string]string
}

func (p *prints) add(title string, fingerprint uint64) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.came[title] = fmt.Sprintf("%016x", fingerprint)
}

// hold compares what came out with what is kept, once all files have run.
func (p *prints) hold(t *testing.T, files int) {
	t.Helper()
	if len(p.came) < files {
		return // somebody asked for some files only, or one has failed
	}
	var text strings.Builder
	text.WriteString(printsHeader)
	for _, title := range slices.Sorted(maps.Keys(p.came)) {
		fmt.Fprintf(&text, "%s  %s\n", p.came[title], title)
	}
	if *updatePrints {
		require.NoError(t, os.MkdirAll(filepath.Dir(printsPath), 0o755))
		require.NoError(t, os.WriteFile(printsPath, []byte(text.String()), 0o644))
		return
	}
	kept, err := os.ReadFile(printsPath)
	require.NoError(t, err)
	assert.Equal(t, string(kept), text.String())
}

// TestAFingerprintTellsCoursesApart: the same luck gives the same one, other luck and another minute of service others, and a
// world that has been used gives that of a new one.
func TestAFingerprintTellsCoursesApart(t *testing.T) {
	of := func(seed seeds.Seed, changes ...string) uint64 {
		s, err := scenarios.LoadScenario("lao-bao-today", changes)
		require.NoError(t, err)
		s.Setup.Horizon = days(0, 2)
		m, err := journey.Compile(s.Setup)
		require.NoError(t, err)
		w := journey.NewWorld(m)
		var prints []uint64
		for range 2 {
			o, err := w.Run(context.Background(), seeds.Replication(seed, 0), nil)
			require.NoError(t, err)
			prints = append(prints, o.Fingerprint)
		}
		assert.Equal(t, prints[0], prints[1])
		return prints[0]
	}
	base := of(1)
	assert.Equal(t, base, of(1))
	assert.NotEqual(t, base, of(2))
	assert.NotEqual(t, base, of(1, "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stations[declaration counters].servers=3"))
}
