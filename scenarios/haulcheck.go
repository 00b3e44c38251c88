package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// hauls checks flows whose loads and trucks are apart: what one of them brings another can take on, and trucks of
// a haulier come home.
func (k *checker) hauls(f *corridors.Flow) {
	m := item(k.top, "flows", f.Name)
	if f.Haulier != "" {
		k.hauled(m, f)
	} else if f.Arrivals.Always {
		k.refuse(m, "arrivals.always", words.Say("scenario.always-no-fleet"), words.Say("strict.add-line", "line", "fleet: Haulier A"))
	}
	if f.Arrivals.After != nil {
		k.follows(m, f)
	}
	apart := f.Haulier != "" || f.Gather != nil || f.Arrivals.After != nil
	_, followed := k.corridor.Follower(f.Name)
	if f.Backlog != nil && (apart || followed) {
		k.refuse(m, "backlog", words.Say("scenario.backlog-apart"), words.Phrase{})
	}
	if f.Landing != nil && (apart || followed) {
		k.refuse(m, "landing", words.Say("scenario.landing-apart"), words.Phrase{})
	}
	if apart && f.Traffic == corridors.Others {
		k.refuse(m, "traffic", words.Say("scenario.others-apart"), words.Phrase{})
	}
	for _, at := range [][3]string{{"loading_at", f.LoadAt, f.From}, {"unloading_at", f.UnloadAt, f.To}} {
		if at[1] != "" && k.neverWorks(at[2], at[1]) {
			k.refuse(m, at[0], words.Say("scenario.dock-never-open", "name", at[1]), words.Phrase{})
		}
	}
}

// refuse reports what stands at a path of keys in an item.
func (k *checker) refuse(m *strict.Map, path string, what, help words.Phrase) {
	if sub, rest, nested := strings.Cut(path, "."); nested {
		if below, there := m.Sub(sub); there {
			k.refuse(below, rest, what, help)
			return
		}
	}
	if v, there := m.At(path); there {
		v.Problem(what, words.Phrase{}, help)
		return
	}
	m.Problem(what, words.Phrase{}, help)
}

// hauled checks the flow of a haulier: its trucks get to the loads and home again.
func (k *checker) hauled(m *strict.Map, f *corridors.Flow) {
	h := k.corridor.Haulier(f.Haulier)
	switch none := f.Return.Mode == corridors.NoReturn; {
	case none && h.Home != f.To:
		k.refuse(m, "return.mode", words.Say("scenario.fleet-stays-away", "fleet", h.Name, "home", h.Home), words.Say("strict.write", "text", "mode: one-way"))
	case !none && h.Home == f.To:
		k.refuse(m, "return.mode", words.Say("scenario.fleet-is-home", "fleet", h.Name, "home", h.Home), words.Say("strict.write", "text", "mode: none"))
	}
	for _, ends := range [][2]string{{h.Home, f.From}, {f.From, f.To}, {f.To, f.From}, {f.From, h.Home}} {
		gates, err := journey.GatesBetween(k.corridor, ends[0], ends[1])
		if err != nil {
			k.refuse(m, "fleet", words.Say("scenario.no-way", "from", ends[0], "to", ends[1]), words.Say("scenario.no-way-help"))
			return
		}
		if slices.ContainsFunc(gates, turnsAway) || f.Choice != nil && slices.ContainsFunc(k.corridor.Gates, turnsAway) {
			k.refuse(m, "fleet", words.Say("scenario.fleet-turned-away"), words.Say("strict.write", "text", "when_full: block"))
			return
		}
		if !opens(gates) {
			k.refuse(m, "fleet", words.Say("scenario.fleet-shut-out", "fleet", h.Name, "from", ends[0], "to", ends[1]), words.Say("scenario.never-open-help"))
			return
		}
	}
}

// turnsAway says whether a gate pair turns trucks away that find no place.
func turnsAway(pair corridors.GatePair) bool {
	return slices.ContainsFunc(pair.Posts[:], func(post corridors.Post) bool {
		return slices.ContainsFunc(post.Stations, func(s corridors.Station) bool { return s.Room != nil && s.Room.WhenFull == corridors.TurnAway })
	})
}

// follows checks a flow that carries on the loads of another one.
func (k *checker) follows(m *strict.Map, f *corridors.Flow) {
	after := f.Arrivals.After
	before := k.flowNamed(after.Flow)
	switch first, _ := k.corridor.Follower(before.Name); {
	case k.corridor.Flows[first].Name != f.Name:
		k.refuse(m, "arrivals.after", words.Say("scenario.two-follow", "flow", before.Name, "other", k.corridor.Flows[first].Name), words.Phrase{})
		return
	case k.circles(f):
		k.refuse(m, "arrivals.after", words.Say("scenario.chain-circle"), words.Phrase{})
		return
	case before.To != f.From:
		k.refuse(m, "from", words.Say("scenario.chain-apart", "flow", before.Name, "place", before.To), words.Say("strict.write", "text", "from: "+before.To))
	case before.Traffic == corridors.Others:
		k.refuse(m, "arrivals.after", words.Say("scenario.others-apart"), words.Phrase{})
	case f.Gather != nil && k.inParts(before):
		k.refuse(m, "consolidation", words.Say("scenario.parts-twice", "flow", before.Name), words.Phrase{})
	case f.Gather == nil && m.Has("payload"):
		k.refuse(m, "payload", words.Say("scenario.chain-payload", "flow", before.Name), words.Phrase{})
	}
	if after.Direct {
		k.direct(m, f, before)
	}
}

// inParts says whether the loads of a flow, or of those before it, are put together.
func (k *checker) inParts(f *corridors.Flow) bool {
	for range k.corridor.Flows {
		if f.Gather != nil || f.Arrivals.After == nil {
			break
		}
		f = k.flowNamed(f.Arrivals.After.Flow)
	}
	return f.Gather != nil
}

// circles says whether a flow comes after itself.
func (k *checker) circles(f *corridors.Flow) bool {
	at := f
	for range k.corridor.Flows {
		if at.Arrivals.After == nil {
			return false
		}
		at = k.flowNamed(at.Arrivals.After.Flow)
	}
	return true
}

// direct checks a load that goes from truck to truck.
func (k *checker) direct(m *strict.Map, f, before *corridors.Flow) {
	first := item(k.top, "flows", before.Name)
	switch {
	case f.Gather != nil:
		k.refuse(m, "consolidation", words.Say("scenario.direct-parts"), words.Phrase{})
	case f.Load != nil:
		k.refuse(m, "loading", words.Say("scenario.direct-handling"), words.Say("scenario.direct-handling-help"))
	case before.Unload != nil:
		k.refuse(first, "unloading", words.Say("scenario.direct-handling"), words.Say("scenario.direct-handling-help"))
	case f.Haulier != "" && f.Haulier == before.Haulier:
		k.refuse(m, "fleet", words.Say("scenario.direct-one-fleet", "fleet", f.Haulier), words.Phrase{})
	}
}

// neverWorks says whether a station of a place never opens.
func (k *checker) neverWorks(place, station string) bool {
	for i := range k.corridor.Places {
		p := &k.corridor.Places[i]
		for _, s := range p.Stations {
			if p.Name == place && s.Name == station {
				return len(s.Shifts) == 0 && (s.Hours == nil && p.Hours.Never || neverOpen(s))
			}
		}
	}
	return false
}
