package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// process is one finished run of a program.
type process struct {
	out, errs []byte
	wall      time.Duration
	peak      float64 // resident memory at its most [MB]
}

// start runs a program in a folder, with nothing on stdin.
func start(dir, name string, args ...string) (process, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	began := time.Now()
	err := cmd.Run()
	p := process{out: out.Bytes(), errs: errs.Bytes(), wall: time.Since(began)}
	if err != nil {
		return p, fmt.Errorf("%s %q: %w\n%s", filepath.Base(name), args, err, errs.Bytes())
	}
	if used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		p.peak = float64(used.Maxrss) * 1024 / 1e6 // Linux says it in KiB
	}
	return p, nil
}

// performance is what both programs say of a run.
type performance struct {
	Events  int64   `json:"model_events"`
	Seconds float64 `json:"wall_s"`
	Runs    int64   `json:"replications"`
}

// each is the time for an event [ns].
func (p performance) each() float64 { return p.Seconds * 1e9 / float64(p.Events) }

// read takes the figures out of a line of JSON.
func read(line []byte) (performance, error) {
	var p performance
	if err := json.Unmarshal(line, &p); err != nil {
		return p, fmt.Errorf("%w in %q", err, line)
	}
	if p.Events == 0 || p.Seconds == 0 {
		return p, fmt.Errorf("no figures in %q", line)
	}
	return p, nil
}

// perfLine is the line of --perf among what hanhlang says on stderr.
func perfLine(errs []byte) ([]byte, error) {
	for line := range bytes.Lines(errs) {
		if bytes.HasPrefix(line, []byte(`{"model_events"`)) {
			return line, nil
		}
	}
	return nil, errors.New("hanhlang has printed no line of --perf")
}

// build compiles both programs.
func (b *bench) build() error {
	b.tell("building")
	if _, err := start(b.root, "go", "build", "-o", b.hanhlangPath(), "./cmd/hanhlang"); err != nil {
		return err
	}
	compiler, err := cCompiler()
	if err != nil {
		return err
	}
	source := filepath.Join("tools", "benchmark", "reference", "reference.c")
	_, err = start(b.root, compiler, "-O2", "-march=native", "-o", b.referencePath(), source, "-lm")
	return err
}

func (b *bench) hanhlangPath() string { return filepath.Join(b.work, "hanhlang") }

func (b *bench) referencePath() string { return filepath.Join(b.work, "reference") }

// cCompiler is the one in CC, or gcc, or cc.
func cCompiler() (string, error) {
	for _, name := range []string{os.Getenv("CC"), "gcc", "cc"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("there is no C compiler; install gcc")
}

// reference runs the program in C.
func (b *bench) reference(model string, replications int) (performance, error) {
	p, err := start(b.work, b.referencePath(), model, fmt.Sprint(replications))
	if err != nil {
		return performance{}, err
	}
	return read(p.out)
}

// hanhlang runs a command of hanhlang and has its figures.
func (b *bench) hanhlang(args ...string) (performance, process, error) {
	p, err := start(b.work, b.hanhlangPath(), append(args, "--no-progress", "--perf")...)
	if err != nil {
		return performance{}, p, err
	}
	line, err := perfLine(p.errs)
	if err != nil {
		return performance{}, p, err
	}
	figures, err := read(line)
	return figures, p, err
}

// scenario runs a shipped scenario.
func (b *bench) scenario(name string, replications, workers int, more ...string) (performance, process, error) {
	args := []string{"run", name, "--replications", fmt.Sprint(replications), "--workers", fmt.Sprint(workers)}
	return b.hanhlang(append(args, more...)...)
}
