package scenarios

import (
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// WarnOf puts a warning about a station on record, or about a quota, where its servers, or its trucks, are written in the files; where they
// are not, at the name of the scenario. Place is the post or depot that the station belongs to.
func (s *Scenario) WarnOf(place, station string, what words.Phrase, problems *strict.Problems) {
	top := strict.Read(s.world.tree, problems)
	at, _ := top.At("name")
	for _, list := range [][]*strict.Map{s.stationsOf(top, place), itemsOf(top, "quotas")} {
		for _, m := range list {
			if name, _ := m.Text("name"); name != station {
				continue
			}
			at, _ = m.At("name")
			for _, key := range []string{"servers", "trucks"} {
				if v, there := m.At(key); there {
					at = v
				}
			}
			at.Warn(what, words.Phrase{})
			return
		}
	}
	at.Warn(what, words.Phrase{})
}

// stationsOf lists the stations of a post or depot; none if there is no such place.
func (s *Scenario) stationsOf(top *strict.Map, place string) []*strict.Map {
	holders := itemsOf(top, "depots")
	for _, pair := range itemsOf(top, "gates") {
		holders = append(holders, itemsOf(pair, "posts")...)
	}
	for _, m := range holders {
		if name, _ := m.Text("name"); name == place {
			return itemsOf(m, "stations")
		}
	}
	return nil
}

// itemsOf are the items of a list that are mappings.
func itemsOf(m *strict.Map, list string) []*strict.Map {
	if !m.Has(list) {
		return nil
	}
	var out []*strict.Map
	for _, v := range m.List(list) {
		if item, ok := v.AsMap(); ok {
			out = append(out, item)
		}
	}
	return out
}
