package words

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// speakFrom is Speak with a catalogue of the test's own.
func speakFrom(t *testing.T, lang string, files map[string]string) *Speaker {
	t.Helper()
	tree := fstest.MapFS{"en/words.yaml": {Data: []byte("words.decimal-mark: '.'\nwords.thousands-mark: ' '")}}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := speak(tree, lang)
	require.NoError(t, err)
	return s
}

func TestPluralFormFollowsCount(t *testing.T) {
	s := speakFrom(t, "en", map[string]string{"en/gate.yaml": "gate.trucks: {one: one truck waits, other: '{{.count}} trucks wait'}"})
	assert.Equal(t, "one truck waits", s.Text(Say("gate.trucks", "count", 1)))
	assert.Equal(t, "0 trucks wait", s.Text(Say("gate.trucks", "count", 0)))
	assert.Equal(t, "12 trucks wait", s.Text(Say("gate.trucks", "count", int64(12))))
	assert.Equal(t, "1.5 trucks wait", s.Text(Say("gate.trucks", "count", 1.5)), "a count that is no integer takes the form other")
}

func TestSecondLanguageFallsBackToEnglish(t *testing.T) {
	s := speakFrom(t, "vi", map[string]string{
		"en/gate.yaml": "gate.open: open\ngate.closed: closed",
		"vi/gate.yaml": "gate.open: 'cửa khẩu {{.name}} mở'",
	})
	assert.Equal(t, "vi", s.Language())
	assert.Equal(t, "cửa khẩu Lao Bảo mở", s.Text(Say("gate.open", "name", "Lao Bảo")))
	assert.Equal(t, "closed", s.Text(Say("gate.closed")))
	assert.Equal(t, Coverage{Said: 1, Of: 4}, s.Coverage(), "the marks of numbers are messages too")
	assert.False(t, s.Coverage().Whole())
}

func TestLanguageWithoutPluralsUsesOther(t *testing.T) {
	s := speakFrom(t, "lo", map[string]string{
		"en/gate.yaml": "gate.trucks: {one: one truck, other: '{{.count}} trucks'}",
		"lo/gate.yaml": "gate.trucks: 'ລົດ {{.count}} ຄັນ'",
	})
	assert.Equal(t, "ລົດ 1 ຄັນ", s.Text(Say("gate.trucks", "count", 1)), "Lao has the plural form other only (CLDR)")
}

func TestFaultyCatalogueIsRefusedWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"gate.a: x\ngate.a: y":           "line 2",
		"port.a: x":                      `does not start with "gate."`,
		"gate.a:":                        "has no text",
		"gate.a: [x]":                    "unsupported type",
		"- gate.a":                       "a mapping from message id to text is wanted",
		"gate.a: {one: only the single}": "has no text",
		"gate.a: 'x":                     "gate.yaml",
	} {
		_, _, _, err := load(fstest.MapFS{"en/gate.yaml": {Data: []byte(text)}}, "en")
		require.Error(t, err, text)
		assert.Contains(t, err.Error(), want)
	}
}

func TestEmptyCatalogueFileIsValid(t *testing.T) {
	for _, text := range []string{"", "# nothing yet\n"} {
		_, _, _, err := load(fstest.MapFS{"en/gate.yaml": {Data: []byte(text)}}, "en")
		assert.NoError(t, err)
	}
}
