package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"

	"hanhlang/corridors/words"
)

// spool holds a truck log on disk, packed, until files are made of it. It has no name that anybody reads; that of a killed run is swept away
// by the next run in its folder.
type spool struct {
	file  *os.File
	to    *bufio.Writer
	pack  *gzip.Writer
	fault error
}

// newSpool begins one in a folder.
func newSpool(k disk, dir string) (*spool, error) {
	file, err := k.create(dir, strayPattern)
	if err != nil {
		return nil, broken(dir, err, words.Say("cmd.help.out"))
	}
	s := &spool{file: file, to: bufio.NewWriter(file)}
	s.pack, _ = gzip.NewWriterLevel(s.to, gzip.BestSpeed) // the level is one of those there are
	return s, nil
}

// Write takes rows.
func (s *spool) Write(data []byte) (int, error) {
	n, err := s.pack.Write(data)
	if err != nil {
		s.fault = err
	}
	return n, err
}

// full ends the writing.
func (s *spool) full() error {
	err := s.pack.Close()
	if e := s.to.Flush(); err == nil {
		err = e
	}
	if err != nil {
		return broken(s.file.Name(), err, words.Say("cmd.help.out"))
	}
	return nil
}

// orOwn tells a full disk from what else can end a run.
func (s *spool) orOwn(err error) error {
	if s.fault != nil {
		return broken(s.file.Name(), s.fault, words.Say("cmd.help.out"))
	}
	return err
}

// read hands the log to whoever makes a file of it, from its beginning.
func (s *spool) read(take func(log io.Reader) error) error {
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	log, err := gzip.NewReader(bufio.NewReader(s.file))
	if err != nil {
		return err
	}
	return take(log)
}

// pour copies the log as it is.
func (s *spool) pour(to io.Writer) error {
	return s.read(func(log io.Reader) error {
		_, err := io.Copy(to, log)
		return err
	})
}

// drop takes it off the disk.
func (s *spool) drop() {
	_ = s.file.Close()           // it may be closed
	_ = os.Remove(s.file.Name()) // it has no reader
}
