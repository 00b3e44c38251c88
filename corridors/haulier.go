package corridors

import "hanhlang/seeds/law"

// Haulier is a closed fleet: so many trucks with one base, which carry the loads of the flows that name it.
type Haulier struct {
	Name    string
	Trucks  int
	Home    string   // place of the base, where all of them stand when a run begins
	Repairs *Repairs // none: its trucks never need any
}

// Repairs take trucks of a haulier out of service. One that has run long enough goes to a bay at the base
// when it comes home.
type Repairs struct {
	Every law.Law // time at the wheel from one repair to the next [s]
	Takes law.Law // [s]
	Bays  int
}

// Follow lets the loads of a flow be those that another flow has brought: they go on with another truck.
type Follow struct {
	Flow     string
	Delay    *law.Law // between the two, in store [s]; none: they can be fetched at once
	Direct   bool     // the load stays on the truck that has brought it until the other one is there
	Fee      float64  // of moving it from truck to truck, or from the store to the truck [USD/load]
	Transfer *law.Law // from truck to truck, of both, where it is direct [s]; none: no time
	At       string   // station of the place at which that is done; empty: as many at once as like
}

// Consolidation lets the arrivals of a flow be parts of loads. A truck leaves when it is full, or when the
// first part has waited long enough.
type Consolidation struct {
	Parts   int      // that fill a truck
	Part    float64  // what a part weighs [t]
	MaxWait *float64 // of the first part [s]; none: until the truck is full
}

// Haulier finds a closed fleet by name; nil for none.
func (c *Corridor) Haulier(name string) *Haulier {
	for i := range c.Hauliers {
		if c.Hauliers[i].Name == name {
			return &c.Hauliers[i]
		}
	}
	return nil
}

// Follower is the index of the flow that carries on the loads of another one; it may have none.
func (c *Corridor) Follower(flow string) (int, bool) {
	for i := range c.Flows {
		if after := c.Flows[i].Arrivals.After; after != nil && after.Flow == flow {
			return i, true
		}
	}
	return 0, false
}
