package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// singularNouns are the nouns that titles of measures are made of, all of which go with "is".
func singularNouns() []string {
	return strings.Fields("availability backlog cost detour entry factor fuel gas hire number queue rest share spoilage stay throughput time use utilisation value visit wait way")
}

// ahead is what of a title stands before the first word that adds to it.
var ahead = regexp.MustCompile(`^(.*?)(?:,| (?:of|at|in|for|to|per|on|from|by|that|with|without|within|home|turned|waiting|under)\b|$)`)

// Sentences are put together of a title and "is": "The number of idle trucks of Haulier A is 5.2 trucks less". A title of several things would not agree with it.
func TestTitlesOfMeasuresAgreeWithTheirVerb(t *testing.T) {
	l := layout{speaker: english(t)}
	for _, d := range Measures() {
		title := l.say(d.Title())
		head := strings.Fields(ahead.FindStringSubmatch(title)[1])
		assert.True(t, slices.ContainsFunc(head, func(word string) bool { return slices.Contains(singularNouns(), word) }), "%s: %q names nothing that is", d.Name, title)
		for _, word := range head {
			assert.NotRegexp(t, `[^s']s$`, strings.TrimSuffix(word, "gas"), "%s: %q is not one thing", d.Name, title)
		}
	}
}

func TestSentencesAboutCountsAgree(t *testing.T) {
	c := small()
	c.Differences[0].Measure = "spot_loads_per_day"
	text := strings.Join(strings.Fields(Text(c, english(t), 100)), " ")
	assert.Contains(t, text, "the number of trucks hired for return loads per day is ")
	c.Differences[0].Measure = "queue_wait_h"
	assert.Contains(t, strings.Join(strings.Fields(Text(c, english(t), 100)), " "), "the wait in queues is ")
}
