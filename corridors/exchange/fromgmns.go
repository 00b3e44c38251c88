package exchange

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// units are those of a GMNS network, as factors to km and km/h; nil: nobody says.
type units struct {
	length, speed *float64
	currency      string
}

// kmOf and kmPerHourOf are how long units are.
func kmOf() map[string]float64 {
	return map[string]float64{"km": 1, "kilometer": 1, "kilometers": 1, "m": 0.001, "meter": 0.001, "meters": 0.001, "mi": 1.609344, "mile": 1.609344, "miles": 1.609344, "ft": 0.0003048, "feet": 0.0003048}
}

func kmPerHourOf() map[string]float64 {
	return map[string]float64{"km/h": 1, "kmh": 1, "kph": 1, "kmph": 1, "km/hr": 1, "mph": 1.609344, "mi/h": 1.609344, "mi/hr": 1.609344, "m/s": 3.6}
}

// tables reads GMNS tables.
func (r *reader) tables() {
	u := r.configured()
	if !r.node.need(r.problems, "node_id", "x_coord", "y_coord") || !r.link.need(r.problems, "from_node_id", "to_node_id", "directed") {
		return
	}
	r.ids = make(map[string]int)
	names := make(map[string]bool)
	for _, row := range r.node.rows {
		r.tableNode(row, names)
	}
	for _, row := range r.link.rows {
		r.tableLink(row, u)
	}
}

// configured reads the units, and refuses coordinates that are no degrees.
func (r *reader) configured() units {
	var u units
	if r.config == nil || len(r.config.rows) == 0 {
		return u
	}
	row := r.config.rows[0]
	if name := r.config.cell(row, "dataset_name").value; name != "" {
		r.Name = clean(name)
	}
	u.currency = clean(r.config.cell(row, "currency").value)
	u.length = r.unit(r.config.cell(row, "long_length"), kmOf())
	u.speed = r.unit(r.config.cell(row, "speed"), kmPerHourOf())
	crs := r.config.cell(row, "crs")
	known := []string{"", "4326", "EPSG:4326", "WGS84", "WGS 84", "OGC:CRS84", "CRS84"}
	if !slices.ContainsFunc(known, func(name string) bool { return strings.EqualFold(name, crs.value) }) {
		crs.problem(r.problems, words.Say("exchange.crs", "crs", crs.value), words.Say("exchange.degrees"), words.Say("exchange.not-degrees-help"))
	}
	return u
}

// unit reads one.
func (r *reader) unit(c spot, known map[string]float64) *float64 {
	if c.value == "" {
		return nil
	}
	factor, found := known[strings.ToLower(c.value)]
	if !found {
		var names []string
		for name := range known {
			names = append(names, name)
		}
		slices.Sort(names)
		c.problem(r.problems, words.Say("exchange.unit", "unit", c.value), words.Say("exchange.list", "names", names), words.Phrase{})
		return nil
	}
	return &factor
}

// tableNode reads a line of node.csv.
func (r *reader) tableNode(row []spot, names map[string]bool) {
	id := r.node.cell(row, "node_id")
	if _, twice := r.ids[id.value]; twice || id.value == "" {
		id.problem(r.problems, words.Say("exchange.node-id", "id", id.value), words.Phrase{}, words.Phrase{})
		return
	}
	x, okX := r.node.number(r.problems, row, "x_coord", quantity.Anything())
	y, okY := r.node.number(r.problems, row, "y_coord", quantity.Anything())
	at := r.node.cell(row, "x_coord")
	if okX && okY && (x == nil || y == nil) {
		at.problem(r.problems, words.Say("exchange.no-coordinates", "id", id.value), words.Phrase{}, words.Phrase{})
	}
	r.ids[id.value] = len(r.Nodes)
	n := Node{Kind: r.node.cell(row, "node_type").value, where: id}
	name := r.node.cell(row, "name").value
	if name == "" {
		name = "node " + id.value
	}
	n.Name = unique(names, name)
	n.Country = r.countryOf(r.node.cell(row, "country"), r.node.cell(row, "country").value)
	if x != nil && y != nil && r.placed(at, *x, *y) {
		n.At = corridors.Coordinates{Latitude: *y, Longitude: *x}
	}
	r.Nodes = append(r.Nodes, n)
}

// tableLink reads a line of link.csv. The way back of a road that is there is the same road.
func (r *reader) tableLink(row []spot, u units) {
	l := Link{Name: r.link.cell(row, "name").value, Currency: u.currency, where: row[0]}
	from, okFrom := r.end(row, "from_node_id")
	to, okTo := r.end(row, "to_node_id")
	if !okFrom || !okTo {
		return
	}
	if l.From, l.To = from, to; from == to {
		r.link.cell(row, "to_node_id").problem(r.problems, words.Say("exchange.no-distance"), words.Phrase{}, words.Phrase{})
		return
	}
	l.Km = r.scaled(row, "length", u.length, limits{shortest, longestRoad, "km"})
	l.Speed, l.Free = r.scaled(row, "free_speed", u.speed, limits{slowest, fastest, "km/h"}), true
	l.Toll, _ = r.link.number(r.problems, row, "toll", quantity.Between(0, dearest))
	if !slices.ContainsFunc(r.Links, func(other Link) bool { return other.From == to && other.To == from && other.Name == l.Name }) {
		r.Links = append(r.Links, l)
	}
}

// end of a link.
func (r *reader) end(row []spot, column string) (int, bool) {
	c := r.link.cell(row, column)
	i, found := r.ids[c.value]
	if !found {
		c.problem(r.problems, words.Say("exchange.unknown-node", "id", c.value), words.Phrase{}, words.Phrase{})
	}
	return i, found
}

// limits of a figure, in its unit here.
type limits struct {
	least, most float64
	unit        string
}

// scaled reads a figure that has a unit; a figure without one is refused, since a mile is no kilometre.
func (r *reader) scaled(row []spot, column string, factor *float64, within limits) *float64 {
	x, ok := r.link.number(r.problems, row, column, quantity.AtLeast(0))
	switch {
	case !ok || x == nil || *x == 0:
		return nil
	case factor == nil:
		r.link.cell(row, column).problem(r.problems, words.Say("exchange.no-unit", "column", column), words.Phrase{}, words.Say("exchange.no-unit-help"))
		return nil
	}
	scaled := *x * *factor
	if scaled < within.least || scaled > within.most {
		c := r.link.cell(row, column)
		c.problem(r.problems, words.Say("exchange.out-of-range", "column", column, "value", c.value),
			words.Say("exchange.between", "least", degrees(within.least), "most", degrees(within.most), "unit", within.unit), words.Phrase{})
		return nil
	}
	return &scaled
}
