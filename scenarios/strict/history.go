package strict

// Below is the value that this one took the place of: what the layers below say, or an assignment before. It is not
// there where nobody below said anything.
func (n *Node) Below() (*Node, bool) { return n.below, n.below != nil }

// onto is a value laid over another, which it remembers below all that it was laid over itself.
func (n *Node) onto(below *Node) *Node {
	if below == nil {
		return n
	}
	if n.below != nil {
		below = n.below.onto(below)
	}
	laid := *n
	laid.below = below
	return &laid
}

// Written is the place that gave the value its present form: that of the last assignment into it, else its own.
func (n *Node) Written() (Pos, Layer) {
	where := n.assigned(span{src: n.where.src})
	if where.line == 0 {
		where = n.where
	}
	return where.pos(), where.src.layer
}

// assigned is the place of the last assignment into a value, or latest if none is later.
func (n *Node) assigned(latest span) span {
	if n.Layer().Set && n.where.line > latest.line {
		latest = n.where
	}
	for _, e := range n.entries {
		latest = e.value.assigned(latest)
	}
	for _, item := range n.items {
		latest = item.assigned(latest)
	}
	return latest
}

// OfPart is a tree whose every value says which part of its file it stands in, such as overlays[two-way].
func (n *Node) OfPart(part string) *Node {
	return labeller{part: part, sources: make(map[*source]*source)}.node(n)
}

// labeller makes copies of trees with other sources.
type labeller struct {
	part    string
	sources map[*source]*source
}

func (l labeller) node(n *Node) *Node {
	labelled := *n
	labelled.where.src = l.source(n.where.src)
	labelled.items, labelled.entries = nil, nil
	for _, item := range n.items {
		labelled.items = append(labelled.items, l.node(item))
	}
	for _, e := range n.entries {
		labelled.entries = append(labelled.entries, entry{l.node(e.key), l.node(e.value)})
	}
	return &labelled
}

func (l labeller) source(s *source) *source {
	known, ok := l.sources[s]
	if !ok {
		copied := *s
		copied.layer.Part = l.part
		known, l.sources[s] = &copied, &copied
	}
	return known
}
