package scenarios

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Difference is the first place at which two parts differ. Values are as they are written; what is not there is empty, and said to be.
type Difference struct {
	Path    string // empty: the whole
	Was, Is string
	Before  bool // it was there
	Now     bool // it is there
}

// longestShown is how much of a value is shown [characters].
const longestShown = 60

// FirstDifference compares the contents of two parts, keys in the order of the alphabet, lists in their own. False if they are the same or
// are no JSON.
func FirstDifference(was, is string) (Difference, bool) {
	var before, now any
	if json.Unmarshal([]byte(was), &before) != nil || json.Unmarshal([]byte(is), &now) != nil {
		return Difference{}, false
	}
	return differ("", before, now)
}

// differ compares two values at a path.
func differ(path string, was, is any) (Difference, bool) {
	switch before := was.(type) {
	case map[string]any:
		if now, both := is.(map[string]any); both {
			return differKeys(path, before, now)
		}
	case []any:
		if now, both := is.([]any); both {
			return differItems(path, before, now)
		}
	default:
		if was == is {
			return Difference{}, false
		}
	}
	return Difference{Path: path, Was: shown(was), Is: shown(is), Before: true, Now: true}, true
}

func differKeys(path string, was, is map[string]any) (Difference, bool) {
	var keys []string
	for key := range was {
		keys = append(keys, key)
	}
	for key := range is {
		if _, both := was[key]; !both {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	for _, key := range keys {
		before, there := was[key]
		now, here := is[key]
		if d, found := beside(strings.TrimPrefix(path+"."+key, "."), before, now, [2]bool{there, here}); found {
			return d, true
		}
	}
	return Difference{}, false
}

// beside compares two values of which one may be missing.
func beside(path string, was, is any, there [2]bool) (Difference, bool) {
	switch {
	case !there[0]:
		return Difference{Path: path, Is: shown(is), Now: true}, true
	case !there[1]:
		return Difference{Path: path, Was: shown(was), Before: true}, true
	}
	return differ(path, was, is)
}

// differItems compares lists: of named things by name, of others place by place.
func differItems(path string, was, is []any) (Difference, bool) {
	before, now := itemNames(was), itemNames(is)
	if before == nil || now == nil {
		for i := range max(len(was), len(is)) {
			if d, found := beside(fmt.Sprintf("%s[%d]", path, i), at(was, i), at(is, i), [2]bool{i < len(was), i < len(is)}); found {
				return d, true
			}
		}
		return Difference{}, false
	}
	for i, name := range before {
		k := slices.Index(now, name)
		if d, found := beside(path+"["+name+"]", was[i], at(is, k), [2]bool{true, k >= 0}); found {
			return d, true
		}
	}
	for i, name := range now {
		if !slices.Contains(before, name) {
			return Difference{Path: path + "[" + name + "]", Is: shown(is[i]), Now: true}, true
		}
	}
	if !slices.Equal(before, now) {
		return Difference{Path: path, Was: strings.Join(before, ", "), Is: strings.Join(now, ", "), Before: true, Now: true}, true
	}
	return Difference{}, false
}

// at is an item of a list; nil where there is none.
func at(list []any, i int) any {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i]
}

// itemNames lists the names of the items of a list; nil unless all have one of their own.
func itemNames(list []any) []string {
	names := []string{}
	for _, item := range list {
		m, _ := item.(map[string]any)
		name, is := m["name"].(string)
		if !is || slices.Contains(names, name) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// shown is a value in short.
func shown(x any) string {
	text, is := x.(string)
	if !is {
		var out strings.Builder
		encoder := json.NewEncoder(&out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(x); err != nil {
			panic(err) // it was read from JSON
		}
		text = strings.TrimSuffix(out.String(), "\n")
	}
	if runes := []rune(text); len(runes) > longestShown {
		text = string(runes[:longestShown-1]) + "…"
	}
	return text
}
