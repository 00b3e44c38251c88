package journey_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/seeds/law"
	"hanhlang/sim"
)

// anything draws random small corridors.
type anything struct{ *rapid.T }

// setup is a corridor with one or two gate pairs in a row between two markets, with trucks both ways.
func (a anything) setup() journey.Setup {
	c := &corridors.Corridor{
		Name:      "any",
		Countries: []corridors.Country{{Code: "VN", Diesel: 0.7}, {Code: "LA", Diesel: 0.9}, {Code: "TH", Diesel: 1.1}},
		Places:    []corridors.Place{{Name: "Đà Nẵng", Country: "VN"}},
		Fleet: corridors.Fleet{
			FuelLoaded: 0.36, FuelEmpty: 0.26, FuelIdle: 3.0 / 3600, IdleShare: a.share("idle"), Hour: 7.0 / 3600, PerKm: 0.12,
			EmptySpeed: a.number("empty speed", 0.8, 1.3), Spread: a.lawOfMean("spread", 1),
		},
	}
	red, sampled := corridors.Channels{Red: 1}, a.share("sampled")
	c.Commodities = []corridors.Commodity{{Name: "wood", Channels: &red}, {Name: "rice", Quarantine: &sampled}}
	for i := range c.Countries[1:] {
		c.Countries[i+1].Ahead = rapid.SampledFrom([]int{0, 0, -1800, 3600}).Draw(a.T, "clock")
	}
	monday := corridors.DayOf(2026, time.March, 2)
	for i := range c.Countries {
		if a.yes("holidays") {
			first := monday + corridors.Day(rapid.IntRange(-1, 8).Draw(a.T, "holiday"))
			c.Countries[i].Holidays = []corridors.Holiday{{Name: "Tết", From: first, To: first + corridors.Day(rapid.IntRange(0, 1).Draw(a.T, "days off"))}}
		}
	}
	from := "Đà Nẵng"
	for g := range rapid.IntRange(1, 2).Draw(a.T, "gates") {
		pair := a.gate(g, c.Countries[g].Code, c.Countries[g+1].Code)
		c.Gates = append(c.Gates, pair)
		a.leg(c, from, pair.Posts[0].Name, c.Countries[g].Code)
		from = fmt.Sprintf("market %d", g)
		c.Places = append(c.Places, corridors.Place{Name: from, Country: c.Countries[g+1].Code})
		a.leg(c, pair.Posts[1].Name, from, c.Countries[g+1].Code)
	}
	c.Flows = []corridors.Flow{a.flow("đi", "Đà Nẵng", from), a.flow("về", from, "Đà Nẵng")}
	if a.yes("backlog") {
		c.Flows[0].Backlog = &corridors.Backlog{
			At: c.Gates[0].Posts[0].Name, Trucks: rapid.IntRange(0, 20).Draw(a.T, "backlog trucks"), Counted: a.yes("backlog counts"),
		}
	}
	if a.yes("a gate beside the first") {
		a.rival(c)
	}
	if a.yes("depots") {
		a.depots(c)
	}
	if a.yes("troubles") {
		a.trouble(c)
	}
	if a.yes("loads and trucks apart") {
		a.hauls(c)
	}
	a.pool(c)
	if a.yes("cars") {
		c.Flows = append(c.Flows, corridors.Flow{
			Name: "cars", From: c.Gates[0].Posts[0].Name, To: c.Gates[0].Posts[1].Name, Traffic: corridors.Others,
			Arrivals: corridors.Arrivals{PerSecond: 2.0 / 3600}, Return: corridors.Return{Mode: corridors.NoReturn},
		})
	}
	a.limits(c)
	a.tariffs(c)
	return journey.Setup{
		Corridor: c,
		Horizon: journey.Horizon{
			Start:  monday + corridors.Day(rapid.IntRange(0, 6).Draw(a.T, "start")),
			WarmUp: sim.Time(rapid.IntRange(0, 20).Draw(a.T, "warm-up")) * sim.Hour,
			// One tick more, so that no line begins at the very end: the station would count it as standing.
			Length: sim.Time(rapid.IntRange(1, 30).Draw(a.T, "length"))*sim.Hour + 1, After: journey.Drain,
		},
		Targets: []journey.Target{
			{Name: "a", Of: journey.OfBorderTime, Within: 5 * sim.Hour},
			{Name: "b", Of: journey.OfWait, Within: sim.Hour},
			{Name: "c", Of: journey.OfDoorToDoor, Within: 10 * sim.Hour},
		},
	}
}

func (a anything) yes(what string) bool { return rapid.Bool().Draw(a.T, what) }

func (a anything) number(what string, low, high float64) float64 {
	return rapid.Float64Range(low, high).Draw(a.T, what)
}

