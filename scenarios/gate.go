package scenarios

import (
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

func (r *reader) readGates(top *strict.Map) []corridors.GatePair {
	var out []corridors.GatePair
	items, sure := r.items(top, "gates")
	r.gates.addAll(items, sure)
	r.places.unsure = r.places.unsure || !sure
	r.posts.unsure = r.posts.unsure || !sure
	for _, m := range items {
		out = append(out, r.gatePair(m))
	}
	return out
}

// gatePair reads a border crossing with its two posts.
func (r *reader) gatePair(m *strict.Map) corridors.GatePair {
	g := corridors.GatePair{}
	g.Name, _ = m.Text("name")
	unlike(m)
	g.Informal, _ = r.money(m, "informal", quantity.Money)
	g.Dossier = dossier(m)
	if strip, there := m.Sub("strip"); there {
		g.Strip = r.strip(strip)
	}
	posts, sure := r.items(m, "posts")
	r.places.unsure = r.places.unsure || !sure
	r.posts.addAll(posts, sure)
	if v, there := m.At("posts"); there && sure && v.IsList() {
		r.countPosts(v)
	}
	for i, post := range posts {
		r.place(post)
		p := r.postAt(post, false)
		post.Done()
		if i < len(g.Posts) {
			g.Posts[i] = p
		}
	}
	if one, other := g.Posts[0], g.Posts[1]; one.Country != "" && one.Country == other.Country {
		v, _ := posts[1].At("country")
		v.Problem(words.Say("scenario.one-country", "post", one.Name, "country", one.Country), words.Phrase{}, words.Phrase{})
	}
	r.inspections(m, &g)
	r.swaps(m, &g)
	m.Done()
	return g
}

// countPosts checks that a pair is one.
func (r *reader) countPosts(v *strict.Value) {
	if n := len(v.Node().Items()); n != len(corridors.GatePair{}.Posts) {
		v.Problem(words.Say("scenario.two-posts", "count", n), words.Phrase{}, words.Phrase{})
		r.places.unsure = true
	}
}

// maxPlaces is the largest strip that the program can hold.
const maxPlaces = 100000

func (r *reader) strip(m *strict.Map) corridors.Strip {
	s := corridors.Strip{Drive: r.optionalLaw(m, "drive")}
	if n, given := r.count(m, "places", scale{}, 1, maxPlaces); given {
		s.Places = &n
	}
	m.Done()
	return s
}

// postAt reads a post of a gate pair, or what a depot has in common with one.
func (r *reader) postAt(m *strict.Map, depot bool) corridors.Post {
	p := corridors.Post{}
	p.Name, _ = m.Text("name")
	unlike(m)
	slashless(m)
	p.Country, _ = r.countries.find(m, "country")
	r.home[p.Name] = p.Country
	p.At = coordinates(m)
	p.Hours, _ = r.hours(m)
	p.Weekend, p.Holiday = r.daysOff(m)
	p.Regime = r.regime(m)
	if platform, there := m.Sub("platform"); there {
		p.Platform = r.platform(platform)
	}
	p.DeclarationFee, _ = r.money(m, "declaration_fee", quantity.Money)
	if channels, there := m.Sub("channels"); there {
		p.Channels = r.channels(channels)
	}
	at := postParts{post: &p, depot: depot}
	p.Stations, at.stations = r.readStations(m)
	p.Yards, at.yards = r.readYards(m)
	stages, _ := r.items(m, "stages")
	for _, s := range stages {
		p.Stages = append(p.Stages, r.stage(s, at))
	}
	stages = putBefore(stages, p.Stages)
	groupsStandTogether(stages, p.Stages)
	r.register = append(r.register, at.stations, at.yards)
	if depot {
		r.docks[p.Name] = at.stations // loads can change trucks there
	}
	return p
}

// slashless refuses a slash in the name of a post, station or stage: measures and decision points
// put these names together with slashes.
func slashless(m *strict.Map) {
	if v, has := m.At("name"); has && strings.Contains(v.Node().Text(), "/") {
		v.Problem(words.Say("scenario.name-slash"), words.Phrase{}, words.Phrase{})
	}
}

// hours reads opening hours.
func (r *reader) hours(m *strict.Map) (corridors.Hours, bool) { return r.hoursUnder(m, "hours") }

// hoursUnder reads opening hours under a key; always open is no window at all.
func (r *reader) hoursUnder(m *strict.Map, key string) (corridors.Hours, bool) {
	v, there := m.At(key)
	if !there {
		return corridors.Hours{}, false
	}
	if h, kept := recall[corridors.Hours](r, v); kept {
		return h, true
	}
	var out corridors.Hours
	ok := r.figure(v, openTime(), func(inner *strict.Value) (float64, bool) {
		h, read := inner.AsWindows()
		out.Never = read && h.Never()
		if !h.Always() {
			for _, w := range h.Windows {
				out.Windows = append(out.Windows, corridors.Window{From: int(w.From.Seconds()), To: int(w.To.Seconds())})
				overMidnight(inner, w)
			}
		}
		return openSeconds(h), read
	})
	return keep(r, v, out, ok)
}

// overMidnight notes how a window was read that goes on into the next day: both ends could have been mixed up.
func overMidnight(v *strict.Value, w quantity.Window) {
	if w.CrossesMidnight() && w.To > 0 {
		hours := strconv.FormatFloat(float64(w.Minutes())/60, 'g', 3, 64)
		v.Note(words.Say("scenario.over-midnight", "window", w.String(), "from", w.From.String(), "until", w.To.String(), "hours", hours))
	}
}

// openTime is the scale by which opening hours are held against facts: how long a day is open.
func openTime() scale {
	return scale{
		read: func(v *strict.Value) (float64, bool) {
			h, ok := v.AsWindows()
			return openSeconds(h), ok
		},
		stated: func(text string) (float64, bool) {
			h, err := quantity.ParseHours(text)
			return openSeconds(h), err == nil
		},
	}
}

// openSeconds of a day.
func openSeconds(h quantity.Hours) float64 {
	minutes := 0
	for _, w := range h.Windows {
		minutes += w.Minutes()
	}
	return float64(minutes * 60)
}

// regime reads `declaration: {exit: paper, entry: digital}`; paper unless it says otherwise.
func (r *reader) regime(m *strict.Map) corridors.Regime {
	out := corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper}
	sub, there := m.Sub("declaration")
	if !there {
		return out
	}
	for _, d := range corridors.Directions() {
		way, given := sub.Choice(string(d), texts(corridors.Declarations())...)
		if !given {
			continue
		}
		if corridors.Declaration(way) == corridors.Digital && !m.Has("platform") {
			v, _ := sub.At(string(d))
			v.Problem(words.Say("scenario.no-platform"), words.Phrase{}, words.Say("scenario.no-platform-help"))
		}
		if d == corridors.Exit {
			out.Exit = corridors.Declaration(way)
		} else {
			out.Entry = corridors.Declaration(way)
		}
	}
	sub.Done()
	return out
}

func (r *reader) channels(m *strict.Map) corridors.Channels {
	c := corridors.Channels{}
	c.Yellow, _ = r.share(m, "yellow")
	c.Red, _ = r.share(m, "red")
	if c.Yellow+c.Red > 1+tolerance {
		red, _ := m.At("red")
		yellow, _ := m.At("yellow")
		r.latest(red, yellow).Problem(words.Say("scenario.channels-sum"), words.Phrase{}, words.Phrase{})
	}
	m.Done()
	return c
}
