package scenarios

import (
	"path"
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// wantedPlace is where the problems of a list of measures are that stands on the command line.
const wantedPlace = "--measures"

// Want makes the study one of these measures only, so that its runs keep no more than they ask for: `door_to_door_h,
// station.*.queue_trucks`, with the wildcards of a shell, which stand for any letters here, slashes included. The study must not compare:
// its pairs, curves and trials have measures of their own. The error is a *strict.Problems with places in the text.
func (s *Study) Want(text string) error {
	known, err := s.measured()
	if err != nil {
		return err
	}
	a := &aimed{place: wantedPlace, text: text, known: known, problems: &strict.Problems{}, seen: make(map[string]bool)}
	found := make(map[string]bool)
	for _, item := range a.items() {
		for _, name := range a.wanted(s.Name, a.trimmed(item)) {
			found[name] = true
		}
	}
	if len(found) == 0 && a.problems.Len() == 0 {
		a.at(extent{0, len(text)}, "").Problem(words.Say("scenario.precision-none"), words.Phrase{}, words.Say("scenario.list-measures"))
	}
	if err := a.problems.Err(); err != nil {
		return err
	}
	s.Measures = slices.DeleteFunc(known, func(name string) bool { return !found[name] })
	for i := range s.Alternatives {
		s.Alternatives[i].Scenario.Setup.Wanted = s.Measures
	}
	return nil
}

// wanted are the measures that an item of the list stands for.
func (a *aimed) wanted(study string, item extent) []string {
	text := a.unquoted(item)
	if a.seen[text] {
		a.at(item, "").Problem(words.Say("scenario.measure-twice", "name", text), words.Phrase{}, words.Say("strict.delete-one"))
		return nil
	}
	a.seen[text] = true
	if slices.Contains(a.known, text) {
		return []string{text}
	}
	if !strings.ContainsAny(text, `*?[`) {
		help := words.Say("scenario.list-measures")
		if near, found := strict.Nearest(text, a.known); found {
			help = words.Say("strict.did-you-mean", "near", near)
		}
		a.at(item, "").Problem(words.Say("scenario.unknown-measure", "alternative", study, "name", text), words.Phrase{}, help)
		return nil
	}
	var out []string
	for _, name := range a.known {
		if matches(text, name) {
			out = append(out, name)
		}
	}
	if len(out) == 0 {
		a.at(item, "").Problem(words.Say("scenario.no-such-measures", "alternative", study, "pattern", text), words.Say("scenario.wildcards"), words.Say("scenario.list-measures"))
	}
	return out
}

// matches says whether a pattern with the wildcards of a shell stands for a name. A slash is a letter like others: places and stations
// have one between them. A pattern that cannot be read stands for nothing.
func matches(pattern, name string) bool {
	plain := strings.NewReplacer("/", "\x00")
	fits, err := path.Match(plain.Replace(pattern), plain.Replace(name))
	return err == nil && fits
}
