package study

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
	"hanhlang/sim/stat"
)

// shift asks which assumptions move the place where a curve meets its first target, as a screening asks for the headline
// difference. All inputs are run at the middle of the curve and at the target; the strongest are run again at every point, and
// it is looked anew where the two meet.
type shift struct {
	*screening
	curve *scenarios.Curve
}

// shifts are those of all curves that the study names. What one of them has played the next need not play again.
type shifts []shift

// planShifts lists the inputs to vary for every curve.
func (a *answer) planShifts() shifts {
	if a.study.Sensitivity == nil {
		return nil
	}
	var out shifts
	var measures []string
	for i := range a.study.Curves {
		c := &a.study.Curves[i]
		if slices.Contains(a.study.Sensitivity.Curves, c.Name) {
			out = append(out, shift{&screening{answer: a, plan: *a.study.Sensitivity}, c})
			measures = append(measures, c.Measure, c.Against[0].Measure, c.Over)
		}
	}
	slices.Sort(measures)
	measures = slices.Compact(measures)
	known := make(map[string]played)
	for _, s := range out {
		s.measures, s.about, s.known = measures, [2]string{s.curve.Measure, s.curve.Against[0].Measure}, known
		for _, name := range s.alternatives() {
			s.sides = append(s.sides, a.side(name, s.measures))
		}
		s.inputs = slices.DeleteFunc(assumptions(s.sides), s.drawnOver)
	}
	return out
}

// target that the place is asked of.
func (s shift) target() scenarios.CurveTarget { return s.curve.Against[0] }

// alternatives of the curve and its target, once each: first one from the middle of the curve, then one of the target.
func (s shift) alternatives() []string {
	target := s.target()
	other := target.Line
	if other == nil {
		other = []scenarios.CurvePoint{{Alternative: target.Alternative}}
	}
	points := s.curve.Points
	names := []string{points[len(points)/2].Alternative, other[len(other)/2].Alternative}
	for _, p := range slices.Concat(points, other) {
		if !slices.Contains(names, p.Alternative) {
			names = append(names, p.Alternative)
		}
	}
	return names
}

// drawnOver says whether an input differs from point to point: the curve is drawn over it, so it cannot be held at one value.
func (s shift) drawnOver(in corridors.Input) bool {
	var value string
	for i, p := range s.curve.Points {
		at := slices.IndexFunc(s.sides, func(of side) bool { return of.name == p.Alternative })
		inputs := s.sides[at].scenario.Inputs
		k := slices.IndexFunc(inputs, func(other corridors.Input) bool { return other.Path == in.Path })
		if k < 0 {
			continue
		}
		if i > 0 && value != "" && inputs[k].Value != value {
			return true
		}
		value = inputs[k].Value
	}
	return false
}

// total counts the halves of all, for the progress.
func (all shifts) total() int {
	n := 0
	for _, s := range all {
		if len(s.inputs) > 0 {
			n += 2*trialsOf(len(s.inputs)) + len(s.sides)*trialsOf(min(len(s.inputs), s.plan.Shortlist))
		}
	}
	return n
}

// play gives what moves the meeting of each curve, by its name, the strongest first.
func (all shifts) play(ctx context.Context, progress *counted) (map[string][]report.Shift, error) {
	out := make(map[string][]report.Shift)
	for _, s := range all {
		if len(s.inputs) == 0 {
			continue
		}
		found, err := s.moved(ctx, progress)
		if err != nil {
			return nil, err
		}
		out[s.curve.Name] = found
	}
	return out, nil
}

// moved plays both rounds.
func (s shift) moved(ctx context.Context, progress *counted) ([]report.Shift, error) {
	chosen, err := s.shortlisted(ctx, progress)
	if err != nil {
		return nil, err
	}
	trials, err := s.trials(ctx, chosen, len(s.sides), s.plan.Again, progress)
	if err != nil {
		return nil, err
	}
	found := make([]report.Shift, len(chosen))
	for i, in := range chosen {
		m := report.Shift{Path: in.Path, Value: in.Value, Low: in.Low, High: in.High}
		m.AtBase, _ = s.meets(trials[0])
		m.AtLow, m.NoteLow = s.meets(trials[2*i+1])
		m.AtHigh, m.NoteHigh = s.meets(trials[2*i+2])
		found[i] = m
	}
	slices.SortStableFunc(found, func(one, other report.Shift) int { return cmp.Compare(far(&other), far(&one)) })
	return found[:min(s.plan.Show, len(found))], nil
}

// meets is where the curve meets its target in a trial, with a note on it; none where a point of it could not be run.
func (s shift) meets(trial []played) (*report.Meeting, words.Phrase) {
	var note words.Phrase
	of := make(map[string]*experiment.Table)
	for i := range trial {
		if note.Empty() {
			note = trial[i].note
		}
		if trial[i].table == nil {
			return nil, trial[i].note
		}
		of[s.sides[i].name] = trial[i].table
	}
	look := tables(func(alternative string) *experiment.Table { return of[alternative] })
	m := look.meeting(s.curve, s.target(), s.asOften(s.plan.Again).Replications, s.study.Confidence)
	return &m, note
}

// far is how far an input moves the place, or where there is none how far apart the two stay: without end where it turns the
// answer, and next to that where it leaves it unclear.
func far(s *report.Shift) float64 {
	var places, gaps span
	most := 0.0
	for _, end := range []*report.Meeting{s.AtBase, s.AtLow, s.AtHigh} {
		switch {
		case end == nil:
			continue
		case s.Turns(end):
			return math.Inf(1)
		case s.Blurs(end):
			most = math.MaxFloat64
		}
		places.take(end.Where())
		gaps.take(end.Apart())
	}
	return max(most, places.width(), gaps.width())
}

// span is from the least to the greatest of some means.
type span []float64

func (s *span) take(i stat.Interval) {
	if i.Present() {
		*s = append(*s, i.Mean)
	}
}

func (s *span) width() float64 {
	if len(*s) == 0 {
		return 0
	}
	return slices.Max(*s) - slices.Min(*s)
}
