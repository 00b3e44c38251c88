package main

import "fmt"

// goal is a figure that hanhlang is to reach.
type goal struct {
	Name     string
	Must     string // as text, with the bound
	Measured string
	Verdict  string
}

// atMost holds a figure against the most that it may be.
func atMost(name, unit string, bound, x float64) goal {
	g := goal{Name: name, Must: fmt.Sprintf("≤ %g%s", bound, unit), Measured: fmt.Sprintf("%.3g%s", x, unit), Verdict: "met"}
	if x > bound {
		g.Verdict = missed(x/bound - 1)
	}
	return g
}

// atLeast holds a figure against the least that it may be.
func atLeast(name, unit string, bound, x float64) goal {
	g := goal{Name: name, Must: fmt.Sprintf("≥ %g%s", bound, unit), Measured: fmt.Sprintf("%.3g%s", x, unit), Verdict: "met"}
	if x < bound {
		g.Verdict = fmt.Sprintf("**missed** by %.0f %%", 100*(1-x/bound))
		if x < bound/2 {
			g.Verdict = fmt.Sprintf("**missed**, by a factor of %.1f", bound/x)
		}
	}
	return g
}

// missed says by how much.
func missed(by float64) string {
	if by > 1 {
		return fmt.Sprintf("**missed**, by a factor of %.1f", 1+by)
	}
	return fmt.Sprintf("**missed** by %.0f %%", 100*by)
}

// measured is all that goals are held against.
type measured struct {
	m2        *pairsOf
	held      []held
	crowd     crowd
	horizon   horizon
	steady    float64
	fastReply *reply // nil: not asked
}

// goals in the order of the design.
func (m *measured) goals() []goal {
	ratio := spreadOf(m.m2.ratios).median()
	grows := spreadOf(m.held[4].times).median() / spreadOf(m.held[1].times).median()
	list := []goal{
		atMost("benchmark-m2 over the program in C, with ledgers and all statistics", "", 1.5, ratio),
		atMost("the same, aimed at", "", 1.0, ratio),
		atMost("benchmark-m2 over the program in C, without ledgers", "", 1.0, spreadOf(m.m2.parts).median()),
		atMost("allocations for an event in a world that has been used before", "", 0.001, m.steady),
		atMost("peak memory of benchmark-m2", " MB", 32, spreadOf(m.m2.peak).median()),
		atMost("peak memory of ten years over that of one", "", 1.25, m.horizon.Ten/m.horizon.Year),
		atMost("an event among 100,000 pending over one among 100", "", 4, grows),
		atLeast("events a second with a million trucks in one queue", "", 1e6, m.crowd.PerSecond),
		atMost("memory of a truck that waits", " bytes", 300, m.crowd.PerTruck),
		atLeast("two cores over one", "", 1.7, spreadOf(m.m2.gains).median()),
	}
	if m.fastReply == nil {
		return list
	}
	last := atMost("seconds to the main question answered within 2 % of the base's mean", " s", 3, m.fastReply.Seconds())
	if !m.fastReply.Narrow() {
		last.Verdict = fmt.Sprintf("**missed**: the widest interval is %.1f %%", m.fastReply.Narrowness)
	}
	return append(list, last)
}
