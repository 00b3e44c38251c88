package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// networkOf a shipped study, before any run.
func networkOf(t *testing.T, name string) (*report.Network, *scenarios.Study) {
	t.Helper()
	s, err := scenarios.LoadStudy(name, nil)
	require.NoError(t, err)
	a := &answer{study: s}
	for _, alternative := range s.Alternatives {
		m, err := journey.Compile(alternative.Scenario.Setup)
		require.NoError(t, err)
		a.models = append(a.models, m)
	}
	return a.network(), s
}

// Where alternatives stand at different gates, all of them are on the map, each road once and with the trucks of an alternative that uses it.
func TestTheMapHasTheRoadsOfAllAlternatives(t *testing.T) {
	n, _ := networkOf(t, "icd-planned")
	assert.True(t, n.Mixed)
	trucks := map[string]float64{}
	for _, l := range n.Links {
		at := l.From + " " + l.Road + " " + l.To
		assert.NotContains(t, trucks, at)
		trucks[at] = l.Trucks
	}
	for _, gate := range []string{"Lao Bảo Lao Bảo–Densavanh Densavanh", "Cầu Treo Cầu Treo–Nam Phao Nam Phao", "Bờ Y Bờ Y–Phoukeua Phoukeua"} {
		assert.Positive(t, trucks[gate], gate)
	}
	seen := map[string]bool{}
	for _, site := range n.Sites {
		assert.False(t, seen[site.Name], site.Name)
		seen[site.Name] = true
	}
}

func TestTheMapOfOneCorridorIsThatOfTheBase(t *testing.T) {
	n, s := networkOf(t, "lao-bao-digital-vs-paper")
	assert.False(t, n.Mixed)
	assert.Equal(t, s.Headline.Base, n.Of)
	c := s.Alternatives[0].Scenario.Setup.Corridor
	assert.Len(t, n.Links, len(c.Legs)+len(c.Gates))
	assert.Len(t, n.Sites, len(c.Sites()))
}
