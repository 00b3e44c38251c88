package scenarios

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a scenario of which the test writes several layouts.
const small = `version: 1
kind: scenario
name: small
countries:
  - {name: VN, diesel: 0.7 USD/l}
  - {name: LA, diesel: 0.9 USD/l}
gates:
  - name: one lane
    posts:
      - {name: exit post, country: VN, hours: "07:00-18:00"}
      - {name: entry post, country: LA, hours: "07:00-18:00"}
flows:
  - {name: trucks, from: exit post, to: entry post, arrivals: {rate: 4/h}, return: {mode: none}}
`

func TestHashIsTheSameForEveryLayout(t *testing.T) {
	want := reads(t, small).Hash
	assert.Len(t, want, 16)
	for what, text := range map[string]string{
		"comments": "# of the top\n" + strings.ReplaceAll(small, "countries:", "countries: # two\n  # both sides"),
		"order of keys": `flows: [{to: entry post, from: exit post, return: {mode: none}, name: trucks, arrivals: {rate: 4/h}}]
kind: scenario
gates: [{posts: [{hours: "07:00-18:00", country: VN, name: exit post}, {name: entry post, country: LA, hours: "07:00-18:00"}], name: one lane}]
countries: [{name: VN, diesel: 0.7 USD/l}, {name: LA, diesel: 0.9 USD/l}]
version: 1
name: small
`,
		"quotes":        strings.ReplaceAll(strings.ReplaceAll(small, "name: one lane", `name: "one lane"`), `"07:00-18:00"`, `'07:00-18:00'`),
		"block style":   strings.ReplaceAll(small, "  - {name: VN, diesel: 0.7 USD/l}", "  - name: VN\n    diesel: 0.7 USD/l"),
		"blank lines":   strings.ReplaceAll(small, "\n", "\n\n"),
		"line ends":     strings.ReplaceAll(small, "\n", "\r\n"),
		"anchors":       strings.Replace(strings.Replace(small, `VN, hours: "07:00-18:00"`, `VN, hours: &day "07:00-18:00"`, 1), `LA, hours: "07:00-18:00"`, "LA, hours: *day", 1),
		"merge keys":    strings.Replace(small, "{name: entry post, country: LA, hours: \"07:00-18:00\"}", "{<<: {hours: \"07:00-18:00\"}, name: entry post, country: LA}", 1),
		"way of accent": strings.ReplaceAll(small, "Đ", "Đ"),
	} {
		assert.Equal(t, want, reads(t, text).Hash, what)
	}
}

func TestHashIsAnotherForEveryValue(t *testing.T) {
	seen := map[string]string{reads(t, small).Hash: "unchanged"}
	for _, change := range [][2]string{
		{"name: small", "name: smaller"},
		{"0.7 USD/l", "0.71 USD/l"},
		{"0.9 USD/l", "0.91 USD/l"},
		{"name: one lane", "name: two lanes"},
		{`VN, hours: "07:00-18:00"`, `VN, hours: "07:00-18:01"`},
		{"rate: 4/h", "rate: 5/h"},
		{"rate: 4/h", "every: 15 min"},
		{"mode: none", "mode: one-way"},
		{"name: trucks", "name: lorries"},
		{"version: 1", "version: 1\ntitle: Small"},
	} {
		text := replaced(t, small, change[0], change[1])
		hash := reads(t, text).Hash
		assert.NotContains(t, seen, hash, "%v", change)
		seen[hash] = fmt.Sprint(change)
	}
}

func TestHashIsTheSameForEveryLoad(t *testing.T) {
	one, err := LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	two, err := LoadStudy("lao-bao-digital-vs-paper", nil)
	require.NoError(t, err)
	assert.Equal(t, one.Hash, two.Hash)
	set, err := LoadStudy("lao-bao-digital-vs-paper", []string{"legs[QL9].speed=40 km/h"})
	require.NoError(t, err)
	assert.NotEqual(t, one.Hash, set.Hash, "settings change every alternative")
}
