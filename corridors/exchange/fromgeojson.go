package exchange

import (
	"bytes"
	"slices"
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// near is how far the end of a line may be from a point to be there [km].
const near = 1.0

// geoJSON reads a collection of points and lines. JSON is read as the YAML that it nearly is, so that messages say where something stands.
func (r *reader) geoJSON() {
	document := strict.Reader{Skeleton: `{"type": "FeatureCollection", "features": []}`}.Parse(r.geo.Name, bytes.ReplaceAll(r.geo.Data, []byte("\t"), []byte(" ")), r.problems)
	if document == nil || r.problems.Err() != nil {
		return
	}
	top := document.Root()
	if kind, ok := top.Choice("type", "FeatureCollection"); !ok || kind == "" {
		top.Require("type", `"type": "FeatureCollection"`)
		return
	}
	if name := textOf(top, "name"); name != "" {
		r.Name = clean(name)
	}
	list, ok := top.At("features")
	if !ok {
		top.Require("features", `"features": []`)
		return
	}
	features, ok := list.AsList()
	if !ok {
		return
	}
	names := make(map[string]bool)
	var lines []*strict.Map
	for _, f := range features {
		m, ok := f.AsMap()
		if !ok {
			continue
		}
		switch shape, where := geometryOf(m); shape {
		case "Point":
			r.point(m, where, names)
		case "LineString":
			lines = append(lines, m)
		case "":
		default:
			where.Problem(words.Say("exchange.geometry", "type", shape), words.Say("exchange.geometries"), words.Phrase{})
		}
	}
	for _, m := range lines {
		r.line(m, names)
	}
}

// geometryOf a feature: its type, and where its coordinates stand; none for a feature without.
func geometryOf(m *strict.Map) (string, *strict.Value) {
	v, there := m.At("geometry")
	if !there || v.IsEmpty() {
		return "", nil
	}
	g, ok := v.AsMap()
	if !ok {
		return "", nil
	}
	kind := textOf(g, "type")
	at, there := g.At("coordinates")
	if !there {
		g.Require("coordinates", `"coordinates": [106.59, 16.62]`)
		return "", nil
	}
	return kind, at
}

// propertiesOf a feature; nil where there are none.
func propertiesOf(m *strict.Map) *strict.Map {
	if v, there := m.At("properties"); there && !v.IsEmpty() {
		if p, ok := v.AsMap(); ok {
			return p
		}
	}
	return nil
}

// textOf a key; empty where no text stands.
func textOf(m *strict.Map, key string) string {
	if m == nil {
		return ""
	}
	if v, there := m.At(key); there && v.IsScalar() && !v.IsEmpty() {
		return v.Node().Text()
	}
	return ""
}

// numberOf a property; nil where none stands.
func numberOf(m *strict.Map, key string, least, most float64) *float64 {
	if m == nil {
		return nil
	}
	v, there := m.At(key)
	if !there || v.IsEmpty() {
		return nil
	}
	if x, ok := v.AsNumber(quantity.Between(least, most)); ok && x > 0 {
		return &x
	}
	return nil
}

// spotOf a value for messages of our own.
func spotOf(v *strict.Value, line string) spot {
	return spot{file: v.Pos().File, row: v.Pos().Line, col: v.Pos().Col, line: line, width: len([]rune(v.Raw()))}
}

// lineAt is the text of a line of the file.
func (r *reader) lineAt(v *strict.Value) string {
	lines := bytes.Split(r.geo.Data, []byte("\n"))
	if n := v.Pos().Line; n >= 1 && n <= len(lines) {
		return string(bytes.TrimRight(lines[n-1], "\r"))
	}
	return ""
}

// position reads [longitude, latitude].
func (r *reader) position(v *strict.Value) (corridors.Coordinates, bool) {
	list, ok := v.AsList()
	if !ok {
		return corridors.Coordinates{}, false
	}
	if len(list) < 2 {
		v.Problem(words.Say("exchange.position"), words.Phrase{}, words.Phrase{})
		return corridors.Coordinates{}, false
	}
	longitude, okX := list[0].AsNumber(quantity.Anything())
	latitude, okY := list[1].AsNumber(quantity.Anything())
	if !okX || !okY || !r.placed(spotOf(v, r.lineAt(v)), longitude, latitude) {
		return corridors.Coordinates{}, false
	}
	return corridors.Coordinates{Latitude: latitude, Longitude: longitude}, true
}

// point reads a place.
func (r *reader) point(m *strict.Map, where *strict.Value, names map[string]bool) {
	at, ok := r.position(where)
	if !ok {
		return
	}
	p := propertiesOf(m)
	name := textOf(p, "name")
	if name == "" {
		name = "place " + strconv.Itoa(len(r.Nodes)+1)
	}
	n := Node{Name: unique(names, name), Kind: textOf(p, "kind"), At: at, where: spotOf(where, r.lineAt(where))}
	n.Country = r.countryOf(n.where, textOf(p, "country"))
	r.Nodes = append(r.Nodes, n)
}

// line reads a road. Its ends are the places that it names, else those that stand where it begins and ends; where none does, there is a junction.
func (r *reader) line(m *strict.Map, names map[string]bool) {
	_, where := geometryOf(m)
	list, ok := where.AsList()
	if !ok {
		return
	}
	if len(list) < 2 {
		where.Problem(words.Say("exchange.short-line"), words.Phrase{}, words.Phrase{})
		return
	}
	p := propertiesOf(m)
	country := textOf(p, "country")
	l := Link{Name: textOf(p, "name"), Km: numberOf(p, "length_km", shortest, longestRoad), Speed: numberOf(p, "speed_km_h", slowest, fastest), Toll: numberOf(p, "toll_usd", 0, dearest), Currency: "USD", where: spotOf(where, r.lineAt(where))}
	var okFrom, okTo bool
	l.From, okFrom = r.lineEnd(list[0], textOf(p, "from"), country, names)
	l.To, okTo = r.lineEnd(list[len(list)-1], textOf(p, "to"), country, names)
	if !okFrom || !okTo {
		return
	}
	if l.From == l.To {
		where.Problem(words.Say("exchange.no-distance"), words.Phrase{}, words.Phrase{})
		return
	}
	r.Links = append(r.Links, l)
}

// lineEnd finds the place at an end of a line.
func (r *reader) lineEnd(v *strict.Value, name, country string, names map[string]bool) (int, bool) {
	at, ok := r.position(v)
	if !ok {
		return 0, false
	}
	if name != "" {
		if i := slices.IndexFunc(r.Nodes, func(n Node) bool { return n.Name == name }); i >= 0 {
			return i, true
		}
		spotOf(v, r.lineAt(v)).problem(r.problems, words.Say("exchange.unknown-place", "name", name), words.Phrase{}, words.Phrase{})
		return 0, false
	}
	best, found := 0, false
	for i, n := range r.Nodes {
		if d := n.At.Apart(at); d <= near && (!found || d < r.Nodes[best].At.Apart(at)) {
			best, found = i, true
		}
	}
	if found {
		return best, true
	}
	n := Node{Name: unique(names, "junction "+strconv.Itoa(len(r.Nodes)+1)), Kind: string(corridors.Junction), At: at, where: spotOf(v, r.lineAt(v))}
	n.Country = r.countryOf(n.where, country)
	r.Nodes = append(r.Nodes, n)
	return len(r.Nodes) - 1, true
}
