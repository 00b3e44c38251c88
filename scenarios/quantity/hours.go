package quantity

import (
	"sort"
	"strings"
)

// Window is a part of every day, from its first minute up to but not including its last. It crosses midnight when To is not after From.
type Window struct {
	From, To Clock
}

// String writes 07:00-19:30.
func (w Window) String() string {
	return w.From.String() + "-" + w.To.String()
}

// CrossesMidnight answers whether the window goes on into the next day, as 22:00-06:00 does.
func (w Window) CrossesMidnight() bool { return w.To < w.From }

// Minutes is the length of the window [min].
func (w Window) Minutes() int {
	if w.CrossesMidnight() {
		return int(w.To + Midnight - w.From)
	}
	return int(w.To - w.From)
}

// overlaps compares two windows on the circle of a day.
func (w Window) overlaps(other Window) bool {
	apart := func(first, second Window) bool {
		gap := (int(second.From-first.From) + int(Midnight)) % int(Midnight)
		return gap >= first.Minutes()
	}
	return !apart(w, other) || !apart(other, w)
}

// Hours is when something is open: windows that do not overlap, in the order of the day. No windows means never.
type Hours struct {
	Windows []Window
}

// Always answers whether there is no closed minute in the day.
func (h Hours) Always() bool {
	open := 0
	for _, window := range h.Windows {
		open += window.Minutes()
	}
	return open == int(Midnight)
}

// Never answers whether there is no open minute in the day.
func (h Hours) Never() bool { return len(h.Windows) == 0 }

// String writes always, never or the windows with commas between them; ParseHours reads it back.
func (h Hours) String() string {
	switch {
	case h.Never():
		return "never"
	case len(h.Windows) == 1 && h.Always():
		return "always"
	}
	texts := make([]string, len(h.Windows))
	for i, window := range h.Windows {
		texts[i] = window.String()
	}
	return strings.Join(texts, ", ")
}

// ParseHours reads always, never, one window or several with commas: 07:00-11:30, 13:30-19:30. The error is a *Fault.
func ParseHours(text string) (Hours, error) {
	switch trimmed := strings.TrimSpace(text); trimmed {
	case "":
		return Hours{}, &Fault{Kind: Empty, Text: text}
	case "never":
		return Hours{}, nil
	case "always":
		return Hours{Windows: []Window{{0, Midnight}}}, nil
	default:
		if near, found := Nearest(trimmed, []string{"always", "never"}); found {
			return Hours{}, &Fault{Kind: BadWindow, Text: text, Part: trimmed, Near: near}
		}
	}
	var windows []Window
	for _, part := range strings.Split(text, ",") {
		window, err := ParseWindow(part)
		if err != nil {
			return Hours{}, inHours(err, text)
		}
		windows = append(windows, window)
	}
	if i, j, found := FirstOverlap(windows); found {
		return Hours{}, &Fault{Kind: Overlap, Text: text, Part: windows[i].String(), Other: windows[j].String()}
	}
	return NewHours(windows), nil
}

// inHours keeps the whole text with the fault of one window, and a guess only where the window is all there is.
func inHours(err error, text string) error {
	if fault, ok := err.(*Fault); ok {
		if strings.Contains(text, ",") && fault.Near != "" {
			fault.Near = strings.Replace(text, fault.Part, fault.Near, 1)
		}
		fault.Text = text
	}
	return err
}

// NewHours puts windows, which must not overlap, in the order of the day.
func NewHours(windows []Window) Hours {
	ordered := append([]Window(nil), windows...)
	sort.SliceStable(ordered, func(i, j int) bool { return ordered[i].From < ordered[j].From })
	return Hours{Windows: ordered}
}

// FirstOverlap finds two windows that share a minute of the day, by their places in the list.
func FirstOverlap(windows []Window) (i, j int, found bool) {
	for j := range windows {
		for i := 0; i < j; i++ {
			if windows[i].overlaps(windows[j]) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// ParseWindow reads 07:00-19:30 (an en dash will do); the error is a *Fault. A window of 24 hours is always, of none is never:
// 07:00-07:00 says neither and is refused.
func ParseWindow(text string) (Window, error) {
	trimmed := strings.TrimSpace(text)
	from, to, dashed := cutDash(trimmed)
	start, startOK := readClock(from)
	end, endOK := readClock(to)
	switch {
	case !dashed || !startOK || !endOK || start == Midnight:
		return Window{}, &Fault{Kind: BadWindow, Text: text, Part: trimmed, Near: guessWindow(from, to, dashed)}
	case start == end:
		return Window{}, &Fault{Kind: EmptyWindow, Text: text, Part: trimmed}
	case end == 0:
		end = Midnight
	}
	return Window{From: start, To: end}, nil
}

func cutDash(text string) (from, to string, found bool) {
	for _, dash := range []string{"-", "–"} {
		if from, to, found = strings.Cut(text, dash); found {
			return strings.TrimSpace(from), strings.TrimSpace(to), true
		}
	}
	return text, "", false
}

func guessWindow(from, to string, dashed bool) string {
	if !dashed {
		return ""
	}
	start, startOK := guessClock(from)
	end, endOK := guessClock(to)
	if !startOK || !endOK || start == end {
		return ""
	}
	return Window{From: start, To: end}.String()
}
