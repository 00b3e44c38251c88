package exchange

import (
	"time"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
)

// World is what one alternative of an answer was played in.
type World struct {
	Alternative string
	Corridor    *corridors.Corridor
	Start       time.Time // when its runs begin: midnight by the clock of the first country; without a time zone, as if that were UTC
}

// NewWorld is the world of a setup.
func NewWorld(alternative string, setup journey.Setup) World {
	zone := time.UTC
	if countries := setup.Corridor.Countries; len(countries) > 0 && countries[0].TimeZone != "" {
		if found, err := time.LoadLocation(countries[0].TimeZone); err == nil { // it was when the file was read
			zone = found
		}
	}
	day := setup.Horizon.Start.Date()
	return World{alternative, setup.Corridor, time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, zone)}
}

// moment is a time of a run as ISO 8601 has it, with the offset that the clock has when the run begins.
func (w World) moment(microseconds int64) string {
	_, offset := w.Start.Zone()
	at := w.Start.Add(time.Duration(microseconds) * time.Microsecond)
	return at.In(time.FixedZone("", offset)).Format("2006-01-02T15:04:05.999999Z07:00")
}
