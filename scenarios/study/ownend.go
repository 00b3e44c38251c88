package study

import (
	"slices"
	"strings"

	"hanhlang/corridors"
	"hanhlang/corridors/report"
)

// own is the input of a side, where it has it.
func (s *side) own(path string) (corridors.Input, bool) {
	inputs := s.scenario.Inputs
	at := slices.IndexFunc(inputs, func(in corridors.Input) bool { return in.Path == path })
	if at < 0 {
		return corridors.Input{}, false
	}
	return inputs[at], true
}

// ownEnd is what a half stands at: the end of the range that its side has itself. One value for both sides of what they are compared for, such
// as how long loads wait, would leave no difference; a side that has a value of its own and no range keeps it.
func (s *screening) ownEnd(h half, in corridors.Input, high bool) string {
	own, there := s.sides[h.side].own(in.Path)
	switch {
	case !there || own.Value == in.Value:
		return h.value
	case own.Low == "" || own.High == "":
		return own.Value
	case high:
		return own.High
	}
	return own.Low
}

// values are what the first two sides have, in their order, once if they have the same.
func (s *screening) values(path string) (out []string) {
	for i := range s.sides[:min(len(s.sides), 2)] {
		if in, there := s.sides[i].own(path); there && !slices.Contains(out, in.Value) {
			out = append(out, in.Value)
		}
	}
	return out
}

// varied is an input as a driver: its value and both ends of its range, those of both sides with a stroke between them where each has its own.
func (s *screening) varied(in corridors.Input) report.Driver {
	d := report.Driver{Path: in.Path, Value: in.Value, Low: in.Low, High: in.High}
	values := s.values(in.Path)
	if d.Apart = len(values) > 1; !d.Apart {
		return d
	}
	end := func(value string, high bool) string {
		var ends []string
		for i := range s.sides[:min(len(s.sides), 2)] {
			ends = append(ends, s.ownEnd(half{trial{in.Path, value}, i}, in, high))
		}
		return strings.Join(ends, " / ")
	}
	d.Value, d.Low, d.High = strings.Join(values, " / "), end(in.Low, false), end(in.High, true)
	return d
}
