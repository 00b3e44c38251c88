package words

import (
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Name is a name that a file or the model gives something: a stage, a station, a unit. As an argument of a Phrase it is said in the language if the
// catalogue has it, as name.declaration, and otherwise as it stands: names of a user's own are nobody's to translate.
type Name string

// Country is a country by its letters. As an argument of a Phrase it is said by its name; what is no known code goes by itself.
type Country string

// Title is a text of a file for people: a title, a question, a lesson. As an argument of a Phrase it is said in the language if the catalogue has these very
// words, as title.Digital gate against paper, and otherwise as it stands in the file.
type Title string

// Reason is what a file says of a figure: the subject of its fact, where it comes from, why it was taken. As an argument of a Phrase it is said in the language
// if the catalogue has these very words, as reason.no count found, and otherwise as it stands in the file.
type Reason string

// The sections of a catalogue in which the words behind the dot are English themselves, so that English needs none of them.
const (
	nameSection   = "name."
	titleSection  = "title."
	reasonSection = "reason."
	valueSection  = "value."
)

// Name says a name. Where the whole is not known, its parts are said: of a station behind its post (a slash), of a stage at a post of
// another country (a dot), of a road between two places (a dash), and of officers that come from a country (in brackets).
func (s *Speaker) Name(name string) string {
	if text, known := s.known(nameSection, name); known {
		return text
	}
	if of, are := strings.CutPrefix(name, "bays of "); are {
		return s.Text(Say("words.bays", "of", Name(of)))
	}
	for _, joint := range []string{"/", " · ", " + ", "–"} {
		if parts := strings.Split(name, joint); len(parts) > 1 {
			for i, part := range parts {
				parts[i] = s.Name(part)
			}
			return strings.Join(parts, joint)
		}
	}
	if of, rest, there := strings.Cut(name, " ("); there {
		if code, closed := strings.CutSuffix(rest, ")"); closed {
			rest = s.Country(code) + ")"
		}
		return s.Name(of) + " (" + rest
	}
	return name
}

// Key says what a key of a file stands for, in a sentence: "part" below "consolidation" is the weight of one part. What two keys say goes before what the
// last one says by itself. False where the catalogue has words for neither.
func (s *Speaker) Key(below, key string) (string, bool) {
	for _, keys := range []string{below + "." + key, key} {
		if text, known := s.listed(Say("input." + keys).ID); known {
			return text, true
		}
	}
	return key, false
}

// Country says the name of a country given by its letters; what is no known code is a name already.
func (s *Speaker) Country(code string) string {
	if text, known := s.listed(Say("report.country." + code).ID); known {
		return text
	}
	return code
}

// Title says a text of a file.
func (s *Speaker) Title(title string) string {
	if text, known := s.known(titleSection, title); known {
		return text
	}
	return title
}

// Reason says what a file says of a figure.
func (s *Speaker) Reason(reason string) string {
	if text, known := s.known(reasonSection, reason); known {
		return text
	}
	return reason
}

// known finds words of a file in the catalogue of the language.
func (s *Speaker) known(section, text string) (string, bool) {
	if s.language == fallback || text == "" {
		return "", false
	}
	return s.listed(section + text)
}

// listed is a message without arguments, if the catalogue has it.
func (s *Speaker) listed(id string) (string, bool) {
	said, err := s.messages.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateParser: s.parser})
	return said, err == nil && said != ""
}

// ofFiles tells whether a message says words of a file, which English does not translate.
func ofFiles(id string) bool {
	return slices.ContainsFunc([]string{nameSection, titleSection, reasonSection, valueSection}, func(section string) bool { return strings.HasPrefix(id, section) })
}
