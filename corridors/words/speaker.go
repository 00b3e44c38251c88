package words

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// Speaker puts phrases into one language. It may be used from several goroutines at once.
type Speaker struct {
	language string
	messages *i18n.Localizer
	parser   template.Parser
	marks    marks
	said     Coverage
}

// Speak makes the Speaker of a language, named as in BCP 47 ("en", "vi", "lo", "en-GB").
// What a language does not say yet is said in English. A language without a catalogue is an error that lists those there are.
func Speak(language string) (*Speaker, error) { return speak(catalogues, language) }

// Spoken says whether Speak makes a Speaker of a language, without reading its catalogue; the error is the one that Speak gives.
func Spoken(language string) error {
	_, err := choose(catalogues, language)
	return err
}

// speak is Speak with a catalogue that need not be the embedded one.
func speak(files fs.FS, language string) (*Speaker, error) {
	bundle, spoken, said, err := load(files, language)
	if err != nil {
		return nil, err
	}
	s := &Speaker{
		language: spoken,
		messages: i18n.NewLocalizer(bundle, spoken),
		// An argument that a message asks for and nobody gave must not turn into "<no value>" in the middle of a sentence.
		parser: &template.TextParser{Option: "missingkey=error"},
		said:   said,
	}
	s.marks = marks{decimal: s.Text(Say("words.decimal-mark")), thousands: s.Text(Say("words.thousands-mark"))}
	return s, nil
}

// Coverage is how much of the English catalogue a language says itself.
type Coverage struct{ Said, Of int }

// Whole tells whether a language says everything.
func (c Coverage) Whole() bool { return c.Said >= c.Of }

// Coverage is how many messages are said in the language itself; the others are said in English.
func (s *Speaker) Coverage() Coverage { return s.said }

// Language is the language spoken, as in BCP 47.
func (s *Speaker) Language() string { return s.language }

// Text says a phrase. A phrase that the catalogue cannot say (unknown id, an argument missing) is shown as its id with its arguments,
// so that the fault is seen and what was meant is not lost. The empty Phrase is the empty string.
func (s *Speaker) Text(p Phrase) string {
	if p.Empty() {
		return ""
	}
	data := make(map[string]string, len(p.Args))
	var count any
	for _, arg := range p.Args {
		data[arg.Name] = s.value(arg.Value)
		if arg.Name == "count" {
			count = whole(arg.Value)
		}
	}
	// The error is dropped on purpose: with a text it only says that English, or the plural form "other", had to stand in.
	text, _ := s.messages.Localize(&i18n.LocalizeConfig{
		MessageID: p.ID, TemplateData: data, PluralCount: count, TemplateParser: s.parser,
	})
	if text == "" {
		return s.raw(p)
	}
	return text
}

// raw shows a phrase that no message says: strict.unknown-key(key: lane, near: lanes).
func (s *Speaker) raw(p Phrase) string {
	parts := make([]string, len(p.Args))
	for i, arg := range p.Args {
		parts[i] = arg.Name + ": " + s.value(arg.Value)
	}
	return p.ID + "(" + strings.Join(parts, ", ") + ")"
}

// value puts one argument into words; lists are joined the way the language joins them.
func (s *Speaker) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case Phrase:
		return s.Text(v)
	case Number:
		return s.Number(v)
	case Name:
		return s.Name(string(v))
	case Country:
		return s.Country(string(v))
	case Title:
		return s.Title(string(v))
	case Reason:
		return s.Reason(string(v))
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64) // as files have it
	case []string:
		return joined(s, v)
	case []Phrase:
		return joined(s, v)
	case []any:
		return joined(s, v)
	}
	return fmt.Sprint(v)
}

func joined[T any](s *Speaker, items []T) string {
	text := ""
	for i, item := range items {
		if i == 0 {
			text = s.value(item)
			continue
		}
		text = s.Text(Say("words.comma", "head", text, "item", item))
	}
	return text
}

// whole is v when it can choose a plural form, else nil.
func whole(v any) any {
	switch v.(type) {
	case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return fmt.Sprint(v)
	}
	return nil
}
