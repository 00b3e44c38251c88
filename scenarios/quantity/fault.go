package quantity

import "fmt"

// Kind says in what way a text is not a figure.
type Kind uint8

// The kinds of faults. Each comment gives an example.
const (
	Empty        Kind = iota + 1 // nothing written
	NotNumber                    // "many"
	NotWhole                     // 2.5 where a whole number is wanted
	DecimalComma                 // 1,5
	Grouped                      // 1_000, 1 000, 1.500.000, 1,500
	LeadingZero                  // 010, which some programs read as eight
	NotDecimal                   // 0x1F
	NotFinite                    // .inf, nan
	TooLarge                     // 1e999
	NoUnit                       // 15 where a time is wanted
	UnknownUnit                  // 15 minuts
	NoFixedSize                  // 2 months
	WrongKind                    // 40 min where a length is wanted
	BadClock                     // 25:00
	BadWindow                    // 07:00
	EmptyWindow                  // 07:00-07:00
	Overlap                      // 07:00-12:00, 11:00-17:00
	BadDate                      // 2026-02-30
	BadWeekday                   // Mod
	BadMoment                    // Wednesday, where a day of the run is wanted
)

// Fault is the error of every reading function of this package; errors.As finds it.
type Fault struct {
	Kind      Kind
	Text      string    // the whole text as written
	Part      string    // the piece at fault: the number, the unit, the window
	Other     string    // the second window of an overlap
	Want, Got Dimension // what was wanted; what was found (WrongKind)
	Near      string    // the whole text as it was probably meant, empty without a guess
}

// Error says in English what is wrong and what was probably meant, in one line.
func (f *Fault) Error() string {
	text := fmt.Sprintf("%q %s", f.Text, f.reason())
	if f.Near != "" {
		text += fmt.Sprintf("; write %s", f.Near)
	}
	return text
}

func (f *Fault) reason() string {
	switch f.Kind {
	case Empty:
		return "is empty"
	case NotNumber:
		return "is not a number"
	case NotWhole:
		return "is not a whole number"
	case DecimalComma:
		return "has a decimal comma instead of a decimal point"
	case Grouped:
		return "groups its digits"
	case LeadingZero:
		return "begins with a zero"
	case NotDecimal:
		return "is not a decimal number"
	case NotFinite, TooLarge:
		return "is out of range"
	case NoUnit:
		return "has no unit"
	case UnknownUnit:
		return fmt.Sprintf("has the unknown unit %q", f.Part)
	case NoFixedSize:
		return fmt.Sprintf("is in %s, which have no fixed length", f.Part)
	case WrongKind:
		return fmt.Sprintf("is not a figure in %s", f.Want.Unit())
	}
	return f.timeReason()
}

func (f *Fault) timeReason() string {
	switch f.Kind {
	case BadClock:
		return "is not a time of day"
	case BadWindow:
		return "is not a window of time"
	case EmptyWindow:
		return "ends when it begins"
	case Overlap:
		return fmt.Sprintf("overlaps: %s and %s", f.Part, f.Other)
	case BadDate:
		return "is not a date"
	case BadWeekday:
		return "is not a day of the week"
	case BadMoment:
		return "is not a moment of a run"
	}
	panic(fmt.Sprintf("quantity: fault of unknown kind %d", f.Kind))
}
