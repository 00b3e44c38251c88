package journey

import (
	"hanhlang/corridors"
	"hanhlang/sim"
)

// Where the regime of a pair changes, its officers go from place to place. Whoever goes is missing where
// he was before he counts where he comes to: who serves a truck finishes that first.

// pool is the officers of one station of a post, wherever they stand.
type pool struct{ teams []team }

// team is where some of them can stand, and how many are needed there by the arrangement of trucks that
// enter by either post.
type team struct {
	station int
	need    [3][3]int
}

// addPools lists the officers of a pair whose regime changes.
func (b *builder) addPools(gate int) {
	pair := &b.setup.Corridor.Gates[gate]
	b.pools = append(b.pools, nil)
	if !pair.Changes() {
		return
	}
	for i := range pair.Posts {
		for k := range pair.Posts[i].Stations {
			s := &pair.Posts[i].Stations[k]
			if len(s.Shifts) > 0 || isPartners(&pair.Posts[i], s.Name) {
				continue // whoever works in shifts stays where he is, and partners are no officers
			}
			p := b.pool(pair, i, s)
			b.pools[gate] = append(b.pools[gate], p)
			for _, team := range p.teams {
				b.Model.stations[team.station].gate = gate
			}
		}
	}
}

// pool of a station.
func (b *builder) pool(pair *corridors.GatePair, post int, s *corridors.Station) pool {
	here, there := &pair.Posts[post], &pair.Posts[1-post]
	most, _ := pair.MostOfficers(post, s)
	var p pool
	add := func(most int, station int, count func(corridors.Officers) int) {
		if most == 0 {
			return
		}
		t := team{station: station}
		for _, arranged := range pair.Arranged() {
			n, _ := pair.OfficersFor(post, s, arranged)
			t.need[arranged[0]][arranged[1]] = count(n)
		}
		p.teams = append(p.teams, t)
	}
	add(most.Own, b.stations[b.index[here.Name]][s.Name], func(n corridors.Officers) int { return n.Own })
	add(most.Moved, b.stations[b.index[there.Name]][movedName(s.Name, here)], func(n corridors.Officers) int { return n.Moved })
	for area := range most.Together {
		add(most.Together[area], b.joins[joining{pair.Name, area, post, s.Name}], func(n corridors.Officers) int { return n.Together[area] })
	}
	return p
}

// joining names the officers of a station that serve together with others in the common area of a post.
type joining struct {
	pair       string
	area, post int
	station    string
}

// meanOfficers is how many servers a station has while it is open and a horizon watches, if these go from
// place to place.
func (m *Model) meanOfficers(station int, h Horizon) float64 {
	s := &m.stations[station]
	var of []*change
	for _, at := range m.changed[s.gate] {
		if at != none {
			of = append(of, &m.changes[at])
		}
	}
	pair := &m.setup.Corridor.Gates[s.gate]
	return average(h, of, func(t sim.Time) float64 {
		var arranged [2]corridors.Arrangement
		for entry := range arranged {
			all := pair.Inspection[entry].Arrangements()
			arranged[entry] = all[len(all)-1]
			if at := m.changed[s.gate][entry]; at != none {
				arranged[entry] = m.changes[at].arranged(t)
			}
		}
		n := 0
		for _, p := range m.pools[s.gate] {
			for _, team := range p.teams {
				if team.station == station {
					n += team.need[arranged[0]][arranged[1]]
				}
			}
		}
		return float64(n)
	})
}

// garrison is where the officers of a pair stand in a run.
type garrison struct {
	arranged [2]corridors.Arrangement
	posted   [][]int // by pool and team
	moving   bool    // some serve a truck before they go
}

// makeGarrisons makes room for the officers that go from place to place.
func (w *World) makeGarrisons() {
	if len(w.model.jumps) > 0 {
		w.servers = make([]int, len(w.model.stations))
	}
	if len(w.model.changes) == 0 {
		return
	}
	w.regimes = make([]regimeBook, len(w.model.changes))
	w.garrisons = make([]garrison, len(w.model.gates))
	for gate, pools := range w.model.pools {
		for _, p := range pools {
			w.garrisons[gate].posted = append(w.garrisons[gate].posted, make([]int, len(p.teams)))
		}
	}
}

