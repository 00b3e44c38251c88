package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// news is what a truck knows of the corridor when it chooses its way: shocks and queues as they were at one moment. Of a
// shock that was under way then it has heard until when it is to last.
type news struct {
	at       sim.Time
	informed bool    // else it knows of no moment
	all      bool    // it knows whatever happens
	live     bool    // the queues are those of now,
	queues   []int32 // or these, by station; none: nobody is taken to wait
}

// newsOf is what the trucks of a flow know now.
func (w *World) newsOf(rules *corridors.Choice) news {
	switch rules.Information {
	case corridors.Live:
		return news{at: w.now, informed: true, live: true}
	case corridors.Delayed:
		then := w.now - sim.FromSeconds(rules.Delay)
		if then < 0 {
			return news{}
		}
		queues, _ := w.bulletinOf(then)
		return news{at: then - then%bulletinEvery, informed: true, queues: queues}
	}
	return news{}
}

// knows says whether there is news of what lasts for a stretch.
func (n *news) knows(s stretch) bool {
	return n.all || n.informed && s.from <= n.at && n.at < s.to
}

// inLine is how many trucks wait at a station as far as somebody knows.
func (w *World) inLine(station int32, n *news) float64 {
	switch {
	case n.live:
		return float64(w.stations[station].Queue())
	case n.queues != nil:
		return float64(n.queues[station])
	}
	return 0
}
