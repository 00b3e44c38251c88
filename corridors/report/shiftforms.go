package report

import "hanhlang/corridors/words"

// The shapes of what moves a meeting, in the order in which they are written.
type (
	shiftJSON struct {
		Path   string        `json:"path"`
		Grade  string        `json:"grade"`
		Value  string        `json:"value"`
		Low    string        `json:"low"`
		High   string        `json:"high"`
		AtBase *shiftEndJSON `json:"meets_at_value"`
		AtLow  *shiftEndJSON `json:"meets_at_low"`
		AtHigh *shiftEndJSON `json:"meets_at_high"`
		Notes  []string      `json:"notes"`
	}
	shiftEndJSON struct {
		Reading string        `json:"reading"`
		At      *estimateJSON `json:"at"`
		Gap     *estimateJSON `json:"gap"`     // where they do not meet: how far apart they stay
		Turns   bool          `json:"turns"`   // clearly otherwise than at the value
		Unclear bool          `json:"unclear"` // and at the value it is clear
	}
)

func shiftOf(d *Shift, s *words.Speaker) shiftJSON {
	out := shiftJSON{
		Path: d.Path, Grade: "D", Value: d.Value, Low: d.Low, High: d.High,
		AtBase: d.endOf(d.AtBase), AtLow: d.endOf(d.AtLow), AtHigh: d.endOf(d.AtHigh), Notes: []string{},
	}
	for _, note := range []words.Phrase{d.NoteLow, d.NoteHigh} {
		if !note.Empty() {
			out.Notes = append(out.Notes, s.Text(note))
		}
	}
	return out
}

func (s *Shift) endOf(m *Meeting) *shiftEndJSON {
	if m == nil {
		return nil
	}
	return &shiftEndJSON{Reading: string(m.reading()), At: maybe(m.Where()), Gap: maybe(m.Apart()), Turns: s.Turns(m), Unclear: s.Blurs(m)}
}
