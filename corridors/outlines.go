package corridors

import (
	_ "embed"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

//go:embed outlines.yaml
var outlines []byte

//go:embed lands.yaml
var rings []byte

// Outline is a stretch of a border or coast.
type Outline struct {
	Name string
	Line []Coordinates
}

// Land is a country by its letters, with the ring around it.
type Land struct {
	Country string
	Ring    []Coordinates
}

// Outlines are the borders and coasts of the region, to about 20 km: a backdrop for maps.
func Outlines() ([]Outline, error) {
	var read []struct {
		Name string
		Line [][2]float64
	}
	if err := yaml.Unmarshal(outlines, &read); err != nil {
		return nil, fmt.Errorf("outlines.yaml: %w", err)
	}
	var out []Outline
	for _, r := range read {
		out = append(out, Outline{r.Name, spots(r.Line)})
	}
	return out, nil
}

// Lands are the countries between outlines.
func Lands(outlines []Outline) ([]Land, error) {
	var read []struct {
		Country string
		Lines   []string
		Corners [][2]float64
	}
	if err := yaml.Unmarshal(rings, &read); err != nil {
		return nil, fmt.Errorf("lands.yaml: %w", err)
	}
	var lands []Land
	for _, r := range read {
		land := Land{Country: r.Country}
		for _, name := range r.Lines {
			i := slices.IndexFunc(outlines, func(o Outline) bool { return o.Name == name })
			if i < 0 {
				return nil, fmt.Errorf("lands.yaml: %s: there is no outline %q", r.Country, name)
			}
			if err := land.along(outlines[i].Line); err != nil {
				return nil, fmt.Errorf("lands.yaml: %s, %s: %w", r.Country, name, err)
			}
		}
		land.Ring = append(land.Ring, spots(r.Corners)...)
		lands = append(lands, land)
	}
	return lands, nil
}

// along goes on around a land on a line that begins or ends where the last one ended.
func (l *Land) along(line []Coordinates) error {
	if len(l.Ring) == 0 {
		l.Ring = slices.Clone(line)
		return nil
	}
	line = slices.Clone(line)
	here := l.Ring[len(l.Ring)-1]
	if line[0] != here {
		slices.Reverse(line)
	}
	if line[0] != here {
		return fmt.Errorf("the line does not meet the one before it at %v", here)
	}
	l.Ring = append(l.Ring, line[1:]...)
	return nil
}

// spots reads pairs of latitude and longitude.
func spots(pairs [][2]float64) []Coordinates {
	var out []Coordinates
	for _, at := range pairs {
		out = append(out, Coordinates{Latitude: at[0], Longitude: at[1]})
	}
	return out
}
