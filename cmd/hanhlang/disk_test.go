package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errStaged = errors.New("staged failure")

// failing is a disk whose n-th call fails, counted over all kinds of calls from 1; calls tells how many there were.
func failing(n int) (k disk, calls *int) {
	real, calls := realDisk(), new(int)
	turn := func() error {
		*calls++
		if *calls == n {
			return errStaged
		}
		return nil
	}
	k = disk{
		create: func(dir, pattern string) (*os.File, error) {
			if err := turn(); err != nil {
				return nil, err
			}
			return real.create(dir, pattern)
		},
		write: func(f *os.File, data []byte) error {
			if err := turn(); err != nil {
				_, _ = f.Write(data[:len(data)/2]) // a disk that fills up takes half
				return err
			}
			return real.write(f, data)
		},
		sync:  func(*os.File) error { return turn() }, // no test pulls the plug, and the real one takes its time
		close: func(f *os.File) error { return errors.Join(real.close(f), turn()) },
		extend: func(name string) (*os.File, error) {
			if err := turn(); err != nil {
				return nil, err
			}
			return real.extend(name)
		},
		rename: func(from, to string) error {
			if err := turn(); err != nil {
				return err
			}
			return real.rename(from, to)
		},
	}
	return k, calls
}

func threePages() []page {
	return []page{
		{name: "inputs/a.yaml", data: []byte("a: 1\n")},
		{name: "report.txt", data: []byte(strings.Repeat("Lao Bảo\n", 1000))},
		{name: resultsFile, data: []byte("{}\n")},
	}
}

// contents lists what stands in a folder under its final names, and how many other files there are.
func contents(t *testing.T, dir string) (pages map[string]string, strays int) {
	t.Helper()
	pages = map[string]string{}
	require.NoError(t, filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		if strings.HasSuffix(name, ".tmp") {
			strays++
			return nil
		}
		text, err := os.ReadFile(name)
		relative, _ := filepath.Rel(dir, name)
		pages[filepath.ToSlash(relative)] = string(text)
		return err
	}))
	return pages, strays
}

// Whichever call fails, a final name holds the whole page or is not there, and the folder does not count as finished.
func TestNoShortFileUnderAFinalName(t *testing.T) {
	whole, calls := failing(0)
	require.NoError(t, whole.put(t.TempDir(), threePages()))
	require.Equal(t, 3*4+3+2, *calls, "four calls a page, a rename each, and the folder's own sync and close")
	for n := 1; n <= *calls; n++ {
		dir := t.TempDir()
		k, _ := failing(n)
		require.ErrorIs(t, k.put(dir, threePages()), errStaged, "call %d", n)
		found, strays := contents(t, dir)
		assert.Zero(t, strays, "call %d leaves temporary files", n)
		for _, p := range threePages() {
			if text, there := found[p.name]; there {
				assert.Equal(t, string(p.data), text, "call %d, %s", n, p.name)
			}
		}
	}
}

func TestResultsTakeTheirNameLast(t *testing.T) {
	dir := t.TempDir()
	k, _ := failing(3*4 + 3) // the last rename
	require.ErrorIs(t, k.put(dir, threePages()), errStaged)
	found, _ := contents(t, dir)
	assert.Contains(t, found, "report.txt")
	assert.NotContains(t, found, resultsFile)
}

func TestPagesCanBeReadByOthers(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, realDisk().put(dir, threePages()))
	info, err := os.Stat(filepath.Join(dir, resultsFile))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o644), info.Mode().Perm()|0o044)
}
