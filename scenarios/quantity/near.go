package quantity

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the longest text that is compared with names [bytes]; nothing longer is a slip of the pen.
const maxWord = 200

// maxEdits is how many slips of the pen still count as the same word.
const maxEdits = 2

// Nearest finds the word that was probably meant: first one that differs only in case, spaces or accents (Lao Bao for Lao Bảo),
// then the one with the fewest edits, at most two and about one in three letters; the earlier candidate wins a tie.
func Nearest(word string, candidates []string) (string, bool) {
	if near := ranked(word, candidates); len(near) > 0 {
		return near[0], true
	}
	return "", false
}

// ranked lists the candidates near enough to a word, nearest first; candidates of equal distance keep their order.
func ranked(word string, candidates []string) []string {
	type match struct {
		text  string
		edits int
	}
	var matches []match
	if len(word) > maxWord {
		return nil
	}
	folded := []rune(fold(word))
	for _, candidate := range candidates {
		other := []rune(fold(candidate))
		allowed := min(maxEdits, (max(len(folded), len(other))+1)/3)
		if abs(len(folded)-len(other)) > allowed {
			continue
		}
		if edits := distance(folded, other); edits <= allowed {
			matches = append(matches, match{candidate, edits})
		}
	}
	sort.SliceStable(matches, func(i, j int) bool { return matches[i].edits < matches[j].edits })
	texts := make([]string, len(matches))
	for i, m := range matches {
		texts[i] = m.text
	}
	return texts
}

// fold drops what the eye passes over: case, accents, and which dash or space was typed.
func fold(text string) string {
	var folded strings.Builder
	for _, r := range norm.NFD.String(text) {
		switch {
		case r >= '\u0300' && r <= '\u036f': // combining accents of the Latin script; Lao vowel signs stay
		case r == 'đ', r == 'Đ':
			folded.WriteByte('d')
		case unicode.Is(unicode.Pd, r), r == '_':
			folded.WriteByte('-')
		case unicode.IsSpace(r):
			folded.WriteByte(' ')
		default:
			folded.WriteRune(unicode.ToLower(r))
		}
	}
	return folded.String()
}

// distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau 1964).
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
