package scenarios

import (
	"slices"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// needs are the keys that every item of a list must have beside its name, each in a line that would
// do. An item that an overlay adds to a list must have them too: else its name is misspelt.
var needs = map[string][]string{
	"alternatives": {},
	"commodities":  {},
	"countries":    {},
	"currencies":   {"rate: 26000 VND/USD"},
	"depots":       {"kind: icd", "country: VN", `hours: "06:00-22:00"`},
	"fleets":       {"trucks: 20", "home: Đà Nẵng"},
	"flows":        {"from: Đà Nẵng", "to: Savannakhet", "arrivals: {rate: 100/day}", "return: {mode: one-way}"},
	"gates":        {"posts: [{name: Lao Bảo, country: VN, hours: always}, {name: Densavanh, country: LA, hours: always}]"},
	"holidays":     {"from: 2026-02-16", "to: 2026-02-20"},
	"inspection":   {"kind: one-stop"},
	"joint":        {},
	"legs":         {"from: Đông Hà", "to: Lao Bảo", "country: VN", "length: 84 km"},
	"overlays":     {"with: {flows: [{name: trucks, return: {mode: two-way}}]}"},
	"permits":      {"count: 500", "flows: [Đà Nẵng to Khon Kaen, Khon Kaen to Đà Nẵng]"},
	"places":       {"kind: market", "country: VN"},
	"posts":        {"country: VN", `hours: "07:00-19:30"`},
	"quotas":       {"gate: Lao Bảo–Densavanh", "into: LA", "trucks: 300/day"},
	"rush":         {"from: 2026-02-09", "to: 2026-02-15", "factor: 150 %"},
	"shocks":       {"roads: [QL9]", "from: day 10 08:00"},
	"stages":       {"owner: customs", "service: {lognormal: {mean: 10 min, cv: 0.5}}"},
	"stations":     {"servers: 2"},
	"streams":      {"movements: 400/day"},
	"terrains":     {"speed: 28 km/h"},
	"vessels":      {"days: Mon, Thu", `at: "06:00"`},
	"via":          {},
	"swaps":        {"kind: driver", "at: Lao Bảo", "partners: 40", "service: {lognormal: {mean: 20 min, cv: 0.5}}"},
	"targets":      {"of: border time", "within: 24 h"},
	"yards":        {"places: 60"},
}

// keyOf is the key of a line.
func keyOf(line string) string {
	key, _, _ := strings.Cut(line, ":")
	return key
}

// needed lists the lines that an item needs: a station with shifts needs no servers beside them, a
// shock at gates or posts no roads.
func needed(list string, item *strict.Node) []string {
	if _, byShifts := item.Child("shifts"); byShifts && list == "stations" {
		return nil
	}
	_, atGates := item.Child("gates")
	_, atPosts := item.Child("posts")
	if list == "shocks" && (atGates || atPosts) {
		return needs[list][1:]
	}
	return needs[list]
}

// lacking lists the needed keys that an item does not have, or that the items of its own lists do not
// have, in backquotes.
func lacking(list, path string, item *strict.Node) []any {
	var out []any
	for _, line := range needed(list, item) {
		key := keyOf(line)
		below, has := item.Child(key)
		if !has {
			out = append(out, "`"+path+key+"`")
			continue
		}
		for _, inner := range below.Items() {
			out = append(out, lacking(key, path+key+".", inner)...)
		}
	}
	slices.SortFunc(out, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
	return slices.Compact(out)
}

// items reads a list of named mappings with the keys they need. sure says that nothing in the list was
// left out: only then is a name that is not among them an unknown one.
func (r *reader) items(m *strict.Map, list string) (items []*strict.Map, sure bool) {
	return r.mappings(m, list, m.List(list))
}

// someItems is items of a list that must not be empty.
func (r *reader) someItems(m *strict.Map, list string) (items []*strict.Map, sure bool) {
	return r.mappings(m, list, m.ListOfSome(list))
}

func (r *reader) mappings(m *strict.Map, list string, values []*strict.Value) (items []*strict.Map, sure bool) {
	v, there := m.At(list)
	if !there || r.strange[v.Path()] {
		return nil, !there
	}
	sure = len(values) == len(v.Node().Items()) // a second item of one name has been left out
	for _, v := range values {
		if r.strange[v.Path()] {
			sure = false
			continue
		}
		m, ok := v.AsMap()
		if !ok {
			sure = false
			continue
		}
		m.Notes("absent", strict.Form{Kind: strict.ChoiceForm, Options: []string{"true"}}) // read where an overlay is laid over a list
		if saysAbsent(m.Node()) {
			refuseAbsent(list, m)
			sure = false
			continue
		}
		sure = r.name(m) && sure
		for _, line := range needed(list, m.Node()) {
			m.Require(keyOf(line), line)
		}
		items = append(items, m)
	}
	return items, sure
}

// longestName is how many characters a name may have: what a path in a message shows whole, so that
// it can be given to `--set` as it stands there.
const longestName = 60

// name reads the name of an item, by which paths and other parts of the file refer to it.
func (r *reader) name(m *strict.Map) bool {
	if !m.Require("name", "name: a name of its own") {
		return false
	}
	name, ok := m.Text("name")
	if !ok {
		return false
	}
	v, _ := m.At("name")
	switch {
	case strings.ContainsAny(name, "[]\n"):
		v.Problem(words.Say("scenario.name-marks"), words.Phrase{}, words.Phrase{})
	case len([]rune(name)) > longestName:
		v.Problem(words.Say("scenario.name-long", "limit", longestName), words.Phrase{}, words.Phrase{})
	default:
		return true
	}
	return false
}
