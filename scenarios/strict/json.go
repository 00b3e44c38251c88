package strict

import (
	"bytes"
	"encoding/json"

	"hanhlang/corridors/words"
)

type placeJSON struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"column,omitempty"`
}

type problemJSON struct {
	placeJSON
	Path     string      `json:"path,omitempty"`
	Value    string      `json:"value,omitempty"`
	What     string      `json:"what"`
	Allowed  string      `json:"allowed,omitempty"`
	Help     string      `json:"help,omitempty"`
	Also     []placeJSON `json:"also,omitempty"`
	UsedAt   *placeJSON  `json:"used_at,omitempty"`
	Message  string      `json:"message"`
	ExitCode int         `json:"exit_code"`
	Warning  bool        `json:"warning,omitempty"`
	Note     bool        `json:"note,omitempty"`
	Source   string      `json:"source,omitempty"`
}

// JSON writes all problems that were kept (no cut at twenty) as one object: {"problems": [...], "more": n}, with a line break at the end.
// message is the id in the catalogue, which stays the same in every language.
func (p *Problems) JSON(speaker *words.Speaker) ([]byte, error) {
	list := []problemJSON{}
	for _, problem := range p.All() {
		list = append(list, problem.asJSON(speaker))
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(struct {
		Problems []problemJSON `json:"problems"`
		More     int           `json:"more,omitempty"`
	}{list, p.beyond})
	return out.Bytes(), err
}

func (p Problem) asJSON(speaker *words.Speaker) problemJSON {
	out := problemJSON{
		placeJSON: placeJSON(p.Pos), Path: p.Path, Value: p.Value,
		What: speaker.Text(p.What), Allowed: speaker.Text(p.Allowed), Help: speaker.Text(p.Help),
		Message: p.What.ID, ExitCode: int(p.Class), Warning: p.Warning && !p.Note, Note: p.Note,
	}
	if p.Snippet.Text != "" {
		out.Source, _ = p.Snippet.draw()
	}
	if p.Warning {
		out.ExitCode = 0 // it ends nothing
	}
	for _, place := range p.Also {
		out.Also = append(out.Also, placeJSON(place))
	}
	if p.UsedAt != (Pos{}) {
		place := placeJSON(p.UsedAt)
		out.UsedAt = &place
	}
	return out
}
