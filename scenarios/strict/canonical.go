package strict

import (
	"bytes"
	"encoding/json"
	"sort"
)

// Canonical writes a tree as JSON in which only its content shows: keys sorted, texts as strings, aliases resolved.
// Comments, the order of keys, quotes, block or flow style, anchors and layers do not change it. The order of a list does.
func Canonical(n *Node) []byte {
	var out bytes.Buffer
	writeCanonical(&out, n)
	return out.Bytes()
}

func writeCanonical(out *bytes.Buffer, n *Node) {
	switch {
	case n.IsMap():
		out.WriteByte('{')
		entries := append([]entry(nil), n.entries...)
		sort.SliceStable(entries, func(i, j int) bool { return entries[i].key.text < entries[j].key.text })
		for i, e := range entries {
			separate(out, i)
			writeText(out, e.key.text)
			out.WriteByte(':')
			writeCanonical(out, e.value)
		}
		out.WriteByte('}')
	case n.IsList():
		out.WriteByte('[')
		for i, item := range n.items {
			separate(out, i)
			writeCanonical(out, item)
		}
		out.WriteByte(']')
	case n.IsEmpty():
		out.WriteString("null")
	default:
		writeText(out, n.text)
	}
}

func separate(out *bytes.Buffer, i int) {
	if i > 0 {
		out.WriteByte(',')
	}
}

func writeText(out *bytes.Buffer, text string) {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic("strict: a text that JSON cannot hold: " + err.Error())
	}
	out.Truncate(out.Len() - 1)
}
