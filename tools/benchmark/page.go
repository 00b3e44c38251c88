package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// text is the page with its parts written by hand: method, and what was tried.
//
//go:embed page.md
var text string

// figures are what the page is filled with.
type figures struct {
	Date, Commit, Machine, Go, Compiler, Load string
	Took                                      string

	Counted string // measures of a run without ledgers
	Pairs   int
	Models  []*pairsOf
	Goals   []goal
	Held    []held
	Crowd   crowd
	Horizon horizon
	Profile []string
	Replies []reply
	Savings []saving
	Rules   []ruled
	Wanted  float64 // half-width at which the rule stops [%]
	Quick   bool
}

// page measures everything and fills the page.
func (b *bench) page() ([]byte, error) {
	began := time.Now()
	if err := b.build(); err != nil {
		return nil, err
	}
	f := figures{Counted: counted, Pairs: b.pairs, Wanted: 100 * wanted, Quick: !b.studies}
	if err := b.surroundings(&f); err != nil {
		return nil, err
	}
	if err := b.measure(&f); err != nil {
		return nil, err
	}
	f.Took = time.Since(began).Round(time.Second).String()
	page, err := template.New("page").Parse(text)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = page.Execute(&out, f)
	return out.Bytes(), err
}

// measure takes the figures one after another: two at a time would take them from each other.
func (b *bench) measure(f *figures) (err error) {
	var m1 *pairsOf
	m := measured{}
	steps := []func() error{
		b.agree,
		func() error { m1, err = b.race("m1", 3); return err },
		func() error { m.m2, err = b.race("m2", 10); return err },
		func() error { f.Held, err = b.hold(); return err },
		func() error { m.steady, err = b.steady(); return err },
		func() error { f.Crowd, err = b.crowd(); return err },
		func() error { f.Horizon, err = b.horizon(); return err },
		func() error { f.Profile, err = b.profile(); return err },
	}
	if b.studies {
		steps = append(steps,
			func() error { f.Replies, err = b.replies(); return err },
			func() error { f.Savings, f.Rules, err = b.savings(); return err },
		)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	f.Models = []*pairsOf{m1, m.m2}
	m.held, m.crowd, m.horizon = f.Held, f.Crowd, f.Horizon
	if len(f.Replies) > 0 {
		m.fastReply = &f.Replies[0]
	}
	f.Goals = m.goals()
	return nil
}

// profiled is how many lines of the profile are shown.
const profiled = 25

// profile is where the time of benchmark-m2 goes.
func (b *bench) profile() ([]string, error) {
	b.tell("profiling")
	if _, _, err := b.scenario("benchmark-m2", 20, 1, "--cpuprofile", "time", "--force"); err != nil {
		return nil, err
	}
	p, err := start(b.work, "go", "tool", "pprof", "-top", "-nodecount", fmt.Sprint(profiled), b.hanhlangPath(), "time")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(p.out)), "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "flat ") {
			return lines[i:], nil
		}
	}
	return nil, fmt.Errorf("no table of a profile in:\n%s", p.out)
}

// surroundings are where and of what the figures are.
func (b *bench) surroundings(f *figures) error {
	f.Date = time.Now().UTC().Format("2006-01-02")
	commit, err := start(b.root, "git", "describe", "--always", "--dirty", "--exclude=*")
	if err != nil {
		return err
	}
	f.Commit = strings.TrimSpace(string(commit.out))
	f.Go = runtime.Version()
	compiler, err := cCompiler()
	if err != nil {
		return err
	}
	version, err := start(b.root, compiler, "--version")
	if err != nil {
		return err
	}
	f.Compiler, _, _ = strings.Cut(string(version.out), "\n")
	f.Machine = fmt.Sprintf("%s, %d processors, %s/%s", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	f.Load = load()
	if average, err := strconv.ParseFloat(f.Load, 64); err == nil && average > 1 {
		b.tell("the machine is busy, load average", f.Load+": figures will be spread widely")
	}
	return nil
}

// processor is the name that the system has for it.
func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo") // where there is none, the name is unknown
	for line := range strings.Lines(string(info)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "\t :"))
		}
	}
	return "unknown processor"
}

// load is how many processes wanted a processor in the minute before.
func load() string {
	average, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(average), " ")
	return first
}