// startMuster posts the officers at the start of a run.
func (w *World) startMuster() {
	for i := range w.servers {
		w.servers[i] = w.model.stations[i].servers
	}
	for gate := range w.garrisons {
		g := &w.garrisons[gate]
		g.arranged, g.moving = [2]corridors.Arrangement{w.arrangement(gate, 0), w.arrangement(gate, 1)}, false
		for i, p := range w.model.pools[gate] {
			for k := range p.teams {
				g.posted[i][k] = p.teams[k].need[g.arranged[0]][g.arranged[1]]
			}
		}
		w.tally(gate, func(station, n int) { w.servers[station] = n })
	}
}

// muster sends the officers of a pair where they are needed now.
func (w *World) muster(gate int) {
	g := &w.garrisons[gate]
	arranged := [2]corridors.Arrangement{w.arrangement(gate, 0), w.arrangement(gate, 1)}
	if arranged == g.arranged && !g.moving {
		return
	}
	g.arranged = arranged
	w.callOff(gate)
	change := func(may func(old, now int) bool) {
		w.tally(gate, func(station, n int) {
			if may(w.servers[station], n) {
				w.servers[station] = n
				w.restaff(station)
			}
		})
	}
	change(func(old, now int) bool { return now < old }) // they go before they come
	change(func(old, now int) bool { return now > old })
}

// callOff lets those go who are not needed where they stand, as far as they serve nobody, and sends them on.
func (w *World) callOff(gate int) {
	g := &w.garrisons[gate]
	g.moving = false
	for i, p := range w.model.pools[gate] {
		idle := 0
		for k := range p.teams {
			surplus := g.posted[i][k] - w.needed(gate, &p.teams[k])
			if surplus <= 0 {
				continue
			}
			gone := min(surplus, w.mayGo(gate, p.teams[k].station))
			g.posted[i][k] -= gone
			idle += gone
			g.moving = g.moving || gone < surplus
		}
		for k := range p.teams {
			comes := min(idle, max(0, w.needed(gate, &p.teams[k])-g.posted[i][k]))
			g.posted[i][k] += comes
			idle -= comes
		}
	}
}

// needed is how many of a team are needed as the pair is arranged now.
func (w *World) needed(gate int, t *team) int {
	arranged := w.garrisons[gate].arranged
	return t.need[arranged[0]][arranged[1]]
}

// mayGo is how many of those who are to leave a station serve nobody: the trucks in service are left to those
// who stay, as far as these are enough.
func (w *World) mayGo(gate, station int) int {
	stay, leave := 0, 0
	w.each(gate, station, func(posted, needed int) {
		stay += min(posted, needed)
		leave += max(0, posted-needed)
	})
	occupied := w.stations[station].Busy() + w.stations[station].Blocked()
	return leave - min(leave, max(0, occupied-stay))
}

// tally hands over how many serve at each station of a pair, without those who are about to leave.
func (w *World) tally(gate int, put func(station, servers int)) {
	for _, p := range w.model.pools[gate] {
		for _, t := range p.teams {
			n := 0
			w.each(gate, t.station, func(posted, needed int) { n += min(posted, needed) })
			put(t.station, n)
		}
	}
}

// each hands over the teams that stand at a station.
func (w *World) each(gate, station int, put func(posted, needed int)) {
	for i, p := range w.model.pools[gate] {
		for k := range p.teams {
			if p.teams[k].station == station {
				put(w.garrisons[gate].posted[i][k], w.needed(gate, &p.teams[k]))
			}
		}
	}
}

// restaff gives a station the servers that it has now. Whether it is open is what its last change of hours
// made of it: one of this instant may still come.
func (w *World) restaff(station int) {
	servers, shift := 0, w.model.stations[station].shift
	if w.model.shifts[shift].hours.openAt(w.openSince[shift]) {
		servers = w.servers[station]
	}
	w.stations[station].Staff(servers, w.now)
	w.admit(int32(station))
}

// served lets an officer go who has served his last truck at a station.
func (w *World) served(st int32) {
	if gate := w.model.stations[st].gate; gate != none && w.garrisons[gate].moving {
		w.muster(gate)
	}
}

// serversOf a station that is open.
func (w *World) serversOf(station int) int {
	if w.servers != nil {
		return w.servers[station]
	}
	return w.model.stations[station].servers
}
