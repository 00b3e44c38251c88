// Package strict reads YAML files that people write by hand, and answers every mistake with its place, what is allowed and a suggestion.
// It turns bytes into a tree whose every value knows where it was written, lays trees over one another, and reads them with types.
// It does not know what a file means: no trucks, gates or studies, only keys, texts, figures, lists and mappings.
package strict
