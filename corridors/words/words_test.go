package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func english(t *testing.T) *Speaker {
	t.Helper()
	s, err := Speak("en")
	require.NoError(t, err)
	return s
}

func TestUnknownIDShowsAsIDWithArguments(t *testing.T) {
	s := english(t)
	assert.Equal(t, "nowhere.to-be-found(key: lane, near: lanes, servers)",
		s.Text(Say("nowhere.to-be-found", "key", "lane", "near", []string{"lanes", "servers"})))
	assert.Equal(t, "nowhere.bare()", s.Text(Say("nowhere.bare")))
}

func TestMissingArgumentShowsAsIDWithArguments(t *testing.T) {
	assert.Equal(t, "words.and(head: a)", english(t).Text(Say("words.and", "head", "a")))
}

func TestBrokenPairsShowAndDoNotPanic(t *testing.T) {
	s := english(t)
	assert.Equal(t, "x.y(key: ?)", s.Text(Say("x.y", "key")))
	assert.Equal(t, "x.y(?: 7)", s.Text(Say("x.y", 7, "key")))
}

func TestEmptyPhraseSaysNothing(t *testing.T) {
	assert.True(t, Phrase{}.Empty())
	assert.Empty(t, english(t).Text(Phrase{}))
	assert.True(t, And().Empty())
}

func TestListsAreJoined(t *testing.T) {
	s := english(t)
	for want, p := range map[string]Phrase{
		"a":                    And("a"),
		"a and b":              And("a", "b"),
		"a, b and c":           And("a", "b", "c"),
		"a, b or c":            Or("a", "b", "c"),
		"Lao Bảo, Densavanh":   Say("words.plain", "text", []string{"Lao Bảo", "Densavanh"}),
		"one, two":             Say("words.plain", "text", []Phrase{Plain("one"), Plain("two")}),
		"3, 0.25, a and b":     Say("words.plain", "text", []any{3, 0.25, And("a", "b")}),
		"<no> & {{.template}}": Plain("<no> & {{.template}}"),
	} {
		assert.Equal(t, want, s.Text(p))
	}
}

func TestPhraseInsideAPhraseIsSaidToo(t *testing.T) {
	assert.Equal(t, "the gate and what it costs", english(t).Text(And(Plain("the gate"), Plain("what it costs"))))
}

func TestRegionalNameOfALanguageFindsItsFolder(t *testing.T) {
	s, err := Speak("en-GB")
	require.NoError(t, err)
	require.NoError(t, Spoken("en-GB"))
	assert.Equal(t, "en", s.Language())
}

func TestUnknownLanguageListsThoseThatExist(t *testing.T) {
	for _, name := range []string{"fr", "", "not a language"} {
		_, err := Speak(name)
		require.Error(t, err)
		assert.Contains(t, err.Error(), "there is en, lo, vi")
		assert.EqualError(t, Spoken(name), err.Error())
	}
	assert.Equal(t, []string{"en", "lo", "vi"}, Languages())
}

func TestArgumentsAreFoundByName(t *testing.T) {
	p := Say("strict.unknown-key", "key", "lane", "near", "lanes")
	assert.Equal(t, "lanes", p.Arg("near"))
	assert.Nil(t, p.Arg("far"))
}
