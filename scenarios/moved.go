package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// moved reads the curves of which it is asked what moves where they meet their first target.
func (r *studyReader) moved(m *strict.Map, s *Study, out *Sensitivity) {
	var known []string
	for i := range s.Curves {
		known = append(known, s.Curves[i].Name)
	}
	for _, item := range m.List("curves") {
		name, ok := item.AsText()
		if !ok {
			continue
		}
		at := slices.Index(known, name)
		switch {
		case at < 0:
			report(item, words.Say("scenario.unknown-curve", "name", name), name, known)
		case slices.Contains(out.Curves, name):
			item.Problem(words.Say("scenario.moved-twice", "name", name), words.Phrase{}, words.Say("strict.delete-one"))
		case len(s.Curves[at].Against) == 0:
			item.Problem(words.Say("scenario.moved-aimless", "name", name), words.Phrase{}, words.Say("scenario.moved-aimless-help"))
		default:
			out.Curves = append(out.Curves, name)
		}
	}
}
