package study

import (
	"bytes"
	"context"
	"flag"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

var update = flag.Bool("update", false, "write the golden files of this package instead of comparing with them")

// traceOf writes the life of a truck of a shipped scenario.
func traceOf(t *testing.T, who Traced, sets ...string) (string, *scenarios.Scenario) {
	t.Helper()
	return traceIn(t, "lao-bao-today", who, sets...)
}

func traceIn(t *testing.T, scenario string, who Traced, sets ...string) (string, *scenarios.Scenario) {
	t.Helper()
	s, err := scenarios.LoadScenario(scenario, sets)
	require.NoError(t, err)
	s.Setup.Horizon = journey.Horizon{Length: sim.Day, After: journey.Drain}
	var out bytes.Buffer
	require.NoError(t, Trace(context.Background(), s, who, &out, english(t)))
	return out.String(), s
}

// TestTraceOfTruckSeventeen is a page that a customs officer would recognise.
func TestTraceOfTruckSeventeen(t *testing.T) {
	got, s := traceOf(t, Traced{Seed: 20250618, Truck: 17}, "gates[Lao Bảo–Densavanh].posts[Lao Bảo].declaration.exit=digital")
	golden(t, "trace-17.txt", got)

	assert.True(t, utf8.ValidString(got))
	for _, p := range s.Setup.Corridor.Places {
		assert.Contains(t, got, p.Name)
	}
	assert.Contains(t, got, "Lao Bảo", "letters with two marks are one character each, as they were written")
	for _, line := range strings.Split(got, "\n") {
		assert.Equal(t, strings.TrimRight(line, " "), line, "no blanks at the end")
	}
}

// TestTraceAddsUp: the sums at its foot are those of the log.
func TestTraceAddsUp(t *testing.T) {
	got, s := traceOf(t, Traced{Seed: 5, Flow: "Laos to Vietnam", Truck: 9, Replication: 2})
	log := &life{who: Traced{Flow: "Laos to Vietnam", Truck: 9}}
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(5, 2), log)
	require.NoError(t, err)
	var money int64
	for _, f := range log.facts {
		money += f.Micro
	}
	stay := log.facts[len(log.facts)-1].From - log.facts[0].From
	assert.Contains(t, got, spanOf(stay))
	assert.Contains(t, got, usd(money))
}

func TestTraceOfNobodyTellsWhoThereIs(t *testing.T) {
	s, err := scenarios.LoadScenario("lao-bao-today", nil)
	require.NoError(t, err)
	s.Setup.Horizon = journey.Horizon{Length: sim.Day, After: journey.Drain}
	for _, who := range []Traced{{Truck: 100000}, {Truck: 1, Flow: "nobody"}, {Truck: 1, Flow: "other vehicles into Laos"}, {Truck: 0}} {
		var out bytes.Buffer
		var none *NoTruckError
		require.ErrorAs(t, Trace(context.Background(), s, who, &out, english(t)), &none, "%+v", who)
		assert.Empty(t, out.String())
		assert.Equal(t, []string{"Vietnam to Laos", "Laos to Vietnam"}, none.Flows)
		if who.Flow == "" {
			assert.Greater(t, none.Last, uint32(50))
			assert.Equal(t, s.Setup.Corridor.Flows[0].Name, none.Flow)
		}
	}
}

// homecoming is a log that keeps one truck that came home with a load, and one that did not.
type homecoming struct{ loaded, empty uint32 }

func (h *homecoming) Record(f journey.Fact) {
	if f.Kind == journey.HappeningFact && f.Happening == journey.LoadFound && f.Flow == "Vietnam to Laos" {
		h.loaded = f.Truck
	}
	if f.Kind == journey.HappeningFact && f.Happening == journey.NoLoadFound && f.Flow == "Vietnam to Laos" {
		h.empty = f.Truck
	}
}

// TestTraceTellsOfReturnLoads: a truck of two-way haulage finds one, or says that it did not.
func TestTraceTellsOfReturnLoads(t *testing.T) {
	twoWay := []string{"flows[Vietnam to Laos].return.mode=two-way", "flows[Vietnam to Laos].return.loads=20/day"}
	_, s := traceOf(t, Traced{Seed: 1, Truck: 1}, twoWay...)
	m, err := journey.Compile(s.Setup)
	require.NoError(t, err)
	trucks := &homecoming{}
	_, err = journey.NewWorld(m).Run(context.Background(), seeds.Replication(1, 0), trucks)
	require.NoError(t, err)
	loaded, _ := traceOf(t, Traced{Seed: 1, Truck: trucks.loaded}, twoWay...)
	assert.Contains(t, loaded, "takes a return load")
	assert.Equal(t, 2, strings.Count(loaded, "load delivered"))
	empty, _ := traceOf(t, Traced{Seed: 1, Truck: trucks.empty}, twoWay...)
	assert.Contains(t, empty, "found no return load")
	assert.Contains(t, empty, "reaches the post, empty")
	assert.Equal(t, 1, strings.Count(empty, "load delivered"))
}

// TestTraceTellsOfSealedLoads: what was cleared at an ICD is only supervised at the post of that country, and cleared in the next.
func TestTraceTellsOfSealedLoads(t *testing.T) {
	got, _ := traceIn(t, "lao-bao-icd-sites", Traced{Seed: 1, Truck: 9}, "flows[Vietnam to Laos].via=[{name: ICD Đông Hà, trip: out}]")
	assert.Contains(t, got, "reaches ICD Đông Hà for clearance")
	assert.Regexp(t, `Lao Bảo +reaches the post, its load sealed: supervised, not cleared\n`, got)
	assert.Regexp(t, `Densavanh +reaches the post: declaration`, got)
	out, _, _ := strings.Cut(got, "load delivered")
	assert.NotContains(t, out, "empty")
}

// TestEveryWordOfATraceIsInTheCatalogue: whatever a log can say has a line.
func TestEveryWordOfATraceIsInTheCatalogue(t *testing.T) {
	say := english(t)
	l := &life{}
	for _, a := range journey.Activities() {
		what, long := l.line(journey.Fact{Kind: journey.TimeFact, Activity: a, Stage: "inspection", To: sim.Hour}, say)
		assert.NotEmpty(t, what)
		assert.Equal(t, "1:00:00", long)
	}
	for _, c := range corridors.ChannelNames() {
		for _, d := range corridors.DeclaredWays() {
			what, _ := l.line(journey.Fact{Kind: journey.HappeningFact, Happening: journey.AtPost, Channel: c, Declared: d}, say)
			assert.Contains(t, what, string(c))
		}
	}
}
