package strict

// Copier makes copies of trees, so that every value stands in its place once, and knows when they become too many. A tree may use
// a large part of itself, or of another file, over and over: what it grows to is then out of proportion to what was written.
type Copier struct {
	Most int // values that may be copied in all
	made int
}

// Copy gives a copy whose problems say where it is used. It says no, and what it gives is not for use, once there are too many.
func (c *Copier) Copy(n *Node, usedAt Pos) (*Node, bool) {
	// A long text counts for more than one value, so that the limit bounds the bytes too.
	if c.made += 1 + len(n.text)/64; c.made > c.Most {
		return n, false
	}
	copied := *n
	copied.usedAt = usedAt
	copied.items, copied.entries = nil, nil
	for _, item := range n.items {
		inner, _ := c.Copy(item, usedAt)
		copied.items = append(copied.items, inner)
	}
	for _, e := range n.entries {
		key, _ := c.Copy(e.key, usedAt)
		value, _ := c.Copy(e.value, usedAt)
		copied.entries = append(copied.entries, entry{key, value})
	}
	return &copied, c.made <= c.Most
}
