package report

import "hanhlang/corridors/words"

// The shapes of what an answer rests on, in the order in which they are written.
type (
	inputJSON struct {
		Alternative string `json:"alternative,omitempty"`
		Path        string `json:"path"`
		Value       string `json:"value"`
		Range       string `json:"range,omitempty"`
		Grade       string `json:"grade"`
		Fact        string `json:"fact,omitempty"`
		Transfer    string `json:"transfer,omitempty"`
		Why         string `json:"why,omitempty"`
		Source      string `json:"source,omitempty"`
	}
	driverJSON struct {
		Path   string        `json:"path"`
		Grade  string        `json:"grade"`
		Value  string        `json:"value"`
		Low    string        `json:"low"`
		High   string        `json:"high"`
		AtBase *estimateJSON `json:"difference_at_value"`
		AtLow  *estimateJSON `json:"difference_at_low"`
		AtHigh *estimateJSON `json:"difference_at_high"`
		Notes  []string      `json:"notes"`
	}
	publishedJSON struct {
		Fact        string        `json:"fact"`
		Says        string        `json:"says"`
		Grade       string        `json:"grade"`
		Source      string        `json:"source"`
		Measure     string        `json:"measure"`
		Alternative string        `json:"alternative"`
		Simulated   *estimateJSON `json:"simulated"`
		Ratio       *float64      `json:"ratio"`
		Difference  *estimateJSON `json:"difference"`
		Remark      string        `json:"remark,omitempty"`
		Fits        *fitsJSON     `json:"fits,omitempty"`
	}
	fitsJSON struct {
		Low     *float64 `json:"low"`
		High    *float64 `json:"high"`
		Reading string   `json:"reading"`
		Reason  string   `json:"reason,omitempty"`
	}
	checkJSON struct {
		Name   string `json:"name"`
		OK     bool   `json:"ok"`
		Detail string `json:"detail,omitempty"`
	}
)

func inputOf(i Input) inputJSON {
	return inputJSON{i.Alternative, i.Path, i.Value, i.Range, i.Grade, i.Fact, i.Transfer, i.Why, i.Source}
}

func driverOf(d Driver, s *words.Speaker) driverJSON {
	out := driverJSON{
		Path: d.Path, Grade: "D", Value: d.Value, Low: d.Low, High: d.High,
		AtBase: maybe(d.AtBase), AtLow: maybe(d.AtLow), AtHigh: maybe(d.AtHigh), Notes: []string{},
	}
	for _, note := range []words.Phrase{d.NoteLow, d.NoteHigh} {
		if !note.Empty() {
			out.Notes = append(out.Notes, s.Text(note))
		}
	}
	return out
}

func publishedOf(p Published, s *words.Speaker) publishedJSON {
	out := publishedJSON{
		Fact: p.Fact, Says: p.Says, Grade: p.Grade, Source: p.Source, Measure: p.Measure, Alternative: p.Alternative,
		Simulated: maybe(p.Interval), Difference: maybe(p.Difference), Remark: s.Text(p.Remark),
	}
	if p.Ratio != nil {
		out.Ratio = finite(*p.Ratio)
	}
	if p.Fits != nil {
		out.Fits = &fitsJSON{p.Fits.Low, p.Fits.High, string(p.reading()), s.Text(p.Reason)}
	}
	return out
}
