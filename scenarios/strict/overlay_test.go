package strict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// tree reads a text that must be right.
func tree(t require.TestingT, file, text string) *Node {
	var problems Problems
	doc := Parse(file, []byte(text), &problems)
	require.NoError(t, problems.Err())
	return doc.Node()
}

// isFigure is the kind of atom that scenarios have: {value: 84 km, fact: B090}.
func isFigure(n *Node) bool {
	_, found := n.Child("value")
	return found
}

func TestOverlay(t *testing.T) {
	cases := []struct{ name, base, over, want string }{
		{"mappings merge", "a: 1\nb: {c: 1, d: 2}", "b: {d: 3, e: 4}", `{"a":"1","b":{"c":"1","d":"3","e":"4"}}`},
		{"texts are replaced", "a: 1", "a: 2", `{"a":"2"}`},
		{"an empty value replaces", "a: 1", "a:", `{"a":null}`},
		{"plain lists are replaced", "a: [1, 2]", "a: [3]", `{"a":["3"]}`},
		{"a mapping replaces a text", "a: 1", "a: {b: 2}", `{"a":{"b":"2"}}`},
		{"a list replaces a mapping", "a: {b: 2}", "a: [1]", `{"a":["1"]}`},
		{
			"named items merge in the order of the base", "g: [{name: x, n: 1}, {name: y, n: 2}]", "g: [{name: z, n: 3}, {name: y, m: 4}]",
			`{"g":[{"n":"1","name":"x"},{"m":"4","n":"2","name":"y"},{"n":"3","name":"z"}]}`,
		},
		{"an empty list replaces named items", "g: [{name: x}]", "g: []", `{"g":[]}`},
		{"a list with an item without a name is replaced", "g: [{name: x, n: 1}]", "g: [{n: 2}]", `{"g":[{"n":"2"}]}`},
		{
			"an absent item is left out", "g: [{name: x, n: 1}, {name: y, n: 2}]", "g: [{name: x, absent: true}, {name: z, n: 3}]",
			`{"g":[{"n":"2","name":"y"},{"n":"3","name":"z"}]}`,
		},
		{"the last item can be left out", "g: [{name: x, n: 1}]", "g: [{name: x, absent: true}]", `{"g":[]}`},
		{"absent in quotes is a text", "g: [{name: x}]", "g: [{name: x, absent: 'true'}]", `{"g":[{"absent":"true","name":"x"}]}`},
		{"what is not there is not left out", "g: [{name: x}]", "g: [{name: y, absent: true}]", `{"g":[{"name":"x"},{"absent":"true","name":"y"}]}`},
		{"a figure is one thing", "a: {value: 84 km, fact: B090}", "a: {value: 90 km}", `{"a":{"value":"90 km"}}`},
		{"a figure replaces another mapping", "a: {b: 1}", "a: {value: 90 km}", `{"a":{"value":"90 km"}}`},
		{"a mapping replaces a figure", "a: {value: 90 km}", "a: {b: 1}", `{"a":{"b":"1"}}`},
	}
	for _, c := range cases {
		base, over := tree(t, "base.yaml", c.base), tree(t, "over.yaml", c.over)
		before := string(Canonical(base))
		assert.Equal(t, c.want, string(Canonical(Overlay(base, over, isFigure))), c.name)
		assert.Equal(t, before, string(Canonical(base)), "the base is not changed: %s", c.name)
	}
}

func TestOverlayKeepsPlacesAndLayers(t *testing.T) {
	base := tree(t, "base.yaml", "gates:\n  - name: Lao Bảo\n    lanes: 2\n    open: always\n")
	over := tree(t, "over.yaml", "gates:\n  - name: Lao Bảo\n    lanes: 3\n")
	gates, _ := Overlay(base, over, nil).Child("gates")
	lanes, _ := gates.Items()[0].Child("lanes")
	open, _ := gates.Items()[0].Child("open")
	assert.Equal(t, Pos{"over.yaml", 3, 12}, lanes.Pos())
	assert.Equal(t, Layer{File: "over.yaml"}, lanes.Layer())
	assert.Equal(t, Pos{"base.yaml", 4, 11}, open.Pos())
}

