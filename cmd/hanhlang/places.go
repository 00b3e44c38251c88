package main

import (
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors"
	"hanhlang/scenarios"
)

// shippedPlaces lists everything of the shipped corridors that stands on a map, each once, in the order of their names,
// with its coordinates and the corridors that it is in.
func shippedPlaces() []entry {
	known := make(map[string]*entry)
	for _, e := range scenarios.List() {
		if e.Kind != scenarios.CorridorFile || strings.HasPrefix(e.Name, "reference/") {
			continue
		}
		s, err := scenarios.LoadScenario(e.Name, nil)
		if err != nil {
			continue // no shipped corridor has a fault; who runs it is told
		}
		for _, site := range s.Setup.Corridor.Sites() {
			if known[site.Name] == nil {
				known[site.Name] = placed(site)
			}
			known[site.Name].Corridors = append(known[site.Name].Corridors, e.Name)
		}
	}
	out := []entry{}
	for _, e := range known {
		e.Title += " (" + strings.Join(e.Corridors, ", ") + ")"
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// placed is one place in the list.
func placed(site corridors.Site) *entry {
	e := &entry{Name: site.Name, Kind: string(site.Kind), Country: site.Country, Title: site.Country + ", " + string(site.Kind)}
	if site.At != nil {
		e.At = []float64{site.At.Latitude, site.At.Longitude}
		e.Title += ", " + degrees(site.At.Latitude) + ", " + degrees(site.At.Longitude)
	}
	return e
}

// degrees are written as in a file.
func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
