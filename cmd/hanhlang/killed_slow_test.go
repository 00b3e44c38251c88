//go:build slow && unix

package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// One hundred times the program, as it is shipped, is killed at a random instant; each time --resume ends in the same bytes. At
// least ninety of the instants lie within replications.
func TestHundredKilledRunsEndInTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "hanhlang")
	built, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, string(built))
	t.Chdir(dir)
	k := undisturbed(t, "400", func(args ...string) *exec.Cmd { return exec.Command(program, args...) })
	within := k.kills(100)
	t.Logf("%d of 100 kills within replications, of %d runs in %v", within, k.runs, k.takes)
	assert.GreaterOrEqual(t, within, 90)
}
