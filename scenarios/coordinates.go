package scenarios

import (
	"strconv"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// coordinates reads `at: [latitude, longitude]` in degrees; nil if nobody says where something is.
func coordinates(m *strict.Map) *corridors.Coordinates {
	v, there := m.At("at")
	if !there {
		return nil
	}
	list, ok := v.AsList()
	if !ok {
		return nil
	}
	if len(list) != 2 {
		v.Problem(words.Say("scenario.coordinates"), words.Phrase{}, words.Say("strict.write", "text", "[16.62, 106.59]"))
		return nil
	}
	if longitudeFirst(v, list) {
		return nil
	}
	latitude, okLatitude := list[0].AsNumber(quantity.Between(-90, 90))
	longitude, okLongitude := list[1].AsNumber(quantity.Between(-180, 180))
	if !okLatitude || !okLongitude {
		return nil
	}
	return &corridors.Coordinates{Latitude: latitude, Longitude: longitude}
}

// longitudeFirst refuses two numbers that are coordinates the other way round only: files for maps often write longitude first.
func longitudeFirst(v *strict.Value, list []*strict.Value) bool {
	first, errFirst := quantity.Number(list[0].Raw())
	second, errSecond := quantity.Number(list[1].Raw())
	latitudes := quantity.Between(-90, 90)
	if errFirst != nil || errSecond != nil || latitudes.Allow(first) || !quantity.Between(-180, 180).Allow(first) || !latitudes.Allow(second) {
		return false
	}
	v.Problem(words.Say("scenario.coordinates-swapped"), words.Phrase{}, words.Say("strict.write", "text", "["+list[1].Raw()+", "+list[0].Raw()+"]"))
	return true
}

// Slack of the coordinates of a file, which are often those of the middle of a town and rounded to a hundredth of a
// degree: so much may the straight line between the ends of a leg be longer than its road.
const (
	slackShare = 0.05
	slackKm    = 5
)

// warnOfDistances tells which roads are shorter than the straight line between their ends: a length or a coordinate is
// wrong.
func (r *reader) warnOfDistances(c *corridors.Corridor) {
	at := make(map[string]*corridors.Coordinates)
	for _, site := range c.Sites() {
		at[site.Name] = site.At
	}
	for i, l := range c.Legs {
		from, to := at[l.From], at[l.To]
		if from == nil || to == nil || l.Length == 0 {
			continue
		}
		if straight := from.Apart(*to); straight > float64(l.Length*(1+slackShare))+slackKm {
			v, _ := r.ways[i].At("length")
			v.Warn(words.Say("scenario.shorter-than-straight", "road", l.Road, "from", l.From, "to", l.To,
				"straight", strconv.FormatFloat(straight, 'f', 0, 64)), words.Say("scenario.shorter-than-straight-help"))
		}
	}
}
