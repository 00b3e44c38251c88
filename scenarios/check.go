package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// check holds the parts of a scenario against each other: names that must be known, ways that must
// lead somewhere, gates that must open.
func check(top *strict.Map, problems *strict.Problems, setup *journey.Setup) {
	k := &checker{top: top, problems: problems, corridor: setup.Corridor}
	k.countries()
	k.places()
	k.flows()
}

type checker struct {
	top      *strict.Map
	problems *strict.Problems
	corridor *corridors.Corridor
}

// each visits the items of a list at the top.
func (k *checker) each(key string, visit func(i int, m *strict.Map)) {
	for i, item := range k.top.List(key) {
		if m, ok := item.AsMap(); ok {
			visit(i, m)
		}
	}
}

// known reports a text that is not among names.
func known(m *strict.Map, key string, names []string, unknown func(name string) words.Phrase) {
	v, there := m.At(key)
	if !there {
		return
	}
	name, ok := v.AsText()
	if !ok {
		return
	}
	for _, n := range names {
		if n == name {
			return
		}
	}
	v.Problem(unknown(name), words.Phrase{}, near(name, names))
}

func (k *checker) countries() {
	var codes []string
	for _, c := range k.corridor.Countries {
		codes = append(codes, c.Code)
	}
	unknown := func(name string) words.Phrase { return words.Say("scenario.unknown-country", "name", name) }
	k.each("places", func(_ int, m *strict.Map) { known(m, "country", codes, unknown) })
	k.each("legs", func(_ int, m *strict.Map) { known(m, "country", codes, unknown) })
	k.each("gates", func(_ int, m *strict.Map) {
		for _, item := range m.List("posts") {
			if post, ok := item.AsMap(); ok {
				known(post, "country", codes, unknown)
			}
		}
	})
}

// placeNames are the places and the posts.
func (k *checker) placeNames() []string {
	var names []string
	for _, p := range k.corridor.Places {
		names = append(names, p.Name)
	}
	for _, g := range k.corridor.Gates {
		for _, p := range g.Posts {
			names = append(names, p.Name)
		}
	}
	return names
}

func (k *checker) places() {
	names := k.placeNames()
	unknown := func(name string) words.Phrase { return words.Say("scenario.unknown-place", "name", name) }
	for _, list := range []string{"legs", "flows"} {
		k.each(list, func(_ int, m *strict.Map) {
			known(m, "from", names, unknown)
			known(m, "to", names, unknown)
		})
	}
}

// flows checks that every flow finds its way through gates that open.
func (k *checker) flows() {
	if k.problems.Len() > 0 {
		return
	}
	k.each("flows", func(i int, m *strict.Map) {
		f := &k.corridor.Flows[i]
		v, _ := m.At("to")
		gates, err := journey.GatesBetween(k.corridor, f.From, f.To)
		if err != nil {
			v.Problem(words.Say("scenario.no-way", "from", f.From, "to", f.To), words.Phrase{}, words.Say("scenario.no-way-help"))
			return
		}
		for _, pair := range gates {
			for _, post := range pair.Posts {
				if post.Hours.Never && f.Arrivals.PerSecond > 0 {
					v.Problem(words.Say("scenario.never-open", "flow", f.Name, "post", post.Name, "from", f.From, "to", f.To), words.Phrase{}, words.Say("scenario.never-open-help"))
				}
			}
		}
	})
}
