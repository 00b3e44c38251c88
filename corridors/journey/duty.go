package journey

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/seeds/law"
)

// duty is a stage as the trucks of one direction meet it: who asks for it, and where and how it is done.
// The two differ where a stage is done once for both countries.
type duty struct {
	asks    *corridors.Stage // whose condition holds, and whose fee is owed
	prefix  string           // of its decision points
	side    int              // of the crossing: 0 the country that is left, 1 the one that is entered
	does    *corridors.Stage // whose cases hold
	service law.Law
	luck    string // decision point of the service
	row     int
	station int    // index; none: room for all
	moves   bool   // it is done at the other post
	line    Line   // of the fee
	once    uint16 // bit of a stage that is done once however many ask; 0: of no such stage
}

// layout is what trucks of one direction meet at the two posts of a pair, in order.
type layout struct{ exit, entry []duty }

// layOut arranges the stages of a pair for vehicles that leave by one of its posts. In a one-stop
// direction the formalities of the exit post stand before their namesakes of the entry post, as the
// officers of both countries sit side by side; those without a namesake stand before the next that has one.
func (b *builder) layOut(pair *corridors.GatePair, exitPost int, traffic corridors.Traffic) layout {
	out := layout{}
	var moved []duty
	for _, d := range b.duties(pair, exitPost, corridors.Exit, traffic) {
		if d.moves {
			moved = append(moved, d)
		} else {
			out.exit = append(out.exit, d)
		}
	}
	last := 0 // place behind the last stage that has a namesake
	for _, d := range b.duties(pair, 1-exitPost, corridors.Entry, traffic) {
		k := slices.IndexFunc(moved, func(m duty) bool { return m.asks.Name == d.asks.Name })
		out.entry = append(append(out.entry, moved[:k+1]...), d)
		if k >= 0 {
			last = len(out.entry)
		}
		moved = moved[k+1:]
	}
	out.entry = slices.Insert(out.entry, last, moved...)
	return out
}

// duties are the stages of a post that vehicles in a direction can meet.
func (b *builder) duties(pair *corridors.GatePair, post int, d corridors.Direction, traffic corridors.Traffic) []duty {
	var out []duty
	for i := range pair.Posts[post].Stages {
		s := &pair.Posts[post].Stages[i]
		if admits(s.When.Direction, d) && isFor(s.When, traffic) {
			out = append(out, b.duty(pair, post, s, d, traffic))
		}
	}
	return out
}

// duty says where a stage of a post is done for vehicles in a direction. Only trucks meet a common
// control area: others stop at both posts.
func (b *builder) duty(pair *corridors.GatePair, post int, stage *corridors.Stage, d corridors.Direction, traffic corridors.Traffic) duty {
	from := &pair.Posts[post]
	prefix := from.Name + "/" + string(d)
	out := duty{
		asks: stage, does: stage, prefix: prefix, service: stage.Service, luck: prefix + "/" + stage.Name,
		side: slices.Index(corridors.Directions(), d), station: none, line: Fees,
	}
	area := post // where the truck enters
	if d == corridors.Exit {
		area = 1 - post
	}
	team := pair.TeamOf(post, stage.Name, d)
	if traffic != corridors.Trucks {
		team = corridors.Own
	}
	at, station, row := b.index[from.Name], stage.Station, stage.Name
	switch team {
	case corridors.Moved:
		at, station, row = b.index[pair.Posts[area].Name], movedName(stage.Station, from), movedName(stage.Name, from)
	case corridors.Together:
		at, station = b.index[pair.Posts[area].Name], b.together(pair, area, stage.Name, &out)
	}
	out.moves = team != corridors.Own && d == corridors.Exit
	out.row = b.stages[at][row]
	if station != "" {
		index, found := b.stations[at][station]
		if !found {
			b.fail("stage %s: no station %s", out.luck, station)
		}
		out.station = index
	}
	return out
}

