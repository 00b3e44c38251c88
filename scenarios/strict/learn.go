package strict

import "slices"

// Learn lets a reader read a draft, notes what it asks, and says whether that told anything new.
func (o *Outline) Learn(draft string, read func(top *Map)) bool {
	known, seen := o.Size(), o.Seen()
	o.Take(draft, read)
	return o.Size() > known || o.Seen() != seen
}

// Take lets a reader read a draft, and notes what it asks.
func (o *Outline) Take(draft string, read func(top *Map)) {
	problems := &Problems{}
	if document := (Reader{}).Parse("draft", []byte(draft), problems); document != nil {
		read(Outlined(document.Node(), o, problems))
	}
}

// Size counts what is noted of keys and forms.
func (o *Outline) Size() int {
	if o == nil {
		return 0
	}
	n := len(o.forms) + len(o.keys) + o.item.Size()
	for _, is := range []bool{o.mapping, o.free, o.overlay, o.item != nil, o.shared != ""} {
		if is {
			n++
		}
	}
	for _, child := range o.under {
		n += child.Size()
	}
	return n
}

// Seen counts what is noted of keys that must be there.
func (o *Outline) Seen() int {
	if o == nil {
		return 0
	}
	n := o.item.Seen()
	for _, child := range o.under {
		n += child.Seen()
	}
	if len(o.visits) > 0 {
		n += 1000 - len(o.Required())
	}
	for key, others := range o.RequiredUnless() {
		n += 1 + len(others) + len(key)
	}
	return n
}

// Copy is an outline that can take notes of its own.
func (o *Outline) Copy() *Outline {
	if o == nil {
		return nil
	}
	out := *o
	out.keys, out.forms, out.visits, out.item = slices.Clone(o.keys), slices.Clone(o.forms), slices.Clone(o.visits), o.item.Copy()
	out.under = make(map[string]*Outline, len(o.under))
	for key, child := range o.under {
		out.under[key] = child.Copy()
	}
	return &out
}
