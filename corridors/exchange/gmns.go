package exchange

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"hanhlang/corridors"
)

// Tables are a network in the General Modeling Network Specification (GMNS 0.96), as CSV: nodes, links, and their units.
type Tables struct{ Node, Link, Config []byte }

// GMNS writes the network of a corridor: places, posts and depots that have coordinates as nodes, legs and the strips between posts as links that lead
// both ways. Beside the columns of the specification stand country, gate and empty_speed; the kind of a node is its node_type. What has no coordinates is
// left out, with the links that lead there; Unplaced names it.
func GMNS(c *corridors.Corridor) (Tables, error) {
	node, err := table([]string{"node_id", "name", "x_coord", "y_coord", "node_type", "country", "gate"}, nodeRows(c))
	if err != nil {
		return Tables{}, err
	}
	link, err := table([]string{
		"link_id", "name", "from_node_id", "to_node_id", "directed", "length", "facility_type", "free_speed", "toll", "jurisdiction", "empty_speed",
	}, linkRows(c))
	if err != nil {
		return Tables{}, err
	}
	config, err := table([]string{"dataset_name", "long_length", "speed", "crs", "currency", "version_number", "id_type"},
		[][]string{{c.Name, "km", "km/h", "EPSG:4326", "USD", "0.96", "integer"}})
	return Tables{node, link, config}, err
}

// Unplaced are the sites of a corridor that nobody says where they are.
func Unplaced(c *corridors.Corridor) []string {
	var out []string
	for _, site := range c.Sites() {
		if site.At == nil {
			out = append(out, site.Name)
		}
	}
	return out
}

// table writes rows below a heading.
func table(heads []string, rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(append([][]string{heads}, rows...)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// nodeIDs number the sites that have coordinates, from 1.
func nodeIDs(c *corridors.Corridor) map[string]string {
	ids := make(map[string]string)
	for _, site := range c.Sites() {
		if site.At != nil {
			ids[site.Name] = strconv.Itoa(len(ids) + 1)
		}
	}
	return ids
}

func nodeRows(c *corridors.Corridor) [][]string {
	ids := nodeIDs(c)
	var rows [][]string
	for _, site := range c.Sites() {
		if site.At != nil {
			rows = append(rows, []string{
				ids[site.Name], site.Name, degrees(site.At.Longitude), degrees(site.At.Latitude), string(site.Kind), site.Country, site.Gate,
			})
		}
	}
	return rows
}

// The kinds of links.
const (
	roadLink  = "road"
	stripLink = "border crossing"
)

func linkRows(c *corridors.Corridor) [][]string {
	ids := nodeIDs(c)
	var rows [][]string
	add := func(from, to string, cells ...string) {
		if ids[from] != "" && ids[to] != "" {
			rows = append(rows, append([]string{strconv.Itoa(len(rows) + 1), cells[0], ids[from], ids[to], "0"}, cells[1:]...))
		}
	}
	for _, l := range c.Legs {
		add(l.From, l.To, l.Road, decimal(l.Length), roadLink, decimal(l.Speed), decimal(l.Toll), l.Country, decimal(l.EmptySpeed))
	}
	for i := range c.Gates {
		g := &c.Gates[i]
		add(g.Posts[0].Name, g.Posts[1].Name, g.Name, "", stripLink, "", "", "", "")
	}
	return rows
}

// decimal writes a figure in full precision; empty for nought, which a leg has where nobody says.
func decimal(x float64) string {
	if x == 0 {
		return ""
	}
	return degrees(x)
}
