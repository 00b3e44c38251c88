package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// saysAbsent says whether an item speaks of being left out, right or wrong.
func saysAbsent(item *strict.Node) bool {
	_, says := item.Child("absent")
	return says
}

// leaveOut checks an item that takes the one of its name out of a list below it. names are those of
// the list. What is wrong is not read any further.
func (l layers) leaveOut(list string, m *strict.Map, names []string) {
	if _, ok := m.Choice("absent", "true"); !ok {
		l.strange[m.Path()] = true
		return
	}
	for _, key := range m.Keys() {
		if key != "name" && key != "absent" {
			l.strange[m.Path()] = true
			v, _ := m.At(key)
			v.Problem(words.Say("scenario.absent-with-more", "key", key), words.Phrase{}, words.Say("scenario.absent-with-more-help"))
		}
	}
	v, _ := m.At("name")
	if name := v.Node().Text(); !slices.Contains(names, name) {
		l.strange[m.Path()] = true
		report(v, words.Say("scenario.nothing-to-remove", "list", list, "name", name), name, names)
	}
}

// refuseAbsent reports an item that is to be left out where nothing lies below it: it got into the
// tree by itself.
func refuseAbsent(list string, m *strict.Map) {
	v, _ := m.At("absent")
	if v.Layer().Set {
		v.Problem(words.Say("scenario.absent-set"), words.Phrase{}, words.Say("scenario.absent-set-help"))
		return
	}
	name, _ := m.Node().Name()
	v.Problem(words.Say("scenario.absent-alone", "list", list, "name", name), words.Phrase{}, words.Say("scenario.absent-alone-help"))
}
