package corridors

import "slices"

// Commodity is a kind of goods, as far as a post treats it unlike others.
type Commodity struct {
	Name       string
	Channels   *Channels // none: those of the post
	Worth      float64   // [USD/t]
	Loss       float64   // of its value, for each day that its owner waits for it [1/day]
	Spoilage   float64   // what goes bad of it, each day [1/day]
	Quarantine *float64  // share of its loads that pass the stages of quarantine; none: as the stages say
}

// Cargo is what is known of the loads of a flow, out or home.
type Cargo struct {
	Commodity string   // name; empty: no goods in particular
	Transit   float64  // share of loads that only pass through: supervised, not cleared
	Through   []string // codes of the countries that those pass through; none: all on their way
	Trusted   float64  // share of loads whose trader is trusted
}

// PassesThrough says whether a load in transit is supervised in a country, and not cleared there.
func (c *Cargo) PassesThrough(country string) bool {
	return len(c.Through) == 0 || slices.Contains(c.Through, country)
}

// Commodity finds the goods of a name; nil for none in particular.
func (c *Corridor) Commodity(name string) *Commodity {
	for i := range c.Commodities {
		if c.Commodities[i].Name == name {
			return &c.Commodities[i]
		}
	}
	return nil
}