// share is often an end of its range.
func (a anything) share(what string) float64 {
	return rapid.OneOf(rapid.SampledFrom([]float64{0, 1}), rapid.Float64Range(0, 1)).Draw(a.T, what)
}

// lawOfMean draws a kind of law.
func (a anything) lawOfMean(what string, mean float64) law.Law {
	made := []func() (law.Law, error){
		func() (law.Law, error) { return law.Constant(mean) },
		func() (law.Law, error) { return law.Exponential(mean) },
		func() (law.Law, error) { return law.Uniform(mean/2, mean*3/2) },
		func() (law.Law, error) { return law.Lognormal(mean, 0.5) },
	}
	l, err := made[rapid.IntRange(0, len(made)-1).Draw(a.T, what)]()
	if err != nil {
		panic(err)
	}
	return l
}

// minutes is a law of a few minutes, the same few numbers often, so that instants coincide.
func (a anything) minutes(what string) law.Law {
	return a.lawOfMean(what, 60*float64(rapid.IntRange(1, 12).Draw(a.T, what+" minutes")))
}

func (a anything) hours(what string) corridors.Hours {
	var h corridors.Hours
	for range rapid.IntRange(0, 2).Draw(a.T, what+" windows") {
		from := rapid.IntRange(0, 23).Draw(a.T, what+" from")
		length := rapid.IntRange(2, 14).Draw(a.T, what+" length")
		h.Windows = append(h.Windows, corridors.Window{From: from * 3600, To: (from + length) % 24 * 3600})
	}
	return h
}

// weekend of some days, or none.
func (a anything) weekend(what string) *corridors.Weekend {
	if rapid.IntRange(0, 3).Draw(a.T, what+" weekend") > 0 {
		return nil
	}
	days := rapid.SampledFrom([]corridors.Weekdays{1 << 5, 1 << 6, 1<<5 | 1<<6, 1 << 1}).Draw(a.T, what+" days")
	return &corridors.Weekend{Days: days, Hours: a.restHours(what + " weekend")}
}

// holiday hours, or none.
func (a anything) holiday(what string) *corridors.Hours {
	if rapid.IntRange(0, 3).Draw(a.T, what+" holiday") > 0 {
		return nil
	}
	h := a.restHours(what + " holiday")
	return &h
}

// restHours are those of days off: often none.
func (a anything) restHours(what string) corridors.Hours {
	if a.yes(what + " never") {
		return corridors.Hours{Never: true}
	}
	return a.hours(what)
}

// shifts of a station that follow each other, with a gap or without.
func (a anything) shifts() (out []corridors.Shift) {
	at := rapid.IntRange(0, 10).Draw(a.T, "first shift")
	for range rapid.IntRange(1, 3).Draw(a.T, "shifts") {
		length := rapid.IntRange(2, 6).Draw(a.T, "shift length")
		out = append(out, corridors.Shift{
			Hours:   corridors.Hours{Windows: []corridors.Window{{From: at % 24 * 3600, To: (at + length) % 24 * 3600}}},
			Servers: rapid.IntRange(1, 3).Draw(a.T, "shift servers"),
		})
		at += length + rapid.IntRange(0, 1).Draw(a.T, "pause")
	}
	return out
}

func (a anything) gate(i int, left, right string) corridors.GatePair {
	pair := corridors.GatePair{Name: fmt.Sprintf("pair %d", i), Informal: a.number("informal", 0, 30)}
	pair.Posts = [2]corridors.Post{a.post(fmt.Sprintf("post %d%s", i, left), left), a.post(fmt.Sprintf("post %d%s", i, right), right)}
	pair.Dossier = rapid.SampledFrom(corridors.Dossiers()).Draw(a.T, "dossier")
	if a.yes("swap") {
		pair.Swaps = append(pair.Swaps, a.swap(&pair))
	}
	if a.yes("strip is short") {
		room := rapid.IntRange(1, 3).Draw(a.T, "room")
		pair.Strip.Places = &room
	}
	if a.yes("strip is driven") {
		drive := a.minutes("strip")
		pair.Strip.Drive = &drive
	}
	return pair
}

