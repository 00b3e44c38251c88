package corridors

import (
	"slices"

	"hanhlang/seeds/law"
)

// Swap is a rule by which the driver or the tractor of a truck is changed at a post, as in the epidemic of
// 2020: the truck goes into a yard, waits for a partner of the other country, and goes on with him.
type Swap struct {
	Name     string
	Kind     SwapKind
	At       string // the post
	Before   string // stage of the post; empty: after all
	When     Condition
	Partners int      // drivers or tractors of the other country
	Away     *law.Law // time until one that has left with a truck is back [s]; none: at once
	Places   *int     // of the yard; none: room for all
	Service  law.Law  // [s]
	Fee      float64  // [USD]
	From, To float64  // trucks that come to it in [From, To) are changed [s]; To 0: without an end
}

// SwapKind says what is changed.
type SwapKind string

// The kinds of swap.
const (
	DriverSwap  SwapKind = "driver"
	TractorSwap SwapKind = "tractor"
)

// SwapKinds lists both.
func SwapKinds() []SwapKind { return []SwapKind{DriverSwap, TractorSwap} }

// Station is where trucks wait for partners.
func (s *Swap) Station() string { return "partner " + string(s.Kind) + "s for " + s.Name }

// Yard is where they stand meanwhile; none where there is room for all.
func (s *Swap) Yard() string {
	if s.Places == nil {
		return ""
	}
	return "yard for " + s.Name
}

// WithSwaps is a pair whose posts have the yards, partners and stages of its swaps. These are done at the
// post that says so, also where trucks stop once.
func (g *GatePair) WithSwaps() GatePair {
	out := *g
	for i := range g.Swaps {
		s := &g.Swaps[i]
		at := slices.IndexFunc(g.Posts[:], func(p Post) bool { return p.Name == s.At })
		if at < 0 {
			continue
		}
		p := &out.Posts[at]
		if s.Places != nil {
			p.Yards = append(slices.Clone(p.Yards), Yard{Name: s.Yard(), Places: *s.Places})
		}
		p.Stations = append(slices.Clone(p.Stations), Station{Name: s.Station(), Servers: s.Partners})
		stage := Stage{
			Name: s.Name, Owner: "operator", Station: s.Station(), Yard: s.Yard(), When: s.When, Service: s.Service, Fee: s.Fee, Swap: s,
		}
		p.Stages = slices.Insert(slices.Clone(p.Stages), placeBefore(p.Stages, s.Before), stage)
		in := &out.Inspection[1-at]
		in.Keeps = append(slices.Clone(in.Keeps), s.Name)
	}
	return out
}

// placeBefore is the place of a stage, or of the first of its group; behind all for none.
func placeBefore(stages []Stage, name string) int {
	at := slices.IndexFunc(stages, func(s Stage) bool { return s.Name == name })
	if at < 0 {
		return len(stages)
	}
	for at > 0 && stages[at].Beside != "" && stages[at-1].Beside == stages[at].Beside {
		at--
	}
	return at
}
