package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestWrapBreaksAtSpacesOnly(t *testing.T) {
	assert.Equal(t, []string{"one-way or", "two-way"}, wrap("one-way or two-way", 10))
	assert.Equal(t, []string{""}, wrap("", 10))
}

func TestWrapKeepsUnitsWithTheirNumber(t *testing.T) {
	assert.Equal(t, []string{"takes", "12" + glue + "345" + glue + "h"}, wrap("takes 12"+glue+"345"+glue+"h", 11))
}

func TestWordWiderThanTheLineIsBroken(t *testing.T) {
	assert.Equal(t, []string{"abcd", "ef g"}, wrap("abcdef g", 4))
}

// The tone mark of ດ່ານ stays with its letter: a line that starts with a mark is no Lao.
func TestMarksStayWithTheirLetter(t *testing.T) {
	assert.Equal(t, []string{"ດ່", "າ", "ນ"}, wrap("ດ່ານ", 1))
}

func TestHeadingsBreakBehindHyphens(t *testing.T) {
	assert.Equal(t, []string{"digital-both-", "two-way"}, wrapHyphens("digital-both-two-way", 13))
	assert.Equal(t, []string{"digital-", "both-two-way"}, headed("digital-both-two-way", 13), "lines about equally long")
	assert.Equal(t, 12, balanced("digital-both-two-way", 2)) // both-two-way
	assert.Equal(t, 8, balanced("digital-both-two-way", 9))  // digital-
	assert.Equal(t, 0, balanced("", 1))
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zđảກ່]{1,12}( [a-zđảກ່]{1,12}){0,8}`).Draw(t, "text")
		width := rapid.IntRange(1, 30).Draw(t, "width")
		lines := wrap(text, width)
		if strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, line := range lines {
			if wide(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}
