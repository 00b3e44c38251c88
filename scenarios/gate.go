package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// gatePair reads a border crossing with its two posts.
func (r *reader) gatePair(m *strict.Map) corridors.GatePair {
	g := corridors.GatePair{}
	g.Name, _ = m.Text("name")
	g.Informal, _ = r.money(m, "informal", quantity.Money)
	if strip, there := m.Sub("strip"); there {
		g.Strip = r.strip(strip)
	}
	m.Require("posts", "posts: [{name: Lao Bảo, country: VN}, {name: Densavanh, country: LA}]")
	posts := r.maps(m.List("posts"))
	if v, there := m.At("posts"); there && len(posts) != len(g.Posts) {
		v.Problem(words.Say("scenario.two-posts", "count", len(posts)), words.Phrase{}, words.Phrase{})
		posts = posts[:min(len(posts), len(g.Posts))]
	}
	for i, post := range posts {
		g.Posts[i] = r.post(post)
	}
	m.Done()
	return g
}

func (r *reader) strip(m *strict.Map) corridors.Strip {
	s := corridors.Strip{}
	if n, given := r.count(m, "places", 1, maxPlaces); given {
		s.Places = &n
	}
	if v, there := m.At("drive"); there {
		if l, ok := r.law(v); ok {
			s.Drive = &l
		}
	}
	m.Done()
	return s
}

func (r *reader) post(m *strict.Map) corridors.Post {
	p := corridors.Post{}
	p.Name, _ = m.Text("name")
	m.Require("country", "country: VN")
	p.Country, _ = m.Text("country")
	p.Latitude, p.Longitude = r.coordinates(m)
	m.Require("hours", `hours: "07:00-19:30"`)
	p.Hours, _ = r.hours(m)
	p.Regime = r.regime(m)
	if platform, there := m.Sub("platform"); there {
		p.Platform = r.platform(platform)
	}
	if channels, there := m.Sub("channels"); there {
		p.Channels = r.channels(channels)
	}
	for _, s := range r.maps(m.List("stations")) {
		p.Stations = append(p.Stations, r.station(s))
	}
	for _, s := range r.maps(m.List("stages")) {
		p.Stages = append(p.Stages, r.stage(s, p.Stations))
	}
	r.needsPlatform(m, &p)
	m.Done()
	return p
}

// hours reads opening hours; always open is no window at all.
func (r *reader) hours(m *strict.Map) (corridors.Hours, bool) {
	v, there := m.At("hours")
	if !there {
		return corridors.Hours{}, false
	}
	var out corridors.Hours
	ok := r.figure(v, func(inner *strict.Value) (float64, func(string) (float64, bool), bool) {
		h, read := inner.AsWindows()
		if h.Never() {
			out.Never = true
		}
		if !h.Always() {
			for _, w := range h.Windows {
				out.Windows = append(out.Windows, corridors.Window{From: int(w.From.Seconds()), To: int(w.To.Seconds())})
			}
		}
		return openSeconds(h), openTime, read
	})
	return out, ok
}

// openSeconds of a day: the number by which opening hours are held against their fact.
func openSeconds(h quantity.Hours) float64 {
	minutes := 0
	for _, w := range h.Windows {
		minutes += w.Minutes()
	}
	return float64(minutes * 60)
}

func openTime(text string) (float64, bool) {
	h, err := quantity.ParseHours(text)
	return openSeconds(h), err == nil
}

// regime reads `declaration: {exit: paper, entry: digital}`; paper unless it says otherwise.
func (r *reader) regime(m *strict.Map) corridors.Regime {
	out := corridors.Regime{Exit: corridors.Paper, Entry: corridors.Paper}
	sub, there := m.Sub("declaration")
	if !there {
		return out
	}
	if way, given := sub.Choice("exit", texts(corridors.Declarations())...); given {
		out.Exit = corridors.Declaration(way)
	}
	if way, given := sub.Choice("entry", texts(corridors.Declarations())...); given {
		out.Entry = corridors.Declaration(way)
	}
	sub.Done()
	return out
}

func (r *reader) platform(m *strict.Map) corridors.Platform {
	p := corridors.Platform{}
	m.Require("adoption", "adoption: 90 %")
	if v, there := m.At("entry"); there {
		if l, ok := r.law(v); ok {
			p.Entry = &l
		}
	}
	p.Adoption, _ = r.share(m, "adoption")
	p.Exception, _ = r.share(m, "exception")
	m.Done()
	return p
}

