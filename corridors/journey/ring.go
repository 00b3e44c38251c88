package journey

// Holder is one truck of a ring: each holds what the one before it waits for, and the first what the last
// waits for.
type Holder struct {
	Flow  string
	Truck uint32
	Place string // where it stands
	Holds Space
	Wants Space
}

// Space is what trucks can keep from one another: the servers of a station, the places of a yard or of a
// strip.
type Space struct {
	Kind SpaceKind
	At   string // the post, or the gate pair of a strip
	Name string // of the station or yard
}

// SpaceKind tells the kinds of space apart.
type SpaceKind string

// The kinds of space.
const (
	StationSpace SpaceKind = "station"
	YardSpace    SpaceKind = "yard"
	StripSpace   SpaceKind = "strip"
)

// spaces number all that trucks can hold: stations, then yards, then strips.
type spaces struct{ stations, yards, strips int }

func (m *Model) spaces() spaces { return spaces{len(m.stations), len(m.yards), len(m.gates)} }

func (n spaces) station(i int32) int { return int(i) }
func (n spaces) yard(i int32) int    { return n.stations + int(i) }
func (n spaces) strip(i int32) int   { return n.stations + n.yards + int(i) }
func (n spaces) all() int            { return n.stations + n.yards + n.strips }

// capacity is how many trucks can hold a space; it has none when there is room for all.
func (m *Model) capacity(space int) (int, bool) {
	n := m.spaces()
	switch {
	case space < n.stations:
		return m.mostServers(space)
	case space < n.stations+n.yards:
		return m.yards[space-n.stations].places, true
	}
	if places := m.gates[space-n.stations-n.yards].places; places != nil {
		return *places, true
	}
	return 0, false
}

// mostServers is how many servers of a station can be kept at one time. Where a shift that goes off finishes
// beside the next one, each shift brings new ones.
func (m *Model) mostServers(station int) (int, bool) {
	s := &m.stations[station]
	shift := &m.shifts[s.shift]
	most := s.servers
	for _, crew := range shift.crews {
		most = max(most, crew.servers)
	}
	return most, !shift.finish && most > 0
}

// isFinite says whether a space has room for so many only.
func (m *Model) isFinite(space int) bool {
	_, finite := m.capacity(space)
	return finite
}

// space describes one for who reads of it.
func (m *Model) space(i int) Space {
	n := m.spaces()
	switch {
	case i < n.stations:
		s := &m.stations[i]
		return Space{StationSpace, m.places[s.place].name, s.name}
	case i < n.stations+n.yards:
		y := &m.yards[i-n.stations]
		return Space{YardSpace, m.places[y.place].name, y.name}
	}
	return Space{StripSpace, m.setup.Corridor.Gates[i-n.stations-n.yards].Name, ""}
}

// wantedAt is the space that a truck waits for at a step; a waiting place before a station becomes free
// when its servers go on, so these are what it waits for.
func (n spaces) wantedAt(s *step) (int, bool) {
	switch s.kind {
	case stepServe, stepRoom, stepWork, stepTransfer, stepRepair:
		return n.station(int32(s.station)), true
	case stepTakeYard:
		return n.yard(s.of), true
	case stepTakePlace:
		return n.strip(s.of), true
	}
	return 0, false
}

// haveRings says whether any itineraries lead trucks to hold one space while they wait for another one in
// such a way that a ring can close. Where none can, nobody needs to look for one.
func (b *builder) haveRings() bool {
	edges := make([]map[int]bool, b.spaces().all())
	for i := range edges {
		edges[i] = make(map[int]bool)
	}
	for i := range b.plans {
		b.follow(&b.plans[i], edges)
	}
	state := make([]int8, len(edges)) // 0 not seen, 1 on the way, 2 done
	for i := range edges {
		if closesRing(edges, state, i) {
			return true
		}
	}
	return false
}

// follow enters in edges what trucks of a plan may hold while they wait for what.
func (b *builder) follow(plan *itinerary, edges []map[int]bool) {
	n := b.spaces()
	servers, others := make(map[int]bool), make(map[int]bool)
	exit := none         // the post before the strip
	optional := int32(0) // steps before this one may be passed over
	for i := range plan.steps {
		s := &plan.steps[i]
		wanted, wants := n.wantedAt(s)
		if wants && b.isFinite(wanted) {
			for held := range others {
				edges[held][wanted] = edges[held][wanted] || held != wanted
			}
			for held := range servers {
				edges[held][wanted] = edges[held][wanted] || held != wanted && s.kind != stepServe
			}
		}
		if s.kind == stepSpell {
			optional = b.jumps[s.of].to
		}
		certain := !s.asks && s.passes == passes{} && int32(i) >= optional
		if certain && (s.kind == stepServe || s.kind == stepRoom || s.kind == stepTakePlace || s.kind == stepAttend || s.kind == stepDrive || s.kind == stepTravel || s.kind == stepStrip) {
			clear(servers)
		}
		if certain && (s.kind == stepServe || s.kind == stepAttend) && s.place != exit {
			n.leaveStrips(others)
		}
		switch s.kind {
		case stepServe, stepRoom:
			servers[wanted] = true
		case stepTakePlace:
			others[wanted], exit = true, s.place
		case stepTakeYard:
			others[wanted] = true
		case stepDrive, stepTravel, stepClear, stepDepart:
			clear(others)
			clear(servers)
		}
	}
}

