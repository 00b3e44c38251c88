package journey

import (
	"slices"

	"hanhlang/corridors"
)

// traveller is what is known of a truck before it leaves: enough to strike out the stages that
// can never apply to it.
type traveller struct {
	traffic corridors.Traffic
	trip    corridors.Trip
	cargo
	direction corridors.Direction
	flow      string
}

// applies says whether a condition can hold for the traveller at all.
func applies(c corridors.Condition, who traveller) bool {
	onlyLoaded := len(c.Channel) > 0 || len(c.Declaration) > 0
	carries := len(c.Commodity) == 0 || who.load != corridors.Empty && slices.Contains(c.Commodity, who.commodity)
	return isFor(c, who.traffic) && admits(c.Flow, who.flow) &&
		admits(c.Direction, who.direction) && admits(c.Trip, who.trip) && admits(c.Load, who.load) &&
		carries && (c.Trusted == nil || *c.Trusted == who.trusted) &&
		!(onlyLoaded && (who.load != corridors.Loaded || who.traffic != corridors.Trucks))
}

// isFor says whether a stage is for a kind of traffic.
func isFor(c corridors.Condition, traffic corridors.Traffic) bool {
	if len(c.Traffic) == 0 {
		return traffic == corridors.Trucks
	}
	return slices.Contains(c.Traffic, traffic)
}

// admits says whether a list, which restricts nothing when it is empty, holds x.
func admits[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// remaining is the part of a condition that is open until the truck stands at the post. name is
// the decision point of a drawn share.
func (b *builder) remaining(c corridors.Condition, name string) passes {
	p := passes{mask: mask{
		channels: setOf(c.Channel, corridors.ChannelNames()),
		declared: setOf(c.Declaration, corridors.DeclaredWays()),
	}}
	if c.Share != nil {
		p.share, p.drawn, p.point = *c.Share, true, b.decide(name+"/passes")
	}
	return p
}

// setOf writes a list as a set of bits by index in all.
func setOf[T comparable](list, all []T) uint8 {
	var set uint8
	for _, x := range list {
		set |= bit(slices.Index(all, x))
	}
	return set
}
