package journey_test

import (
	"slices"
	"strings"
	"time"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// shaken takes out of hours what shocks at a post take, for those who pass it in a direction.
func (w wall) shaken(p *corridors.Post, d corridors.Direction, open opening) opening {
	for _, s := range w.corridor.Shocks {
		at := slices.Contains(s.Posts, p.Name) && (s.Direction == "" || s.Direction == d)
		for _, g := range w.corridor.Gates {
			at = at || slices.Contains(s.Gates, g.Name) && (g.Posts[0].Name == p.Name || g.Posts[1].Name == p.Name)
		}
		during := opening{{sim.FromSeconds(s.From), sim.FromSeconds(s.To)}}
		switch {
		case !at || !s.Closed && s.Hours == nil:
		case s.Closed:
			open = common(open, outside(during))
		default:
			meanwhile := w.write(func(time.Time) []span { return spans(*s.Hours) })
			open = union(append(common(open, outside(during)), common(common(open, during), meanwhile)...))
		}
	}
	return open
}

// outside is all time but that of stretches.
func outside(o opening) (out opening) {
	at := sim.Time(0)
	for _, s := range o {
		out = append(out, span{at, s.from})
		at = s.to
	}
	return append(out, span{at, 1 << 60})
}

// common is when two things are open.
func common(a, b opening) (out opening) {
	for _, x := range a {
		for _, y := range b {
			if s := (span{max(x.from, y.from), min(x.to, y.to)}); s.from < s.to {
				out = append(out, s)
			}
		}
	}
	return union(out)
}

// onlyToward is the direction of those whom a station serves if it serves no others; officers who have moved
// serve trucks that enter.
func onlyToward(p *corridors.Post, station string) corridors.Direction {
	if strings.Contains(station, " · ") {
		return corridors.Entry
	}
	var all []corridors.Direction
	for _, s := range p.Stages {
		switch {
		case s.Station != station:
		case len(s.When.Direction) == 0:
			all = append(all, corridors.Directions()...)
		default:
			all = append(all, s.When.Direction...)
		}
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) == 1 {
		return all[0]
	}
	return ""
}

// shockedAs is the direction that tells a station from others of its post, where a shock tells directions apart.
func (r *recount) shockedAs(p *corridors.Post, station string) corridors.Direction {
	if slices.ContainsFunc(r.setup.Corridor.Shocks, func(s corridors.Shock) bool { return s.Direction != "" && slices.Contains(s.Posts, p.Name) }) {
		return onlyToward(p, station)
	}
	return ""
}
