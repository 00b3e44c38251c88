package study

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/runlog"
)

// notebook is a log in memory.
type notebook struct{ file []byte }

// fresh is a log without runs that writes into the notebook.
func (n *notebook) fresh() *runlog.Log {
	l, begins := runlog.New(nil, n.write)
	n.file = begins
	return l
}

func (n *notebook) write(record []byte) error { n.file = append(n.file, record...); return nil }

// found reads the notebook and leaves out some of its runs.
func (n *notebook) found(t *testing.T, leave func(i int, key string) bool) *runlog.Found {
	t.Helper()
	found, err := runlog.Scan(bytes.Clone(n.file))
	require.NoError(t, err)
	require.True(t, found.Sound())
	var some []runlog.Run
	for i, r := range found.Runs {
		if !leave(i, r.Key) {
			some = append(some, r)
		}
	}
	found.Runs = some
	return found
}

// begun answers with what is kept of the runs, and counts those that are run again.
func (n *notebook) begun(t *testing.T, s *scenarios.Study, o Options, leave func(i int, key string) bool) (*report.Comparison, []string) {
	t.Helper()
	o.Kept = runlog.Continue(n.found(t, leave), n.write)
	before := len(n.found(t, func(int, string) bool { return false }).Runs)
	c := answerOf(t, s, o)
	var again []string
	for _, r := range n.found(t, func(int, string) bool { return false }).Runs[before:] {
		again = append(again, r.Key)
	}
	return c, again
}

func nothing(int, string) bool { return false }

// kinds are studies with everything that is kept.
func kinds(t *testing.T) map[string]*scenarios.Study {
	t.Helper()
	quantiles := strings.Replace(deskGrows, "[border_time_h]", "[border_time_h, border_time_p50_h, border_time_p95_h, cost_per_tonne_usd]", 1)
	if testing.Short() {
		return map[string]*scenarios.Study{"growth": grows(t, deskGrows), "estimates": grows(t, quantiles)}
	}
	assumed := digitalVersusPaper(t, mixed())
	small, err := watchedStudy()
	require.NoError(t, err)
	return map[string]*scenarios.Study{"assumptions": assumed, "indicators": small, "growth": grows(t, deskGrows), "estimates": grows(t, quantiles)}
}

func optionsOf(kind string) Options {
	o := Options{Replications: 2, Workers: 2}
	switch kind {
	case "indicators":
		o.Observe = 2
	case "estimates":
		o.Estimates, o.Steady = true, "border_time_h"
	}
	return o
}

// What is kept comes back bit for bit: with any part of the runs kept, the rest is run again and no other, and the answer has the same bytes.
func TestKeptRunsGiveTheSameAnswer(t *testing.T) {
	for kind, s := range kinds(t) {
		t.Run(kind, func(t *testing.T) {
			o := optionsOf(kind)
			want := jsonOf(t, answerOf(t, s, o))
			var n notebook
			o.Kept = n.fresh()
			assert.Equal(t, want, jsonOf(t, answerOf(t, s, o)), "keeping changes nothing")
			all := len(n.found(t, nothing).Runs)
			t.Log(all, "runs in", len(n.file), "bytes")

			c, again := n.begun(t, s, o, nothing)
			assert.Equal(t, want, jsonOf(t, c))
			assert.Empty(t, again, "all is kept")
			gone := func(i int, _ string) bool { return i%3 == 1 || i > all*2/3 }
			left := len(n.found(t, gone).Runs)
			c, again = n.begun(t, s, o, gone)
			assert.Equal(t, want, jsonOf(t, c), "without every third and the last of them")
			assert.Len(t, again, all-left)
		})
	}
}

