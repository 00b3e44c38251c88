package main

import "strings"

// farthest is the edit distance up to which a name is taken for another one misspelt.
const farthest = 2

// nearest finds the name with the smallest edit distance to what was written, if that is at most two; of equals, the first.
func nearest(written string, names []string) (string, bool) {
	best, found := farthest+1, ""
	for _, name := range names {
		if strings.EqualFold(name, written) {
			return name, true
		}
		if d := edits([]rune(written), []rune(name)); d < best && d < len(name) {
			best, found = d, name
		}
	}
	return found, found != ""
}

// edits counts the letters to insert, delete or replace to make b of a (Levenshtein 1966; Wagner and Fischer 1974).
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := corner
			if x != y {
				cost = min(corner, row[j], row[j+1]) + 1
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
