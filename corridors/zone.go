package corridors

// CargoOf is what a border zone generates: land that is in use gives so much cargo, in and out together.
type CargoOf struct {
	Area      float64 // [km²]
	Occupancy float64 // share of the area in use
	Density   float64 // of the area in use [t/km² s]
}

// PerSecond is the cargo of the zone [t/s].
func (z *CargoOf) PerSecond() float64 { return z.Area * z.Occupancy * z.Density }