// needsPlatform reports a digital regime at a post that has no platform.
func (r *reader) needsPlatform(m *strict.Map, p *corridors.Post) {
	digital := p.Regime.Exit == corridors.Digital || p.Regime.Entry == corridors.Digital
	if v, there := m.At("declaration"); there && digital && !m.Has("platform") {
		v.Problem(words.Say("scenario.no-platform", "post", p.Name), words.Phrase{}, words.Say("scenario.no-platform-help"))
	}
}

func (r *reader) channels(m *strict.Map) corridors.Channels {
	c := corridors.Channels{}
	c.Yellow, _ = r.share(m, "yellow")
	c.Red, _ = r.share(m, "red")
	if c.Yellow+c.Red > 1 {
		m.Problem(words.Say("scenario.channels-sum", "sum", (c.Yellow+c.Red)*100), words.Phrase{}, words.Phrase{})
	}
	m.Done()
	return c
}

func (r *reader) station(m *strict.Map) corridors.Station {
	s := corridors.Station{}
	s.Name, _ = m.Text("name")
	m.Require("servers", "servers: 2")
	m.Help("servers", words.Say("scenario.close-instead"))
	s.Servers, _ = r.count(m, "servers", 1, maxServers)
	if m.Has("hours") {
		h, _ := r.hours(m)
		s.Hours = &h
	}
	m.Done()
	return s
}

// stage reads one step at a post.
func (r *reader) stage(m *strict.Map, stations []corridors.Station) corridors.Stage {
	s := corridors.Stage{}
	s.Name, _ = m.Text("name")
	m.Require("owner", "owner: customs")
	owner, _ := m.Choice("owner", texts(corridors.Owners())...)
	s.Owner = corridors.Owner(owner)
	s.Station = r.stationOf(m, stations)
	if when, there := m.Sub("when"); there {
		s.When = r.condition(when, true)
	}
	m.Require("service", "service: {lognormal: {mean: 10 min, cv: 0.5}}")
	if v, there := m.At("service"); there {
		s.Service, _ = r.law(v)
	}
	for _, item := range m.List("cases") {
		if c, ok := item.AsMap(); ok {
			s.Cases = append(s.Cases, r.serviceCase(c))
		}
	}
	s.Fee, _ = r.money(m, "fee", quantity.Money)
	m.Done()
	return s
}

// stationOf reads the station of a stage, which must be one of the post's.
func (r *reader) stationOf(m *strict.Map, stations []corridors.Station) string {
	v, there := m.At("station")
	if !there {
		return ""
	}
	name, ok := v.AsText()
	if !ok {
		return ""
	}
	var names []string
	for _, s := range stations {
		if s.Name == name {
			return name
		}
		names = append(names, s.Name)
	}
	v.Problem(words.Say("scenario.unknown-station", "name", name), words.Phrase{}, near(name, names))
	return ""
}

func (r *reader) serviceCase(m *strict.Map) corridors.Case {
	c := corridors.Case{}
	m.Require("when", "when: {channel: [red]}")
	m.Require("service", "service: {lognormal: {mean: 10 min, cv: 0.5}}")
	if when, there := m.Sub("when"); there {
		c.When = r.condition(when, false)
	}
	if v, there := m.At("service"); there {
		c.Service, _ = r.law(v)
	}
	m.Done()
	return c
}

// condition reads who passes. Only a stage may let a share pass: a case must be certain.
func (r *reader) condition(m *strict.Map, shares bool) corridors.Condition {
	c := corridors.Condition{
		Direction:   choices(m, "direction", corridors.Directions()),
		Traffic:     choices(m, "traffic", corridors.TrafficKinds()),
		Trip:        choices(m, "trip", corridors.Trips()),
		Load:        choices(m, "load", corridors.Loads()),
		Channel:     choices(m, "channel", corridors.ChannelNames()),
		Declaration: choices(m, "declaration", corridors.DeclaredWays()),
	}
	if v, there := m.At("share"); there && shares {
		if p, ok := r.shareOf(v); ok {
			c.Share = &p
		}
	} else if there {
		v.Problem(words.Say("scenario.share-in-case"), words.Phrase{}, words.Phrase{})
	}
	m.Done()
	return c
}

// choices reads a list of words; a single word may stand for a list of one.
func choices[T ~string](m *strict.Map, key string, options []T) []T {
	v, there := m.At(key)
	if !there {
		return nil
	}
	items := []*strict.Value{v}
	if v.IsList() {
		items, _ = v.AsList()
	}
	var out []T
	for _, item := range items {
		if word, ok := item.AsChoice(texts(options)...); ok {
			out = append(out, T(word))
		}
	}
	return out
}
