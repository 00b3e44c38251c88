package strict

import (
	"errors"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
)

// AsWindows reads when something is open: always, never, one window, several with commas, or a list of windows.
func (v *Value) AsWindows() (quantity.Hours, bool) {
	v.outline.note(Form{Kind: WindowsForm})
	if v.IsList() {
		return v.windowList()
	}
	wanted := words.Say("strict.some-hours")
	text, ok := v.scalarText(wanted)
	if !ok {
		return quantity.Hours{}, false
	}
	hours, err := quantity.ParseHours(text)
	if err != nil {
		v.badTime(err, wanted)
		return quantity.Hours{}, false
	}
	return hours, true
}

func (v *Value) windowList() (quantity.Hours, bool) {
	var windows []quantity.Window
	wanted := words.Say("strict.a-window")
	plain := *v
	plain.outline = nil // what a window is, WindowsForm says
	items, ok := plain.AsList()
	for _, item := range items {
		text, isText := item.scalarText(wanted)
		window, err := quantity.ParseWindow(text)
		if isText && err != nil {
			item.badTime(err, wanted)
		}
		ok = ok && isText && err == nil
		windows = append(windows, window)
	}
	if ok && len(items) == 0 {
		v.Problem(words.Say("strict.empty-list"), words.Say("strict.some-hours"), words.Say("strict.write", "text", "never"))
		return quantity.Hours{}, false
	}
	if i, j, found := quantity.FirstOverlap(windows); ok && found {
		problem := items[j].problem(words.Say("strict.overlap-at", "one", windows[j], "other", windows[i], "place", items[i].Pos().String()))
		problem.Also = []Pos{items[i].Pos()}
		v.problems.Add(problem)
		ok = false
	}
	if !ok {
		return quantity.Hours{}, false
	}
	return quantity.NewHours(windows), true
}

// AsClock reads a time of day such as 07:00.
func (v *Value) AsClock() (quantity.Clock, bool) {
	v.outline.note(Form{Kind: ClockForm})
	return timely(v, words.Say("strict.a-clock"), quantity.ParseClock)
}

// AsDate reads a day such as 2026-02-28.
func (v *Value) AsDate() (quantity.Date, bool) {
	v.outline.note(Form{Kind: DateForm})
	return timely(v, words.Say("strict.a-date"), quantity.ParseDate)
}

// AsWeekdays reads days of the week such as Mon-Fri.
func (v *Value) AsWeekdays() (quantity.Weekdays, bool) {
	v.outline.note(Form{Kind: WeekdaysForm})
	return timely(v, words.Say("strict.some-weekdays"), quantity.ParseWeekdays)
}

// AsMoment reads a time of day on a day of the run, such as day 10 08:00.
func (v *Value) AsMoment() (quantity.Moment, bool) {
	v.outline.note(Form{Kind: MomentForm})
	return timely(v, words.Say("strict.a-moment"), quantity.ParseMoment)
}

// timely reads a text with one of the calendar's readers.
func timely[T any](v *Value, wanted words.Phrase, parse func(string) (T, error)) (T, bool) {
	var none T
	text, ok := v.scalarText(wanted)
	if !ok {
		return none, false
	}
	value, err := parse(text)
	if err != nil {
		v.badTime(err, wanted)
		return none, false
	}
	return value, true
}

// badTime explains why a text is not a time of day, a window, a date, a weekday or a moment.
func (v *Value) badTime(err error, wanted words.Phrase) {
	var fault *quantity.Fault
	if !errors.As(err, &fault) {
		panic("strict: a time was refused without a reason: " + err.Error())
	}
	v.Problem(timeFault(fault), wanted, timeHelp(fault))
}

// timeFault says what is wrong with a text about time.
func timeFault(fault *quantity.Fault) words.Phrase {
	part := shown(fault.Part)
	switch fault.Kind {
	case quantity.EmptyWindow:
		return words.Say("strict.empty-window", "value", part)
	case quantity.Overlap:
		return words.Say("strict.overlap", "one", fault.Part, "other", fault.Other)
	case quantity.BadClock:
		return words.Say("strict.not-a-clock", "value", part)
	case quantity.BadWindow:
		return words.Say("strict.not-a-window", "value", part)
	case quantity.BadDate:
		return words.Say("strict.not-a-date", "value", part)
	case quantity.BadWeekday:
		return words.Say("strict.not-a-weekday", "value", part)
	case quantity.BadMoment:
		return words.Say("strict.not-a-moment", "value", part)
	case quantity.Empty:
		return words.Say("strict.is-empty")
	}
	panic("strict: no words for the fault of a time: " + fault.Error())
}

func timeHelp(fault *quantity.Fault) words.Phrase {
	if fault.Kind == quantity.EmptyWindow {
		return words.Say("strict.always-or-never")
	}
	return meant(fault)
}
