package journey_test

import (
	"pgregory.net/rapid"

	"hanhlang/corridors"
)

// swap of drivers or tractors at one of the posts of a pair.
func (a anything) swap(pair *corridors.GatePair) corridors.Swap {
	post := &pair.Posts[rapid.IntRange(0, 1).Draw(a.T, "swap at")]
	s := corridors.Swap{
		Name: "swap", Kind: rapid.SampledFrom(corridors.SwapKinds()).Draw(a.T, "swap of"), At: post.Name, When: a.condition(),
		Partners: rapid.IntRange(1, 4).Draw(a.T, "partners"), Service: a.minutes("swap"), Fee: a.number("swap fee", 0, 20),
	}
	s.When.Direction = some(a, corridors.Directions())[:1] // a yard or partners for both can lock them over a full strip
	if len(post.Stages) > 0 && a.yes("swap before others") {
		s.Before = post.Stages[0].Name
	}
	if a.yes("swap yard") {
		places := rapid.IntRange(1, 3).Draw(a.T, "swap places")
		s.Places = &places
	}
	if a.yes("partners are away") {
		away := a.minutes("away").Scaled(3)
		s.Away = &away
	}
	if a.yes("swap for a time") {
		s.From = 3600 * float64(rapid.IntRange(0, 10).Draw(a.T, "swap from"))
		s.To = s.From + 3600*float64(rapid.IntRange(1, 10).Draw(a.T, "swap lasts"))
	}
	return s
}
