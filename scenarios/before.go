package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// putBefore puts the stages of a post that say `before: release` before the stage that they name, in the
// order in which they are written; it gives the items in the order of the stages.
func putBefore(items []*strict.Map, stages []corridors.Stage) []*strict.Map {
	items = slices.Clone(items)
	for i := 0; i < len(items); i++ {
		v, there := items[i].At("before")
		if !there {
			continue
		}
		name, ok := v.AsText()
		to := slices.IndexFunc(stages, func(s corridors.Stage) bool { return s.Name == name })
		switch {
		case !ok:
		case to < 0 || to == i:
			report(v, words.Say("scenario.before-none", "name", name), name, namesOf(stages, i))
		case to < i:
			shift(items, i, to)
			shift(stages, i, to)
		case to > i+1:
			v.Problem(words.Say("scenario.before-later", "name", name), words.Phrase{}, words.Say("scenario.before-later-help", "name", name))
		}
	}
	return items
}

// shift brings what is at one place of a list to an earlier one.
func shift[T any](list []T, from, to int) {
	moved := list[from]
	copy(list[to+1:from+1], list[to:from])
	list[to] = moved
}

// namesOf the stages but one.
func namesOf(stages []corridors.Stage, but int) (out []string) {
	for i := range stages {
		if i != but {
			out = append(out, stages[i].Name)
		}
	}
	return out
}
