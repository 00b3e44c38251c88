package strict

import (
	"strings"

	"hanhlang/corridors/words"
)

// colon explains lines whose colon is missing, has no space after it, or is one too many.
func (f failure) colon() (Problem, bool) {
	switch {
	case strings.Contains(f.message, "could not find expected ':'"):
		line := strings.TrimSpace(f.began.rest())
		problem := at(f.began.over(line))
		problem.What = words.Say("strict.no-colon")
		problem.Help = words.Say("strict.write-key-value")
		if key, value, found := strings.Cut(line, ":"); found && value != "" && !strings.ContainsAny(key, " \"'") {
			problem.What = words.Say("strict.no-space-after-colon")
			problem.Help = words.Say("strict.write", "text", key+": "+value)
		}
		return problem, true
	case strings.HasPrefix(f.message, "mapping values are not allowed"):
		return f.secondColon(), true
	}
	return Problem{}, false
}

// secondColon tells `a: b: c` from a line that is indented below a finished value.
func (f failure) secondColon() Problem {
	line := f.src.line(f.mark.line)
	before := string([]rune(line)[:f.mark.col-1])
	if strings.Contains(strings.TrimLeft(before, " -"), ": ") {
		problem := at(f.mark)
		problem.What = words.Say("strict.second-colon")
		problem.Help = words.Say("strict.quote-it")
		return problem
	}
	return f.misplaced()
}

// misplaced points at a line that stands deeper or less deep than the lines it should belong to.
func (f failure) misplaced() Problem {
	problem := at(f.lineStart())
	problem.What = words.Say("strict.misplaced")
	problem.Help = words.Say("strict.align")
	return problem
}

// lineStart covers the content of the line in which the parser gave up.
func (f failure) lineStart() span {
	line := f.src.line(f.mark.line)
	content := strings.TrimLeft(line, " ")
	start := f.src.span(f.mark.line, len(line)-len(content)+1, 1)
	return start.over(strings.TrimRight(content, " "))
}

// character explains a value that begins with a sign which means something to YAML.
func (f failure) character() (Problem, bool) {
	mark := f.mark.text()
	switch {
	case strings.Contains(f.message, "escape") || strings.Contains(f.message, "hexadecimal number"):
		problem := at(f.mark)
		problem.What = words.Say("strict.unknown-escape")
		problem.Help = words.Say("strict.double-backslash")
		return problem, true
	case strings.Contains(f.message, "cannot start any token"):
		problem := at(f.mark)
		problem.What = words.Say("strict.cannot-begin", "mark", mark)
		problem.Help = words.Say("strict.quote-it")
		return problem, true
	case strings.Contains(f.context, "tag") || strings.Contains(f.message, "tag"):
		return tagProblem(f.began), true
	case strings.Contains(f.context, "directive") || strings.HasPrefix(f.src.line(f.mark.line), "%"):
		problem := at(f.lineStart())
		problem.What = words.Say("strict.directive")
		problem.Help = words.Say("strict.delete-line")
		return problem, true
	case strings.Contains(f.message, "sequence entries are not allowed"):
		problem := at(f.mark)
		problem.What = words.Say("strict.list-on-key-line")
		problem.Help = words.Say("strict.list-below")
		return problem, true
	}
	return Problem{}, false
}

// indentation explains a line that breaks out of the mapping or list it stands in.
func (f failure) indentation() (Problem, bool) {
	switch {
	case strings.Contains(f.message, "'-' indicator"):
		problem := at(f.lineStart())
		problem.Also = []Pos{f.began.pos()}
		problem.What = words.Say("strict.not-in-list", "place", f.began.pos().String())
		problem.Help = words.Say("strict.begin-with-dash")
		return problem, true
	case strings.Contains(f.message, "did not find expected key"):
		if f.lineStart().col == f.mark.col {
			return f.misplaced(), true
		}
		problem := at(f.mark.over(strings.TrimSpace(f.mark.rest())))
		problem.What = words.Say("strict.after-value")
		problem.Help = words.Say("strict.quote-all")
		return problem, true
	}
	return Problem{}, false
}

// name explains anchors and aliases that lead nowhere; mostly a text was meant that begins with * or &.
func (f failure) name() (Problem, bool) {
	switch {
	case strings.Contains(f.message, "unknown anchor"):
		word, _, _ := strings.Cut(f.mark.rest(), " ")
		problem := at(f.mark.over(word))
		problem.What = words.Say("strict.unknown-anchor", "alias", shown(word), "anchor", shown("&"+strings.TrimPrefix(word, "*")))
		problem.Help = words.Say("strict.quote-it")
		return problem, true
	case strings.Contains(f.context, "an anchor") || strings.Contains(f.context, "an alias"):
		problem := at(f.began)
		problem.What = words.Say("strict.cannot-begin", "mark", f.began.text())
		problem.Help = words.Say("strict.quote-it")
		return problem, true
	}
	return Problem{}, false
}

// tagProblem refuses a tag such as !!binary.
func tagProblem(where span) Problem {
	rest := where.rest()
	tag := rest[:skip(rest, maxValue)]
	if end := strings.IndexAny(tag, " \t,]}"); end > 0 {
		tag = tag[:end]
	}
	if strings.HasPrefix(tag, "!") {
		where = where.over(tag)
	}
	problem := at(where)
	problem.What = words.Say("strict.tag", "tag", problem.Value)
	problem.Help = words.Say("strict.delete-tag")
	return problem
}
