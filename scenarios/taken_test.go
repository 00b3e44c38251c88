package scenarios

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writeAll writes texts into files below a folder.
func writeAll(t *testing.T, folder string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		path := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
}

// unpack writes packed files below a folder.
func unpack(t *testing.T, folder string, p Packed) {
	t.Helper()
	for _, f := range p.Files {
		writeAll(t, folder, map[string]string{f.Name: string(f.Data)})
	}
}

const oneLane = "version: 1\nkind: scenario\nname: lane\nextends: reference/p10-m-m-1\n"

// TestNamesFromTheRootAreWrittenAnew: they mean nothing elsewhere. All else is as it was, to the byte:
// the mark of byte order, line ends, comments.
func TestNamesFromTheRootAreWrittenAnew(t *testing.T) {
	folder := t.TempDir()
	base, other := filepath.ToSlash(filepath.Join(folder, "nền", "lao-bao.yaml")), filepath.ToSlash(filepath.Join(folder, "x", "Lào.yaml"))
	own := "\ufeffversion: 1\r\nkind: scenario # Lào\rname: mine\nextends: ['" + base + "', \"" + other + "\"] # " + base + "\r\n"
	writeAll(t, folder, map[string]string{"a/mine.yaml": own, "nền/lao-bao.yaml": oneLane, "x/Lào.yaml": "version: 1\nkind: scenario\nname: x\nextends: ../nền/lao-bao.yaml\n"})
	s, err := LoadScenario(filepath.Join(folder, "a", "mine.yaml"), nil)
	require.NoError(t, err)
	p := s.Taken.Packed("inputs", nil)
	require.Len(t, p.Files, 3)
	assert.Equal(t, "a/mine.yaml", p.First)
	want := strings.NewReplacer("'"+base+"'", `"../nền/lao-bao.yaml"`, `"`+other+`"`, `"../x/Lào.yaml"`).Replace(own)
	assert.Equal(t, want, string(p.Files[0].Data))
	assert.Equal(t, []string{"reference/p10-m-m-1.yaml"}, p.Shipped)
	require.NoError(t, os.RemoveAll(filepath.Join(folder, "nền")))
	require.NoError(t, os.RemoveAll(filepath.Join(folder, "x")))

	elsewhere := t.TempDir()
	unpack(t, elsewhere, p)
	again, err := LoadScenario(filepath.Join(elsewhere, "a", "mine.yaml"), nil)
	require.NoError(t, err)
	assert.Equal(t, s.Setup, again.Setup)
	second := again.Taken.Packed("inputs", nil)
	assert.Equal(t, p, second, "what was packed packs to itself")
}

// TestFileInTheSameFolderIsNotTakenForAShippedOne: its name from the root on says which it is, its name alone would not.
func TestFileInTheSameFolderIsNotTakenForAShippedOne(t *testing.T) {
	folder := t.TempDir()
	base := filepath.Join(folder, "lao-bao")
	writeAll(t, folder, map[string]string{"mine.yaml": "version: 1\nkind: scenario\nname: mine\nextends: " + filepath.ToSlash(base) + "\n", "lao-bao": oneLane})
	s, err := LoadScenario(filepath.Join(folder, "mine.yaml"), nil)
	require.NoError(t, err)
	p := s.Taken.Packed("inputs", nil)
	assert.Contains(t, string(p.Files[0].Data), `extends: "./lao-bao"`)
	elsewhere := t.TempDir()
	unpack(t, elsewhere, p)
	again, err := LoadScenario(filepath.Join(elsewhere, "mine.yaml"), nil)
	require.NoError(t, err)
	assert.Equal(t, s.Setup, again.Setup)
}

// TestAssignmentsNameTheirFilesAnew: for who stands in the folder that holds inputs.
func TestAssignmentsNameTheirFilesAnew(t *testing.T) {
	folder := t.TempDir()
	writeAll(t, folder, map[string]string{"đếm.csv": "day 1 00:00\n"})
	path := filepath.ToSlash(filepath.Join(folder, "đếm.csv"))
	sets := []string{"horizon.length=24 h", "flows[trucks].arrivals={trace: {value: '" + path + "', why: Lào}}"}
	s, err := LoadScenario("reference/p10-m-m-1", sets)
	require.NoError(t, err)
	p := s.Taken.Packed("inputs", sets)
	assert.Empty(t, p.First)
	assert.Equal(t, []PackedFile{{"đếm.csv", []byte("day 1 00:00\n")}}, p.Files)
	assert.Equal(t, []string{sets[0], `flows[trucks].arrivals={trace: {value: "inputs/đếm.csv", why: Lào}}`}, p.Sets)
}
