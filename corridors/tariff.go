package corridors

import "slices"

// Values are what time is worth to those who wait for a load.
type Values struct {
	Time        float64 // on the mean [USD/s for a load]
	Reliability float64 // by how much late loads are later than half of them [USD/s for a load]
}

// ChargesDeclarations says whether some post or depot takes a fee for lodging a declaration.
func (c *Corridor) ChargesDeclarations() bool {
	for post := range c.Posts() {
		if post.DeclarationFee > 0 {
			return true
		}
	}
	return false
}

// ChargesTransfers says whether moving a load from truck to truck costs anything.
func (c *Corridor) ChargesTransfers() bool {
	return slices.ContainsFunc(c.Flows, func(f Flow) bool { return f.Arrivals.After != nil && f.Arrivals.After.Fee > 0 })
}
