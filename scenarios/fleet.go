package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
	"hanhlang/seeds/law"
)

const kgPerTonne = 1000

// Bounds of what a fleet can be: fuel on the road [l/km] and idling [l/h], speed of an empty truck
// over that of a loaded one, and the coefficient of variation between trucks.
const (
	thirstiest     = 10
	thirstiestIdle = 1000
	slowestEmpty   = 0.1
	fastestEmpty   = 10
	widestSpread   = 2
	dirtiest       = 0.1 // greenhouse gases of a litre [t/l]
)

// fleet reads what running a truck takes. A scenario without money has no fleet.
func (r *reader) fleet(top *strict.Map) corridors.Fleet {
	f := corridors.Fleet{EmptySpeed: 1}
	f.Spread, _ = law.Constant(1)
	m, there := top.Sub("fleet")
	if !there {
		return f
	}
	f.FuelLoaded, _ = r.quantity(m, "fuel_loaded", quantity.FuelUse, quantity.Between(0, thirstiest))
	f.FuelEmpty, _ = r.quantity(m, "fuel_empty", quantity.FuelUse, quantity.Between(0, thirstiest))
	idle, _ := r.quantity(m, "fuel_idle", quantity.IdleFuel, quantity.Between(0, thirstiestIdle))
	f.FuelIdle = idle / secondsPerHour
	f.IdleShare, _ = r.share(m, "idle_share")
	hour, _ := r.money(m, "hour", quantity.MoneyPerTime)
	f.Hour = hour / secondsPerHour
	r.hour = f.Hour
	if share, given := r.share(m, "driver_share"); given {
		f.DriverShare = &share
	}
	if tonnes, given := r.quantity(m, "co2e_per_litre", quantity.Density, quantity.Between(0, dirtiest)); given {
		kg := tonnes * kgPerTonne
		f.CO2e = &kg
	}
	f.PerKm, _ = r.money(m, "per_km", quantity.MoneyPerLength)
	if faster, given := r.number(m, "empty_speed", quantity.Between(slowestEmpty, fastestEmpty)); given {
		f.EmptySpeed = faster
	}
	if spread := r.spread(m, "driving_spread"); spread != nil {
		f.Spread = *spread
	}
	m.Done()
	return f
}

// spread reads the coefficient of variation of a lognormal factor with mean 1; none: nothing varies.
func (r *reader) spread(m *strict.Map, key string) *law.Law {
	cv, given := r.number(m, key, quantity.Between(0, widestSpread))
	if !given || cv == 0 {
		return nil
	}
	l, err := r.facts.tables.Lognormal(1, cv)
	if err != nil {
		panic("scenarios: a spread within its bounds was refused: " + err.Error())
	}
	return &l
}
