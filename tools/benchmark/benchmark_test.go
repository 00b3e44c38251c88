package main

import (
	"math"
	"strings"
	"testing"
)

func TestMedianIsInTheMiddle(t *testing.T) {
	for want, of := range map[float64][]float64{2: {3, 1, 2}, 2.5: {4, 1, 3, 2}, 7: {7}} {
		if got := spreadOf(of).median(); got != want {
			t.Errorf("median of %v is %v, want %v", of, got, want)
		}
	}
	if got := spreadOf([]float64{3, 1, 2}).text("%.0f"); got != "2 (1 – 3)" {
		t.Error(got)
	}
}

func TestGoalsSayByHowMuchTheyAreMissed(t *testing.T) {
	for want, g := range map[string]goal{
		"met":                            atMost("", "", 1.5, 1.5),
		"**missed** by 20 %":             atMost("", "", 1, 1.2),
		"**missed**, by a factor of 4.0": atMost("", "", 1, 4),
		"**missed** by 15 %":             atLeast("", "", 2, 1.7),
		"**missed**, by a factor of 8.0": atLeast("", "", 8, 1),
	} {
		if g.Verdict != want {
			t.Errorf("%s, want %s", g.Verdict, want)
		}
	}
	if g := atLeast("", "", 1.7, 1.8); g.Verdict != "met" {
		t.Error(g.Verdict)
	}
}

// The goal without ledgers is held against runs without ledgers.
func TestGoalWithoutLedgersHasRunsOfItsOwn(t *testing.T) {
	m := measured{m2: &pairsOf{ratios: []float64{1.4}, parts: []float64{0.9}, peak: []float64{40}, gains: []float64{1.8}}, held: make([]held, 5)}
	for i := range m.held {
		m.held[i].times = []float64{20}
	}
	m.horizon.Year = 40
	verdicts := make(map[string]string)
	for _, g := range m.goals() {
		verdicts[g.Name] = g.Measured + " " + g.Verdict
	}
	for name, want := range map[string]string{
		"benchmark-m2 over the program in C, with ledgers and all statistics": "1.4 met",
		"benchmark-m2 over the program in C, without ledgers":                 "0.9 met",
		"peak memory of benchmark-m2":                                         "40 MB **missed** by 25 %",
	} {
		if verdicts[name] != want {
			t.Errorf("%s: %s, want %s", name, verdicts[name], want)
		}
	}
}

func TestBoundsAreReadStrictly(t *testing.T) {
	got, err := bounds("# remark\n\nbenchmark-m2 3 2.0 # 1.3\n")
	if err != nil || len(got) != 1 || got[0] != (bound{"benchmark-m2", 3, 2}) {
		t.Error(got, err)
	}
	for text, want := range map[string]string{
		"":             "no bound",
		"a 1":          "bounds.txt:1",
		"\na none 1":   "bounds.txt:2",
		"a 0 1":        "no number of replications",
		"a 1 -1":       "no ratio",
		"a 1 NaN":      "no ratio",
		"a 1 1 1 # up": "wants a scenario",
	} {
		if _, err := bounds(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if _, err := bounds(boundsText); err != nil {
		t.Error(err)
	}
}

func TestPerfLineIsFoundAmongNotes(t *testing.T) {
	line, err := perfLine([]byte("hanhlang: a note\n{\"model_events\":4,\"wall_s\":2e-9,\"replications\":1,\"workers\":1}\n"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(line)
	if err != nil || got.Events != 4 || got.each() != 0.5 {
		t.Error(got, err)
	}
	if _, err := perfLine([]byte("hanhlang: a note\n")); err == nil {
		t.Error("there is none")
	}
	if _, err := read([]byte("{}")); err == nil {
		t.Error("nothing is in it")
	}
}

// A variance that common luck divides by four means four times the replications with luck apart.
func TestSavingsAreOfVariances(t *testing.T) {
	lo, hi, four, two, one := -1.2, -0.8, 4.0, 2.0, 1.0
	d := difference{Alternative: "b", Base: "a", Measure: "m", interval: interval{Mean: -1, Lo: &lo, Hi: &hi}, Ratio: &four}
	controlled, mean := d, d
	controlled.Ratio, mean.Ratio, mean.Base = &two, &one, ""
	c := comparison{
		Replications: 50, Differences: []difference{d}, Estimates: []difference{controlled, mean},
		Alternatives: []alternative{{Name: "a", Measures: []measure{{Name: "m", interval: interval{Mean: 10}}}}},
	}
	s, err := c.saving("study", "m")
	if err != nil || s.Apart() != 200 || s.Common() != "4.0 (4.0 – 4.0)" || s.Control() != "2.00 (2.00 – 2.00)" || s.Controls() != "1.00 (1.00 – 1.00)" {
		t.Errorf("%+v %v", s, err)
	}
	if width := s.Widest(); width < 1.999 || width > 2.001 {
		t.Error("0.2 of 10 is 2 %, not", width)
	}
	if _, err := c.saving("study", "n"); err == nil {
		t.Error("nobody measured n")
	}
	if saved := (ruled{Own: 50, Stopped: 20}).Saved(); saved != 60 {
		t.Error(saved)
	}
}

func TestProgramInCIsHeldAgainstKnownFigures(t *testing.T) {
	outputs := make([]float64, len(corridorYear()))
	for i, known := range corridorYear() {
		outputs[i] = known.mean + 2.9*known.sd*math.Sqrt(1.0/20+1.0/1000)
	}
	if err := agreeing("m2", outputs, corridorYear(), 20); err != nil {
		t.Error(err)
	}
	outputs[3] += 0.1
	if err := agreeing("m2", outputs, corridorYear(), 20); err == nil {
		t.Error("a wrong queue passes")
	}
	if err := agreeing("m2", outputs[1:], corridorYear(), 20); err == nil {
		t.Error("an output is missing")
	}
}
