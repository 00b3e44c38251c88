package strict

import (
	"slices"

	"hanhlang/scenarios/quantity"
)

// Outline is what readers ask of one place in a file: which keys, in which forms, which of them without fail. It is filled by reading
// documents with Outlined: what a file may say is asked of the code that reads it, and written down nowhere else.
type Outline struct {
	keys    []string // in the order in which they were first asked for
	under   map[string]*Outline
	item    *Outline // of a list; nil: no list was asked for
	mapping bool     // a mapping was asked for
	forms   []Form
	free    bool    // whatever stands here is taken as it is
	overlay bool    // what stands here is laid over a scenario
	shared  string  // name of what stands here and in many other places
	visits  []visit // of readers that were done with the mapping
}

// FormKind is how a text or number is read.
type FormKind uint8

// The ways to read a text or number.
const (
	TextForm FormKind = iota
	ChoiceForm
	FlagForm
	CountForm
	NumberForm
	ShareForm
	QuantityForm
	WindowsForm
	ClockForm
	DateForm
	WeekdaysForm
	MomentForm
)

// Form is one way in which a value was asked for.
type Form struct {
	Kind    FormKind
	Dim     quantity.Dimension // of a quantity
	Bounds  quantity.Bounds    // of a count, number or quantity, in its base unit
	Options []string           // of a choice
}

// visit is one mapping as a reader left it.
type visit struct{ written, required []string }

// Outlined begins the typed reading of a tree and notes in an outline what is asked of it.
func Outlined(top *Node, o *Outline, problems *Problems) *Map {
	return &Map{node: top, problems: problems, outline: o}
}

// key is the outline of what stands under a key; all methods do nothing where nobody takes notes.
func (o *Outline) key(name string) *Outline {
	if o == nil {
		return nil
	}
	if o.under == nil {
		o.under = map[string]*Outline{}
	}
	if o.under[name] == nil {
		o.under[name] = &Outline{}
		o.keys = append(o.keys, name)
	}
	return o.under[name]
}

// items is the outline of the items of a list.
func (o *Outline) items() *Outline {
	if o == nil {
		return nil
	}
	if o.item == nil {
		o.item = &Outline{}
	}
	return o.item
}

func (o *Outline) note(f Form) {
	if o == nil {
		return
	}
	same := func(other Form) bool {
		return other.Kind == f.Kind && other.Dim == f.Dim && other.Bounds == f.Bounds && slices.Equal(other.Options, f.Options)
	}
	if !slices.ContainsFunc(o.forms, same) {
		o.forms = append(o.forms, f)
	}
}

func (o *Outline) asMapping() *Outline {
	if o != nil {
		o.mapping = true
	}
	return o
}

// leave notes that a reader was done with a mapping.
func (o *Outline) leave(written, required []string) {
	if o == nil {
		return
	}
	v := visit{written: slices.Sorted(slices.Values(written)), required: slices.Compact(slices.Sorted(slices.Values(required)))}
	known := func(other visit) bool {
		return slices.Equal(other.written, v.written) && slices.Equal(other.required, v.required)
	}
	if !slices.ContainsFunc(o.visits, known) {
		o.visits = append(o.visits, v)
	}
}

// Keys are the keys that are read, in the order in which they are asked for. A key that is only asked for to be refused is none of them.
func (o *Outline) Keys() []string {
	return slices.DeleteFunc(slices.Clone(o.keys), func(key string) bool { return !o.under[key].Read() })
}

// Refused are the keys that are asked for and never read.
func (o *Outline) Refused() []string {
	return slices.DeleteFunc(slices.Clone(o.keys), func(key string) bool { return o.under[key].Read() })
}

// Read answers whether anything is done with what stands here.
func (o *Outline) Read() bool {
	return o.mapping || o.item != nil || len(o.forms) > 0 || o.free || o.overlay || o.shared != ""
}

// Under is the outline of what stands under a key.
func (o *Outline) Under(key string) *Outline { return o.under[key] }

// Asked are the keys that are asked for, read or not.
func (o *Outline) Asked() []string { return o.keys }

// Item is the outline of the items; nil where no list may stand.
func (o *Outline) Item() *Outline { return o.item }

// Wanted are the keys that some reader requires, in some case.
func (o *Outline) Wanted() []string {
	var out []string
	for _, v := range o.visits {
		out = append(out, v.required...)
	}
	return slices.Compact(slices.Sorted(slices.Values(out)))
}

// IsMapping answers whether a mapping may stand here.
func (o *Outline) IsMapping() bool { return o.mapping }

// IsFree answers whether anything may stand here, because it is read elsewhere.
func (o *Outline) IsFree() bool { return o.free }

// Shared is the name of what stands here and in many other places alike; empty where that has no name.
func (o *Outline) Shared() string { return o.shared }

// IsOverlay answers whether what stands here is laid over a scenario, and written as one.
func (o *Outline) IsOverlay() bool { return o.overlay }

// Forms are the ways in which a text or number may be written here.
func (o *Outline) Forms() []Form { return o.forms }

// Required lists the keys that must be there whatever else is.
func (o *Outline) Required() []string {
	return slices.DeleteFunc(slices.Clone(o.keys), func(key string) bool { return len(o.visits) == 0 || !o.always(key, o.visits) })
}

func (o *Outline) always(key string, visits []visit) bool {
	return !slices.ContainsFunc(visits, func(v visit) bool { return !slices.Contains(v.required, key) })
}

// RequiredUnless gives, for each key that must be there unless one of some others is, these others: a station has servers or shifts.
func (o *Outline) RequiredUnless() map[string][]string {
	out := map[string][]string{}
	for _, key := range o.keys {
		var with, without []visit
		for _, v := range o.visits {
			if slices.Contains(v.required, key) {
				with = append(with, v)
			} else {
				without = append(without, v)
			}
		}
		if len(with) == 0 || len(without) == 0 {
			continue
		}
		lifting := slices.DeleteFunc(slices.Clone(o.keys), func(other string) bool {
			return other == key || mention(other, with) || !mention(other, without)
		})
		if !slices.ContainsFunc(without, func(v visit) bool { return !slices.ContainsFunc(lifting, v.says) }) {
			out[key] = lifting
		}
	}
	return out
}

func (v visit) says(key string) bool { return slices.Contains(v.written, key) }

func mention(key string, visits []visit) bool {
	return slices.ContainsFunc(visits, func(v visit) bool { return v.says(key) })
}
