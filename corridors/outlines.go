package corridors

import (
	_ "embed"
	"fmt"

	"go.yaml.in/yaml/v4"
)

//go:embed outlines.yaml
var outlines []byte

// Outline is a stretch of a border or coast.
type Outline struct {
	Name string
	Line []Coordinates
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
		o := Outline{Name: r.Name}
		for _, at := range r.Line {
			o.Line = append(o.Line, Coordinates{Latitude: at[0], Longitude: at[1]})
		}
		out = append(out, o)
	}
	return out, nil
}
