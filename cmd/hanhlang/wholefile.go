package main

import (
	"bufio"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// wholeFile is a file that the user named, such as that of --log. Until all of it is written it goes by another name, so the name never
// holds less than the whole.
type wholeFile struct {
	path  string
	help  words.Phrase // what to do when it cannot be written
	file  *os.File
	to    *bufio.Writer
	fault error
}

// openWhole makes the file ready before anything else is done. One that is there is replaced only if force is set.
func openWhole(path string, force bool, help words.Phrase) (*wholeFile, error) {
	if _, err := os.Stat(path); err == nil && !force {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.file-used", "path", path), help: words.Say("cmd.help.force-file")}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".hanhlang-*.part")
	if err != nil {
		return nil, broken(path, err, help)
	}
	return &wholeFile{path: path, help: help, file: file, to: bufio.NewWriter(file)}, nil
}

// Write takes data.
func (l *wholeFile) Write(data []byte) (int, error) {
	n, err := l.to.Write(data)
	if err != nil {
		l.fault = err
	}
	return n, err
}

// orOwn tells a full disk from what else can end a run.
func (l *wholeFile) orOwn(err error) error {
	if l.fault != nil {
		return broken(l.path, l.fault, l.help)
	}
	return err
}

// keep gives the finished file its name.
func (l *wholeFile) keep() error {
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
		return broken(l.path, err, l.help)
	}
	return nil
}

// drop removes what was not kept.
func (l *wholeFile) drop() {
	_ = l.file.Close()           // it may be closed
	_ = os.Remove(l.file.Name()) // or have its name
}

// writesTo adds the flags of a verb that writes to the file of --to.
func (d *desk) writesTo(cmd *cobra.Command, to words.Phrase) {
	d.texts(cmd, map[string]words.Phrase{"to": to})
	cmd.Flags().Bool("force", false, d.text(words.Say("cmd.flag.force-to")))
}

// hand prints data, or writes it to the file of --to.
func (d *desk) hand(cmd *cobra.Command, data []byte) error {
	to := cmd.Flag("to").Value.String()
	if to == "" {
		_, _ = d.out.Write(data) // an error stays with the writer
		return d.handOver()
	}
	return d.whole(cmd, to, data)
}

// whole writes a file that the user named, all of it or nothing. The verb has --force.
func (d *desk) whole(cmd *cobra.Command, path string, data []byte) error {
	force, _ := cmd.Flags().GetBool("force") // declared by the verb
	file, err := openWhole(path, force, words.Say("cmd.help.to"))
	if err != nil {
		return err
	}
	defer file.drop()
	if _, err := file.Write(data); err != nil {
		return file.orOwn(err)
	}
	return d.named(file)
}
