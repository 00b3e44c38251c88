package journey

// Line is a line of the money ledger.
type Line uint8

// The cost lines of haulage and border.
const (
	FuelLoaded    Line = iota // driving with a load
	FuelEmpty                 // and without one
	Idling                    // fuel of an engine that runs while the truck stands
	Hours                     // driver and truck, where a scenario does not tell them apart
	Driver                    // the driver's part of an hour
	TruckCapital              // and the truck's
	Running                   // tyres and maintenance
	Tolls                     // of roads
	Fees                      // official fees of the stages of posts, and of authorities at depots
	Declarations              // of lodging a declaration
	Informal                  // payments without a receipt
	Lifts                     // handling at ICDs
	Transhipments             // from truck to truck
	Storage                   // of loads and trucks at depots
	PortCharges               // handling at ports
	lines
)

// Lines lists them in the order of tables.
func Lines() []Line {
	out := make([]Line, lines)
	for i := range out {
		out[i] = Line(i)
	}
	return out
}

// String is the word for the line in names of measures and in the log.
func (l Line) String() string {
	return [lines]string{
		"fuel_loaded", "fuel_empty", "idling", "hours", "driver", "capital", "running", "tolls", "fees", "declaration", "informal",
		"lifts", "transhipment", "storage", "port",
	}[l]
}

// fuelOf is the line of the fuel for a leg.
func fuelOf(plan *itinerary) Line {
	if plan.loaded {
		return FuelLoaded
	}
	return FuelEmpty
}

// chargeHours enters what the hours of driver and truck cost at a place: in one line, or in two where the driver's part is
// known. These add up to the one to the micro-dollar, since the truck has what the driver's rounded part leaves.
func (w *World) chargeHours(t *truck, place int, usd float64) {
	share := w.model.setup.Corridor.Fleet.DriverShare
	if share == nil {
		w.charge(t, Hours, place, usd)
		return
	}
	if usd <= 0 || !t.cargo || !w.model.KeepsMoney() {
		return
	}
	all := inMicro(usd)
	driver := int64(float64(float64(all)**share) + 0.5)
	if driver > 0 {
		w.enter(t, Driver, place, ofNobody, driver)
	}
	if driver < all {
		w.enter(t, TruckCapital, place, ofNobody, all-driver)
	}
}

// ownerless is whom a line pays that is of no stage.
func ownerless(line Line) int {
	switch line {
	case Declarations:
		return ofCustoms
	case Storage, Transhipments:
		return ofDepot
	}
	return ofNobody
}

// lineMeasures are the costs of a round trip by line. Of fuel, and of driver and truck, there is the sum too.
func (b *builder) lineMeasures() []measure {
	var list []measure
	add := func(name string, of ...Line) {
		list = append(list, measure{"cost_" + name + "_usd", func(w *World) (float64, bool) {
			var micro int64
			for _, line := range of {
				micro += w.books.money[line]
			}
			return w.books.cost(micro, float64(w.books.trips))
		}})
	}
	add("fuel", FuelLoaded, FuelEmpty)
	for _, line := range Lines() {
		switch {
		case line == Hours:
			add(line.String(), Hours, Driver, TruckCapital)
		case b.uses(line):
			add(line.String(), line)
		}
	}
	return list
}

// uses says whether a line can hold money here; those of every corridor always can.
func (b *builder) uses(line Line) bool {
	c := b.setup.Corridor
	switch line {
	case Driver, TruckCapital:
		return c.Fleet.DriverShare != nil
	case Declarations:
		return c.ChargesDeclarations()
	case Transhipments:
		return c.ChargesTransfers()
	}
	return true
}
