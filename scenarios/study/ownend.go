package study

import (
	"slices"
	"strings"

	"hanhlang/corridors"
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

// stroke stands between the values of sides that have their own.
const stroke = " / "

// said is what the first two sides have, in their order, once if they have the same.
func (s *screening) said(path string, of func(corridors.Input) string) string {
	var values []string
	for i := range s.sides[:min(len(s.sides), 2)] {
		if in, there := s.sides[i].own(path); there && !slices.Contains(values, of(in)) {
			values = append(values, of(in))
		}
	}
	return strings.Join(values, stroke)
}

// ends are the value of an input and both ends of its range, as they are said: those of both sides where each has its own.
func (s *screening) ends(in corridors.Input) (value, low, high string) {
	value = s.said(in.Path, func(in corridors.Input) string { return in.Value })
	if !strings.Contains(value, stroke) {
		return in.Value, in.Low, in.High
	}
	end := func(high bool) string {
		var values []string
		for i := range s.sides[:min(len(s.sides), 2)] {
			values = append(values, s.ownEnd(half{trial{in.Path, map[bool]string{false: in.Low, true: in.High}[high]}, i}, in, high))
		}
		return strings.Join(values, stroke)
	}
	return value, end(false), end(true)
}