// post has stations for one direction each: shared ones can lock each other over a full strip.
func (a anything) post(name, country string) corridors.Post {
	regime := func(what string) corridors.Declaration {
		return rapid.SampledFrom(corridors.Declarations()).Draw(a.T, what)
	}
	entry := a.minutes("keying")
	p := corridors.Post{
		Name: name, Country: country, Hours: a.hours(name), Weekend: a.weekend(name), Holiday: a.holiday(name), Regime: corridors.Regime{Exit: regime("exit"), Entry: regime("entry")},
		Platform: a.platform(&entry),
		Channels: corridors.Channels{Yellow: a.number("yellow", 0, 0.5), Red: a.number("red", 0, 0.5)},
	}
	for i, d := range []corridors.Direction{corridors.Exit, corridors.Entry, corridors.Exit, corridors.Entry} {
		s := corridors.Station{Name: fmt.Sprintf("station %d %s", i, d), Servers: rapid.IntRange(1, 3).Draw(a.T, "servers")}
		if a.yes("hours of its own") {
			h := a.hours(s.Name)
			s.Hours = &h
		}
		s.Weekend, s.Holiday = a.weekend(s.Name), a.holiday(s.Name)
		if rapid.IntRange(0, 3).Draw(a.T, "shifts or not") == 0 {
			s.Shifts, s.Hours, s.Servers = a.shifts(), nil, 0
			s.Handover = rapid.SampledFrom(corridors.Handovers()).Draw(a.T, "handover")
		}
		if rapid.IntRange(0, 3).Draw(a.T, "has few places") == 0 {
			s.Room = &corridors.Room{
				Places:   rapid.IntRange(0, 4).Draw(a.T, "places"),
				WhenFull: rapid.SampledFrom(corridors.WhenFulls()).Draw(a.T, "when full"),
			}
		}
		if s.Shifts == nil && rapid.IntRange(0, 3).Draw(a.T, "per lane") == 0 {
			s.Queue = corridors.PerLane
			p.Stations = append(p.Stations, s)
			continue
		}
		if s.Shifts == nil && rapid.IntRange(0, 4).Draw(a.T, "breaks") == 0 {
			s.Breaks = &corridors.Breaks{Every: a.minutes("every").Scaled(5), Repair: a.minutes("repair")}
		}
		for range rapid.IntRange(0, 5).Draw(a.T, "priorities") - 3 {
			s.Priority = append(s.Priority, a.priority())
		}
		p.Stations = append(p.Stations, s)
	}
	for i := range rapid.IntRange(0, 2).Draw(a.T, "yards") {
		p.Yards = append(p.Yards, corridors.Yard{Name: fmt.Sprintf("yard %d", i), Places: rapid.IntRange(1, 4).Draw(a.T, "yard places")})
	}
	for i := range rapid.IntRange(0, 6).Draw(a.T, "stages") {
		p.Stages = append(p.Stages, a.stage(fmt.Sprintf("stage %d", i), &p))
	}
	return p
}

func (a anything) stage(name string, post *corridors.Post) corridors.Stage {
	stations := post.Stations
	at := rapid.IntRange(0, len(stations)-1).Draw(a.T, "station")
	s := corridors.Stage{Name: name, Owner: rapid.SampledFrom(corridors.Owners()).Draw(a.T, "owner"), When: a.condition(), Service: a.minutes("service"), Fee: a.number("fee", 0, 20)}
	s.When.Direction = []corridors.Direction{corridors.Directions()[at%2]}
	if a.yes("served") {
		s.Station = stations[at].Name
	}
	if limited := s.Station != "" && stations[at].Room != nil; !limited && a.yes("beside") {
		s.Beside = "group"
	}
	if yard := rapid.IntRange(-2, len(post.Yards)-1).Draw(a.T, "yard"); yard >= 0 && s.Beside == "" && (s.Station == "" || stations[at].Room == nil) {
		s.Yard = post.Yards[yard].Name
	}
	for range rapid.IntRange(0, 2).Draw(a.T, "cases") {
		s.Cases = append(s.Cases, corridors.Case{When: a.condition(), Service: a.minutes("case")})
	}
	if rapid.IntRange(0, 9).Draw(a.T, "for cars") == 0 {
		s.When = corridors.Condition{Traffic: []corridors.Traffic{corridors.Others}, Direction: s.When.Direction}
	}
	return s
}

// priority is a condition without luck, in which a whole flow may be meant.
func (a anything) priority() corridors.Condition {
	c := a.condition()
	c.Share = nil
	if a.yes("by flow") {
		c.Flow = []string{rapid.SampledFrom([]string{"đi", "về"}).Draw(a.T, "flow")}
	}
	return c
}

// condition restricts in some ways, often in none.
func (a anything) condition() corridors.Condition {
	var c corridors.Condition
	pick := func(what string) bool { return rapid.IntRange(0, 3).Draw(a.T, what) == 0 }
	if pick("by trip") {
		c.Trip = some(a, corridors.Trips())
	}
	if pick("by load") {
		c.Load = some(a, corridors.Loads())
	}
	if pick("by channel") {
		c.Channel = some(a, corridors.ChannelNames())
	}
	if pick("by declaration") {
		c.Declaration = some(a, corridors.DeclaredWays())
	}
	if pick("by goods") {
		c.Commodity = some(a, []string{"wood", "rice"})
	}
	if pick("by trust") {
		trusted := a.yes("trusted")
		c.Trusted = &trusted
	}
	if pick("by luck") {
		share := a.share("share")
		c.Share = &share
	}
	return c
}

