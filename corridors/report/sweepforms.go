package report

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"hanhlang/corridors/words"
)

// The shapes of a sweep in JSON.
type (
	sweepJSON struct {
		Name         string        `json:"name"`
		Title        string        `json:"title"`
		Question     string        `json:"question"`
		Scenario     string        `json:"scenario"`
		Design       string        `json:"design"`
		Seed         uint64        `json:"seed"`
		Version      string        `json:"version"`
		InputHash    string        `json:"input_hash"`
		Replications int           `json:"replications"`
		Trajectories *int          `json:"trajectories"`
		Confidence   float64       `json:"confidence"`
		Measures     []string      `json:"measures"`
		Factors      []factorJSON  `json:"factors"`
		Survey       []string      `json:"survey_next"` // paths of the inputs that move the first measure most
		Effects      []effectsJSON `json:"effects"`
		Points       []visitedJSON `json:"points"`
		Warnings     []string      `json:"warnings"`
		Repeat       string        `json:"repeat"`
	}
	factorJSON struct {
		Path string `json:"path"`
		Base string `json:"value"`
		Low  string `json:"low,omitempty"`
		High string `json:"high,omitempty"`
	}
	effectsJSON struct {
		Measure string       `json:"measure"`
		Unit    string       `json:"unit"`
		Inputs  []effectJSON `json:"inputs"` // the strongest first
	}
	effectJSON struct {
		Path   string        `json:"path"`
		Size   *estimateJSON `json:"size"`
		AtLow  *estimateJSON `json:"at_low,omitempty"`
		AtHigh *estimateJSON `json:"at_high,omitempty"`
		Notes  []string      `json:"notes,omitempty"`
		Mean   *float64      `json:"mean_effect,omitempty"`
		Spread *float64      `json:"effect_sd,omitempty"`
	}
	visitedJSON struct {
		Values   []*string    `json:"values"` // by factor; null: as in the scenario
		Note     string       `json:"note,omitempty"`
		Measures []metricJSON `json:"measures"`
	}
	metricJSON struct {
		Measure string `json:"measure"`
		Unit    string `json:"unit"`
		estimateJSON
	}
)

// JSON is the sweep for programs, in full precision.
func (s Sweep) JSON(speaker *words.Speaker) ([]byte, error) {
	out := sweepJSON{
		Name: s.Name, Title: speaker.Title(s.Title), Question: speaker.Title(s.Question), Scenario: s.Scenario, Design: s.Design, Seed: s.Seed, Version: s.Version,
		InputHash: s.InputHash, Replications: s.Replications, Confidence: s.Confidence, Measures: append([]string{}, s.Measures...), Survey: []string{},
		Factors: each(s.Factors, func(f Factor) factorJSON { return factorJSON(f) }), Effects: []effectsJSON{},
		Warnings: each(s.Warnings, speaker.Text), Repeat: s.Repeat,
	}
	if s.Trajectories > 0 {
		out.Trajectories = &s.Trajectories
	}
	for i := range s.Effects {
		e := &s.Effects[i]
		out.Effects = append(out.Effects, effectsJSON{e.Measure, unitNamed(e.Measure), each(e.Rows, func(row Effect) effectJSON { return s.effectOf(row, speaker) })})
		if i == 0 {
			for _, row := range s.strongest(e) {
				out.Survey = append(out.Survey, s.Factors[row.Factor].Path)
			}
		}
	}
	out.Points = each(s.Points, func(p Point) visitedJSON { return s.pointOf(p, speaker) })
	return encoded(out)
}

func unitNamed(measure string) string {
	d, _ := Define(measure)
	return d.Unit
}

func (s Sweep) effectOf(e Effect, speaker *words.Speaker) effectJSON {
	out := effectJSON{Path: s.Factors[e.Factor].Path, Size: maybe(e.Size), AtLow: maybe(e.AtLow), AtHigh: maybe(e.AtHigh)}
	for _, note := range []words.Phrase{e.NoteLow, e.NoteHigh} {
		if !note.Empty() {
			out.Notes = append(out.Notes, speaker.Text(note))
		}
	}
	if s.Trajectories > 0 && e.Size.Present() {
		out.Mean = finite(e.Mean)
		if e.Spreads {
			out.Spread = finite(e.Spread)
		}
	}
	return out
}

func (s Sweep) pointOf(p Point, speaker *words.Speaker) visitedJSON {
	out := visitedJSON{Values: []*string{}, Note: speaker.Text(p.Note)}
	for _, value := range p.Values {
		if value == "" {
			out.Values = append(out.Values, nil)
			continue
		}
		out.Values = append(out.Values, &value)
	}
	for k, measure := range s.Measures {
		out.Measures = append(out.Measures, metricJSON{measure, unitNamed(measure), estimateOf(p.Intervals[k])})
	}
	return out
}

// CSV is the sweep as one table in UTF-8, in full precision: a row per point and measure with a column for every factor, and behind them
// for designs that screen a row per measure and input with the size of its effect. The column kind tells them apart.
func (s Sweep) CSV(speaker *words.Speaker) ([]byte, error) {
	var out bytes.Buffer
	head := []string{"sweep", "kind", "point", "input", "measure", "unit", "mean", "lo", "hi", "n", "mean_effect", "effect_sd", "note"}
	for _, f := range s.Factors {
		head = append(head, f.Path)
	}
	rows := [][]string{head}
	for i, p := range s.Points {
		for k, measure := range s.Measures {
			r := append([]string{s.Name, "point", strconv.Itoa(i + 1), "", measure, unitNamed(measure)}, estimated(p.Intervals[k])...)
			r = append(r, strconv.Itoa(p.Intervals[k].N), "", "", speaker.Text(p.Note))
			rows = append(rows, append(r, p.Values...))
		}
	}
	for _, e := range s.Effects {
		for _, row := range e.Rows {
			r := append([]string{s.Name, "effect", "", s.Factors[row.Factor].Path, e.Measure, unitNamed(e.Measure)}, estimated(row.Size)...)
			mean, spread := "", ""
			if s.Trajectories > 0 && row.Size.Present() {
				mean = exact(row.Mean)
			}
			if row.Spreads {
				spread = exact(row.Spread)
			}
			r = append(r, strconv.Itoa(row.Size.N), mean, spread, "")
			rows = append(rows, append(r, make([]string, len(s.Factors))...))
		}
	}
	err := csv.NewWriter(&out).WriteAll(rows)
	return out.Bytes(), err
}
