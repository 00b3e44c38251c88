package exchange

import (
	"strconv"

	"hanhlang/corridors"
)

// The kinds of objects.
const (
	truckObject = "truck"
	tripObject  = "trip"
	loadObject  = "load"
	placeObject = "place"
	gateObject  = "gate pair"
)

// objectKinds declares them with their attributes.
func objectKinds() []kind {
	return []kind{
		{truckObject, []attribute{{"flow", "string"}, {"number", "integer"}}},
		{tripObject, []attribute{{"part", "string"}}},
		{loadObject, []attribute{{"tonnes", "float"}}},
		{placeObject, []attribute{{"kind", "string"}, {"country", "string"}, {"latitude", "float"}, {"longitude", "float"}}},
		{gateObject, []attribute{}},
	}
}

// object is one of them, with what it belongs to.
type object struct {
	ID            string     `json:"id"`
	Type          string     `json:"type"`
	Attributes    []valued   `json:"attributes"`
	Relationships []relation `json:"relationships"`
}

// always is since when an attribute has its value that never changes.
const always = "1970-01-01T00:00:00Z"

// objects are those of the log so far, in the order in which they first came. Those of a truck are told apart only while its lines last.
type objects struct {
	list  []object
	known map[string]bool // places and gate pairs
	truck string          // whose lines are read
	own   map[string]bool // its trips and loads
}

// newObjects has the places and gate pairs of a corridor.
func newObjects(w World) *objects {
	o := &objects{known: make(map[string]bool)}
	for i := range w.Corridor.Gates {
		o.list = append(o.list, object{ID: gateID(w.Corridor.Gates[i].Name), Type: gateObject, Attributes: []valued{}, Relationships: []relation{}})
	}
	for _, site := range w.Corridor.Sites() {
		one := object{ID: placeID(site.Name), Type: placeObject, Attributes: siteAttributes(site), Relationships: []relation{}}
		if site.Gate != "" {
			one.Relationships = append(one.Relationships, relation{gateID(site.Gate), "post of"})
		}
		o.known[site.Name] = true
		o.list = append(o.list, one)
	}
	return o
}

func siteAttributes(site corridors.Site) []valued {
	out := []valued{{"kind", string(site.Kind), always}, {"country", site.Country, always}}
	if site.At != nil {
		out = append(out, valued{"latitude", degrees(site.At.Latitude), always}, valued{"longitude", degrees(site.At.Longitude), always})
	}
	return out
}

// degrees in full precision.
func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func gateID(name string) string  { return gateObject + ": " + name }
func placeID(name string) string { return placeObject + ": " + name }

// named is what trucks, trips and loads are called.
func named(kind string, l Line) string { return kind + ": " + l.Text("flow") + " " + l.Text("truck") }

// begin takes a truck in.
func (o *objects) begin(l Line) {
	o.truck, o.own = named(truckObject, l), make(map[string]bool)
	attributes := []valued{{"flow", l.Text("flow"), always}, {"number", l.Text("truck"), always}}
	o.list = append(o.list, object{ID: o.truck, Type: truckObject, Attributes: attributes, Relationships: []relation{}})
}

// of a line: the truck, its trip, its load if there is one, and where it is.
func (o *objects) of(l Line) []relation {
	out := []relation{{o.truck, "by"}}
	part := l.Text("part")
	if part == "out" || part == "home" {
		trip := o.trip(l, part)
		out = append(out, relation{trip, "on"})
		if l.Text("loaded") == "true" || l.Text("row") == "delivery" {
			out = append(out, relation{o.load(l, part, trip), "carrying"})
		}
	}
	if place := l.Text("place"); o.known[place] {
		out = append(out, relation{placeID(place), placeQualifier(l)})
	}
	if gate := l.Text("gate"); gate != "" {
		out = append(out, relation{gateID(gate), "through"})
	}
	return out
}

// placeQualifier says what the place of a line is to it.
func placeQualifier(l Line) string {
	if l.Text("row") == "leg" {
		return "from"
	}
	return "at"
}

// trip of a truck.
func (o *objects) trip(l Line, part string) string {
	id := named(tripObject, l) + " " + part
	if !o.own[id] {
		o.own[id] = true
		o.list = append(o.list, object{ID: id, Type: tripObject, Attributes: []valued{{"part", part, always}}, Relationships: []relation{{o.truck, "of"}}})
	}
	return id
}

// load of a trip.
func (o *objects) load(l Line, part, trip string) string {
	id := named(loadObject, l) + " " + part
	if !o.own[id] {
		o.own[id] = true
		one := object{ID: id, Type: loadObject, Attributes: []valued{}, Relationships: []relation{{trip, "carried on"}}}
		if tonnes := l.Text("tonnes"); tonnes != "" {
			one.Attributes = append(one.Attributes, valued{"tonnes", tonnes, always})
		}
		o.list = append(o.list, one)
	}
	return id
}
