package main

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSeedIsAnyNumberOf64Bits(t *testing.T) {
	for text, want := range map[string]uint64{"0": 0, "20250618": 20250618, "18446744073709551615": 1<<64 - 1} {
		got, err := value{where: "--seed", text: text}.seed()
		require.NoError(t, err, text)
		assert.Equal(t, want, *got)
	}
	for _, text := range []string{"-1", "1.5", "18446744073709551616", "+1", "007", "0x10", "1_000", " 1", "one", "٣", "nan", "inf"} {
		_, err := value{where: "--seed", text: text}.seed()
		require.Error(t, err, text)
		assert.Contains(t, english(t, err), "--seed: "+text+" is not allowed\na whole number from 0 to 18446744073709551615")
	}
}

func TestNumberWrittenOtherwiseIsSuggestedInDigits(t *testing.T) {
	for text, want := range map[string]string{"1e3": "1000", "007": "7", "+5": "5", "2.0": "2", "1_000": "1000", "1,000": "1000"} {
		_, err := value{where: "--replications", text: text}.replications()
		require.Error(t, err, text)
		assert.Contains(t, english(t, err), "write "+want, text)
	}
	for _, text := range []string{"many", "-3", "2.5", "0"} {
		_, err := value{where: "--replications", text: text}.replications()
		require.Error(t, err, text)
		assert.NotContains(t, english(t, err), "write ", text)
	}
}

// Too little is a slip of the command line; too much is more than the program takes on.
func TestReplicationsBeyondTheLimitAreAFaultOfLimits(t *testing.T) {
	for text, code := range map[string]int{
		"0": exitUsage, "-1": exitUsage, "many": exitUsage, "2.5": exitUsage, "nan": exitUsage,
		"1e12": exitLimits, "1000001": exitLimits, "1000000000000": exitLimits, "99999999999999999999999": exitLimits, "inf": exitLimits,
	} {
		_, err := value{where: "--replications", text: text}.replications()
		var f *fault
		require.True(t, errors.As(err, &f), text)
		assert.Equal(t, code, f.code, text)
	}
	count, err := value{where: "--replications", text: "1000000"}.replications()
	require.NoError(t, err)
	assert.Equal(t, 1_000_000, *count)
}

func TestNameIsOneOfThoseOffered(t *testing.T) {
	assert.NoError(t, value{where: "--format", text: "json"}.oneOf(answerFormats()))
	err := value{where: "--format", text: "jsno"}.oneOf(answerFormats())
	assert.Equal(t, "--format: jsno is not allowed\ntable, json, csv or markdown\ndid you mean `json`?", english(t, err))
}

func TestSwitchIsTrueOrFalse(t *testing.T) {
	for text, want := range map[string]bool{"true": true, "1": true, "false": false, "0": false} {
		got, err := value{text: text}.yes()
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	_, err := value{where: "HANHLANG_NO_PROGRESS", text: "maybe"}.yes()
	assert.Equal(t, "HANHLANG_NO_PROGRESS: maybe is not allowed\ntrue or false", english(t, err))
}

func TestCommandLineIsGivenBackAsItCanBeTyped(t *testing.T) {
	args := []string{"compare", "my study.yaml", "--set", "gates[Lao Bảo].lanes=2", "it's", ""}
	assert.Equal(t, `hanhlang compare 'my study.yaml' --set 'gates[Lao Bảo].lanes=2' 'it'\''s' ''`, commandLine(args))
}
