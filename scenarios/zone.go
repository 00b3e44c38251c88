package scenarios

import (
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Bounds of a border zone [km²], [t/km² h]: a small country, and a thousand tonnes per hectare and hour.
const (
	largestZone = 100000
	densestZone = 100000
)

// zone reads `zone: {area: 600 ha, occupancy: 40 %, density: 12 t/ha/day}` of a place.
func (r *reader) zone(m *strict.Map, p *corridors.Place) {
	sub, there := m.Sub("zone")
	if !there {
		return
	}
	if v, _ := m.At("zone"); p.Kind != corridors.Zone && p.Kind != "" {
		v.Problem(words.Say("scenario.zone-kind", "kind", string(p.Kind)), words.Phrase{}, words.Say("strict.write", "text", "kind: zone"))
	}
	for _, line := range []string{"area: 600 ha", "occupancy: 40 %", "density: 12 t/ha/day"} {
		sub.Require(keyOf(line), line)
	}
	z := &corridors.CargoOf{}
	z.Area, _ = r.quantity(sub, "area", quantity.Area, quantity.MoreThan(0).UpTo(largestZone))
	z.Occupancy, _ = r.share(sub, "occupancy")
	perHour, _ := r.quantity(sub, "density", quantity.YieldPerArea, quantity.Between(0, densestZone))
	z.Density = perHour / secondsPerHour
	sub.Done()
	p.Zone = z
	r.noteZone(p)
	r.zones.add(m)
}

// noteZone takes in what a place generates.
func (r *reader) noteZone(p *corridors.Place) {
	if p.Zone != nil {
		r.generated[p.Name] = p.Zone.PerSecond()
	}
}

// shareOfZone reads `zone: Lao Bảo zone` with `share: 50 %`, as tonnes.
func (r *reader) shareOfZone(m *strict.Map, a *corridors.Arrivals) {
	name, known := r.zones.find(m, byZone)
	m.Require("share", "share: 50 %")
	share, ok := r.share(m, "share")
	if known && ok {
		a.Zone, a.PerSecond = name, r.generated[name]*share
		r.carried[name] += share
	}
}

// warnOfZones tells where flows carry more than all of the cargo of a zone.
func (r *reader) warnOfZones() {
	for _, name := range r.zones.order {
		if sum := r.carried[name]; sum > 1+tolerance {
			r.zones.first[name].Warn(words.Say("scenario.zone-overdrawn", "zone", name, "share", strconv.FormatFloat(sum*100, 'g', 4, 64)), words.Phrase{})
		}
	}
}

// zoneTrucks turns the tonnes of a zone into what comes: trucks, or parts of a load where these are gathered.
func (r *reader) zoneTrucks(m *strict.Map, f *corridors.Flow) {
	if f.Arrivals.Zone == "" {
		return
	}
	sub, _ := m.Sub("arrivals")
	v, _ := sub.At(byZone)
	if f.Arrivals.Zone != f.From && f.Arrivals.Zone != f.To {
		v.Problem(words.Say("scenario.zone-elsewhere", "zone", f.Arrivals.Zone), words.Phrase{}, words.Phrase{})
	}
	tonnes := f.Payload
	if f.Gather != nil {
		tonnes = f.Gather.Part
	}
	if tonnes == 0 {
		if !m.Has("payload") && !m.Has("consolidation") {
			v.Problem(words.Say("scenario.zone-payload"), words.Phrase{}, words.Say("strict.add-line", "line", "payload: 24 t"))
		}
		f.Arrivals.PerSecond = 0
		return
	}
	f.Arrivals.PerSecond /= tonnes
	if f.Arrivals.PerSecond > 0 && f.Arrivals.PerSecond < rarest {
		tooRare(v, "share: 0 %")
	}
	if f.Arrivals.PerSecond > busiest/secondsPerHour {
		v.Problem(words.Say("scenario.zone-too-busy"), words.Phrase{}, words.Phrase{})
	}
}
