package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/sim"
)

// platform is the digital gate of a post where it can fail: when it is down, trucks that reach the
// post are declared on paper.
type platform struct {
	corridors.Platform
	fails decision // of no flow: an outage hits all alike
}

// up is the state of a platform that fails at random: whether it is down, until when, and how often it
// has failed.
type up struct {
	down  bool
	until sim.Time
	count uint32
}

// platformOf numbers the platform of a post; none for one that never fails.
func (b *builder) platformOf(post *corridors.Post) int {
	p := post.Platform
	if p.Fails == nil && len(p.Outages) == 0 {
		return none
	}
	at := b.index[post.Name]
	if known, found := b.platformAt[at]; found {
		return known
	}
	flow := b.flow
	b.flow = 0
	b.platforms = append(b.platforms, platform{p, b.decide(post.Name + "/outage")})
	b.flow = flow
	b.platformAt[at] = len(b.platforms) - 1
	return len(b.platforms) - 1
}

// downShare is how much of the time a platform is down: of the run for outages that are known, in the
// long run for those that come by chance.
func (b *builder) downShare(p *corridors.Platform) float64 {
	whole, down := b.setup.Horizon.End().Seconds(), 0.0
	for _, o := range p.Outages {
		down, whole = down+o.To-o.From, max(whole, o.To)
	}
	up := max(0, 1-down/(whole+sim.Day.Seconds())) // the last trucks come a day later
	if p.Fails != nil {
		up *= p.Fails.Every.Mean() / (p.Fails.Every.Mean() + p.Fails.Lasts.Mean())
	}
	return 1 - up
}

// isDown says whether a platform is down now. Its random life is played up to now whenever a truck
// asks: as luck belongs to the number of the outage, it is the same whoever asks.
func (w *World) isDown(i int) bool {
	p, u := &w.model.platforms[i], &w.platforms[i]
	if slices.ContainsFunc(p.Outages, func(o corridors.Outage) bool {
		return sim.FromSeconds(o.From) <= w.now && w.now < sim.FromSeconds(o.To)
	}) {
		return true
	}
	if p.Fails == nil {
		return false
	}
	for u.until <= w.now {
		if u.count > 0 {
			u.down = !u.down
		}
		lasts, visit := &p.Fails.Every, uint32(0)
		if u.down {
			lasts, visit = &p.Fails.Lasts, 1
		} else {
			u.count++
		}
		u.until += sim.FromSeconds(lasts.Quantile(w.decisions[p.fails].Uniform(w.luck.Who(u.count, visit)))) + 1
	}
	return u.down
}

// entryStage is the stage at which a truck waits while its trader keys the declaration in once more.
const entryStage = "double entry"

// withDoubleEntry is a corridor in which the posts where traders key in twice at the gate have a stage
// for it, before the first that asks for a declaration.
func withDoubleEntry(c *corridors.Corridor) *corridors.Corridor {
	out := *c
	out.Gates, out.Depots = slices.Clone(c.Gates), slices.Clone(c.Depots)
	some := false
	for p := range out.Posts() {
		twice := p.Platform.DoubleEntry
		if twice.Share == 0 || twice.At != corridors.AtGate || p.Platform.Entry == nil {
			continue
		}
		some = true
		first := slices.IndexFunc(p.Stages, func(s corridors.Stage) bool { return len(s.When.Declaration) > 0 })
		p.Stages = slices.Insert(slices.Clone(p.Stages), max(0, first), corridors.Stage{
			Name: entryStage, Owner: "trader", Service: *p.Platform.Entry,
			When: corridors.Condition{Declaration: []corridors.Declared{corridors.Keyed, corridors.Corrected}, Share: &twice.Share},
		})
	}
	if !some {
		return c
	}
	return &out
}

// fallbackMeasures are the share of files keyed in that fell back to paper, where platforms can fail.
func (b *builder) fallbackMeasures() []measure {
	if len(b.platforms) == 0 {
		return nil
	}
	return []measure{{"paper_fallback_share", func(w *World) (float64, bool) { return share(w.books.fallbacks, w.books.adopted) }}}
}
