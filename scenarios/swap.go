package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// swaps reads where drivers or tractors are changed at the posts of a pair.
func (r *reader) swaps(m *strict.Map, g *corridors.GatePair) {
	items, _ := r.items(m, "swaps")
	for _, item := range items {
		g.Swaps = append(g.Swaps, r.swap(item, g))
	}
}

func (r *reader) swap(m *strict.Map, g *corridors.GatePair) corridors.Swap {
	s := corridors.Swap{}
	s.Name, _ = m.Text("name")
	slashless(m)
	kind, _ := m.Choice("kind", texts(corridors.SwapKinds())...)
	s.Kind = corridors.SwapKind(kind)
	s.Partners, _ = r.count(m, "partners", scale{}, 1, maxServers)
	s.Away = r.optionalLaw(m, "away")
	if n, given := r.count(m, "places", scale{}, 1, maxPlaces); given {
		s.Places = &n
	}
	if service := r.optionalLaw(m, "service"); service != nil {
		s.Service = *service
	}
	s.Fee, _ = r.money(m, "fee", quantity.Money)
	if when, there := m.Sub("when"); there {
		s.When = r.condition(when, true)
	}
	switch {
	case m.Has("to") || m.Has("lasts"):
		s.From, s.To = r.spanOf(m)
	case m.Has("from"):
		from, _ := m.Moment("from")
		s.From = from.Seconds()
	}
	swapAt(m, g, &s)
	m.Done()
	return s
}

// swapAt reads the post of a swap, and the stage before which it is done there.
func swapAt(m *strict.Map, g *corridors.GatePair, s *corridors.Swap) {
	v, there := m.At("at")
	before, _ := m.Text("before")
	if !there {
		return
	}
	s.At, _ = v.AsText()
	at := slices.IndexFunc(g.Posts[:], func(p corridors.Post) bool { return p.Name == s.At })
	if at < 0 {
		report(v, words.Say("scenario.swap-elsewhere", "name", s.At), s.At, []string{g.Posts[0].Name, g.Posts[1].Name})
		return
	}
	post := &g.Posts[at]
	named := func(name string) bool {
		return slices.ContainsFunc(post.Stages, func(s corridors.Stage) bool { return s.Name == name })
	}
	if name, _ := m.At("name"); named(s.Name) {
		name.Problem(words.Say("scenario.swap-as-stage", "post", post.Name, "name", s.Name), words.Phrase{}, words.Phrase{})
	}
	if v, there := m.At("before"); there {
		stageOf(v, before, post)
		s.Before = before
	}
}
