package report

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"hanhlang/corridors/words"
)

// Text is the verification as plain text for a terminal of so many columns.
func (v Verification) Text(s *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(held{s}.page(v))
}

// Markdown is the verification as a Markdown document.
func (v Verification) Markdown(s *words.Speaker) string { return markdown(held{s}.page(v)) }

// The shapes of a verification in JSON.
type (
	verificationJSON struct {
		Name      string          `json:"name"`
		Title     string          `json:"title"`
		Seed      uint64          `json:"seed"`
		Version   string          `json:"version"`
		InputHash string          `json:"input_hash"`
		Accepted  bool            `json:"accepted"`
		Pool      *poolJSON       `json:"pool,omitempty"`
		Cases     []caseJSON      `json:"cases"`
		Elsewhere []elsewhereJSON `json:"elsewhere,omitempty"`
		Repeat    string          `json:"repeat"`
	}
	poolJSON struct {
		Seeds     int      `json:"seeds"`
		Intervals int      `json:"intervals"`
		Missed    int      `json:"missed"`
		Share     *float64 `json:"share"`
		Low       float64  `json:"accepted_from"`
		High      float64  `json:"accepted_to"`
		Judged    bool     `json:"judged"`
		Accepted  bool     `json:"accepted"`
	}
	caseJSON struct {
		Name         string         `json:"name"`
		Title        string         `json:"title,omitempty"`
		Source       string         `json:"source,omitempty"`
		Replications int            `json:"replications"`
		Again        int            `json:"replications_of_second_run,omitempty"`
		Sound        bool           `json:"audit_ok"`
		Quantities   []quantityJSON `json:"quantities"`
	}
	quantityJSON struct {
		Name    string   `json:"name"`
		Unit    string   `json:"unit,omitempty"`
		Value   *float64 `json:"value"`
		Mean    *float64 `json:"mean"`
		Low     *float64 `json:"low"`
		High    *float64 `json:"high"`
		AtMost  float64  `json:"half_width_at_most"`
		Exact   bool     `json:"exact"`
		Again   bool     `json:"second_run"`
		Verdict Verdict  `json:"verdict"`

		Sites [][]string `json:"sites,omitempty"`
		Found [][]string `json:"found_sites,omitempty"`

		Pooled int  `json:"pooled_intervals,omitempty"`
		Misses *int `json:"pooled_misses,omitempty"`
	}
	elsewhereJSON struct {
		Name    string `json:"name"`
		Title   string `json:"title,omitempty"`
		Package string `json:"package,omitempty"`
		Why     string `json:"why,omitempty"`
	}
)

// JSON is the verification for programs, in full precision.
func (v Verification) JSON() ([]byte, error) {
	whole := verificationJSON{
		Name: v.Name, Title: v.Title, Seed: v.Seed, Version: v.Version, InputHash: v.InputHash, Accepted: len(v.Failed()) == 0 && !v.PoolFailed(), Repeat: v.Repeat,
	}
	if p := v.Pool; p != nil {
		whole.Pool = &poolJSON{
			Seeds: p.Seeds, Intervals: p.Intervals, Missed: p.Missed, Low: LeastMisses, High: MostMisses, Judged: p.Judged(), Accepted: p.Accepted(),
		}
		if share, ok := p.Share(); ok {
			whole.Pool.Share = &share
		}
	}
	for _, c := range v.Cases {
		out := caseJSON{Name: c.Name, Title: c.Title, Source: c.Source, Replications: c.Replications, Again: c.Again, Sound: c.Sound}
		for _, q := range c.Quantities {
			one := quantityJSON{
				Name: q.Name, Unit: q.Unit, Value: &q.Value, Mean: finite(q.Interval.Mean), Low: finite(q.Interval.Lo), High: finite(q.Interval.Hi),
				AtMost: q.AtMost, Exact: q.Exact, Again: q.Again, Verdict: q.Verdict, Pooled: q.Pooled,
			}
			if q.Sites != nil {
				one.Value, one.Sites, one.Found = nil, q.Sites, q.Found
			}
			if q.Pooled > 0 {
				one.Misses = &q.PoolMissed
			}
			out.Quantities = append(out.Quantities, one)
		}
		whole.Cases = append(whole.Cases, out)
	}
	for _, e := range v.Elsewhere {
		whole.Elsewhere = append(whole.Elsewhere, elsewhereJSON(e))
	}
	return encoded(whole)
}

// CSV is the verification as one table in UTF-8: a row per quantity.
func (v Verification) CSV() ([]byte, error) {
	var out bytes.Buffer
	rows := [][]string{{
		"case", "quantity", "unit", "value", "mean", "low", "high", "half_width_at_most", "exact", "replications", "second_run", "verdict", "source",
	}}
	for _, c := range v.Cases {
		for _, q := range c.Quantities {
			runs := c.Replications
			if q.Again {
				runs = c.Again
			}
			value, mean := exact(q.Value), exact(q.Interval.Mean)
			if q.Sites != nil {
				value, mean = sets(q.Sites), sets(q.Found)
			}
			rows = append(rows, []string{
				c.Name, q.Name, q.Unit, value, mean, exact(q.Interval.Lo), exact(q.Interval.Hi), exact(q.AtMost),
				strconv.FormatBool(q.Exact), strconv.Itoa(runs), strconv.FormatBool(q.Again), string(q.Verdict), c.Source,
			})
		}
	}
	err := csv.NewWriter(&out).WriteAll(rows)
	return out.Bytes(), err
}