func TestOverlayDoesNotHideANameThatStandsTwice(t *testing.T) {
	base := tree(t, "base.yaml", "gates: [{name: x, n: 1}]")
	over := tree(t, "over.yaml", "gates: [{name: x, n: 2}, {name: x, n: 3}]")
	var problems Problems
	items := Read(Overlay(base, over, nil), &problems).List("gates")
	assert.Len(t, items, 1)
	require.Equal(t, 1, problems.Len())
	assert.Contains(t, problems.Error(), "over.yaml:1:33: gates[x]: the name x stands twice in this list, first at over.yaml:1:16")
}

func TestOverlayOfNothing(t *testing.T) {
	n := tree(t, "a.yaml", "a: 1")
	assert.Same(t, n, Overlay(nil, n, nil))
	assert.Same(t, n, Overlay(n, nil, nil))
}

func TestOverlayIsAssociativeForMappingsOfTexts(t *testing.T) {
	text := rapid.MapOf(rapid.SampledFrom([]string{"a", "b", "c"}), rapid.SampledFrom([]string{"1", "2", "{x: 1}", "{y: 2}", "[{name: n, z: 1}]"}))
	rapid.Check(t, func(t *rapid.T) {
		var layers [3]*Node
		for i, name := range []string{"one", "two", "three"} {
			lines := "top: 0\n"
			for _, key := range []string{"a", "b", "c"} {
				if value, found := text.Draw(t, name)[key]; found {
					lines += key + ": " + value + "\n"
				}
			}
			layers[i] = tree(t, name, lines)
		}
		left := Overlay(Overlay(layers[0], layers[1], nil), layers[2], nil)
		right := Overlay(layers[0], Overlay(layers[1], layers[2], nil), nil)
		// A text between two mappings cuts them off from each other on one side only, so the law holds without such a middle layer.
		for _, key := range layers[1].Keys() {
			middle, _ := layers[1].Child(key)
			if middle.IsScalar() {
				return
			}
			first, found := layers[0].Child(key)
			last, alsoFound := layers[2].Child(key)
			if found && alsoFound && (first.kind != middle.kind || middle.kind != last.kind) {
				return
			}
		}
		assert.Equal(t, string(Canonical(left)), string(Canonical(right)))
	})
}

func TestCanonicalTextDependsOnContentOnly(t *testing.T) {
	want := string(Canonical(tree(t, "a.yaml", "name: Lao Bảo\nlanes: [1, 2]\nstrip: {slots: 3, open: always}\n")))
	assert.Equal(t, `{"lanes":["1","2"],"name":"Lao Bảo","strip":{"open":"always","slots":"3"}}`, want)
	for _, same := range []string{
		"# a comment\nlanes:\n  - 1\n  - '2'\nname: \"Lao Bảo\"   # another\nstrip:\n  open: always\n  slots: 3\n",
		"strip: &s {open: always, slots: 3}\nname: 'Lao Bảo'\nlanes: [1,\n  2]\n",
		"name: Lao Ba\u0309o\nlanes: [1, 2]\nstrip: {slots: 3, open: always}\n",
		"{name: Lao Bảo, lanes: [1, 2], strip: {<<: {slots: 3}, open: always}}",
		"name: >-\n  Lao\n  Bảo\nlanes: [1, 2]\nstrip: {slots: 3, open: always}\n",
	} {
		assert.Equal(t, want, string(Canonical(tree(t, "b.yaml", same))), same)
	}
	for _, other := range []string{
		"name: Lao Bảo\nlanes: [2, 1]\nstrip: {slots: 3, open: always}\n",
		"name: Lao Bảo\nlanes: [1, 2]\nstrip: {slots: 3}\n",
	} {
		assert.NotEqual(t, want, string(Canonical(tree(t, "b.yaml", other))), other)
	}
	assert.NotEqual(t, Canonical(tree(t, "a", "a: null")), Canonical(tree(t, "a", "a: 'null'")), "nothing is not a word")
	assert.Equal(t, `{"a":"x<&>\n\"y\""}`, string(Canonical(tree(t, "a", `a: "x<&>\n\"y\""`))))
}
