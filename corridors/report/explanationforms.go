package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// Text is the explanation as plain text for a terminal of so many columns.
func (e Explanation) Text(s *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(explained(e, s))
}

// Markdown is the explanation as a Markdown document.
func (e Explanation) Markdown(s *words.Speaker) string { return markdown(explained(e, s)) }

// The shapes of an explanation in JSON.
type (
	explanationJSON struct {
		Name        string        `json:"name"`
		Title       string        `json:"title"`
		Alternative string        `json:"alternative,omitempty"`
		Path        string        `json:"path"`
		Accounts    []accountJSON `json:"accounts"`
	}
	accountJSON struct {
		inputJSON
		Subject string       `json:"subject,omitempty"`
		Says    string       `json:"says,omitempty"`
		Year    string       `json:"year,omitempty"`
		Note    string       `json:"note,omitempty"`
		In      []string     `json:"alternatives,omitempty"`
		Said    []sayingJSON `json:"said"`
	}
	sayingJSON struct {
		Value    string `json:"value"`
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Part     string `json:"part,omitempty"`
		Fact     string `json:"fact,omitempty"`
		Transfer string `json:"transfer,omitempty"`
		Why      string `json:"why,omitempty"`
	}
)

// JSON is the explanation for programs; what is said of a value stands in the order from the layer that holds to the lowest.
func (e Explanation) JSON() ([]byte, error) {
	whole := explanationJSON{Name: e.Name, Title: e.Title, Alternative: e.Alternative, Path: e.Path, Accounts: []accountJSON{}}
	for _, a := range e.Accounts {
		out := accountJSON{inputJSON: inputOf(a.Input), Subject: a.Subject, Says: a.Says, Year: a.Year, Note: a.Note, In: a.In}
		for _, s := range a.Said {
			out.Said = append(out.Said, sayingJSON(s))
		}
		whole.Accounts = append(whole.Accounts, out)
	}
	return encoded(whole)
}

// CSV is the explanation as one table in UTF-8: a row per value and layer, level 0 being the one that holds.
func (e Explanation) CSV() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	rows := [][]string{{
		"name", "path", "level", "value", "range", "grade", "fact", "transfer", "subject", "says", "source", "why", "note",
		"file", "line", "column", "part", "alternatives",
	}}
	for _, a := range e.Accounts {
		for level, s := range a.Said {
			if level == 0 {
				s.Value, s.Why = a.Value, a.Why
			} else {
				a.Range, a.Grade, a.Subject, a.Says, a.Source, a.Note = "", "", "", "", "", "" // of what holds
			}
			rows = append(rows, []string{
				e.Name, a.Path, strconv.Itoa(level), s.Value, a.Range, a.Grade, s.Fact, s.Transfer, a.Subject, a.Says, a.Source, s.Why, a.Note,
				s.File, strconv.Itoa(s.Line), strconv.Itoa(s.Column), s.Part, strings.Join(a.In, "; "),
			})
		}
	}
	err := w.WriteAll(rows)
	return out.Bytes(), err
}
