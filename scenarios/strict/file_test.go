package strict

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// refusal is the message about a path that must be refused.
func refusal(t *testing.T, path string) (string, Class) {
	t.Helper()
	var problems Problems
	data, ok := ReadFile(path, &problems)
	require.False(t, ok)
	require.Empty(t, data)
	return problems.Error(), problems.Class()
}

func TestAFileIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Lao Bảo.yaml")
	require.NoError(t, os.WriteFile(path, []byte("version: 1\n"), 0o644))
	var problems Problems
	data, ok := ReadFile(path, &problems)
	require.True(t, ok)
	assert.NoError(t, problems.Err())
	assert.Equal(t, "version: 1\n", string(data))
}

func TestAMissingFileIsAnsweredWithTheNearestName(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"lao-bao.yaml", "cau-treo.yaml"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), nil, 0o644))
	}
	for name, help := range map[string]string{
		"lao-boa.yaml": "\n   help: did you mean `" + filepath.Join(folder, "lao-bao.yaml") + "`?",
		"Lao-Bao.yaml": "\n   help: did you mean `" + filepath.Join(folder, "lao-bao.yaml") + "`?",
		"cau-treo":     "\n   help: did you mean `" + filepath.Join(folder, "cau-treo.yaml") + "`?",
		"moc-bai.yaml": "",
	} {
		path := filepath.Join(folder, name)
		text, class := refusal(t, path)
		if _, err := os.Stat(path); err == nil {
			continue // a file system that does not tell capitals apart has found it
		}
		assert.Equal(t, path+": there is no such file"+help, text)
		assert.Equal(t, Files, class)
	}
	text, _ := refusal(t, filepath.Join(folder, "none", "lao-bao.yaml"))
	assert.Contains(t, text, ": there is no folder "+filepath.Join(folder, "none"))
}

func TestAFolderIsRefused(t *testing.T) {
	folder := t.TempDir()
	text, class := refusal(t, folder)
	assert.Equal(t, folder+": is a folder, a file is wanted\n   help: give the name of a .yaml file", text)
	assert.Equal(t, Files, class)
}

func TestNoPermissionNamesTheUser(t *testing.T) {
	// Tests may run as root, who may read everything, so the refusal of the system is made here.
	problem := fileProblem("a.yaml", &fs.PathError{Op: "open", Path: "a.yaml", Err: fs.ErrPermission})
	assert.Equal(t, Files, problem.Class)
	assert.Equal(t, "a.yaml: user "+userName()+" may not read this file\n", problem.text(english(t)))
}

func TestAnyOtherFaultKeepsItsReason(t *testing.T) {
	problem := fileProblem("a.yaml", &fs.PathError{Op: "read", Path: "a.yaml", Err: errors.New("input/output error")})
	assert.Equal(t, "a.yaml: cannot be read: input/output error\n", problem.text(english(t)))
}

func TestAHugeFileIsRefusedUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.yaml")
	file, err := os.Create(path)
	require.NoError(t, err)
	require.NoError(t, file.Truncate(MaxSize*3))
	require.NoError(t, file.Close())
	text, class := refusal(t, path)
	assert.Contains(t, text, "the file has 48.0 MiB, the limit is 16 MiB")
	assert.Equal(t, Limits, class)
}
