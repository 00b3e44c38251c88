package study

import (
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
)

// The window must be so many times as long as the station takes to come near its long run, or it is too short to tell; and the
// mean of a ratio may be off by a small part of it.
const (
	windowOfWarmth = 10
	ratioBias      = 0.005
)

// stationAudit holds the stations whose long run is known against what was simulated.
func (a *answer) stationAudit() (checks []report.Check) {
	if a.units() < 2 {
		return nil
	}
	for i, m := range a.models {
		horizon := a.study.Alternatives[i].Scenario.Setup.Horizon
		for _, known := range m.KnownStations() {
			if horizon.WarmUp < known.Warm || horizon.Length < windowOfWarmth*known.Warm {
				continue
			}
			waits := a.tables[i].Values(journey.StationMeasure(known.StationName, "wait_h"))
			if len(waits) != a.units() {
				continue
			}
			theory := known.Wait / secondsPerHour
			mean, ok := agrees(theory, waits, float64(ratioBias*theory))
			checks = append(checks, report.Check{
				Name: "wait in theory", OK: ok,
				Detail: words.Say("study.audit-station", "alternative", a.study.Alternatives[i].Name, "station", words.Name(known.Name), "place", words.Name(known.Place),
					"wait", minutes(mean), "wait_theory", minutes(theory), "queue", known.Queue),
			})
		}
	}
	return checks
}

// secondsPerHour and minutesPerHour turn one unit into another.
const (
	secondsPerHour = 3600
	minutesPerHour = 60
)

// minutes of a time in hours, to three digits.
func minutes(hours float64) words.Number {
	return words.Number(strconv.FormatFloat(hours*minutesPerHour, 'g', 3, 64) + " min")
}
