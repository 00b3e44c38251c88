package corridors

// Hours are the opening hours of a day. No window at all means always open. A window belongs to the
// day on which it begins: that of Saturday, 22:00 to 06:00, ends on Sunday.
type Hours struct {
	Never   bool
	Windows []Window
}

// Window is open from From until just before To, in seconds after midnight; To may be smaller than
// From, then the window crosses midnight.
type Window struct {
	From, To int
}

// Weekend are other hours for some days of the week.
type Weekend struct {
	Days  Weekdays
	Hours Hours
}

// Shift is a part of the day during which a station has so many servers.
type Shift struct {
	Hours   Hours
	Servers int
}

// Handover is what happens to the services in hand when a shift ends.
type Handover string

// The two rules.
const (
	Finish   Handover = "finish"    // who goes off completes the service in hand, beside the newcomers
	HandOver Handover = "hand over" // an officer of the next shift takes the service over and is not free until it ends
)

// Handovers lists both.
func Handovers() []Handover { return []Handover{Finish, HandOver} }
