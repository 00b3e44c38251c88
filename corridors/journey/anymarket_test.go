package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// wait is a time that all wait alike, or a law.
func (a anything) wait(what string) law.Law {
	minutes := float64(rapid.IntRange(0, 300).Draw(a.T, what))
	if minutes > 0 && a.yes(what+" differs") {
		return a.lawOfMean(what, 60*minutes)
	}
	return must(law.Constant(60 * minutes))
}

// market says which load a truck takes, and what becomes of a load that no truck takes.
func (a anything) market(back *corridors.Return) {
	if a.yes("nearest due") {
		due := a.wait("due")
		back.Match, back.Due = corridors.NearestDue, &due
	}
	if a.yes("spot") {
		back.Spot = &corridors.Spot{PerTrip: a.number("per trip", 0, 500), PerKm: a.number("per km", 0, 2)}
	}
}

// must is a law that cannot be refused.
func must(l law.Law, err error) law.Law {
	if err != nil {
		panic(err)
	}
	return l
}
