package main

import (
	"bufio"
	"os"
	"path/filepath"

	"hanhlang/corridors/words"
)

// ownFile is a file that an option names, as --log and --report do. Until all of it is written it goes by another name, so the name
// never holds less than the whole.
type ownFile struct {
	path  string
	help  words.Phrase // what the option asks of the file
	file  *os.File
	to    *bufio.Writer
	fault error
}

// openOwnFile makes the file ready before the first replication. One that is there is replaced only if force is set.
func openOwnFile(path string, force bool, help words.Phrase) (*ownFile, error) {
	if _, err := os.Stat(path); err == nil && !force {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.file-used", "path", path), help: words.Say("cmd.help.force-file")}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".hanhlang-*.part")
	if err != nil {
		return nil, broken(path, err, help)
	}
	return &ownFile{path: path, help: help, file: file, to: bufio.NewWriter(file)}, nil
}

// Write takes a part of what it will hold.
func (f *ownFile) Write(data []byte) (int, error) {
	n, err := f.to.Write(data)
	if err != nil {
		f.fault = err
	}
	return n, err
}

// orOwn tells a full disk from what else can end a run.
func (f *ownFile) orOwn(err error) error {
	if f.fault != nil {
		return broken(f.path, f.fault, f.help)
	}
	return err
}

// keep gives the finished file its name.
func (f *ownFile) keep() error {
	err := f.to.Flush()
	if e := f.file.Sync(); err == nil {
		err = e
	}
	if e := f.file.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.file.Name(), 0o644) // a temporary file is private, an answer need not be
	}
	if err == nil {
		err = os.Rename(f.file.Name(), f.path)
	}
	if err != nil {
		return broken(f.path, err, f.help)
	}
	return nil
}

// drop removes what was not kept.
func (f *ownFile) drop() {
	_ = f.file.Close()           // it may be closed
	_ = os.Remove(f.file.Name()) // or have its name
}
