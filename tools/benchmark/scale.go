package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// held is the time for an event with so many pending, in the kernel alone.
type held struct {
	Pending string
	times   []float64 // [ns]
}

// Each is the time for an event [ns].
func (h held) Each() string { return spreadOf(h.times).text("%.0f") }

// kernelLine is a line of go test -bench.
var kernelLine = regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([0-9.]+) ns/op(.*)$`)

// hold runs the hold model of the kernel's benchmarks.
func (b *bench) hold() ([]held, error) {
	b.tell("holding events")
	p, err := start(b.root, "go", "test", "./sim", "-run", "^$", "-bench", "^BenchmarkHold$/^same$", "-benchtime", "200ms", "-count", fmt.Sprint(b.pairs))
	if err != nil {
		return nil, err
	}
	var all []held
	for _, found := range kernelLine.FindAllStringSubmatch(string(p.out), -1) {
		pending := found[1][strings.LastIndex(found[1], "/")+1:]
		each, err := strconv.ParseFloat(found[2], 64)
		if err != nil {
			return nil, err
		}
		at := -1
		for i := range all {
			if all[i].Pending == pending {
				at = i
			}
		}
		if at < 0 {
			all, at = append(all, held{Pending: pending}), len(all)
		}
		all[at].times = append(all[at].times, each)
	}
	if len(all) != 5 {
		return nil, fmt.Errorf("the hold model has five sizes, and %d were measured in:\n%s", len(all), p.out)
	}
	return all, nil
}

// metric is a figure of a benchmark, by the name of its unit.
func metric(text, unit string) (float64, error) {
	found := regexp.MustCompile(`([0-9.e+-]+) ` + regexp.QuoteMeta(unit) + `\b`).FindStringSubmatch(text)
	if found == nil {
		return 0, fmt.Errorf("no %s in:\n%s", unit, text)
	}
	return strconv.ParseFloat(found[1], 64)
}

// steady is what the journey of M2 allocates for an event, in a world that has been used before.
func (b *bench) steady() (allocations float64, err error) {
	b.tell("counting allocations")
	p, err := start(b.root, "go", "test", "./corridors/journey", "-run", "^$", "-bench", "^BenchmarkM2$", "-benchtime", "5x")
	if err != nil {
		return 0, err
	}
	return metric(string(p.out), "allocs/event")
}

// crowd is a million trucks in one queue.
type crowd struct {
	PerSecond float64 // events
	PerTruck  float64 // bytes at the peak, beyond what a run of one truck takes
}

const crowded = 1_000_000

// crowd has a million trucks come within an hour to a lane that takes them in a second each.
func (b *bench) crowd() (crowd, error) {
	b.tell("a million trucks in one queue")
	quick := []string{"--set", "gates[one lane].posts[exit post].stages[check].service={exponential: 1 s}"}
	_, alone, err := b.scenario("benchmark-m1", 1, 1, append(quick, "--set", "flows[trucks].arrivals.count=1")...)
	if err != nil {
		return crowd{}, err
	}
	ran, all, err := b.scenario("benchmark-m1", 1, 1, append(quick, "--set", "flows[trucks].arrivals.rate=1000000/h")...)
	if err != nil {
		return crowd{}, err
	}
	return crowd{PerSecond: float64(ran.Events) / ran.Seconds, PerTruck: (all.peak - alone.peak) * 1e6 / crowded}, nil
}

// horizon is the peak memory of a year and of ten [MB].
type horizon struct{ Year, Ten float64 }

func (b *bench) horizon() (horizon, error) {
	b.tell("ten years")
	_, year, err := b.scenario("benchmark-m2", 1, 1)
	if err != nil {
		return horizon{}, err
	}
	_, ten, err := b.scenario("benchmark-m2", 1, 1, "--set", "horizon.length=3650 days")
	return horizon{Year: year.peak, Ten: ten.peak}, err
}
