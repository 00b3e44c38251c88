package exchange

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// Draft writes a corridor file of a network. Roads over a border become gate pairs, whose posts are like the shipped small post. What the network does
// not say is an assumption with a range that says so, to be filled in. What makes no corridor goes to problems, and then the text is empty.
func Draft(n *Network, files []string, say *words.Speaker, problems *strict.Problems) string {
	d := &draft{Network: n, say: say, partner: make(map[int]int)}
	for _, l := range n.Links {
		d.cross(l, problems)
	}
	from, to, ok := d.flow()
	if !ok {
		spot{file: files[0]}.problem(problems, words.Say("exchange.no-way"), words.Phrase{}, words.Phrase{})
	}
	if problems.Err() != nil {
		return ""
	}
	d.head(files)
	d.countries()
	d.places()
	d.legs()
	d.gates()
	d.rest(from, to)
	return d.out.String()
}

// draft is a corridor file that is being written.
type draft struct {
	*Network
	say     *words.Speaker
	out     strings.Builder
	partner map[int]int // of each node that is a post: the one over the border
}

// crosses says whether a road leads over a border.
func (d *draft) crosses(l Link) bool { return d.Nodes[l.From].Country != d.Nodes[l.To].Country }

// cross makes posts of the ends of a road that leads over a border. A post has one on the other side.
func (d *draft) cross(l Link, problems *strict.Problems) {
	if !d.crosses(l) {
		return
	}
	for _, end := range [][2]int{{l.From, l.To}, {l.To, l.From}} {
		if other, taken := d.partner[end[0]]; taken && other != end[1] {
			l.where.problem(problems, words.Say("exchange.two-borders", "name", d.Nodes[end[0]].Name, "one", d.Nodes[other].Name, "other", d.Nodes[end[1]].Name),
				words.Phrase{}, words.Say("exchange.two-borders-help"))
			return
		}
	}
	d.partner[l.From], d.partner[l.To] = l.To, l.From
}

