package corridors

import "math"

// Coordinates are where something stands on the globe. They draw maps and go into files for other tools;
// no result depends on them.
type Coordinates struct {
	Latitude  float64 // [degrees north], -90 to 90
	Longitude float64 // [degrees east], -180 to 180
}

// earthRadius is that of a sphere as large as the earth [km].
const earthRadius = 6371.0088

// Apart is the length of the straight line over the ground between two points [km]: the great circle of a sphere, by
// the haversine formula (Sinnott 1984), within 0.6 % of the ellipsoid.
func (c Coordinates) Apart(other Coordinates) float64 {
	const degree = math.Pi / 180
	north := math.Sin((other.Latitude - c.Latitude) * degree / 2)
	east := math.Sin((other.Longitude - c.Longitude) * degree / 2)
	h := float64(north*north) + float64(math.Cos(c.Latitude*degree)*math.Cos(other.Latitude*degree)*east*east)
	return 2 * earthRadius * math.Asin(math.Sqrt(math.Min(h, 1)))
}

// Site is anything of a corridor that has a place on a map: a place, a post of a gate pair, an ICD or a port.
type Site struct {
	Name    string
	Kind    PlaceKind // of a post of a gate pair GatePost
	Country string
	Gate    string       // the gate pair of a post; empty for others
	At      *Coordinates // none: nobody says where it is
}

// GatePost is the kind of a site that is a post of a gate pair; no file writes it.
const GatePost PlaceKind = "post"

// Sites lists places, posts and depots, each in the order of the file. Their names differ from each other, and legs
// lead from one of them to another.
func (c *Corridor) Sites() []Site {
	var out []Site
	for i := range c.Places {
		p := &c.Places[i]
		out = append(out, Site{Name: p.Name, Kind: p.Kind, Country: p.Country, At: p.At})
	}
	for i := range c.Gates {
		for j := range c.Gates[i].Posts {
			p := &c.Gates[i].Posts[j]
			out = append(out, Site{Name: p.Name, Kind: GatePost, Country: p.Country, Gate: c.Gates[i].Name, At: p.At})
		}
	}
	for i := range c.Depots {
		d := &c.Depots[i]
		out = append(out, Site{Name: d.Name, Kind: d.Kind, Country: d.Country, At: d.At})
	}
	return out
}
