//go:build slow

package scenarios

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// explore finds out what a reader asks of a document, by giving it documents to read that grow with what it was seen to ask for: each key
// with each of its forms, by itself, beside those that are required, and together with all others. It ends when nothing new is asked. The witnesses are the documents
// that told something new: who lets them be read again, with Take, learns the same in a moment.
// text gives a text under a key with which the reader reads on; empty where any will do.
func explore(read func(top *strict.Map), text func(key string) string, seeds ...string) (o *strict.Outline, witnesses []string) {
	o = &strict.Outline{}
	d := &drafter{text: text, tried: map[*strict.Outline]map[string]bool{}, states: map[*strict.Outline]state{}}
	for {
		before := o.Size()
		for _, draft := range append(append(seeds, "{}"), d.mapping(o)...) {
			if !d.fresh(o, draft) {
				continue
			}
			if o.Learn(draft, read) {
				witnesses = append(witnesses, draft)
			}
		}
		if o.Size() > before {
			d.effort = 0
			continue
		}
		if d.effort++; d.effort > inPairs {
			return o, witnesses
		}
	}
}

// drafter writes documents in YAML's flow style.
type drafter struct {
	text    func(key string) string
	effort  int                                 // what else is tried
	counter int                                 // of names
	tried   map[*strict.Outline]map[string]bool // mappings by where they stood
	states  map[*strict.Outline]state           // when all drafts of a value were made
}

// What is tried when nothing new is asked any more: keys without those that are required, then keys together with one other.
const (
	alone = 1 + iota
	inPairs
)

// spent answers whether everything was tried under a key, and remembers that it will have been.
func (d *drafter) spent(o *strict.Outline, key string) bool {
	now := state{o.Under(key).Size(), len(o.Asked()), d.effort, strings.Join(o.Wanted(), ",")}
	before := d.states[o.Under(key)]
	d.states[o.Under(key)] = now
	return now == before
}

// state is what decides which drafts there are of a value: what is known of it and of the mapping that it stands in.
type state struct {
	size, beside, effort int
	wanted               string
}

// fresh answers whether a mapping has not been tried in its place yet.
func (d *drafter) fresh(o *strict.Outline, mapping string) bool {
	if d.tried[o] == nil {
		d.tried[o] = map[string]bool{}
	}
	fresh := !d.tried[o][mapping]
	d.tried[o][mapping] = true
	return fresh
}

// mapping gives the ways to write a mapping.
func (d *drafter) mapping(o *strict.Outline) []string {
	out := []string{d.with(o)}
	all := make([]string, 0, len(o.Asked()))
	for _, key := range o.Asked() {
		all = append(all, d.pair(key, d.least(key, o.Under(key))))
	}
	out = append(out, d.with(o, all...))
	var open []string
	if d.effort == inPairs {
		open = o.Refused()
	}
	for _, key := range o.Asked() {
		if d.spent(o, key) {
			continue
		}
		for _, value := range d.values(key, o.Under(key)) {
			own := d.pair(key, value)
			out = append(out, d.with(o, own))
			if d.effort == alone && unread(o.Under(key)) {
				out = append(out, "{"+own+"}")
			}
			if chooses(o.Under(key)) {
				out = append(out, d.with(o, append([]string{own}, all...)...))
			}
			for _, other := range open {
				if other != key && o.Under(key).Item() == nil {
					for _, probe := range d.values(other, o.Under(other)) {
						out = append(out, d.with(o, own, d.pair(other, probe)), "{"+own+", "+d.pair(other, probe)+"}")
					}
				}
			}
		}
	}
	return out
}

// unread answers whether something is asked for here, or just below, and nothing done with it.
func unread(o *strict.Outline) bool {
	return !o.Read() || len(o.Refused()) > 0 || o.Item() != nil && !o.Item().Read()
}

func chooses(o *strict.Outline) bool {
	return slices.ContainsFunc(o.Forms(), func(f strict.Form) bool { return f.Kind == strict.ChoiceForm })
}

// with is a mapping with some pairs, and those that are required as short as can be; of two pairs with a key the first counts. The name
// comes first.
func (d *drafter) with(o *strict.Outline, pairs ...string) string {
	for _, key := range o.Wanted() {
		pairs = append(pairs, d.pair(key, d.least(key, o.Under(key))))
	}
	slices.SortStableFunc(pairs, func(a, b string) int { return leads(b) - leads(a) })
	var once []string
	seen := map[string]bool{}
	for _, pair := range pairs {
		key, _, _ := strings.Cut(pair, ":")
		if !seen[key] {
			once = append(once, pair)
		}
		seen[key] = true
	}
	return "{" + strings.Join(once, ", ") + "}"
}

