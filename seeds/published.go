package seeds

import (
	_ "embed" // published.yaml
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v4"
)

//go:embed published.yaml
var publishedFile []byte

// Published is the seed behind the published figures of a study; false for a study without any.
func Published(study string) (Seed, bool) {
	all, err := readPublished(publishedFile)
	if err != nil {
		panic(fmt.Errorf("seeds/published.yaml: %w", err)) // a file of our own, proved by a test
	}
	for _, p := range all {
		if p.study == study {
			return p.seed, true
		}
	}
	return 0, false
}

// ParseSeed reads a seed as a user writes it: a whole number from 0 to 18446744073709551615 in plain digits.
// A sign, a point, a leading zero or another base is an error.
func ParseSeed(text string) (Seed, error) {
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil || strconv.FormatUint(value, 10) != text {
		return 0, fmt.Errorf("%q is no seed: a whole number from 0 to 18446744073709551615", text)
	}
	return Seed(value), nil
}

// publication is a row of published.yaml.
type publication struct {
	study string
	seed  Seed
	why   string
}

// readPublished reads rows of exactly study, seed and why; a study may have one seed only.
func readPublished(data []byte) ([]publication, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, fmt.Errorf("not YAML: %w", err)
	}
	if len(document.Content) != 1 || document.Content[0].Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("a list is wanted")
	}
	var all []publication
	seen := make(map[string]bool)
	for _, row := range document.Content[0].Content {
		p, err := readPublication(row)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", row.Line, err)
		}
		if seen[p.study] {
			return nil, fmt.Errorf("line %d: study %q has a seed already", row.Line, p.study)
		}
		seen[p.study] = true
		all = append(all, p)
	}
	return all, nil
}

// readPublication reads one row.
func readPublication(row *yaml.Node) (publication, error) {
	if row.Kind != yaml.MappingNode {
		return publication{}, fmt.Errorf("a row of study, seed and why is wanted")
	}
	text := make(map[string]string)
	for i := 0; i < len(row.Content); i += 2 {
		name, value := row.Content[i].Value, row.Content[i+1]
		if _, twice := text[name]; twice {
			return publication{}, fmt.Errorf("%s stands twice", name)
		}
		if value.Kind != yaml.ScalarNode || value.Value == "" {
			return publication{}, fmt.Errorf("%s is empty", name)
		}
		text[name] = value.Value
	}
	if len(text) != 3 || text["study"] == "" || text["seed"] == "" || text["why"] == "" {
		return publication{}, fmt.Errorf("exactly study, seed and why are wanted")
	}
	seed, err := ParseSeed(text["seed"])
	return publication{study: text["study"], seed: seed, why: text["why"]}, err
}
