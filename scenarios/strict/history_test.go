package strict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// history is what was said at a path, from the uppermost layer down, each with its place.
func history(t *testing.T, root *Node, path string) []string {
	t.Helper()
	v, ok := Find(root, path, &Problems{})
	require.True(t, ok, path)
	var out []string
	for n, said := v.Node(), true; said; n, said = n.Below() {
		place, _ := n.Written()
		out = append(out, string(Canonical(n))+" "+place.String())
	}
	return out
}

func TestValueRemembersWhatItReplaced(t *testing.T) {
	low, middle, top := tree(t, "low", "a: {b: 1, c: 2}\n"), tree(t, "middle", "a: {b: 3}\n"), tree(t, "top", "a: {b: 4}\n")
	stacked := Overlay(Overlay(low, middle, nil), top, nil)
	assert.Equal(t, []string{`"4" top:1:8`, `"3" middle:1:8`, `"1" low:1:8`}, history(t, stacked, "a.b"))
	assert.Equal(t, []string{`"2" low:1:14`}, history(t, stacked, "a.c"))
	sideways := Overlay(low, Overlay(middle, top, nil), nil)
	assert.Equal(t, history(t, stacked, "a.b"), history(t, sideways, "a.b"), "in whatever order the layers were laid")
	assert.Equal(t, []string{`"1" low:1:8`}, history(t, low, "a.b"), "what was laid over does not change the layer itself")
	assert.Equal(t, []string{`"3" middle:1:8`}, history(t, middle, "a.b"))
}

func TestAssignmentRemembersTheWholeFigureBefore(t *testing.T) {
	figure := tree(t, "low", "speed: {value: 42 km/h, fact: D007}\n")
	var problems Problems
	set := Set(figure, []string{"speed.value=50 km/h", "speed.fact=D008"}, &problems)
	require.NoError(t, problems.Err())
	assert.Equal(t, []string{
		`{"fact":"D008","value":"50 km/h"} --set:2:12`, `{"fact":"D007","value":"50 km/h"} --set:1:13`, `{"fact":"D007","value":"42 km/h"} low:1:8`,
	}, history(t, set, "speed"))
	added := Set(figure, []string{"toll=3 USD"}, &problems)
	assert.Equal(t, []string{`"3 USD" --set:1:6`}, history(t, added, "toll"), "nothing was there before")
	inList := Set(tree(t, "low", "profile: [1, 2]\n"), []string{"profile[1]=5"}, &problems)
	assert.Equal(t, []string{`["1","5"] --set:1:12`, `["1","2"] low:1:10`}, history(t, inList, "profile"))
}

func TestPartOfAFileIsKnownByItsName(t *testing.T) {
	n := tree(t, "study", "speed: [40 km/h]\nroad: {length: 3 km}\n").OfPart("overlays[slow]")
	for _, path := range []string{"speed", "speed[0]", "road", "road.length"} {
		v, ok := Find(n, path, &Problems{})
		require.True(t, ok)
		_, layer := v.Node().Written()
		assert.Equal(t, Layer{File: "study", Part: "overlays[slow]"}, layer, path)
	}
	v, _ := Find(n, "road.length", &Problems{})
	assert.Equal(t, "study:2:16", v.Pos().String())
}

func TestFindGoesByNameAndByNumber(t *testing.T) {
	root := tree(t, "low", "legs: [{name: QL9, length: 84 km}, {name: 'NR 9', length: 241 km}]\n")
	for path, want := range map[string]string{
		"": "", "legs": "legs", "legs[0]": "legs[QL9]", "legs[NR 9].length": "legs[NR 9].length", " legs [ 1 ]": "legs[NR 9]",
	} {
		if path == " legs [ 1 ]" {
			_, ok := Find(root, path, &Problems{})
			assert.True(t, ok, "blanks around keys do not count")
			continue
		}
		v, ok := Find(root, path, &Problems{})
		require.True(t, ok, path)
		assert.Equal(t, want, v.Path())
	}
}