func leads(pair string) int {
	if strings.HasPrefix(pair, "name: ") {
		return 1
	}
	return 0
}

func (d *drafter) pair(key, value string) string { return key + ": " + value }

// values gives the ways to write a value: its forms, and the shapes that nobody asked for yet, in case somebody does.
func (d *drafter) values(key string, o *strict.Outline) []string {
	var out []string
	for _, f := range o.Forms() {
		out = append(out, d.scalars(key, f)...)
	}
	if o.Item() != nil {
		out = append(out, d.lists(key, o.Item())...)
	}
	if o.IsMapping() || len(o.Asked()) > 0 {
		out = append(out, d.mapping(o)...)
	}
	if o.Shared() != "" && len(o.Forms()) == 0 {
		out = append(out, anyLaw)
	}
	if len(o.Forms()) == 0 {
		out = append(out, d.sample(key), "1")
	}
	if o.Item() == nil {
		out = append(out, "["+d.sample(key)+"]")
	}
	if !o.IsMapping() {
		out = append(out, "{}")
	}
	return out
}

// least is a value as short as can be.
func (d *drafter) least(key string, o *strict.Outline) string {
	switch {
	case o.Item() != nil && o.Item().IsMapping():
		return "[" + d.with(o.Item()) + "]"
	case o.Item() != nil && len(o.Item().Forms()) > 0:
		return "[" + d.scalars(key, o.Item().Forms()[0])[0] + "]"
	case len(o.Forms()) > 0:
		return d.scalars(key, o.Forms()[0])[0]
	case o.Shared() != "":
		return anyLaw
	case o.IsMapping():
		return d.with(o)
	}
	return d.sample(key)
}

// lists gives lists of texts or numbers of several lengths, and one list that holds mappings of every kind.
func (d *drafter) lists(key string, item *strict.Outline) []string {
	var out, many []string
	for _, value := range d.values(key, item) {
		if strings.HasPrefix(value, "{") {
			if d.fresh(item, value) {
				many = append(many, d.renamed(value))
			}
			continue
		}
		for n := 1; n <= 3; n++ {
			out = append(out, "["+strings.Join(slices.Repeat([]string{value}, n), ", ")+"]")
		}
	}
	for some := range slices.Chunk(many, mostItems) {
		out = append(out, "["+strings.Join(some, ", ")+"]")
	}
	return out
}

// renamed gives a mapping a name of its own, if it has one.
func (d *drafter) renamed(mapping string) string {
	d.counter++
	if rest, named := strings.CutPrefix(mapping, "{name: "+anyText); named {
		return "{name: " + anyText + strconv.Itoa(d.counter) + rest
	}
	return mapping
}

// mostItems is how many mappings stand in one list of a draft: few enough that no reader refuses the list for its length.
const mostItems = 7

// anyText stands for every name in a draft, so that all that is named is there.
const anyText = "x"

// anyLaw stands for everything that is shared.
const anyLaw = "15 min"

func (d *drafter) sample(key string) string {
	if text := d.text(key); text != "" {
		return text
	}
	return anyText
}

// scalars gives texts or numbers in a form.
func (d *drafter) scalars(key string, f strict.Form) []string {
	switch f.Kind {
	case strict.ChoiceForm:
		return f.Options
	case strict.FlagForm:
		return []string{"true", "false"}
	case strict.CountForm, strict.NumberForm:
		if key == "to" {
			return []string{strconv.FormatFloat(inside(f.Bounds)+1, 'f', -1, 64)} // later than where it begins
		}
		return []string{strconv.FormatFloat(inside(f.Bounds), 'f', -1, 64)}
	case strict.ShareForm:
		return []string{"0.5"}
	case strict.QuantityForm:
		return []string{fmt.Sprintf("%s %s", strconv.FormatFloat(inside(f.Bounds), 'f', -1, 64), f.Dim.Unit())}
	case strict.WindowsForm:
		return []string{`"07:00-18:00"`, "always", "never"}
	case strict.ClockForm:
		return []string{`"07:00"`}
	case strict.DateForm:
		return []string{"2026-03-02"}
	case strict.WeekdaysForm:
		return []string{"Mon-Fri"}
	case strict.MomentForm:
		return []string{"day 2 08:00"}
	}
	return []string{d.sample(key)}
}

// inside is a number within bounds: one if it may be.
func inside(b quantity.Bounds) float64 {
	switch {
	case b.Allow(1):
		return 1
	case b.Lo > 1:
		return b.Lo + 1
	}
	return (b.Lo + b.Hi) / 2
}