func some[T any](a anything, all []T) []T {
	from := rapid.IntRange(0, len(all)-1).Draw(a.T, "some")
	return all[from:]
}

func (a anything) leg(c *corridors.Corridor, from, to, country string) {
	if !a.yes("road") {
		c.Legs = append(c.Legs, corridors.Leg{From: from, To: to, Road: "lane " + to, Country: country, Length: 0.1, Speed: 20})
		return
	}
	c.Legs = append(c.Legs, corridors.Leg{
		From: from, To: to, Road: "road " + from + to, Country: country,
		Length: a.number("length", 1, 200), Speed: a.number("speed", 30, 60), Toll: a.number("toll", 0, 20),
	})
}

func (a anything) flow(name, from, to string) corridors.Flow {
	f := corridors.Flow{Name: name, From: from, To: to, Traffic: corridors.Trucks, Payload: a.number("payload", 1, 30), Cargo: a.cargo()}
	if a.yes("loads") {
		l, u := a.minutes("loading"), a.minutes("unloading")
		f.Load, f.Unload = &l, &u
	}
	if a.yes("timetable") {
		f.Arrivals.Timetable = &corridors.Timetable{Every: 60 * float64(rapid.IntRange(5, 60).Draw(a.T, "every"))}
	} else {
		f.Arrivals.PerSecond = a.number("per hour", 0, 5) / 3600
	}
	if f.Arrivals.Timetable == nil && a.yes("days differ") {
		factor := a.lawOfMean("day factor", 1)
		f.Arrivals.DayFactor, f.Arrivals.ByWeekday = &factor, []float64{1, 2, 1, 0, 3, 1, 1}
	}
	if a.yes("platoons") {
		f.Arrivals.Platoon = &corridors.Platoon{
			Sizes: []int{1, rapid.IntRange(1, 3).Draw(a.T, "size")}, Gap: 60 * float64(rapid.IntRange(0, 3).Draw(a.T, "platoon gap")),
		}
	}
	f.Return = corridors.Return{
		Mode: rapid.SampledFrom(corridors.ReturnModes()).Draw(a.T, "return"), PerSecond: a.number("offers per hour", 0, 4) / 3600,
		Cargo: a.cargo(), Payload: a.number("return payload", 1, 30), Patience: a.wait("patience"), MaxWait: a.wait("max wait"),
	}
	a.market(&f.Return)
	return f
}

// cargo is often of no kind in particular.
func (a anything) cargo() corridors.Cargo {
	if a.yes("plain cargo") {
		return corridors.Cargo{}
	}
	var through []string
	if a.yes("through some countries") {
		through = some(a, []string{"VN", "LA", "TH"})
	}
	return corridors.Cargo{
		Through:   through,
		Commodity: rapid.SampledFrom([]string{"", "wood", "rice"}).Draw(a.T, "goods"),
		Transit:   a.share("transit"), Trusted: a.share("trusted"),
	}
}

// rival adds a gate pair beside the first one, a little longer, and lets the flows choose.
func (a anything) rival(c *corridors.Corridor) {
	pair := a.gate(9, "VN", "LA")
	c.Gates = append(c.Gates, pair)
	for i, side := range []corridors.Leg{c.Legs[0], c.Legs[1]} {
		side.Road, side.Length = "rival "+side.Road, side.Length*a.number("longer", 1.01, 1.5)
		if i == 0 {
			side.To = pair.Posts[0].Name
		} else {
			side.From = pair.Posts[1].Name
		}
		c.Legs = append(c.Legs, side)
	}
	for i := range c.Flows[:2] {
		spread := a.lawOfMean("taste", 1)
		c.Flows[i].Choice = &corridors.Choice{
			Information: rapid.SampledFrom(corridors.InformationKinds()).Draw(a.T, "information"),
			Delay:       60 * float64(rapid.IntRange(0, 300).Draw(a.T, "delay")), TimeValue: a.number("value of time", 0, 20) / 3600, Spread: &spread,
		}
	}
}

// platform often fails, and asks some traders twice.
func (a anything) platform(entry *law.Law) corridors.Platform {
	p := corridors.Platform{Entry: entry, Adoption: a.share("adoption"), Exception: a.share("exception")}
	if a.yes("twice") {
		p.DoubleEntry = corridors.DoubleEntry{Share: a.share("twice"), At: rapid.SampledFrom(corridors.Desks()).Draw(a.T, "desk")}
	}
	if a.yes("outage") {
		p.Outages = []corridors.Outage{{From: 3600 * a.number("down from", 0, 20), To: 3600 * a.number("down to", 20, 30)}}
	}
	if a.yes("fails") {
		p.Fails = &corridors.Failure{Every: a.lawOfMean("every", 5*3600), Lasts: a.lawOfMean("lasts", 2*3600)}
	}
	return p
}
