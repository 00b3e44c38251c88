package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// page is one file of an answer, complete in memory before the disk is touched, or on the disk already in another form.
type page struct {
	name string // inside the folder, with slashes
	data []byte
	from func(io.Writer) error // writes it in place of data; may be nil
}

// disk is the calls that can fail while files are written; a test makes any one of them fail.
type disk struct {
	create func(dir, pattern string) (*os.File, error)
	extend func(name string) (*os.File, error)
	write  func(f *os.File, data []byte) error
	sync   func(f *os.File) error
	close  func(f *os.File) error
	rename func(from, to string) error
	forced time.Duration // how long what is put behind a file may wait to be forced to disk: what a power failure can cost
}

func realDisk() disk {
	return disk{
		create: os.CreateTemp,
		extend: func(name string) (*os.File, error) { return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0) },
		write:  func(f *os.File, data []byte) error { _, err := f.Write(data); return err },
		sync:   (*os.File).Sync,
		close:  (*os.File).Close,
		rename: os.Rename,
		forced: time.Second,
	}
}

// put writes pages into a folder so that a name never holds less than its whole page: each goes to a temporary file beside it, is forced to disk,
// and only when all are there, each takes its name. The last page takes its name last, so a folder that has it is complete.
func (k disk) put(dir string, pages []page) (err error) {
	var staged []string
	defer func() {
		if err != nil {
			for _, temporary := range staged {
				_ = os.Remove(temporary) // what cannot be removed has a name that nobody reads
			}
		}
	}()
	for _, p := range pages {
		home := filepath.Dir(filepath.Join(dir, filepath.FromSlash(p.name)))
		if err := os.MkdirAll(home, 0o777); err != nil {
			return err
		}
		temporary, err := k.stage(home, p)
		if temporary != "" {
			staged = append(staged, temporary)
		}
		if err != nil {
			return err
		}
	}
	for i, p := range pages {
		if err := k.rename(staged[i], filepath.Join(dir, filepath.FromSlash(p.name))); err != nil {
			return err
		}
	}
	return k.settle(dir)
}

// stage writes a temporary file and forces it to disk.
func (k disk) stage(dir string, p page) (name string, err error) {
	f, err := k.create(dir, strayPattern)
	if err != nil {
		return "", err
	}
	if p.from == nil {
		err = k.write(f, p.data)
	} else {
		err = k.poured(f, p.from)
	}
	if err == nil {
		err = k.sync(f)
	}
	if e := k.close(f); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644) // a temporary file is private, an answer need not be
	}
	return f.Name(), err
}

// chunk is how much of a page that is not in memory is written at a time [bytes].
const chunk = 1 << 20

// poured writes a page that is not in memory.
func (k disk) poured(f *os.File, from func(io.Writer) error) error {
	w := bufio.NewWriterSize(pourer(func(data []byte) error { return k.write(f, data) }), chunk)
	if err := from(w); err != nil {
		return err
	}
	return w.Flush()
}

// pourer is a writer made of a function.
type pourer func(data []byte) error

// Write hands everything over.
func (w pourer) Write(data []byte) (int, error) {
	if err := w(data); err != nil {
		return 0, err
	}
	return len(data), nil
}

// settle forces the new names to disk, which needs the folder itself; Windows has no such call and does it on its own.
func (k disk) settle(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = k.sync(f)
	if e := k.close(f); err == nil {
		err = e
	}
	return err
}
