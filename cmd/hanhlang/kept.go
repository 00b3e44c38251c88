package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"hanhlang/corridors/words"
	"hanhlang/sim/runlog"
)

// keptFile is where finished runs are kept in the folder of --out.
const keptFile = "runs.log"

// keeper holds the log of runs of a folder open while the runs go on.
type keeper struct {
	place *folder
	disk  disk
	log   *runlog.Log
	again string // the command that goes on with the run
	mutex sync.Mutex
	file  *os.File    // nil: it is closed
	last  time.Time   // when it was forced to disk
	due   *time.Timer // does so soon, should no other run be finished before; nil: nothing waits for it
	lost  error       // of a forcing that nobody waited for
}

// keeping opens the log of a folder: a new one, or that of the run that is gone on with.
func (d *desk) keeping(place *folder, h runlog.Header, what intent) (*keeper, error) {
	k := &keeper{place: place, disk: d.disk, again: commandLine(resuming(d.args)), last: time.Now()}
	found, err := k.find(what)
	if err != nil {
		return nil, err
	}
	if what == resumeRun && found != nil {
		for _, f := range found.Faults {
			d.note(damage(k.path(), f))
		}
	}
	if found == nil || len(found.Runs) == 0 { // nothing would be lost
		if what == resumeRun {
			d.note(words.Say("cmd.resume-nothing", "path", place.path))
		}
		return k, k.begin(h)
	}
	if what == refuseRun {
		return nil, unfinished(place, found)
	}
	if change, differs := found.Header.Changed(h); differs {
		return nil, changed(place, change)
	}
	if err := k.goOn(found); err != nil {
		return nil, err
	}
	d.note(words.Say("cmd.resumed", "path", place.path, "count", k.log.Kept()))
	return k, nil
}

func (k *keeper) path() string { return filepath.Join(k.place.path, keptFile) }

// find reads the log of the folder; nil if there is none, or none that matters.
func (k *keeper) find(what intent) (*runlog.Found, error) {
	if what == replaceRun {
		return nil, nil
	}
	data, err := os.ReadFile(k.path())
	switch {
	case errors.Is(err, fs.ErrNotExist) && k.place.finished(): // to be gone on with, or it would have been refused
		return nil, &fault{code: exitFiles, what: words.Say("cmd.resume-no-log", "path", k.place.path, "file", keptFile), help: words.Say("cmd.help.replace")}
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, broken(k.path(), err, words.Phrase{})
	}
	found, err := runlog.Scan(data)
	if err != nil {
		return nil, &fault{code: exitFiles, what: illegible(k.path(), err), help: words.Say("cmd.help.replace"), cause: err}
	}
	return found, nil
}

// begin starts a new log. It has its name only when its beginning is on disk.
func (k *keeper) begin(h runlog.Header) error {
	var begins []byte
	k.log, begins = runlog.New(h, k.write)
	if err := k.disk.put(k.place.path, []page{{name: keptFile, data: begins}}); err != nil {
		return broken(k.path(), err, words.Say("cmd.help.out"))
	}
	return k.open()
}

// goOn goes on with a log; one with faults is written anew without them before anything is put behind them.
func (k *keeper) goOn(found *runlog.Found) error {
	if !found.Sound() {
		mended, data := found.Mended()
		if err := k.disk.put(k.place.path, []page{{name: keptFile, data: data}}); err != nil {
			return broken(k.path(), err, words.Phrase{})
		}
		found = mended
	}
	k.log = runlog.Continue(found, k.write)
	return k.open()
}

func (k *keeper) open() (err error) {
	if k.file, err = k.disk.extend(k.path()); err != nil {
		return broken(k.path(), err, words.Say("cmd.help.out"))
	}
	return nil
}

// write puts a record into the file, where it outlives the process, and from time to time all so far onto the disk, where it outlives
// a power failure.
func (k *keeper) write(record []byte) error {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	err := k.disk.write(k.file, record)
	if err == nil {
		err = k.lost
	}
	waited := time.Since(k.last)
	switch {
	case err != nil:
	case waited >= k.disk.forced:
		err = k.force()
	case k.due == nil:
		k.due = time.AfterFunc(k.disk.forced-waited, k.forceLate)
	}
	if err != nil {
		return broken(k.path(), err, k.helpOn())
	}
	return nil
}

// force puts the file onto the disk.
func (k *keeper) force() error {
	if k.due != nil {
		k.due.Stop()
		k.due = nil
	}
	err := k.disk.sync(k.file)
	k.last = time.Now()
	return err
}

// forceLate does so for a run after which none was finished for a while.
func (k *keeper) forceLate() {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.file != nil && k.due != nil {
		k.lost = k.force()
	}
}

// helpOn says how to go on when the disk takes files again.
func (k *keeper) helpOn() words.Phrase { return words.Say("cmd.help.resume", "command", k.again) }

// shut forces what is kept to disk.
func (k *keeper) shut() error {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	err := k.lost
	if e := k.force(); err == nil {
		err = e
	}
	if e := k.disk.close(k.file); err == nil {
		err = e
	}
	k.file = nil
	return err
}

// close ends with an error what could not be finished. A log without runs is taken away.
func (k *keeper) close(of error) error {
	err := k.shut()
	if k.log.Kept() == 0 || codeOf(of) == exitStopped { // the same scenario would stop there again
		_ = os.Remove(k.path()) // if it stays, nothing is lost with it
		return nil
	}
	if err != nil && codeOf(of) != exitFiles { // else it is said already
		return broken(k.path(), err, k.helpOn())
	}
	return nil
}

// finish writes the files of the answer, and with them the log in the order of its keys, which is the same whatever became of the run.
func (k *keeper) finish(pages []page) error {
	if err := k.shut(); err != nil {
		return broken(k.path(), err, k.helpOn())
	}
	arranged := page{name: keptFile, from: func(w io.Writer) error {
		data, err := os.ReadFile(k.path())
		if err != nil {
			return err
		}
		found, err := runlog.Scan(data)
		if err != nil {
			return err
		}
		return found.Arrange(w)
	}}
	if err := k.disk.put(k.place.path, append([]page{arranged}, pages...)); err != nil {
		return broken(k.place.path, err, k.helpOn())
	}
	return nil
}

// resuming is a command line that goes on with the run that another one began. --force stays if there is a file that it is to replace.
func resuming(args []string) []string {
	var out []string
	files := slices.ContainsFunc(args, func(arg string) bool {
		name, _, _ := strings.Cut(arg, "=")
		return slices.Contains([]string{"--report", "--log", "--cpuprofile", "--memprofile"}, name)
	})
	for i, arg := range args {
		if arg == "--" { // what follows is no flag
			return append(append(out, "--resume"), args[i:]...)
		}
		if name, _, _ := strings.Cut(arg, "="); name != "--resume" && (files || name != "--force") {
			out = append(out, arg)
		}
	}
	return append(out, "--resume")
}
