package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/study"
	"hanhlang/seeds"
	"hanhlang/sim"
	"hanhlang/sim/experiment"
)

func TestSeedIsTheOneSetElseThePublishedElseTheUsual(t *testing.T) {
	set := uint64(7)
	assert.Equal(t, seeds.Seed(7), seedOf("lao-bao-digital-vs-paper", &set))
	zero := uint64(0)
	assert.Equal(t, seeds.Seed(0), seedOf("lao-bao-digital-vs-paper", &zero), "0 is a seed like any other")
	assert.Equal(t, seeds.Seed(20250618), seedOf("lao-bao-digital-vs-paper", nil), "seeds/published.yaml")
	assert.Equal(t, usualSeed, seedOf("my own study", nil))
}

func TestRepeatHoldsWhatTheAnswerRestsOnAndNothingElse(t *testing.T) {
	o := study.Options{Seed: 7, Workers: 8, Version: "1"}
	assert.Equal(t, []string{"run", "a.yaml", "--seed", "7"}, again("run", "a.yaml", nil, o))
	o.Replications = 20
	assert.Equal(t, []string{"run", "a.yaml", "--seed", "7", "--replications", "20", "--set", "x=1", "--set", "y=2"},
		again("run", "a.yaml", []string{"x=1", "y=2"}, o))
	for observed, want := range map[int][]string{0: nil, usuallyObserved: {"--indicators"}, 3: {"--observe", "3"}} {
		o.Observe = observed
		assert.Equal(t, append([]string{"run", "a.yaml", "--seed", "7", "--replications", "20"}, want...), again("run", "a.yaml", nil, o))
	}
}

func TestModelThatCameToAHaltEndsWithSix(t *testing.T) {
	stuck := &journey.StuckError{At: 9 * sim.Day, Inside: 24}
	err := stopped(&experiment.Failure{Replication: 3, Cause: fmt.Errorf("alternative two: %w", stuck)})
	assert.Equal(t, exitStopped, codeOf(err))
	assert.Contains(t, english(t, err), "24 vehicles are still inside")
}

func TestPanicInAReplicationKeepsItsStack(t *testing.T) {
	err := stopped(&experiment.Failure{Replication: 3, Cause: errors.New("panic: no such place"), Stack: []byte("goroutine 7")})
	var c *collapse
	require.ErrorAs(t, err, &c)
	assert.Equal(t, "replication 3: panic: no such place", c.Error())
	assert.Equal(t, "goroutine 7", string(c.stack))
	other := errors.New("another error")
	assert.Equal(t, other, stopped(other))
	assert.ErrorIs(t, stopped(&experiment.Stopped{Finished: 3, Asked: 50, Cause: context.Canceled}), context.Canceled)
}

func TestMissingTruckSaysWhichThereAre(t *testing.T) {
	err := noTruck(&study.NoTruckError{Flow: "Laos to Vietnam", Truck: 99, Last: 80})
	assert.Equal(t, "--truck: 99 is not allowed\na whole number from 1 to 80", english(t, err))
	err = noTruck(&study.NoTruckError{Flow: "Laos to Vietnm", Truck: 1, Flows: []string{"Vietnam to Laos", "Laos to Vietnam"}})
	assert.Equal(t, "--flow: Laos to Vietnm is not allowed\nVietnam to Laos or Laos to Vietnam\ndid you mean `Laos to Vietnam`?", english(t, err))
}

func TestAnswerNamesTheChecksItFailed(t *testing.T) {
	c := &report.Comparison{Audit: []report.Check{{Name: "flow", OK: true}, {Name: "ledger of time"}, {Name: "ledger of money"}}}
	a, err := finished(c, nil, repeats{}, spent{})
	require.NoError(t, err)
	assert.Equal(t, []string{"ledger of time", "ledger of money"}, a.failed)
}

func TestStudyIsToldByItsKind(t *testing.T) {
	name := filepath.Join(t.TempDir(), "Lao Bảo.yaml")
	require.NoError(t, os.WriteFile(name, []byte("kind: study\n"), 0o600))
	assert.True(t, isStudy(name))
	assert.True(t, isStudy("lao-bao-digital-vs-paper"))
	assert.False(t, isStudy("lao-bao-today"))
	assert.False(t, isStudy("nowhere.yaml"))
}

// A queue that outgrows the books is a matter of the model, not a fault of the program.
func TestAQueueWithoutEndIsNoFaultOfTheProgram(t *testing.T) {
	err := stopped(&experiment.Failure{Cause: fmt.Errorf("panic: %w", &sim.OutgrownError{Level: 831_687, To: 116 * sim.Day}), Stack: []byte("somewhere")})
	var f *fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, exitLimits, f.code)
	say, err := words.Speak("en")
	require.NoError(t, err)
	text := say.Text(f.what)
	assert.Contains(t, text, "831687 vehicles")
	assert.Contains(t, text, "116d")
}
