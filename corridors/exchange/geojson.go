package exchange

import (
	"bytes"
	"encoding/json"

	"hanhlang/corridors"
)

// The shapes of GeoJSON (RFC 7946); coordinates are longitude, then latitude.
type (
	collection struct {
		Type     string    `json:"type"`
		Name     string    `json:"name"`
		Features []feature `json:"features"`
	}
	feature struct {
		Type       string     `json:"type"`
		ID         string     `json:"id"`
		Geometry   *geometry  `json:"geometry"`
		Properties properties `json:"properties"`
	}
	geometry struct {
		Type        string `json:"type"`
		Coordinates any    `json:"coordinates"`
	}
	properties struct {
		Name       string   `json:"name"`
		Kind       string   `json:"kind"`
		Country    string   `json:"country,omitempty"`
		Gate       string   `json:"gate,omitempty"`
		From       string   `json:"from,omitempty"`
		To         string   `json:"to,omitempty"`
		Km         *float64 `json:"length_km,omitempty"`
		Speed      *float64 `json:"speed_km_h,omitempty"`
		EmptySpeed *float64 `json:"empty_speed_km_h,omitempty"`
		Toll       *float64 `json:"toll_usd,omitempty"`
	}
)

// GeoJSON writes the network of a corridor: places, posts and depots as points, legs and the strips between posts as straight lines from one to
// the other. What has no coordinates has no geometry, and so have the lines that lead there.
func GeoJSON(c *corridors.Corridor) ([]byte, error) {
	out := collection{Type: "FeatureCollection", Name: c.Name}
	at := make(map[string]*corridors.Coordinates)
	for _, site := range c.Sites() {
		at[site.Name] = site.At
		f := feature{Type: "Feature", ID: "site: " + site.Name, Properties: properties{Name: site.Name, Kind: string(site.Kind), Country: site.Country, Gate: site.Gate}}
		if site.At != nil {
			f.Geometry = &geometry{"Point", lonLat(site.At)}
		}
		out.Features = append(out.Features, f)
	}
	line := func(p properties) {
		f := feature{Type: "Feature", ID: p.Kind + ": " + p.Name + " " + p.From + " " + p.To, Properties: p}
		if from, to := at[p.From], at[p.To]; from != nil && to != nil {
			f.Geometry = &geometry{"LineString", [][2]float64{lonLat(from), lonLat(to)}}
		}
		out.Features = append(out.Features, f)
	}
	for _, l := range c.Legs {
		line(properties{Name: l.Road, Kind: roadLink, Country: l.Country, From: l.From, To: l.To, Km: given(l.Length), Speed: given(l.Speed), EmptySpeed: given(l.EmptySpeed), Toll: given(l.Toll)})
	}
	for i := range c.Gates {
		g := &c.Gates[i]
		line(properties{Name: g.Name, Kind: stripLink, From: g.Posts[0].Name, To: g.Posts[1].Name})
	}
	var data bytes.Buffer
	encoder := json.NewEncoder(&data)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(out)
	return data.Bytes(), err
}

func lonLat(at *corridors.Coordinates) [2]float64 { return [2]float64{at.Longitude, at.Latitude} }

// given is a figure of a leg; nil for nought, which it has where nobody says.
func given(x float64) *float64 {
	if x == 0 {
		return nil
	}
	return &x
}
