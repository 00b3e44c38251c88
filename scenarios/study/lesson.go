package study

import (
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
	"hanhlang/sim/stat"
)

// Task is the lesson of a study before it is run; false: it has none.
func Task(s *scenarios.Study, answered bool) (report.Task, bool) {
	if s.Lesson == nil {
		return report.Task{}, false
	}
	t := report.Task{Study: s.Name, Title: s.Title, Question: s.Question, Lesson: *lessonOf(s.Lesson), Answered: answered}
	for _, c := range s.Curves {
		t.Curves = append(t.Curves, report.Curve{Name: c.Name, Title: c.Title})
	}
	return t, true
}

// lessonOf is a lesson without what comes out.
func lessonOf(l *scenarios.Lesson) *report.Lesson {
	out := &report.Lesson{Figure: l.Figure, See: l.See, Because: l.Because}
	for _, e := range l.Expected {
		out.Expected = append(out.Expected, report.Expectation{
			Says: e.Says, Alternative: e.Alternative, Base: e.Base, Measure: e.Measure, Between: report.Fits{Low: e.Between.Low, High: e.Between.High},
		})
	}
	return out
}

// lesson holds what was expected against what came out.
func (a *answer) lesson() *report.Lesson {
	if a.study.Lesson == nil {
		return nil
	}
	out := lessonOf(a.study.Lesson)
	for i := range out.Expected {
		e := &out.Expected[i]
		e.Interval = a.cameOut(e)
	}
	return out
}

// cameOut is what a measure came to, or the difference in it.
func (a *answer) cameOut(e *report.Expectation) stat.Interval {
	if e.Base != "" {
		d, _ := a.compare(scenarios.Pair{Alternative: e.Alternative, Base: e.Base}, e.Measure)
		return d.Interval
	}
	interval, _ := a.tables[a.index(e.Alternative)].Interval(e.Measure, a.study.Confidence)
	return interval
}
