package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/runlog"
)

// TestMain makes two commands that scripts can call: hanhlang as it is shipped, and staged, the same with answers that end in every way a run can end.
// What the tests read is English, whatever the language of the machine.
func TestMain(m *testing.M) {
	if name := filepath.Base(os.Args[0]); !strings.HasPrefix(name, "hanhlang") || strings.Contains(name, ".test") {
		os.Setenv("LC_ALL", "C")
	}
	testscript.Main(m, map[string]func(){
		"hanhlang": main,
		"staged":   func() { os.Exit(start(os.Args[1:], staged())) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true,
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: func(name string) (bool, error) { return name == "root" && os.Getuid() == 0, nil },
	})
}

// exits runs a command that must end with a code: exits 2 hanhlang compare.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARG...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("%s ends with %s, not %s", args[1], code, args[0])
	}
}

// staged answers without any model: each name is a way for a run to end.
func staged() answers {
	load := func(name string, changes []string) (*job, error) {
		if !strings.Contains(" quick slow stubborn collapsing unsound stuck large long ", " "+name+" ") {
			return nil, &fault{code: exitFiles, what: words.Plain(name + ": there is no such file")}
		}
		own := scenarios.PackedFile{Name: name + ".yaml", Data: []byte("name: " + name + "\n")}
		known := func(seed *uint64, antithetic bool) (runlog.Header, error) {
			return identity("study "+name, []scenarios.Part{{Kind: scenarios.StudyPart, Content: fmt.Sprintf("{\"changes\": %q}", changes)}}, seedOf(name, seed), antithetic)
		}
		return &job{
			inputs: scenarios.Packed{First: own.Name, Files: []scenarios.PackedFile{own}}, identity: known,
			run: func(ctx context.Context, l luck) (*answer, error) { return ending(ctx, name, l, changes) },
		}, nil
	}
	return answers{
		study: load, scenario: load,
		check: func(name string, changes []string) (verified, error) {
			_, err := load(name, changes)
			return verified{summary: words.Plain("study " + name)}, err
		},
		trace: func(_ context.Context, who traced, w io.Writer, _ *words.Speaker) error {
			_, err := fmt.Fprintf(w, "%s: truck %d of %q in replication %d\n", who.name, who.truck, who.flow, who.replication)
			return err
		},
		list: func(kind string, _ *words.Speaker) []entry {
			return []entry{{Name: "quick", Title: "one of the " + kind}, {Name: "Lao Bảo", Title: "cửa khẩu"}}
		},
	}
}

// atWork is what slow runs say first, so that a test knows when to interrupt them.
const atWork = "at work\n"

// ending runs fifty replications in the way that the name says.
func ending(ctx context.Context, name string, l luck, changes []string) (*answer, error) {
	switch name {
	case "collapsing":
		panic("the strip has a negative length")
	case "stuck":
		return nil, &fault{code: exitStopped, what: words.Plain("two full yards wait for each other")}
	case "large":
		return nil, &fault{code: exitLimits, what: words.Plain("more than the program takes on")}
	case "slow", "stubborn":
		fmt.Print(atWork)
		for done := range 50 {
			l.progress(done, 50)
			if name == "slow" && ctx.Err() != nil {
				return nil, fmt.Errorf("replication %d: %w", done, ctx.Err())
			}
			if _, kept := l.kept.Find(strconv.Itoa(done)); kept {
				continue
			}
			time.Sleep(50 * time.Millisecond)
			if err := l.kept.Keep(strconv.Itoa(done), nil); err != nil {
				return nil, err
			}
		}
	}
	a := &answer{render: func(f form, _ *words.Speaker) ([]byte, error) { return figures(name, f.format, l, changes), nil }}
	if name == "unsound" {
		a.failed = []string{"ledger", "flow"}
	}
	return a, nil
}

// figures prints what was asked, so that a script sees which settings arrived.
func figures(name, format string, l luck, changes []string) []byte {
	seed, replications := uint64(1), 50
	if l.seed != nil {
		seed = *l.seed
	}
	if l.replications != nil {
		replications = *l.replications
	}
	line := fmt.Sprintf("{\"study\": %q, \"seed\": %d, \"version\": \"1\", \"replications\": %d, \"format\": %q, \"changes\": %q}\n",
		name, seed, replications, format, strings.Join(changes, "; "))
	if name == "long" {
		line = strings.Repeat(line, 100_000)
	}
	return []byte(line)
}
