package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// mostJoint is how many stages of one direction can be done once.
const mostJoint = 16

// inspections reads how trucks are inspected that enter by each post of a pair.
func (r *reader) inspections(m *strict.Map, g *corridors.GatePair) {
	items, _ := r.items(m, "inspection")
	for _, item := range items {
		country, named := item.Text("name")
		entry := slices.IndexFunc(g.Posts[:], func(p corridors.Post) bool { return p.Country == country })
		if v, _ := item.At("name"); entry < 0 && named {
			report(v, words.Say("scenario.no-such-side", "name", country), country, []string{g.Posts[0].Country, g.Posts[1].Country})
		}
		entry = max(0, entry)
		g.Inspection[entry] = r.inspection(item, &g.Posts[1-entry], &g.Posts[entry])
	}
	for _, item := range items {
		if v, there := item.At("kind"); there {
			tooFew(v, g)
		}
	}
}

// inspection reads one direction, out of one post and in by the other.
func (r *reader) inspection(m *strict.Map, exit, entry *corridors.Post) corridors.Inspection {
	in := corridors.Inspection{}
	kind, _ := m.Choice("kind", texts(corridors.InspectionKinds())...)
	in.Kind = corridors.InspectionKind(kind)
	if in.Kind == corridors.OneStop {
		m.Require("moves", "moves: 50 %")
	}
	in.Moves, _ = r.share(m, "moves")
	in.Transition = r.transition(m, in.Kind)
	for _, v := range m.List("keeps") {
		if name, ok := v.AsText(); ok && stageOf(v, name, exit) {
			in.Keeps = append(in.Keeps, name)
		}
	}
	joint, _ := r.items(m, "joint")
	for _, j := range joint {
		name, ok := j.Text("name")
		if v, _ := j.At("name"); ok && stageOf(v, name, entry) && slices.Contains(in.Keeps, name) {
			v.Problem(words.Say("scenario.kept-and-joint", "name", name, "post", exit.Name), words.Phrase{}, words.Say("strict.delete-one"))
		}
		in.Joint = append(in.Joint, corridors.Joint{Stage: name, Service: r.optionalLaw(j, "service")})
		j.Done()
	}
	if v, there := m.At("joint"); there && len(joint) > mostJoint {
		v.Problem(words.Say("scenario.joint-many", "limit", mostJoint), words.Phrase{}, words.Phrase{})
	}
	m.Done()
	return in
}

// stageOf checks that a post has a stage of a name.
func stageOf(v *strict.Value, name string, post *corridors.Post) bool {
	var stages []string
	for _, s := range post.Stages {
		stages = append(stages, s.Name)
	}
	if slices.Contains(stages, name) {
		return true
	}
	report(v, words.Say("scenario.unknown-stage", "post", post.Name, "name", name), name, stages)
	return false
}

// tooFew reports stations with too few servers for all who need some of them, where one stop is asked for.
func tooFew(v *strict.Value, g *corridors.GatePair) {
	if v.Node().Text() != string(corridors.OneStop) {
		return
	}
	for i := range g.Posts {
		for k := range g.Posts[i].Stations {
			s := &g.Posts[i].Stations[k]
			_, enough := g.MostOfficers(i, s)
			switch {
			case !enough && walks(g, i, s):
				v.Problem(words.Say("scenario.cannot-walk", "station", s.Name, "post", g.Posts[i].Name), words.Phrase{}, words.Say("scenario.cannot-walk-help"))
			case enough || len(s.Shifts) == 0 && s.Servers == 0:
			case len(s.Shifts) > 0:
				v.Problem(words.Say("scenario.shifts-do-not-divide", "station", s.Name, "post", g.Posts[i].Name), words.Phrase{},
					words.Say("scenario.too-few-to-divide-help"))
			default:
				v.Problem(words.Say("scenario.too-few-to-divide", "station", s.Name, "post", g.Posts[i].Name, "count", s.Servers), words.Phrase{},
					words.Say("scenario.too-few-to-divide-help"))
			}
		}
	}
}

// walks says whether a station has enough servers at all times, so that what is missing is that they can go
// from one place to another.
func walks(g *corridors.GatePair, post int, s *corridors.Station) bool {
	for _, arranged := range g.Arranged() {
		if _, enough := g.OfficersFor(post, s, arranged); !enough {
			return false
		}
	}
	return true
}
