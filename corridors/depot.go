package corridors

import (
	"math"
	"slices"
)

// Depot is an ICD or a port: a place with hours, yards, stations and stages like those of a post, which
// trucks visit for a purpose. What nobody visits is not there for anybody.
type Depot struct {
	Post
	Kind    PlaceKind // ICD or Port
	Storage Storage
	Vessels []Vessel
}

// DepotKinds lists the kinds of place that a depot can be.
func DepotKinds() []PlaceKind { return []PlaceKind{ICD, Port} }

// Storage is what standing at a depot costs.
type Storage struct {
	Free   float64 // free of charge from arrival on [s]
	PerDay float64 // of each day begun after that [USD/day]
}

// For is what a stay costs [USD]; stay in seconds.
func (s Storage) For(stay float64) float64 {
	const day = 24 * 3600
	if stay <= s.Free {
		return 0
	}
	return s.PerDay * math.Ceil((stay-s.Free)/day)
}

// Purpose is why a truck visits a depot.
type Purpose string

// The purposes.
const (
	Clearance Purpose = "clearance" // its load is cleared there; at the border post of that country it is only supervised
	Loading   Purpose = "loading"   // its load begins there
	Unloading Purpose = "unloading" // its load ends there
)

// Purposes lists them.
func Purposes() []Purpose { return []Purpose{Clearance, Loading, Unloading} }

// For says whether a condition lets trucks pass that are there for a purpose.
func (c *Condition) For(p Purpose) bool { return len(c.Purpose) == 0 || slices.Contains(c.Purpose, p) }

// Visit is a stop of the loaded trucks of a flow at a depot on their way, for clearance. Without Share
// and Cheaper all of them stop there. Of the stops of a trip that have a share, each truck makes at most
// one, and so of those that are made where the way over them is cheaper.
type Visit struct {
	Depot   string
	Trip    []Trip   // none: both
	Share   *float64 // of the trucks, drawn by luck
	Cheaper bool     // if the truck expects that to cost less; it needs a choice of way
}

// On says whether the stop is made on a trip.
func (v *Visit) On(trip Trip) bool { return len(v.Trip) == 0 || slices.Contains(v.Trip, trip) }

// Depot finds a depot by name; nil for none.
func (c *Corridor) Depot(name string) *Depot {
	for i := range c.Depots {
		if c.Depots[i].Name == name {
			return &c.Depots[i]
		}
	}
	return nil
}