// together makes a duty one that is done once, as at the entry post, and names its station.
func (b *builder) together(pair *corridors.GatePair, area int, name string, d *duty) string {
	entry := &pair.Posts[area]
	in := &pair.Inspection[area]
	i := slices.IndexFunc(in.Joint, func(j corridors.Joint) bool { return j.Stage == name })
	k := slices.IndexFunc(entry.Stages, func(s corridors.Stage) bool { return s.Name == name })
	if i >= 16 || k < 0 {
		b.fail("stage %s is done once and has no place for it at %s", name, entry.Name)
		return ""
	}
	d.once, d.does = 1<<i, &entry.Stages[k]
	d.luck = entry.Name + "/" + string(corridors.Entry) + "/" + name
	d.service = d.does.Service
	if own := in.Joint[i].Service; own != nil {
		d.service = *own
	}
	if d.does.Station == "" {
		return ""
	}
	return jointName(d.does.Station, &pair.Posts[1-area], entry)
}

// movedName is what belongs to officers away from home; jointName what belongs to both posts.
func movedName(name string, from *corridors.Post) string {
	if name == "" {
		return ""
	}
	return name + " · " + from.Name
}

func jointName(name string, exit, entry *corridors.Post) string {
	return name + " · " + exit.Name + " + " + entry.Name
}

// addAreas staffs the common control areas of a pair: the officers that have moved there in stations
// of their own, those of both posts together in stations that both staff. They open as the entry post.
func (b *builder) addAreas(pair *corridors.GatePair) {
	for entry := range pair.Posts {
		if pair.Inspection[entry].Kind != corridors.OneStop {
			continue
		}
		from, to := &pair.Posts[1-entry], &pair.Posts[entry]
		at, own := b.index[to.Name], len(b.Model.stations)
		for i := range from.Stations {
			if n, _ := pair.MostOfficers(1-entry, &from.Stations[i]); n.Moved > 0 {
				b.addStation(to, &corridors.Station{Name: movedName(from.Stations[i].Name, from), Servers: n.Moved}, corridors.Entry)
			}
		}
		b.addJoint(pair, entry)
		for station := own; station < len(b.Model.stations); station++ {
			post := &b.posts[at-len(b.setup.Corridor.Places)]
			post.stations = append(post.stations, station)
		}
		for _, s := range from.Stages {
			moves := pair.TeamOf(1-entry, s.Name, corridors.Exit) == corridors.Moved
			if moves && admits(s.When.Direction, corridors.Exit) && isFor(s.When, corridors.Trucks) {
				b.addRow(at, movedName(s.Name, from), s.Owner)
				b.rows[len(b.rows)-1].Officers = from.Country
			}
		}
	}
}

// addJoint adds the stations that both posts staff in the common control area of one.
func (b *builder) addJoint(pair *corridors.GatePair, entry int) {
	from, to := &pair.Posts[1-entry], &pair.Posts[entry]
	sent := make(map[string]bool)
	for _, s := range to.Stations {
		servers := 0
		if n, _ := pair.MostOfficers(entry, &s); n.Together[entry] > 0 {
			servers = n.Together[entry]
			b.joins[joining{pair.Name, entry, entry, s.Name}] = len(b.Model.stations)
		}
		for _, stage := range to.Stages {
			partner := slices.IndexFunc(from.Stages, func(o corridors.Stage) bool { return o.Name == stage.Name })
			if stage.Station != s.Name || partner < 0 || pair.Inspection[entry].JointStage(stage.Name) == nil {
				continue
			}
			sender := from.Stages[partner].Station
			k := slices.IndexFunc(from.Stations, func(o corridors.Station) bool { return o.Name == sender })
			if k >= 0 && !sent[sender] {
				sent[sender] = true
				n, _ := pair.MostOfficers(1-entry, &from.Stations[k])
				servers += n.Together[entry]
				b.joins[joining{pair.Name, entry, 1 - entry, sender}] = len(b.Model.stations)
			}
		}
		if servers > 0 {
			s.Name, s.Servers = jointName(s.Name, from, to), servers
			b.addStation(to, &s, corridors.Entry)
		}
	}
}