// Thirty that become fifty, here two that become three.
func TestMoreReplicationsTakeOverThoseThatAreKept(t *testing.T) {
	for kind, s := range kinds(t) {
		t.Run(kind, func(t *testing.T) {
			o := optionsOf(kind)
			var n notebook
			o.Kept = n.fresh()
			answerOf(t, s, o)
			o.Kept, o.Replications = nil, 3
			want := jsonOf(t, answerOf(t, s, o))
			c, again := n.begun(t, s, o, nothing)
			assert.Equal(t, want, jsonOf(t, c))
			for _, key := range again {
				if strings.HasPrefix(key, mainPart) || strings.HasPrefix(key, yearPart) {
					assert.Regexp(t, `\|2$`, key, "the third only")
				}
			}
		})
	}
}

// Pairs are kept replication by replication, so that one whose mirror is missing is not run again; two pairs become three.
func TestPairsAreKept(t *testing.T) {
	s := grows(t, deskGrows)
	o := Options{Replications: 4, Workers: 2, Antithetic: true, Estimates: true, Steady: "border_time_h"}
	want := jsonOf(t, answerOf(t, s, o))
	var n notebook
	o.Kept = n.fresh()
	assert.Equal(t, want, jsonOf(t, answerOf(t, s, o)), "keeping changes nothing")
	mirrors := func(_ int, key string) bool { return strings.HasSuffix(key, "|1") || strings.HasSuffix(key, "|3") }
	all := len(n.found(t, nothing).Runs)
	c, again := n.begun(t, s, o, mirrors)
	assert.Equal(t, want, jsonOf(t, c))
	assert.Len(t, again, all/2, "the mirrors")

	o.Kept, o.Replications = nil, 6
	want = jsonOf(t, answerOf(t, s, o))
	c, again = n.begun(t, s, o, nothing)
	assert.Equal(t, want, jsonOf(t, c))
	assert.Len(t, again, all/2, "one pair more")
}

// Runs that nobody took parts of are run again where estimates are asked for, or others; those of which they were taken serve where they
// are not.
func TestEstimatesAreTakenFromRunsThatHaveTheParts(t *testing.T) {
	s := grows(t, strings.Replace(deskGrows, "[border_time_h]", "[border_time_p50_h, border_time_p95_h]", 1))
	other := grows(t, deskGrows)
	mains := func(keys []string) (count int) {
		for _, key := range keys {
			assert.True(t, strings.HasPrefix(key, mainPart), key)
			count++
		}
		return count
	}
	var n notebook
	answerOf(t, s, Options{Replications: 3, Kept: n.fresh()})
	c, again := n.begun(t, s, Options{Replications: 3, Estimates: true}, nothing)
	assert.Equal(t, 6, mains(again), "three replications of two alternatives")
	assert.Equal(t, jsonOf(t, answerOf(t, s, Options{Replications: 3, Estimates: true})), jsonOf(t, c))
	_, again = n.begun(t, s, Options{Replications: 3}, nothing)
	assert.Empty(t, again)
	c, again = n.begun(t, other, Options{Replications: 3, Estimates: true}, nothing)
	assert.Equal(t, 6, mains(again), "the parts are those of other measures")
	assert.Equal(t, jsonOf(t, answerOf(t, other, Options{Replications: 3, Estimates: true})), jsonOf(t, c))
}

// The long run of one measure is not that of another.
func TestLongRunsAreKeptByMeasure(t *testing.T) {
	s := grows(t, deskGrows)
	var n notebook
	answerOf(t, s, Options{Replications: 3, Steady: "border_time_h", Kept: n.fresh()})
	c, again := n.begun(t, s, Options{Replications: 3, Steady: "door_to_door_h"}, nothing)
	assert.Len(t, again, 6)
	assert.Equal(t, jsonOf(t, answerOf(t, s, Options{Replications: 3, Steady: "door_to_door_h"})), jsonOf(t, c))
}

