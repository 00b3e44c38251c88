// Command benchmark measures how fast hanhlang is and writes BENCHMARKS.md at the root of the project.
//
//	cd tools && go run ./benchmark
//
// It asks for Go and the system's C compiler, and takes about five minutes. Everything is measured side by side with a program in C, in
// turn, so that figures are ratios and hold on a machine that others use, too; still they are best on a quiet one.
//
//	-gate   holds ratios against bounds.txt, within half a minute, and writes nothing
//	-quick  one pair of each and no studies, printed instead of written: to see that it works
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// leastPairs is how many pairs of runs a published ratio is the median of, at least.
const leastPairs = 7

// bench is where everything is: the project, a folder for what is built, and how much is measured.
type bench struct {
	root, work string
	pairs      int
	studies    bool
	told       io.Writer // progress
}

func main() {
	quick := flag.Bool("quick", false, "one pair of each and no studies, printed instead of written")
	gate := flag.Bool("gate", false, "hold ratios against bounds.txt, and write nothing")
	pairs := flag.Int("pairs", leastPairs, "pairs of runs for each ratio")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "benchmark: %q is one word too many\n", flag.Arg(0))
		os.Exit(2)
	}
	work := func(b *bench) error { return b.write(*quick, os.Stdout) }
	if *gate {
		work = (*bench).gate
	}
	if err := run(*quick, *pairs, work); err != nil {
		fmt.Fprintln(os.Stderr, "benchmark:", err)
		os.Exit(1)
	}
}

// run prepares a bench, works at it, and clears it away.
func run(quick bool, pairs int, work func(*bench) error) error {
	if quick {
		pairs = 1
	} else if pairs < leastPairs {
		return fmt.Errorf("a ratio that is written down is the median of %d pairs at least, and -pairs says %d", leastPairs, pairs)
	}
	root, err := projectRoot()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "hanhlang-benchmark-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	return work(&bench{root: root, work: folder, pairs: pairs, studies: !quick, told: os.Stderr})
}

// write makes the page.
func (b *bench) write(quick bool, out io.Writer) error {
	page, err := b.page()
	if err != nil {
		return err
	}
	if quick {
		_, err = out.Write(page)
		return err
	}
	return os.WriteFile(filepath.Join(b.root, "BENCHMARKS.md"), page, 0o644)
}

// projectRoot is the folder above this one whose go.mod is hanhlang's.
func projectRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && bytes.HasPrefix(data, []byte("module hanhlang\n")) {
			return dir, nil
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", errors.New("this is not inside the project hanhlang")
		}
		dir = above
	}
}

// tell says what is being done.
func (b *bench) tell(what ...string) { fmt.Fprintln(b.told, strings.Join(what, " ")) }
