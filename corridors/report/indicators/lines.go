package indicators

import "hanhlang/corridors/journey"

// nature of a cost line: what it is paid for.
type nature string

// The natures. TFI2 counts what is official and what is not.
const (
	carriage nature = "carriage" // for time and distance, wherever the truck is
	official nature = "official"
	informal nature = "informal"
)

// natureOf a line. What is charged for service at a place is official unless it says otherwise; a test holds
// every line there is against this list.
func natureOf(l journey.Line) nature {
	switch l.String() {
	case "fuel_loaded", "fuel_empty", "idling", "hours", "running", "tolls", "driver", "capital":
		return carriage
	case "informal":
		return informal
	}
	return official
}
