package main

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// maxWhole is the largest whole number that a setting can hold.
const maxWhole = math.MaxInt64

// value is a text that a user wrote, and where: a flag, a variable, a key of the settings file.
type value struct{ where, text string }

// refused is the fault of a value that is not allowed.
func (v value) refused(allowed, help words.Phrase) error {
	return misuse(words.Say("cmd.value-refused", "where", v.where, "value", v.text), allowed, help)
}

// whole reads a whole number in plain digits from low to high. Signs, leading zeros, units and exponents are refused, with a way to write it.
func (v value) whole(low, high uint64) (uint64, error) {
	allowed := words.Say("cmd.allowed.whole", "low", low, "high", high)
	number, err := strconv.ParseUint(v.text, 10, 64)
	plain := err == nil && (v.text == "0" || !strings.HasPrefix(v.text, "0")) && !strings.HasPrefix(v.text, "+")
	if !plain || number < low || number > high {
		return 0, v.refused(allowed, v.digits(low, high))
	}
	return number, nil
}

// digits suggests plain digits for a number that is written another way: 1e3, 010, +5, 2.0, 1_000.
func (v value) digits(low, high uint64) words.Phrase {
	number, err := strconv.ParseFloat(strings.NewReplacer("_", "", ",", "", " ", "").Replace(v.text), 64)
	if err != nil || number != math.Trunc(number) || number < float64(low) || number > float64(high) || number >= 1<<53 {
		return words.Phrase{}
	}
	plain := strconv.FormatFloat(number, 'f', -1, 64)
	if plain == v.text {
		return words.Phrase{}
	}
	return words.Say("cmd.write-instead", "text", plain)
}

// seed reads a seed: any number of 64 bits.
func (v value) seed() (*uint64, error) {
	number, err := v.whole(0, math.MaxUint64)
	if err != nil {
		return nil, err
	}
	return &number, nil
}

// replications reads a number of replications. Too many is not a typing error but more than the program takes on.
func (v value) replications() (*int, error) {
	number, err := v.whole(1, mostReplications)
	if err != nil {
		if size, e := strconv.ParseFloat(v.text, 64); e == nil && size > mostReplications {
			err = &fault{
				code: exitLimits, what: words.Say("cmd.value-refused", "where", v.where, "value", v.text),
				allowed: words.Say("cmd.allowed.whole", "low", 1, "high", mostReplications),
			}
		}
		return nil, err
	}
	count := int(number)
	return &count, nil
}

// oneOf accepts one of some names.
func (v value) oneOf(names []string) error {
	if slices.Contains(names, v.text) {
		return nil
	}
	return v.refused(words.Say("cmd.allowed.names", "names", orList(names)), didYouMean(v.text, names))
}

// yes reads a switch.
func (v value) yes() (bool, error) {
	switch v.text {
	case "true", "1":
		return true, nil
	case "false", "0":
		return false, nil
	}
	return false, v.refused(words.Say("cmd.allowed.names", "names", orList([]string{"true", "false"})), words.Phrase{})
}

// orList joins names to "a, b or c".
func orList(names []string) words.Phrase {
	items := make([]any, len(names))
	for i, name := range names {
		items[i] = name
	}
	return words.Or(items...)
}
