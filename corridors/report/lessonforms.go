package report

import "hanhlang/corridors/words"

// The shape of a lesson, in the order in which it is written.
type (
	lessonJSON struct {
		Figure   string            `json:"figure"`
		See      string            `json:"see"`
		Expected []expectationJSON `json:"expected"`
		Because  string            `json:"because"`
	}
	expectationJSON struct {
		Says        string   `json:"says"`
		Alternative string   `json:"alternative"`
		Base        string   `json:"base,omitempty"` // of a difference
		Measure     string   `json:"measure"`
		Unit        string   `json:"unit"`
		Low         *float64 `json:"low"`
		High        *float64 `json:"high"`
		estimateJSON
		Reading string `json:"reading"`
	}
)

func lessonOf(l *Lesson, s *words.Speaker) *lessonJSON {
	if l == nil {
		return nil
	}
	return &lessonJSON{
		Figure: l.Figure, See: s.Title(l.See), Because: s.Title(l.Because),
		Expected: each(l.Expected, func(e Expectation) expectationJSON {
			d, _ := Define(e.Measure)
			return expectationJSON{
				Says: s.Title(e.Says), Alternative: e.Alternative, Base: e.Base, Measure: e.Measure, Unit: d.Unit, Low: e.Between.Low, High: e.Between.High,
				estimateJSON: estimateOf(e.Interval), Reading: string(e.Between.read(e.Interval)),
			}
		}),
	}
}

// lessonRowsCSV has a row for everything that was expected: what came out where estimates stand, the sentence where remarks do.
func lessonRowsCSV(l *Lesson, s *words.Speaker) []csvRow {
	if l == nil {
		return nil
	}
	var rows []csvRow
	for i := range l.Expected {
		e := &l.Expected[i]
		d, _ := Define(e.Measure)
		rows = append(rows, csvRow{
			kind: "lesson", alternative: e.Alternative, base: e.Base, name: e.Measure, unit: d.Unit, interval: e.Interval, input: Input{Why: s.Title(e.Says)},
			fits: [4]string{limitCSV(e.Between.Low), limitCSV(e.Between.High), string(e.Between.read(e.Interval))},
		})
	}
	return rows
}

// Task is a lesson before its study was run.
type Task struct {
	Study    string // name that the command knows it by
	Title    string
	Question string
	Lesson   Lesson
	Curves   []Curve // by name and title, to call figures by their titles
	Answered bool    // the expected answer is shown too

	Run, Page, Answer string // command lines that run the study, write its report, and show the answer
}

// Text is the task for a terminal of so many columns.
func (t Task) Text(s *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(t.lay(s))
}

// JSON is the task for programs. What is not to be shown is not in it.
func (t Task) JSON(s *words.Speaker) ([]byte, error) {
	whole := struct {
		Study    string   `json:"study"`
		Title    string   `json:"title"`
		Question string   `json:"question"`
		Run      string   `json:"run"`
		Figure   string   `json:"figure"`
		See      string   `json:"see"`
		Expected []string `json:"expected,omitempty"`
		Because  string   `json:"because,omitempty"`
	}{Study: t.Study, Title: s.Title(t.Title), Question: s.Title(t.Question), Run: t.Run, Figure: t.Lesson.Figure, See: s.Title(t.Lesson.See)}
	if t.Answered {
		whole.Expected = each(t.Lesson.Expected, func(e Expectation) string { return s.Title(e.Says) })
		whole.Because = s.Title(t.Lesson.Because)
	}
	return encoded(whole)
}

// lay makes the page: the question, the run, where to look, and the answer or how to see it.
func (t Task) lay(s *words.Speaker) page {
	l := layout{Comparison: Comparison{Curves: t.Curves}, speaker: s}
	end := section{heading: l.say(words.Say("report.lesson.heading-answer")), lead: []string{l.say(words.Say("report.lesson.hidden"))}, command: t.Answer}
	if t.Answered {
		end = l.expected(&t.Lesson)
		end.heading = l.say(words.Say("report.lesson.heading-answer"))
	}
	p := page{title: s.Title(t.Title), sections: []section{
		{heading: l.say(words.Say("report.lesson.heading-predict")), lead: []string{s.Title(t.Question), l.say(words.Say("report.lesson.write"))}},
		{heading: l.say(words.Say("report.lesson.heading-run")), command: t.Run},
		{heading: l.say(words.Say("report.lesson.heading-look")), lead: []string{l.lookAt(&t.Lesson)}, command: t.Page},
		end,
	}}
	return p.in(s)
}
