package strict

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"hanhlang/corridors/words"
)

const (
	// MaxSize is the largest file that is read [bytes].
	MaxSize = 16 << 20
	// maxMarks bounds the values of a file before any memory is spent on them: the tree of a value takes some 400 bytes.
	maxMarks = 400_000
)

// checkBytes refuses what is not plain UTF-8 text of a sane size, and returns the text without its byte order mark.
// Only the first fault is reported: after a wrong encoding everything else is noise.
func checkBytes(file string, data []byte, problems *Problems) (*source, string, bool) {
	if len(data) > MaxSize {
		problems.Add(tooLarge(file, int64(len(data))))
		return nil, "", false
	}
	if looksUTF16(data) {
		problem := inFile(file, Scenario)
		problem.What = words.Say("strict.utf-16")
		problem.Help = words.Say("strict.save-as-utf-8")
		problems.Add(problem)
		return nil, "", false
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	src := newSource(file, text)
	if !checkCharacters(src, problems) {
		return nil, "", false
	}
	if marks := countMarks(src); marks > maxMarks {
		problem := inFile(file, Limits)
		problem.What = words.Say("strict.too-many-values", "limit", maxMarks)
		problem.Help = words.Say("strict.move-tables")
		problems.Add(problem)
		return nil, "", false
	}
	return src, text, true
}

func tooLarge(file string, size int64) Problem {
	problem := inFile(file, Limits)
	problem.Value = fmt.Sprint(size)
	problem.What = words.Say("strict.too-large", "size", fmt.Sprintf("%.1f", float64(size)/(1<<20)), "limit", MaxSize>>20)
	problem.Help = words.Say("strict.move-tables")
	return problem
}

// looksUTF16 finds the byte order mark of UTF-16 or UTF-32, or text in which every second byte is nought.
func looksUTF16(data []byte) bool {
	for _, mark := range []string{"\xff\xfe", "\xfe\xff", "\x00\x00\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return len(data) >= 4 && (data[0] == 0) != (data[1] == 0) && (data[2] == 0) != (data[3] == 0) && (data[0] == 0) == (data[2] == 0)
}

// checkCharacters reports the first byte that is not UTF-8, or the first character that has no business in a text.
func checkCharacters(src *source, problems *Problems) bool {
	for i, line := range src.lines {
		if plainASCII(line) {
			continue
		}
		col := 0
		for rest := line; rest != ""; {
			r, size := utf8.DecodeRuneInString(rest)
			col++
			where := span{src: src, line: i + 1, col: col, width: 1, offset: len(line) - len(rest)}
			if r == utf8.RuneError && size == 1 {
				problem := at(where)
				problem.Value = fmt.Sprintf("%02X", rest[0])
				problem.What = words.Say("strict.not-utf-8", "byte", problem.Value)
				problem.Help = words.Say("strict.save-as-utf-8")
				problems.Add(problem)
				return false
			}
			if forbidden(r) {
				problems.Add(forbiddenHere(where, r))
				return false
			}
			rest = rest[size:]
		}
	}
	return true
}

// plainASCII answers in one pass whether a line needs no closer look.
func plainASCII(line string) bool {
	for i := 0; i < len(line); i++ {
		if line[i] < 0x20 || line[i] > 0x7E {
			return false
		}
	}
	return true
}

func forbiddenHere(where span, r rune) Problem {
	problem := at(where)
	problem.Value = fmt.Sprintf("U+%04X", r)
	problem.What = words.Say("strict.control-character", "code", problem.Value)
	problem.Help = words.Say("strict.delete-character")
	return problem
}

// forbidden answers whether a character is a control character, a line break that only YAML knows, a byte order mark
// inside the text, or one that changes the direction of writing so that the eye reads other than the program.
func forbidden(r rune) bool {
	switch {
	case r == '\t':
		return false
	case r < 0x20, r >= 0x7F && r < 0xA0:
		return true
	case r == 0x2028, r == 0x2029, r == 0xFEFF:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	case r >= 0xFFFE && r <= 0xFFFF:
		return true
	}
	return false
}

// countMarks counts the characters outside comments that can begin a value; a file has no more values than about twice that.
func countMarks(src *source) int {
	marks := 0
	for _, line := range src.lines {
		marks++
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case ',', ':', '-', '?', '[', '{':
				marks++
			case '#':
				if i == 0 || line[i-1] == ' ' {
					i = len(line)
				}
			}
		}
	}
	return marks
}

// tabbed lists the lines that are indented with a tab, leaving out blank lines and comments.
func tabbed(src *source) []int {
	var found []int
	for i, line := range src.lines {
		content := strings.TrimLeft(line, " \t")
		if content != "" && content[0] != '#' && strings.Contains(line[:len(line)-len(content)], "\t") {
			found = append(found, i+1)
		}
	}
	return found
}