// leaveStrips takes out of what a truck holds its place in a strip: it keeps it up to its first service at the
// post behind.
func (n spaces) leaveStrips(held map[int]bool) {
	for space := range held {
		if space >= n.strip(0) {
			delete(held, space)
		}
	}
}

// closesRing says whether a walk along edges from a space comes back to one that it has passed.
func closesRing(edges []map[int]bool, state []int8, at int) bool {
	if state[at] != 0 {
		return state[at] == 1
	}
	state[at] = 1
	for to, leads := range edges[at] {
		if leads && closesRing(edges, state, to) {
			return true
		}
	}
	state[at] = 2
	return false
}

// findRing says which trucks wait for each other for ever; none while there is hope. A truck is lost when
// all that could make room for it are lost: every unit of the space that it waits for is held by lost
// trucks (a knot in the graph of who waits for whom; Holt 1972).
func (w *World) findRing() []Holder {
	w.suspect = false
	n := w.model.spaces()
	lost := make([]bool, w.trucks.count)
	for i := range int32(w.trucks.count) {
		phase := w.trucks.at(i).phase
		lost[i] = phase == blocked || phase == queueing
	}
	for again := true; again; {
		again = false
		kept := w.kept(lost)
		for i := range lost {
			if !lost[i] {
				continue
			}
			wanted, _ := n.wantedAt(w.trucks.at(int32(i)).here)
			if w.hopes(w.trucks.at(int32(i)), wanted, kept, lost) {
				lost[i], again = false, true
			}
		}
	}
	for i := range lost {
		if lost[i] && len(w.held(w.trucks.at(int32(i)))) > 0 {
			return w.ringFrom(int32(i), lost)
		}
	}
	return nil
}

// hopes says whether somebody who is not lost can make room for a truck.
func (w *World) hopes(t *truck, wanted int, kept []int, lost []bool) bool {
	if w.inLane(t) {
		holder, there := w.ahead(t)
		return !there || !lost[holder]
	}
	room, finite := w.model.capacity(wanted)
	return !finite || kept[wanted] < room
}

// inLane says whether a truck waits in a lane, for the server of that lane and no other.
func (w *World) inLane(t *truck) bool {
	return t.phase == queueing && w.model.stations[t.here.station].perLane
}

// ahead is the truck at the server of the lane that another one waits in.
func (w *World) ahead(t *truck) (int32, bool) {
	for i := range int32(w.trucks.count) {
		if other := w.trucks.at(i); other.held == int32(t.here.station) && w.stood(other).machine == w.stood(t).machine && other.phase != gone && other.phase != ready {
			return i, true
		}
	}
	return 0, false
}

// held are the spaces that a truck has a unit of.
func (w *World) held(t *truck) (spaces []int) {
	n := w.model.spaces()
	if t.held != none {
		spaces = append(spaces, n.station(t.held))
	}
	if t.yardHeld != none {
		spaces = append(spaces, n.yard(t.yardHeld))
	}
	if t.gateHeld != none && (t.phase != blocked || t.here.kind != stepTakePlace) {
		spaces = append(spaces, n.strip(t.gateHeld))
	}
	return spaces
}

// kept counts the units of every space that lost trucks hold.
func (w *World) kept(lost []bool) []int {
	units := make([]int, w.model.spaces().all())
	for i := range lost {
		if lost[i] {
			for _, space := range w.held(w.trucks.at(int32(i))) {
				units[space]++
			}
		}
	}
	return units
}

// ringFrom follows lost trucks from who waits to who holds until one comes up again.
func (w *World) ringFrom(id int32, lost []bool) []Holder {
	n := w.model.spaces()
	var order []int32
	seen := make(map[int32]int)
	for {
		if from, again := seen[id]; again {
			order = order[from:]
			break
		}
		seen[id] = len(order)
		order = append(order, id)
		wanted, _ := n.wantedAt(w.trucks.at(id).here)
		id = w.holderOf(w.trucks.at(id), wanted, lost)
	}
	ring := make([]Holder, len(order))
	for i, who := range order {
		t := w.trucks.at(who)
		before, _ := n.wantedAt(w.trucks.at(order[(i+len(order)-1)%len(order)]).here)
		wanted, _ := n.wantedAt(t.here)
		ring[i] = Holder{
			Flow: w.model.flows[t.flow].Name, Truck: t.number, Place: w.model.places[w.standsAt(t)].name,
			Holds: w.model.space(before), Wants: w.model.space(wanted),
		}
	}
	return ring
}

// holderOf is the first lost truck that holds the space that another one waits for.
func (w *World) holderOf(t *truck, space int, lost []bool) int32 {
	if w.inLane(t) {
		holder, _ := w.ahead(t)
		return holder
	}
	for i := range lost {
		if !lost[i] {
			continue
		}
		for _, held := range w.held(w.trucks.at(int32(i))) {
			if held == space {
				return int32(i)
			}
		}
	}
	panic("journey: a lost truck waits for what nobody holds")
}

// standsAt is the post at which a truck stands: the one whose side its time counts to.
func (w *World) standsAt(t *truck) int {
	if t.side == 0 {
		return int(t.exitPlace)
	}
	return t.here.place
}
