package report

import (
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// pathPart is one step of a path: a key, and in brackets what it names of a list.
type pathPart struct{ key, of string }

// mostOf is how many names stand in brackets behind what an input is.
const mostOf = 2

// readable names an input for people: "service (documents, Lao Bảo)" for gates[…].posts[Lao Bảo].stages[documents].service. What the catalogue has no words for
// and no name to tell it by goes by its path.
func (l layout) readable(path string) string {
	parts := pathParts(path)
	if len(parts) == 0 || parts[len(parts)-1].of != "" {
		return path
	}
	last, below := parts[len(parts)-1].key, ""
	if len(parts) > 1 {
		below = parts[len(parts)-2].key
	}
	said, known := l.speaker.Key(below, last)
	names, number := l.namesOf(parts)
	if number > 0 {
		numbered := words.Say("report.input.number", "input", said, "number", number)
		if below == "cases" {
			numbered = words.Say("report.input.case", "input", said, "number", number)
		}
		said = l.say(numbered)
	}
	switch {
	case len(names) > 0:
		return said + " (" + strings.Join(names, ", ") + ")"
	case known:
		return said
	}
	return path
}

// namesOf are the innermost names on a path, and the place in its list, from 1, of what has no name; 0 where all have one. A post tells its gate.
func (l layout) namesOf(parts []pathPart) (names []string, number int) {
	atPost := slices.ContainsFunc(parts, func(p pathPart) bool { return p.key == "posts" })
	for _, p := range slices.Backward(parts) {
		place, err := strconv.Atoi(p.of)
		switch {
		case p.of == "" || p.key == "gates" && atPost || len(names) == mostOf:
		case err == nil:
			number = place + 1
		case p.key == "countries" || p.key == "inspection":
			names = append(names, l.country(p.of))
		default:
			names = append(names, l.speaker.Name(p.of))
		}
	}
	return names, number
}

// pathParts cuts a path at its dots, except those in brackets.
func pathParts(path string) (parts []pathPart) {
	for rest := path; rest != ""; {
		end := strings.IndexAny(rest, ".[")
		if end < 0 {
			return append(parts, pathPart{key: rest})
		}
		p := pathPart{key: rest[:end]}
		if rest[end] == '[' {
			of, after, _ := strings.Cut(rest[end+1:], "]")
			p.of, rest = of, strings.TrimPrefix(after, ".")
		} else {
			rest = rest[end+1:]
		}
		parts = append(parts, p)
	}
	return parts
}