// What is no series or row of parts is run again.
func TestSpoiltPartsAndSeriesAreRunAgain(t *testing.T) {
	s := grows(t, deskGrows)
	o := Options{Replications: 2, Estimates: true, Steady: "border_time_h"}
	want := jsonOf(t, answerOf(t, s, o))
	var n notebook
	o.Kept = n.fresh()
	answerOf(t, s, o)
	spoilt := n.found(t, nothing)
	hit := 0
	for i, r := range spoilt.Runs {
		if strings.HasPrefix(r.Key, longPart) || strings.HasPrefix(r.Key, mainPart) {
			spoilt.Runs[i].Value = r.Value[:len(r.Value)-3]
			hit++
		}
	}
	assert.Equal(t, 8, hit, "two kinds of two replications of two alternatives")
	o.Kept = runlog.Continue(spoilt, n.write)
	assert.Equal(t, want, jsonOf(t, answerOf(t, s, o)))
}

// A sweep with any part of its runs kept runs the rest and no other; more replications take over those that there are.
func TestKeptPointsGiveTheSameSweep(t *testing.T) {
	designs := map[string]string{
		"grid":   "design: grid\nfactors: [{input: \"" + ratePath + "\", values: [2/h, 4/h, 0/h]}]\nreplications: 3\n",
		"morris": "design: morris\nfactors: [{input: \"" + ratePath + "\", from: 2/h, to: 4/h}, {input: \"" + serversPath + "\", from: 1, to: 3}]\ntrajectories: 4\nreplications: 2\n",
	}
	for name, design := range designs {
		t.Run(name, func(t *testing.T) {
			s := sweepOf(t, design)
			json := func(o Options) string {
				data, err := swept(t, s, o).JSON(english(t))
				require.NoError(t, err)
				return string(data)
			}
			want := json(Options{Workers: 2})
			var n notebook
			assert.Equal(t, want, json(Options{Workers: 2, Kept: n.fresh()}), "keeping changes nothing")
			all := len(n.found(t, nothing).Runs)
			require.Equal(t, int(s.Count())*s.Replications, all)
			size := len(n.file)
			assert.Equal(t, want, json(Options{Kept: runlog.Continue(n.found(t, nothing), n.write)}))
			assert.Len(t, n.file, size, "all is kept")

			left := n.found(t, func(i int, _ string) bool { return i%3 == 1 || i > all/2 })
			gone := all - len(left.Runs)
			assert.Equal(t, want, json(Options{Kept: runlog.Continue(left, n.write)}))
			assert.Len(t, n.found(t, nothing).Runs, all+gone)

			more := json(Options{Replications: s.Replications + 1})
			assert.Equal(t, more, json(Options{Replications: s.Replications + 1, Kept: runlog.Continue(n.found(t, nothing), n.write)}))
			assert.Len(t, n.found(t, nothing).Runs, all+gone+int(s.Count()))
		})
	}
}

// A row in which trucks came to stand for ever is kept as such, and what is no row is run again.
func TestRowsWithoutValuesAreKept(t *testing.T) {
	w := &sweep{Sweep: &scenarios.Sweep{Measures: []string{"queue_wait_h", "trucks_per_day"}}}
	for _, row := range []pointRow{{stuck: true}, {values: []float64{0.5, 0}, present: []bool{true, false}}} {
		got, ok := w.recalledRow(row.packed())
		assert.True(t, ok)
		assert.Equal(t, row, got)
	}
	_, ok := w.recalledRow([]byte{0, 1})
	assert.False(t, ok)
}

// Runs that were not listened to are run again where indicators are asked for, and those that were serve where they are not.
func TestIndicatorsAreTakenFromRunsThatWereObserved(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute where races are looked for")
	}
	s, err := watchedStudy()
	require.NoError(t, err)
	var n notebook
	answerOf(t, s, Options{Replications: 3, Kept: n.fresh()})
	c, again := n.begun(t, s, Options{Replications: 3, Observe: 2}, nothing)
	assert.Len(t, again, 4, "two replications of two alternatives")
	assert.Equal(t, jsonOf(t, answerOf(t, s, Options{Replications: 3, Observe: 2})), jsonOf(t, c))
	c, again = n.begun(t, s, Options{Replications: 3}, nothing)
	assert.Empty(t, again)
	assert.Equal(t, jsonOf(t, answerOf(t, s, Options{Replications: 3})), jsonOf(t, c))
}

