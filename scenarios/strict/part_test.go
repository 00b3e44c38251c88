package strict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPartsOfAMapping(t *testing.T) {
	n := tree(t, "a.yaml", "name: x\nlike: y\nposts: [{name: p}]\n")
	assert.Equal(t, `{"name":"x"}`, string(Canonical(n.Only("name", "hours"))))
	assert.Equal(t, `{"name":"x","posts":[{"name":"p"}]}`, string(Canonical(n.Without("like", "hours"))))
	posts, _ := n.Child("posts")
	assert.Equal(t, `{"like":"y","name":"x","posts":[]}`, string(Canonical(n.Replace("posts", posts.Holding(nil)))))
	assert.Same(t, n, n.Replace("hours", posts), "a key that is not there leads nowhere")
	assert.Equal(t, []string{"name", "like", "posts"}, n.Keys(), "the mapping itself is not changed")
}

func TestMappingIsReadWhereItStands(t *testing.T) {
	var problems Problems
	m := ReadAt(tree(t, "a.yaml", "lanes: two"), ItemPath("gates", "Lao Bảo–Densavanh"), &problems)
	m.Count("lanes", 1, 9)
	assert.Contains(t, problems.Error(), "a.yaml:1:8: gates[Lao Bảo–Densavanh].lanes: ")
}

func TestCopyIsAnotherValueAndSaysWhereItIsUsed(t *testing.T) {
	n := tree(t, "a.yaml", "lanes: two\nposts: [{name: p}]\n")
	copied, within := (&Copier{Most: 10}).Copy(n, Pos{"b.yaml", 3, 4})
	require.True(t, within)
	assert.Equal(t, Canonical(n), Canonical(copied))
	one, _ := n.Child("lanes")
	other, _ := copied.Child("lanes")
	assert.NotSame(t, one, other)
	assert.Equal(t, one.Pos(), other.Pos())
	var problems Problems
	Read(copied, &problems).Count("lanes", 1, 9)
	assert.Contains(t, problems.Error(), "used at: b.yaml:3:4")
}

func TestCopiesAreCounted(t *testing.T) {
	n := tree(t, "a.yaml", "lanes: 2") // a mapping, a key and a value
	c := &Copier{Most: 6}
	for range 2 {
		_, within := c.Copy(n, Pos{})
		assert.True(t, within)
	}
	_, within := c.Copy(n, Pos{})
	assert.False(t, within)
}
