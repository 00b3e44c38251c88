package scenarios

import (
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// reader reads the figures of one scenario and keeps account of what each rests on.
type reader struct {
	layers
	problems *strict.Problems
	facts    *facts
	memory   *memory
	rates    rates
	inputs   []corridors.Input
	seen     map[string]bool // paths of inputs

	countries, places, streams, commodities, flows *names
	flowsNamed                                     []*strict.Value    // in conditions, looked up last
	register                                       []*names           // all names, to see which nobody uses
	home                                           map[string]string  // country of each place and post
	laws                                           map[string]bool    // paths of the laws that stand in figures
	days                                           map[string]string  // by path of a sum or rate: the day that stands beside it, as written
	movements                                      map[string]float64 // of the streams [1/s]
	zones                                          *names
	generated                                      map[string]float64 // by zones [t/s]
	carried                                        map[string]float64 // shares of their cargo in all flows
	ways                                           []*strict.Map      // legs and flows, whose ends are looked up last
	described                                      []described        // the years whose demand figures were carried into

	gates, roads, terrains *names
	posts                  *names
	hauliers               *names
	docks                  map[string]*names // stations by place
	depots                 *names
	clearing               []string           // depots at which loads are cleared
	speeds                 map[string]terrain // by terrain
	hour                   float64            // driver and truck capital [USD/s]
	horizon                journey.Horizon
	clocks                 []clock            // of the countries that say which, in their order
	ahead                  map[string]float64 // clock of a country less that of the run [s]
}

func newReader(l layers, facts *facts, problems *strict.Problems) *reader {
	r := &reader{
		layers: l, problems: problems, facts: facts, memory: newMemory(), rates: make(rates),
		seen: make(map[string]bool), home: make(map[string]string), ahead: make(map[string]float64), laws: make(map[string]bool), days: make(map[string]string), movements: make(map[string]float64),
	}
	r.countries = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-country", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-country", "name", name) },
	)
	r.places = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-place", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-place", "name", name) },
	)
	r.streams = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-stream", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-stream", "name", name) },
	)
	r.flows = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-flow", "name", name) }, nil)
	r.commodities = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-commodity", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-commodity", "name", name) },
	)
	r.gates = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-gate", "name", name) }, nil)
	r.depots = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-depot", "name", name) }, nil)
	r.posts = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-post", "name", name) }, nil)
	r.roads = newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-road", "name", name) }, nil)
	r.terrains = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-terrain", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-terrain", "name", name) },
	)
	r.hauliers = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-fleet", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-fleet", "name", name) },
	)
	r.zones = newNames(
		func(name string) words.Phrase { return words.Say("scenario.unknown-cargo-zone", "name", name) },
		func(name string) words.Phrase { return words.Say("scenario.idle-cargo-zone", "name", name) },
	)
	r.generated, r.carried = make(map[string]float64), make(map[string]float64)
	r.docks = make(map[string]*names)
	r.speeds = make(map[string]terrain)
	r.register = []*names{r.countries, r.places, r.streams, r.commodities, r.terrains, r.hauliers, r.zones}
	return r
}

// scale is how figures of one kind become numbers, so that they can be held against facts and ranges.
type scale struct {
	read   func(*strict.Value) (float64, bool)        // an end of a range; nil: figures of this kind have none
	stated func(text string) (float64, bool)          // a figure as facts state it; nil: they state none
	help   words.Phrase                               // for a value out of range
	likely func(*strict.Value, float64)               // warns of a value that is far from what is usual; may be nil
	keys   []string                                   // what else may stand beside the value, and is read elsewhere
	beside func(*strict.Map, float64) (float64, bool) // reads what else may stand beside the value; may be nil
}

// figure is one value that is being read.
type figure struct {
	in    corridors.Input
	inner *strict.Value // where the figure itself stands
	scale scale
	x     float64
	known bool // x is
}

// figure reads a value that is written bare, or with what it rests on:
//
//	length: 84 km
//	length: {value: 84 km, fact: B090}
//	servers: {value: 4, range: [3, 6], why: counted from the road}
//
// take reads the value itself and gives the number on the scale. The figure is entered among the
// inputs.
func (r *reader) figure(v *strict.Value, s scale, take func(*strict.Value) (float64, bool)) bool {
	m, inner, ok := opened(v, s.help)
	if !ok {
		return false
	}
	f := &figure{inner: inner, scale: s}
	f.x, f.known = take(inner)
	f.in = corridors.Input{Path: v.Path(), Value: inline(inner.Node()), Grade: corridors.GradeD, SetBy: v.Layer().File}
	if m != nil {
		r.ground(m, f)
		m.Done()
	}
	if f.known {
		r.enter(f.in)
	}
	return f.known
}

// enter takes a figure into account.
func (r *reader) enter(in corridors.Input) {
	if !r.seen[in.Path] {
		r.seen[in.Path] = true
		r.inputs = append(r.inputs, in)
	}
}

// opened gives the mapping that carries a figure, if there is one, and the value inside. It is not
// ok when a figure says what it rests on and not what it is.
func opened(v *strict.Value, help words.Phrase) (m *strict.Map, inner *strict.Value, ok bool) {
	m, isMap := asMap(v)
	if !isMap {
		return nil, v, true
	}
	m.Help("value", help)
	if inner, has := m.At("value"); has {
		m.Needs("value")
		return m, inner, true
	}
	for _, key := range []string{"fact", "transfer", "range", "why"} {
		if m.Has(key) {
			m.Needs("value")
			m.Problem(words.Say("scenario.no-value", "key", key), words.Phrase{}, words.Say("scenario.no-value-help"))
			return nil, nil, false
		}
	}
	return nil, v, true
}

// plain reads a figure that is a single number on its scale.
func (r *reader) plain(m *strict.Map, key string, s scale) (float64, bool) {
	m.Help(key, s.help)
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	if u, known := usually(key); known {
		s.likely = u.likely
	}
	return r.plainValue(v, s)
}

func (r *reader) plainValue(v *strict.Value, s scale) (float64, bool) {
	if x, kept := recall[float64](r, v); kept {
		return x, true
	}
	var out float64
	ok := r.figure(v, s, func(inner *strict.Value) (float64, bool) {
		x, read := s.read(inner)
		out = x
		if read && s.likely != nil {
			s.likely(inner, x)
		}
		return x, read
	})
	return keep(r, v, out, ok)
}

// inline writes a small tree on one line, as YAML's flow style would.
func inline(n *strict.Node) string {
	var parts []string
	switch {
	case n.IsMap():
		for _, key := range n.Keys() {
			child, _ := n.Child(key)
			parts = append(parts, key+": "+inline(child))
		}
		return strings.Join(parts, ", ")
	case n.IsList():
		for _, item := range n.Items() {
			parts = append(parts, inline(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return n.Text()
}

// atomic says which mappings an overlay replaces whole: figures with what they rest on, and laws.
func atomic(n *strict.Node) bool {
	if !n.IsMap() {
		return false
	}
	if _, has := n.Child("value"); has {
		return true
	}
	keys := n.Keys()
	return len(keys) == 1 && isLaw(keys[0])
}

// texts turns words of the corridor's vocabulary into plain strings.
func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}
