package words

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Name is a name that a file or the model gives something: a stage, a station, a unit. As an argument of a Phrase it is said in the language if the
// catalogue has it, as name.declaration, and otherwise as it stands: names of a user's own are nobody's to translate.
type Name string

// Name says a name; of one with a slash, as a station has behind its post, each part if the whole is not known.
func (s *Speaker) Name(name string) string {
	if text, known := s.known(name); known {
		return text
	}
	parts := strings.Split(name, "/")
	if len(parts) == 1 {
		return name
	}
	for i, part := range parts {
		parts[i] = s.Name(part)
	}
	return strings.Join(parts, "/")
}

// Key says what a key of a file stands for, in a sentence: "service" as key of a stage.
func (s *Speaker) Key(key string) string {
	if text, known := s.known("key." + key); known {
		return text
	}
	return key
}

// known finds a name in the catalogue.
func (s *Speaker) known(name string) (string, bool) {
	text, err := s.messages.Localize(&i18n.LocalizeConfig{MessageID: Say("name." + name).ID, TemplateParser: s.parser})
	return text, err == nil || text != ""
}
