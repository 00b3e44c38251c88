package scenarios

import (
	"bytes"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// sheet is a file, or an overlay of a study, that is ready to be laid over others: its gates, posts
// and depots are written out.
type sheet struct {
	layers             // what was noted meanwhile, and the files that its items are like
	over   *strict.Map // none: it cannot be read
	alone  bool        // it is built upon nothing
}

// sheetOf writes out what the gates, posts and depots of a tree are like. c is the chain that leads to it; how
// long that is does not matter here, because gates and posts are built upon no corridor.
func (l *likeness) sheetOf(c chain, top *strict.Map) sheet {
	l.layers, l.failed = noted(), false
	c.trail = c.trail[max(0, len(c.trail)-1):]
	tree := l.fill(c, top, "gates")
	top = top.Instead(tree)
	tree = l.fill(c, top, "depots")
	if l.failed {
		return sheet{}
	}
	l.files = append(l.files, top.Layer().File)
	return sheet{layers: l.layers, over: top.Instead(tree)}
}

// noted is where nothing has been noted yet.
func noted() layers {
	return layers{strange: make(map[string]bool), added: make(map[string]bool), arrive: make(map[string]string)}
}

// pile is the files that a scenario is built upon, from the lowest to the uppermost.
type pile struct {
	*likeness
	sheets []sheet
	done   map[string]bool // files by their id: whether they could be read
}

func newPile() *pile { return &pile{done: make(map[string]bool), likeness: newLikeness()} }

// put lays a file on top.
func (p *pile) put(c chain, top *strict.Map, alone bool) bool {
	s := p.sheetOf(c, top)
	s.alone = alone
	p.sheets = append(p.sheets, s)
	return s.over != nil
}

// world lays the files over one another.
func (p *pile) world() layers {
	world := layers{}
	for _, s := range p.sheets {
		if s.alone {
			world.meet(s.over)
		}
		world = world.under(s)
	}
	return world
}

// meet warns of items that two files say different things of, though neither is built upon the other:
// the upper one takes the place of the lower, which is rarely meant.
func (l layers) meet(over *strict.Map) {
	if l.tree == nil {
		return
	}
	for _, list := range over.Keys() {
		v, _ := over.At(list)
		below, there := l.tree.Child(list)
		if !there || !v.IsList() || !below.IsList() {
			continue
		}
		_, byName := named(below.Items())
		items, _ := v.AsList()
		for _, item := range items {
			name, _ := item.Name()
			if other, there := byName[name]; there {
				meet(list, name, other, item)
			}
		}
	}
}

// meet holds an item of a list against the one of its name that it is laid over.
func meet(list, name string, below *strict.Node, v *strict.Value) {
	m, ok := asMap(v)
	if !ok || bytes.Equal(strict.Canonical(below), strict.Canonical(v.Node())) {
		return
	}
	written, _ := m.At("name")
	written.Warn(words.Say("scenario.two-meanings", "list", list, "name", name, "place", below.Pos().String()), words.Say("scenario.two-meanings-help"))
}
