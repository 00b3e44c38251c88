package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hanhlang/corridors/words"
)

// The file that makes a folder a finished run; it is written last.
const resultsFile = "results.json"

// The file that a run holds while it works on a folder.
const lockFile = ".hanhlang.lock"

// folder is where --out puts an answer, held by this process from before the run until its files are written.
type folder struct {
	path string
	lock *os.File
}

// strayPattern is what files are called that have not got their name yet; those of a run that was killed are in the way of nobody.
const strayPattern = ".hanhlang-*.tmp"

// intent is what is to become of a run that the folder holds.
type intent int

const (
	refuseRun  intent = iota // it stays, and the command is refused
	resumeRun                // it is gone on with
	replaceRun               // it makes room
)

// claim makes a folder ready before the first replication: it exists, can be written, holds no finished run unless something is to become of it,
// and nobody else is at work in it.
func claim(path string, what intent) (*folder, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, broken(path, err, words.Say("cmd.help.out"))
	}
	lock, err := hold(path)
	if err != nil {
		return nil, err
	}
	f := &folder{path: path, lock: lock}
	if err := f.inspect(what); err != nil {
		f.leave()
		return nil, err
	}
	f.sweep()
	return f, nil
}

// hold takes the lock of a folder; the operating system gives it back when the process ends, however it ends.
func hold(path string) (*os.File, error) {
	name := filepath.Join(path, lockFile)
	for {
		lock, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, broken(path, err, words.Say("cmd.help.out"))
		}
		if err := takeLock(lock); err != nil {
			defer lock.Close()
			return nil, held(path, lock, err)
		}
		// The run before may have removed the file between our opening and our locking it; then the lock is on nothing.
		if named(name, lock) {
			return lock, sign(lock)
		}
		lock.Close()
	}
}

// named tells whether a name still stands for an open file.
func named(name string, f *os.File) bool {
	there, err := os.Stat(name)
	if err != nil {
		return false
	}
	here, err := f.Stat()
	return err == nil && os.SameFile(there, here)
}

// held is the fault of a lock that could not be taken.
func held(path string, lock *os.File, err error) error {
	if !errors.Is(err, errHeld) {
		return broken(lock.Name(), err, words.Phrase{})
	}
	owner, _ := io.ReadAll(io.LimitReader(lock, 500)) // who holds it is a courtesy: the message stands without
	return &fault{
		code: exitFiles, what: words.Say("cmd.folder-busy", "path", path, "owner", string(owner)), help: words.Say("cmd.help.out"),
	}
}

// sign writes into the lock who holds it.
func sign(lock *os.File) error {
	host, err := os.Hostname()
	if err != nil {
		host = "?"
	}
	err = lock.Truncate(0)
	if err == nil {
		owner := fmt.Sprintf("process %d on %s, since %s", os.Getpid(), host, time.Now().UTC().Format(time.DateTime+"Z"))
		_, err = lock.WriteAt([]byte(owner), 0)
	}
	if err != nil {
		return broken(lock.Name(), err, words.Phrase{})
	}
	return nil
}

// inspect refuses a folder that holds a finished run, and one where no new file can be made.
func (f *folder) inspect(what intent) error {
	probe, err := os.CreateTemp(f.path, strayPattern)
	if err != nil {
		return broken(f.path, err, words.Say("cmd.help.out"))
	}
	probe.Close()
	if err := os.Remove(probe.Name()); err != nil {
		return broken(f.path, err, words.Phrase{})
	}
	data, err := os.ReadFile(filepath.Join(f.path, resultsFile))
	if errors.Is(err, fs.ErrNotExist) || what != refuseRun {
		return nil
	}
	if err != nil {
		return broken(filepath.Join(f.path, resultsFile), err, words.Phrase{})
	}
	help := words.Say("cmd.help.replace")
	if _, err := os.Stat(filepath.Join(f.path, keptFile)); err == nil {
		help = words.Say("cmd.help.force")
	}
	return &fault{code: exitFiles, what: words.Say("cmd.folder-used", "path", f.path, "run", whose(data)), help: help}
}

// whose says which run a results file came from.
func whose(data []byte) words.Phrase {
	var run struct {
		Study   string
		Seed    json.Number
		Version string
	}
	if json.Unmarshal(data, &run) != nil || run.Study == "" {
		return words.Say("cmd.folder-used.unknown", "file", resultsFile)
	}
	return words.Say("cmd.folder-used.run", "study", run.Study, "seed", run.Seed.String(), "version", run.Version)
}

// finished tells whether the folder holds the results of a run.
func (f *folder) finished() bool {
	_, err := os.Stat(filepath.Join(f.path, resultsFile))
	return err == nil
}

// sweep removes what a killed run has left without a name. Nobody else is at work in the folder.
func (f *folder) sweep() {
	_ = filepath.WalkDir(f.path, func(name string, entry fs.DirEntry, err error) error { // what cannot be swept is in nobody's way
		if err != nil {
			return fs.SkipDir
		}
		relative, _ := filepath.Rel(f.path, name)
		if entry.IsDir() && relative != "." && relative != inputsFolder && !strings.HasPrefix(relative, inputsFolder+string(filepath.Separator)) {
			return fs.SkipDir
		}
		if stray, _ := filepath.Match(strayPattern, entry.Name()); stray && entry.Type().IsRegular() {
			_ = os.Remove(name)
		}
		return nil
	})
}

// leave gives the folder back.
func (f *folder) leave() {
	removed := os.Remove(f.lock.Name()) == nil
	_ = f.lock.Close()
	if !removed {
		_ = os.Remove(f.lock.Name()) // Windows removes no file that is open
	}
}
