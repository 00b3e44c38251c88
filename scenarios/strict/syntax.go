package strict

import (
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"hanhlang/corridors/words"
)

// syntaxProblem turns the first error of the YAML parser into a problem where the author's slip is, which is often before the
// place at which the parser gave up: a quote is reported where it was opened, a key without a space where the key begins.
func syntaxProblem(src *source, err error) Problem {
	failure := failure{src: src}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		failure.message = load.Message
		failure.context = load.ContextMsg
		failure.mark = src.clamp(load.Mark)
		failure.began = src.clamp(load.ContextMark)
	} else {
		failure.mark = src.clamp(yaml.Mark{})
	}
	for _, explain := range []func() (Problem, bool){
		failure.depth, failure.tab, failure.open, failure.colon, failure.character, failure.indentation, failure.name,
	} {
		if problem, found := explain(); found {
			return problem
		}
	}
	problem := at(failure.mark)
	problem.What = words.Say("strict.not-yaml")
	problem.Help = words.Say("strict.check-line")
	return problem
}

// failure is what the YAML parser said: where it gave up, and where the construct began that it was in.
type failure struct {
	src              *source
	message, context string
	mark, began      span
}

// clamp makes a place of the parser one that can be shown: at the end of the text it is the end of the last line.
func (s *source) clamp(mark yaml.Mark) span {
	line, col := mark.Line, mark.Column
	if line > len(s.lines) || line == len(s.lines) && s.line(line) == "" {
		line, col = s.lastPlace()
	}
	line = max(1, line)
	return s.span(line, min(max(1, col), utf8.RuneCountInString(s.line(line))+1), 1)
}

func (f failure) depth() (Problem, bool) {
	if f.message != errTooDeep.Error() {
		return Problem{}, false
	}
	problem := at(f.mark)
	problem.What = words.Say("strict.too-deep", "limit", maxDepth)
	return problem, true
}

// tab blames a line indented with a tab when there is one before the place where the parser gave up.
func (f failure) tab() (Problem, bool) {
	lines := tabbed(f.src)
	if len(lines) == 0 || lines[0] > f.mark.line {
		return Problem{}, false
	}
	text := f.src.line(lines[0])
	col := utf8.RuneCountInString(text[:strings.IndexByte(text, '\t')]) + 1
	problem := at(f.src.span(lines[0], col, 1))
	problem.Value = ""
	problem.What = words.Say("strict.tab")
	if len(lines) > 1 {
		problem.What = words.Say("strict.tabs", "count", len(lines)-1)
	}
	problem.Help = words.Say("strict.indent-with-spaces")
	return problem, true
}

// open finds the quote or bracket behind an error that came later, or a closing bracket that closes nothing.
func (f failure) open() (Problem, bool) {
	found := scan(f.src, f.mark.line)
	switch {
	case strings.Contains(f.context, "quoted scalar") && strings.Contains(f.message, "unexpected"):
		f.began.width = 1
		return unclosed(f.began), true
	case found.swallowed.mark != 0:
		return unclosed(f.src.span(found.swallowed.line, found.swallowed.col, 1)), true
	case found.crossed.mark != 0:
		return unclosed(f.src.span(found.crossed.line, found.crossed.col, 1)), true
	case found.stray.mark != 0:
		problem := at(f.src.span(found.stray.line, found.stray.col, 1))
		problem.What = words.Say("strict.stray-bracket", "mark", string(found.stray.mark))
		return problem, true
	}
	if !strings.Contains(f.context, "flow") {
		return Problem{}, false
	}
	if left, open := found.unclosed(); open && (left.line < f.mark.line || f.atLineEnd()) {
		return unclosed(f.src.span(left.line, left.col, 1)), true
	}
	problem := at(f.entryStart())
	problem.What = words.Say("strict.missing-comma")
	return problem, strings.Contains(f.message, "','")
}

// entryStart is where the parser gave up, or the word before it when that is a colon.
func (f failure) entryStart() span {
	if f.mark.text() != ":" {
		return f.mark
	}
	before := string([]rune(f.src.line(f.mark.line))[:f.mark.col-1])
	word := before[strings.LastIndexAny(before, " ,[{")+1:]
	return f.mark.shift(-utf8.RuneCountInString(word)).over(word)
}

// atLineEnd answers whether the parser gave up behind the last character of a line.
func (f failure) atLineEnd() bool {
	return strings.TrimSpace(f.mark.rest()) == ""
}

func unclosed(where span) Problem {
	problem := at(where)
	mark := where.text()
	closing := map[string]string{"[": "]", "{": "}"}[mark]
	if closing == "" {
		closing = mark
	}
	problem.What = words.Say("strict.never-closed", "mark", mark)
	problem.Help = words.Say("strict.close-it", "mark", closing)
	return problem
}
