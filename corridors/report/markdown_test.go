package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarksOfMarkdownInNamesArePlainText(t *testing.T) {
	c := small()
	c.Title = "a*b_c #1 <d>"
	c.Alternatives[0].Name = "paper|one"
	out := Markdown(c, english(t))
	assert.True(t, strings.HasPrefix(out, `# a\*b\_c \#1 &lt;d>`))
	assert.Contains(t, out, `| paper\|one |`)
}

func TestMarkdownListsAllInputsAndTextDoesNot(t *testing.T) {
	assert.Contains(t, Markdown(small(), english(t)), "legs[Đông Hà–Lao Bảo].length")
	assert.NotContains(t, Text(small(), english(t), 100), "legs[Đông Hà–Lao Bảo].length")
}

func TestInputSaysWhatItRestsOn(t *testing.T) {
	l := layout{speaker: english(t)}
	assert.Equal(t, "A999, carried over from elsewhere; because", l.rests(Input{Transfer: "A999", Why: "because"}))
	assert.Equal(t, "B999; a map", l.rests(Input{Fact: "B999", Source: "a map"}))
	assert.Empty(t, l.rests(Input{}))
}