// line writes one line.
func (d *draft) line(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

// section begins a list with its first item: an empty one is no list.
func (d *draft) section(begun *bool, key string) {
	if !*begun {
		d.line("\n%s:", key)
		*begun = true
	}
}

// text of a message.
func (d *draft) text(p words.Phrase) string { return d.say.Text(p) }

// missing is a figure that the network does not say: an assumption with its range, marked to be filled in.
func (d *draft) missing(value, low, high string) string {
	return fmt.Sprintf("{value: %s, range: [%s, %s], why: %s}", value, low, high, quoted(d.text(words.Say("exchange.fill-in"))))
}

// said is a figure of the network.
func (d *draft) said(value string) string {
	return fmt.Sprintf("{value: %s, why: %s}", value, quoted(d.text(words.Say("exchange.from-file"))))
}

func (d *draft) head(files []string) {
	for _, line := range strings.Split(d.text(words.Say("exchange.draft", "files", words.And(anyOf(files)...))), "\n") {
		d.line("# %s", strings.TrimSpace(line))
	}
	d.line("version: 1\nkind: corridor\nname: %s\ntitle: %s\n", quoted(nameOf(d.Name)), quoted(d.Name))
}

func anyOf(list []string) []any {
	out := make([]any, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

// nameOf a corridor: small letters, digits and dashes.
func nameOf(title string) string {
	name := strings.Trim(regexp.MustCompile(`[^\pL\pM\pN]+`).ReplaceAllString(strings.ToLower(title), "-"), "-")
	if name == "" {
		return "imported"
	}
	return name
}

// countries in the order in which their places come.
func (d *draft) countries() {
	d.line("countries:")
	seen := make(map[string]bool)
	for _, n := range d.Nodes {
		if !seen[n.Country] {
			seen[n.Country] = true
			d.line("  - {name: %s, title: %s, diesel: %s}", n.Country, n.Country, d.missing("0.8 USD/l", "0.5 USD/l", "1.5 USD/l"))
		}
	}
}

// places are all nodes that are no posts.
func (d *draft) places() {
	begun := false
	for i, n := range d.Nodes {
		if _, post := d.partner[i]; !post {
			d.section(&begun, "places")
			d.line("  - {name: %s, kind: %s, country: %s, at: %s}", quoted(n.Name), d.kind(i), n.Country, atOf(n.At))
		}
	}
}

func atOf(c corridors.Coordinates) string {
	return "[" + degrees(c.Latitude) + ", " + degrees(c.Longitude) + "]"
}

// kind of a place: its own if there is such a kind; else a place where roads meet is a junction, and one where a road ends a market.
func (d *draft) kind(i int) corridors.PlaceKind {
	if own := corridors.PlaceKind(d.Nodes[i].Kind); slices.Contains(corridors.PlaceKinds(), own) {
		return own
	}
	if len(d.neighbours(i)) > 1 {
		return corridors.Junction
	}
	return corridors.Market
}

// neighbours of a node.
func (d *draft) neighbours(i int) []int {
	var out []int
	for _, l := range d.Links {
		switch i {
		case l.From:
			out = append(out, l.To)
		case l.To:
			out = append(out, l.From)
		}
	}
	return out
}

// winding is how much longer a road is taken to be than the straight line where nobody says.
const winding = 1.25

// legs are the roads that lead over no border.
func (d *draft) legs() {
	begun := false
	names := make(map[string]bool)
	for _, l := range d.Links {
		if d.crosses(l) {
			continue
		}
		d.section(&begun, "legs")
		from, to := d.Nodes[l.From], d.Nodes[l.To]
		name := l.Name
		if name == "" || names[name] {
			name = strings.TrimSpace(name + " " + from.Name + "–" + to.Name)
		}
		toll := ""
		if l.Toll != nil && l.Currency == "USD" {
			toll = ", toll: " + d.said(short(*l.Toll)+" USD")
		}
		d.line("  - {name: %s, from: %s, to: %s, country: %s,\n     length: %s,\n     speed: %s%s}",
			quoted(unique(names, name)), quoted(from.Name), quoted(to.Name), from.Country, d.length(l), d.speed(l), toll)
		if l.Toll != nil && l.Currency != "USD" {
			d.line("     # %s", d.text(words.Say("exchange.toll", "toll", short(*l.Toll), "currency", l.Currency)))
		}
	}
}

// length of a road: its own, else that of a road that winds as usual between its ends.
func (d *draft) length(l Link) string {
	if l.Km != nil {
		return d.said(short(*l.Km) + " km")
	}
	straight := max(d.Nodes[l.From].At.Apart(d.Nodes[l.To].At), 0.1)
	return d.missing(short(min(straight*winding, longestRoad))+" km", short(min(straight, longestRoad))+" km", short(min(2*straight, longestRoad))+" km")
}

// speed of trucks on a road. Where a file has the speed without traffic, trucks may be slower.
func (d *draft) speed(l Link) string {
	if l.Speed == nil {
		return d.missing("45 km/h", "25 km/h", "60 km/h")
	}
	most := *l.Speed
	if l.Free {
		return fmt.Sprintf("{value: %s km/h, range: [%s km/h, %s km/h], why: %s}", short(most), short(max(most/2, slowest)), short(most), quoted(d.text(words.Say("exchange.free-speed"))))
	}
	return d.said(short(most) + " km/h")
}

// short is a figure to the third decimal.
func short(x float64) string { return degrees(math.Round(x*1000) / 1000) }

// gates are the pairs of posts, each where its first post comes.
func (d *draft) gates() {
	begun := false
	for i, n := range d.Nodes {
		other, post := d.partner[i]
		if !post || other < i {
			continue
		}
		if !begun {
			d.line("\n# %s\ngates:", d.text(words.Say("exchange.posts")))
			begun = true
		}
		d.line("  - name: %s\n    strip: {drive: %s}\n    posts:", quoted(n.Name+"–"+d.Nodes[other].Name), d.missing("5 min", "1 min", "15 min"))
		for _, p := range []Node{n, d.Nodes[other]} {
			d.line("      - like: small-post\n        name: %s\n        country: %s\n        at: %s", quoted(p.Name), p.Country, atOf(p.At))
			d.line("        hours: %s", d.missing(`"07:00-18:00"`, `"08:00-17:00"`, `"06:00-22:00"`))
		}
	}
}

// rest is what trucks cost, as on the shipped corridors, and one flow to begin with.
func (d *draft) rest(from, to int) {
	d.line("\n# %s", d.text(words.Say("exchange.fleet")))
	d.line(`fleet:
  fuel_loaded: {value: 36 l/100km, fact: D018}
  fuel_empty: {value: 26 l/100km, fact: D170}
  fuel_idle: {value: 3 l/h, fact: B128}
  idle_share: {value: 30 %%, fact: D171}
  hour: {value: 7 USD/h, fact: D016}
  per_km: {value: 0.12 USD/km, fact: D172}
  empty_speed: {value: 1.1, fact: D161}
  driving_spread: {value: 0.12, fact: D162}`)
	d.line("\n# %s", d.text(words.Say("exchange.flow")))
	d.line("flows:\n  - name: %s\n    from: %s\n    to: %s", quoted(d.Nodes[from].Name+" to "+d.Nodes[to].Name), quoted(d.Nodes[from].Name), quoted(d.Nodes[to].Name))
	d.line("    arrivals: {rate: %s}", d.missing("20/day", "5/day", "60/day"))
	d.line("    payload: {value: 24 t, fact: D008}\n    return: {mode: one-way}")
}

// flow finds two places between which trucks can drive: markets before others, others before posts, in two countries before one.
func (d *draft) flow() (from, to int, ok bool) {
	var ends, all, posts []int
	for i := range d.Nodes {
		posts = append(posts, i)
		if _, post := d.partner[i]; post {
			continue
		}
		all = append(all, i)
		if slices.Contains([]corridors.PlaceKind{corridors.Market, corridors.Zone, corridors.Port}, d.kind(i)) {
			ends = append(ends, i)
		}
	}
	for _, candidates := range [][]int{ends, all, posts} {
		for _, abroad := range []bool{true, false} {
			for _, from := range candidates {
				reached := d.reached(from)
				for _, to := range candidates {
					if to != from && reached[to] && (d.Nodes[from].Country != d.Nodes[to].Country) == abroad {
						return from, to, true
					}
				}
			}
		}
	}
	return 0, 0, false
}

// reached are the nodes to which roads lead.
func (d *draft) reached(from int) map[int]bool {
	out := map[int]bool{from: true}
	for open := []int{from}; len(open) > 0; open = open[1:] {
		for _, next := range d.neighbours(open[0]) {
			if !out[next] {
				out[next] = true
				open = append(open, next)
			}
		}
	}
	return out
}

// plainText is a text that YAML takes as it is.
var plainText = regexp.MustCompile(`^[\pL][\pL\pM\pN ._–-]*$`)

// quoted writes a text for YAML: as it is where nothing in it means something else.
func quoted(text string) string {
	plain := plainText.MatchString(text) && strings.TrimSpace(text) == text
	switch strings.ToLower(text) {
	case "yes", "no", "on", "off", "true", "false", "null", "y", "n":
		plain = false
	}
	if plain {
		return text
	}
	data, err := json.Marshal(text)
	if err != nil {
		return strconv.Quote(text)
	}
	return string(data)
}