// The trucks of the truck log are not kept: their runs are played again, and the file is the same.
func TestTruckLogIsWrittenAnew(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute where races are looked for")
	}
	s, err := watchedStudy()
	require.NoError(t, err)
	var n notebook
	o := Options{Replications: 2, Observe: 1}
	var first, second bytes.Buffer
	o.Kept, o.TruckLog = n.fresh(), &first
	answerOf(t, s, o)
	assert.Len(t, n.found(t, nothing).Runs, 2, "the second replication of both alternatives")
	o.TruckLog = &second
	_, again := n.begun(t, s, o, nothing)
	assert.Empty(t, again)
	assert.Equal(t, first.String(), second.String())
}

// A trial that came to stand for ever, or was not allowed, is kept as such.
func TestTrialsWithoutAFigureAreKept(t *testing.T) {
	s := screeningOf(t, digitalVersusPaper(t, nil), "border_time_h")
	how := scenarios.Round{Replications: 2}
	for _, p := range []played{
		{asBase: true}, {note: words.Say("study.end-stuck")}, {note: words.Say("study.end-not-allowed")},
	} {
		got, ok := s.recalledTrial(half{}, how, s.packedTrial(p, how))
		assert.True(t, ok)
		assert.Equal(t, p, got)
	}
	var p runlog.Pack
	p.Text("something else")
	_, ok := s.recalledTrial(half{}, how, p.Bytes())
	assert.False(t, ok)
}

// A year in which trucks came to stand for ever is kept as such, and what is no outcome is run again.
func TestYearsWithoutAnOutcomeAreKept(t *testing.T) {
	s := grows(t, deskGrows)
	var n notebook
	a := &answer{study: s, options: Options{Kept: n.fresh()}}
	require.NoError(t, a.compile())
	require.NoError(t, a.grow())
	o, err := a.onceInYear(&a.years[0], 0, func() (*journey.Outcome, error) { return nil, nil })
	require.NoError(t, err)
	assert.Nil(t, o)
	a.options.Kept = runlog.Continue(n.found(t, nothing), n.write)
	_, err = a.onceInYear(&a.years[0], 0, func() (*journey.Outcome, error) { t.Error("it is kept"); return nil, nil })
	require.NoError(t, err)

	spoilt := n.found(t, nothing)
	spoilt.Runs[0].Value = []byte{1, 2, 3}
	a.options.Kept = runlog.Continue(spoilt, n.write)
	played := errors.New("played")
	_, err = a.onceInYear(&a.years[0], 0, func() (*journey.Outcome, error) { return nil, played })
	assert.ErrorIs(t, err, played)
}

// A run that cannot be kept ends the study with the reason, in every part of it.
func TestLogThatCannotBeWrittenEndsTheStudy(t *testing.T) {
	full := errors.New("full")
	for kind, s := range kinds(t) {
		if kind == "indicators" {
			continue // its runs are of the main part, as those of assumptions are
		}
		o := optionsOf(kind)
		o.Seed = 20250618
		var n notebook
		o.Kept = n.fresh()
		answerOf(t, s, o)
		all := len(n.found(t, nothing).Runs)
		for _, last := range []int{0, all / 2, all - 1} {
			room := last
			log, _ := runlog.New(nil, func([]byte) error {
				if room--; room < 0 {
					return full
				}
				return nil
			})
			o.Kept = log
			_, err := Run(context.Background(), s, o)
			assert.ErrorIs(t, err, full, "%s, %d", kind, last)
			assert.Equal(t, last, log.Kept())
		}
	}
}

func TestNamesOfRunsAreTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, names := range [][]any{{"a|b", "c", 1}, {"a", "b|c", 1}, {"a", "b", "c", 1}, {"a\"|\"b", "c", 1}, {"a", "b", "c1"}} {
		key := keyOf(mainPart, names...)
		assert.False(t, seen[key], key)
		seen[key] = true
	}
}
