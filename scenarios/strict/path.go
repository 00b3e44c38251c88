package strict

import (
	"strings"
	"unicode/utf8"

	"hanhlang/corridors/words"
)

// step is one part of a path: a key, or an item of a list by name or number.
type step struct {
	item  bool
	text  string
	where span
}

// assignment is the text of one --set: path=value.
type assignment struct {
	src   *source
	line  int // which --set it is, from 1
	text  string
	steps []step
	value string
	col   int // where the value begins
}

// pathReader walks through the text of an assignment.
type pathReader struct {
	assignment
	at int // bytes read
}

// readAssignment cuts `gates[Lao Bảo–Densavanh].lanes=2` into steps and value; a problem says what is wrong with the path.
func readAssignment(src *source, line int) (assignment, Problem, bool) {
	r := &pathReader{assignment: assignment{src: src, line: line, text: src.line(line)}}
	for {
		if problem, ok := r.key(); !ok {
			return r.assignment, problem, false
		}
		for r.next() == '[' {
			if problem, ok := r.item(); !ok {
				return r.assignment, problem, false
			}
		}
		switch r.next() {
		case '.':
			r.at++
		case '=':
			r.value = r.text[r.at+1:]
			r.col = r.column(r.at + 1)
			return r.assignment, Problem{}, true
		default:
			return r.assignment, r.fault(len(r.text), words.Say("strict.set-no-value")), false
		}
	}
}

// next is the byte to come, 0 at the end.
func (r *pathReader) next() byte {
	if r.at >= len(r.text) {
		return 0
	}
	return r.text[r.at]
}

// key takes everything up to a dot, a bracket or the equals sign.
func (r *pathReader) key() (Problem, bool) {
	end := len(r.text)
	if found := strings.IndexAny(r.text[r.at:], ".[="); found >= 0 {
		end = r.at + found
	}
	if strings.TrimSpace(r.text[r.at:end]) == "" {
		return r.fault(r.at, words.Say("strict.set-no-key")), false
	}
	r.add(r.at, end, false)
	r.at = end
	return Problem{}, true
}

// item takes what stands in brackets.
func (r *pathReader) item() (Problem, bool) {
	length := strings.IndexByte(r.text[r.at:], ']')
	if length < 0 {
		return r.fault(r.at, words.Say("strict.never-closed", "mark", "[")), false
	}
	if strings.TrimSpace(r.text[r.at+1:r.at+length]) == "" {
		return r.fault(r.at, words.Say("strict.set-no-item")), false
	}
	r.add(r.at+1, r.at+length, true)
	r.at += length + 1
	if next := r.next(); next != 0 && next != '.' && next != '[' && next != '=' {
		return r.fault(r.at, words.Say("strict.set-after-bracket")), false
	}
	return Problem{}, true
}

func (r *pathReader) add(from, to int, item bool) {
	text := r.text[from:to]
	where := r.src.span(r.line, r.column(from), 1).over(text)
	r.steps = append(r.steps, step{item: item, text: normal(strings.TrimSpace(text)), where: where})
}

// column turns an offset in bytes into a column.
func (r *pathReader) column(offset int) int {
	return utf8.RuneCountInString(r.text[:offset]) + 1
}

func (r *pathReader) fault(offset int, what words.Phrase) Problem {
	problem := at(r.src.span(r.line, r.column(offset), 1))
	problem.What = what
	problem.Help = words.Say("strict.set-example")
	return problem
}
