package exchange

import (
	"bytes"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Network is what a file of another program says of places and roads. What it does not say is nil or empty.
type Network struct {
	Name  string
	Nodes []Node
	Links []Link
}

// Node is a place of a network.
type Node struct {
	Name    string
	Kind    string // as the file writes it
	Country string // two capital letters
	At      corridors.Coordinates
	where   spot
}

// Link is a road between two nodes, which is driven both ways.
type Link struct {
	Name     string
	From, To int // of Nodes
	Km       *float64
	Speed    *float64 // [km/h]
	Free     bool     // it is that of a road without traffic, whatever drives there
	Toll     *float64 // in Currency
	Currency string
	where    spot
}

// spot is a place in a file that a message can point to.
type spot struct {
	file, line string // the name, and the text of the line
	row, col   int    // from 1, in characters
	width      int
	value      string
}

// problem puts what is wrong there on record.
func (s spot) problem(problems *strict.Problems, what, allowed, help words.Phrase) {
	problems.Add(strict.Problem{
		Pos: strict.Pos{File: s.file, Line: s.row, Col: s.col}, Value: s.value, What: what, Allowed: allowed, Help: help, Class: strict.Scenario,
		Snippet: strict.Snippet{Text: s.line, Col: s.col, Width: max(1, s.width)},
	})
}

// File is one that is imported.
type File struct {
	Name string
	Data []byte
}

// Read takes a network from GMNS tables (node.csv and link.csv, with config.csv for their units) or from a GeoJSON file. Country is that of places that do
// not say theirs; empty: they must. What is wrong goes to problems, and then there is no network.
func Read(files []File, country string, problems *strict.Problems) *Network {
	r := &reader{country: country, problems: problems}
	for _, f := range files {
		r.file(f)
	}
	r.complete(files)
	if problems.Err() != nil {
		return nil
	}
	return &r.Network
}

// reader is a network that is being read.
type reader struct {
	Network
	country  string
	problems *strict.Problems

	node, link, config, geo *sheetOf // what was given; nil: it was not
	ids                     map[string]int
}

// sheetOf is a file with its name, and of a table what stands in it.
type sheetOf struct {
	File
	*sheet
}

// file looks at what a file is.
func (r *reader) file(f File) {
	f.Data = bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	if text := bytes.TrimSpace(f.Data); len(text) > 0 && (text[0] == '{' || text[0] == '[') {
		r.take(&r.geo, &sheetOf{File: f})
		return
	}
	s := readSheet(f, r.problems)
	if s == nil {
		return
	}
	switch of := (&sheetOf{f, s}); {
	case s.has("node_id") && s.has("x_coord"):
		r.take(&r.node, of)
	case s.has("link_id") || s.has("from_node_id"):
		r.take(&r.link, of)
	case s.has("crs") || s.has("long_length"):
		r.take(&r.config, of)
	default: // node_id alone
		r.take(&r.node, of)
	}
}

// take notes a file, of which there may be one of each sort.
func (r *reader) take(to **sheetOf, s *sheetOf) {
	if *to != nil {
		spot{file: s.Name}.problem(r.problems, words.Say("exchange.twice", "other", (*to).Name), words.Phrase{}, words.Phrase{})
		return
	}
	*to = s
}

// complete reads what was given, if it is a network.
func (r *reader) complete(files []File) {
	if r.problems.Err() != nil {
		return
	}
	r.Name = baseName(files[0].Name)
	switch {
	case r.geo != nil && (r.node != nil || r.link != nil):
		spot{file: r.geo.Name}.problem(r.problems, words.Say("exchange.both"), words.Phrase{}, words.Phrase{})
	case r.geo != nil:
		r.geoJSON()
	case r.node == nil:
		spot{file: files[0].Name}.problem(r.problems, words.Say("exchange.no-nodes"), words.Phrase{}, words.Say("exchange.no-nodes-help"))
	case r.link == nil:
		spot{file: r.node.Name}.problem(r.problems, words.Say("exchange.no-links"), words.Phrase{}, words.Say("exchange.no-links-help"))
	default:
		r.tables()
	}
}

// baseName names a network after the file that it came in, or after its folder where the file has the name that all of them have.
func baseName(name string) string {
	name = filepath.ToSlash(name)
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if base == "node" || base == "link" || base == "config" || base == "network" {
		if folder := path.Base(path.Dir(name)); folder != "." && folder != "/" && folder != ".." {
			return folder
		}
	}
	return base
}

// latitudes and longitudes in degrees.
const (
	mostLatitude  = 90
	mostLongitude = 180
)

// placed checks coordinates.
func (r *reader) placed(at spot, longitude, latitude float64) bool {
	if -mostLatitude <= latitude && latitude <= mostLatitude && -mostLongitude <= longitude && longitude <= mostLongitude {
		return true
	}
	at.problem(r.problems, words.Say("exchange.not-degrees", "x", degrees(longitude), "y", degrees(latitude)), words.Say("exchange.degrees"), words.Say("exchange.not-degrees-help"))
	return false
}

// IsCountry says whether a text is a code of two letters as in ISO 3166-1.
func IsCountry(text string) bool {
	return len(text) == 2 && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// What a road can be: as long as the longest leg and as fast as the fastest [km], [km/h], and no dearer than anybody pays [in its currency].
const (
	longestRoad = 20000.0
	shortest    = 0.001
	fastest     = 200.0
	slowest     = 1.0
	dearest     = 1e6
)

// countryOf reads a country of two letters; that of all where none is written.
func (r *reader) countryOf(at spot, text string) string {
	if text == "" {
		text = r.country
	}
	if IsCountry(text) {
		return text
	}
	what := words.Say("exchange.no-country")
	if text != "" {
		what = words.Say("scenario.country-code", "name", text)
	}
	at.problem(r.problems, what, words.Phrase{}, words.Say("exchange.no-country-help"))
	return ""
}

// unique is a name that no other has: a number follows where it is taken.
func unique(taken map[string]bool, name string) string {
	name = clean(name)
	if name == "" {
		name = "-"
	}
	out := name
	for n := 2; taken[out]; n++ {
		out = name + " " + strconv.Itoa(n)
	}
	taken[out] = true
	return out
}

// clean takes out of a text what no name may have: control characters, and slashes, which measures put names together with.
func clean(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '/':
			return '-'
		case unicode.IsControl(r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, text))
}
