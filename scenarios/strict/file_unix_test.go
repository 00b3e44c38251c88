//go:build unix

package strict

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPipesAndDevicesAreRefusedAtOnce(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	for _, path := range []string{pipe, "/dev/zero"} {
		text, class := refusal(t, path)
		assert.Contains(t, text, path+": is a pipe or a device, a file is wanted")
		assert.Equal(t, Files, class)
	}
}
