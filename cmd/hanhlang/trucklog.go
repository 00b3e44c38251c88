package main

import (
	"bufio"
	"os"
	"path/filepath"

	"hanhlang/corridors/words"
)

// truckLog is the file of --log. Until all of it is written it goes by another name, so the name never holds less than the whole.
type truckLog struct {
	path  string
	file  *os.File
	to    *bufio.Writer
	fault error
}

// openTruckLog makes the file ready before the first replication. One that is there is replaced only if force is set.
func openTruckLog(path string, force bool) (*truckLog, error) {
	if _, err := os.Stat(path); err == nil && !force {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.log-used", "path", path), help: words.Say("cmd.help.force-log")}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".hanhlang-log-*.part")
	if err != nil {
		return nil, broken(path, err, words.Say("cmd.help.log"))
	}
	return &truckLog{path: path, file: file, to: bufio.NewWriter(file)}, nil
}

// Write takes rows.
func (l *truckLog) Write(data []byte) (int, error) {
	n, err := l.to.Write(data)
	if err != nil {
		l.fault = err
	}
	return n, err
}

// orOwn tells a full disk from what else can end a run.
func (l *truckLog) orOwn(err error) error {
	if l.fault != nil {
		return broken(l.path, l.fault, words.Say("cmd.help.log"))
	}
	return err
}

// keep gives the finished file its name.
func (l *truckLog) keep() error {
	err := l.to.Flush()
	if e := l.file.Sync(); err == nil {
		err = e
	}
	if e := l.file.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(l.file.Name(), 0o644) // a temporary file is private, an answer need not be
	}
	if err == nil {
		err = os.Rename(l.file.Name(), l.path)
	}
	if err != nil {
		return broken(l.path, err, words.Say("cmd.help.log"))
	}
	return nil
}

// drop removes what was not kept.
func (l *truckLog) drop() {
	_ = l.file.Close()           // it may be closed
	_ = os.Remove(l.file.Name()) // or have its name
}
