package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// boundsText is how many times the time of the program in C an event may take before a change counts as a step back.
//
//go:embed bounds.txt
var boundsText string

// bound of a scenario.
type bound struct {
	scenario     string
	replications int
	most         float64 // ns for an event over those of the program in C on benchmark-m2
}

// bounds reads lines of a scenario, a number of replications and a ratio; # begins a remark.
func bounds(text string) ([]bound, error) {
	var all []bound
	number := 0
	for line := range strings.Lines(text) {
		number++
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if len(words) != 3 {
			return nil, fmt.Errorf("bounds.txt:%d: wants a scenario, a number of replications and a ratio", number)
		}
		replications, err := strconv.Atoi(words[1])
		if err != nil || replications < 1 {
			return nil, fmt.Errorf("bounds.txt:%d: %s is no number of replications", number, words[1])
		}
		most, err := strconv.ParseFloat(words[2], 64)
		if err != nil || !(most > 0) {
			return nil, fmt.Errorf("bounds.txt:%d: %s is no ratio", number, words[2])
		}
		all = append(all, bound{scenario: words[0], replications: replications, most: most})
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("bounds.txt has no bound")
	}
	return all, nil
}

const (
	referenced  = 3 // replications of the program in C in each pair
	gatePairs   = 5 // in a round
	gateRounds  = 3 // before the verdict: a machine that is busy elsewhere gets more time, a program that is slow fails in the end
	gateVerdict = "bounds.txt has the bounds; where a change is worth its time, they are raised with it, and the message says why"
)

// gate holds ratios, not times, against bounds: the program in C and hanhlang run in turn, so that a slow or busy machine slows both.
func (b *bench) gate() error {
	all, err := bounds(boundsText)
	if err != nil {
		return err
	}
	if err := b.build(); err != nil {
		return err
	}
	var slow bytes.Buffer
	for _, limit := range all {
		ratios, err := b.against(limit)
		if err != nil {
			return err
		}
		b.tell(fmt.Sprintf("%s: %s of the program in C, at most %g", limit.scenario, ratios.text("%.2f"), limit.most))
		if ratios.median() > limit.most {
			fmt.Fprintf(&slow, "%s takes %.2f times as long for an event as the program in C, and may take %g\n", limit.scenario, ratios.median(), limit.most)
		}
	}
	if slow.Len() > 0 {
		return fmt.Errorf("slower than it was:\n%s%s", slow.Bytes(), gateVerdict)
	}
	return nil
}

// against measures a scenario until it keeps its bound, or all rounds are over.
func (b *bench) against(limit bound) (spread, error) {
	var ratios []float64
	for range gateRounds {
		for range gatePairs {
			c, err := b.reference("m2", referenced)
			if err != nil {
				return nil, err
			}
			ran, _, err := b.scenario(limit.scenario, limit.replications, 1)
			if err != nil {
				return nil, err
			}
			ratios = append(ratios, ran.each()/c.each())
		}
		if spreadOf(ratios).median() <= limit.most {
			break
		}
	}
	return spreadOf(ratios), nil
}
