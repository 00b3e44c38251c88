package scenarios

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// ground is a scenario that alternatives change: the base of the study, or one that an alternative
// names for itself.
type ground struct{ world layers }

// readBase reads the scenario that all alternatives change which name none of their own.
func (r *studyReader) readBase(top *strict.Map) {
	own := everyItemHas(top, "alternatives", "scenario")
	v, there := top.At("base")
	switch {
	case there && own:
		v.Problem(words.Say("scenario.idle-base"), words.Phrase{}, words.Say("strict.delete-one"))
	case there:
		r.base = r.groundAt(v)
	case !own:
		top.Require("base", "base: lao-bao-today")
	}
}

// everyItemHas says whether a list is not empty and all its items have a key.
func everyItemHas(m *strict.Map, list, key string) bool {
	v, there := m.At(list)
	if !there || len(v.Node().Items()) == 0 {
		return false
	}
	return !slices.ContainsFunc(v.Node().Items(), func(item *strict.Node) bool {
		_, has := item.Child(key)
		return !has
	})
}

// groundAt reads the scenario that a value names. Alternatives that name the same one share it.
func (r *studyReader) groundAt(v *strict.Value) *ground {
	name, ok := v.AsText()
	if !ok {
		return nil
	}
	if known, read := r.grounds[name]; read {
		return known
	}
	r.grounds[name] = nil
	if world, ok := r.chain.world(name, v); ok {
		r.grounds[name] = &ground{world: r.settings.over(world)}
	}
	return r.grounds[name]
}

// groundOf is what an alternative stands on.
func (r *studyReader) groundOf(m *strict.Map) *ground {
	if v, there := m.At("scenario"); there {
		return r.groundAt(v)
	}
	return r.base
}

// laid puts the overlays of an alternative and its own changes over what it stands on.
func (r *studyReader) laid(m *strict.Map, on *ground) (layers, bool) {
	var over []sheet
	for _, item := range m.List("overlays") {
		if name, ok := r.changes.findValue(item); ok {
			if s, written := r.overlays[name]; written {
				over = append(over, s)
			}
		}
	}
	return on.under(append(over, r.withOf(m)...))
}

// withOf are the changes that stand in an item itself, if there are any.
func (r *studyReader) withOf(m *strict.Map) []sheet {
	if with, there := m.Sub("with"); there {
		return []sheet{r.sheet(with, m.Path())}
	}
	return nil
}

// under lays changes over what an alternative stands on, one after another; it says false where one of them, or what is under them,
// cannot be read.
func (g *ground) under(over []sheet) (layers, bool) {
	if g == nil {
		return layers{}, false
	}
	world := g.world
	for _, s := range over {
		if s.over == nil {
			return layers{}, false
		}
		world = world.under(s)
	}
	return world, true
}

// akin says whether two alternatives have anything in common: they stand on one scenario, or their
// scenarios are built upon the same file.
func (r *studyReader) akin(one, other string) bool {
	a, b := r.stands[one], r.stands[other]
	if a == nil || b == nil || a == b {
		return true // what cannot be read is on record
	}
	return slices.ContainsFunc(a.world.files, func(file string) bool { return slices.Contains(b.world.files, file) })
}

// firstOn is the first alternative that stands on the same scenario as one.
func (r *studyReader) firstOn(name string) string {
	for _, other := range r.names.order {
		if r.stands[other] == r.stands[name] {
			return other
		}
	}
	return name
}

// measureOfSome reads the name of a measure that the alternatives of one scenario or of several have:
// all that stand on a scenario, or none of them.
func (r *studyReader) measureOfSome(v *strict.Value) (string, bool) {
	name, ok := v.AsText()
	if !ok {
		return "", false
	}
	has := make(map[*ground]bool)
	for _, a := range r.names.order {
		has[r.stands[a]] = has[r.stands[a]] || slices.Contains(r.measure[a], name)
	}
	var asked []string
	for _, a := range r.names.order {
		if has[r.stands[a]] {
			asked = append(asked, a)
		}
	}
	switch {
	case len(asked) > 0:
		return r.measureOf(v, asked)
	case len(has) > 1 && slices.ContainsFunc(r.names.order, func(a string) bool { return r.measure[a] == nil }):
		return "", false // the one that cannot run may have it
	}
	return r.measureOf(v, r.names.order)
}

// comparable reports two alternatives that have nothing in common.
func (r *studyReader) comparable(v *strict.Value, one, other string) bool {
	if r.akin(one, other) {
		return true
	}
	v.Problem(words.Say("scenario.not-akin", "one", one, "other", other), words.Phrase{}, words.Say("scenario.not-akin-help"))
	return false
}
