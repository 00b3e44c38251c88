package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

// reply is how long it takes until a question has an answer that is narrow enough.
type reply struct {
	Command      string
	times        []float64 // of the whole process [s]
	Replications int
	Narrowness   float64 // widest half-width of a difference of border time, over the mean of its base [%]
}

// Seconds that the whole process took.
func (r reply) Seconds() float64 { return spreadOf(r.times).median() }

// Narrow says whether it is what the goal asks for.
func (r reply) Narrow() bool { return r.Narrowness <= 2 }

// repeats is how often the question is asked.
const repeats = 3

// replies measures the main question, as a user would ask it in a hurry and as the stopping rule would have it.
func (b *bench) replies() ([]reply, error) {
	var all []reply
	for _, more := range [][2]string{{"--replications", "5"}, {"--precision", "border_time_h: 2 %"}} {
		r := reply{Command: strings.Join([]string{"compare lao-bao-digital-vs-paper", more[0], quoted(more[1])}, " ")}
		for range min(b.pairs, repeats) {
			if err := b.ask(&r, more); err != nil {
				return nil, err
			}
		}
		all = append(all, r)
	}
	return all, nil
}

// quoted is a word as it is typed into a shell.
func quoted(word string) string {
	if strings.Contains(word, " ") {
		return "'" + word + "'"
	}
	return word
}

// ask asks once.
func (b *bench) ask(r *reply, more [2]string) error {
	b.tell("asking the main question")
	_, p, err := b.hanhlang("compare", "lao-bao-digital-vs-paper", "--workers", "2", "--format", "json", more[0], more[1])
	if err != nil {
		return err
	}
	var c comparison
	if err := json.Unmarshal(p.out, &c); err != nil {
		return fmt.Errorf("the answer of the main question: %w", err)
	}
	r.times, r.Replications, r.Narrowness = append(r.times, p.wall.Seconds()), c.Replications, 0
	for _, d := range c.Differences {
		if d.Measure == "border_time_h" {
			r.Narrowness = math.Max(r.Narrowness, 100*c.narrowness(d))
		}
	}
	return nil
}
