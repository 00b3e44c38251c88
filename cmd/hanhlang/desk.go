package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/viper"
	"golang.org/x/term"

	"hanhlang/corridors/words"
)

// desk is where one question is asked and answered: the streams, the language, the settings and who answers.
type desk struct {
	args    []string
	out     *bufio.Writer // stdout: the answer and nothing else
	errs    io.Writer     // stderr: progress, notes and errors
	watched bool          // stderr is a terminal that can redraw a line
	width   int           // columns of the terminal that stdout is, 0 when it is none
	say     *words.Speaker
	tool    *viper.Viper
	mended  error // what is wrong with the settings file, kept until a verb needs settings
	ask     answers
	count   tally
	disk    disk
	kept    atomic.Pointer[keeper] // of the folder of --out; nil: nothing is kept
	goodbye sync.Once
}

// narrowest is how many columns a progress bar needs; in less it would leave its line.
const narrowest = 40

// open prepares the desk for a command line.
func open(args []string, ask answers) *desk {
	d := &desk{args: args, out: bufio.NewWriter(os.Stdout), errs: os.Stderr, ask: ask, disk: realDisk()}
	if width, _, err := term.GetSize(int(os.Stderr.Fd())); err == nil {
		d.watched = width >= narrowest && os.Getenv("TERM") != "dumb"
	}
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		d.width = width
	}
	d.tool, d.mended = gather()
	d.say = speaker(args, d.tool)
	return d
}

// serve parses the command line and runs its verb. A panic comes back as an error: it is a fault of this program, not of its input.
func (d *desk) serve(ctx context.Context, args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &collapse{what: fmt.Sprint(r), stack: debug.Stack()}
		}
	}()
	root := d.root()
	root.SetArgs(args)
	err = root.ExecuteContext(ctx)
	if lost := d.handOver(); lost != nil {
		return lost // whatever else failed, failed because of this
	}
	return err
}

// handOver sends what is still in the buffer of stdout.
func (d *desk) handOver() error {
	if err := d.out.Flush(); err != nil {
		return broken(d.text(words.Say("cmd.stdout")), err, words.Phrase{})
	}
	return nil
}

// text puts a phrase into the user's language.
func (d *desk) text(p words.Phrase) string { return d.say.Text(p) }

// note tells the user something beside the answer, on stderr. That nobody reads it is no fault.
func (d *desk) note(p words.Phrase) { fmt.Fprintln(d.errs, "hanhlang: "+d.text(p)) }

// commandLine is a command of this program as it can be typed into a shell.
func commandLine(args []string) string {
	typed := []string{"hanhlang"}
	for _, arg := range args {
		if arg == "" || strings.ContainsAny(arg, " \t\n\"'`$&|;<>()[]{}*?!\\#~") {
			arg = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
		typed = append(typed, arg)
	}
	return strings.Join(typed, " ")
}
