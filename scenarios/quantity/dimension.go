package quantity

import "strings"

// Dimension says what kind of figure a quantity is: the exponents of time, length, mass and volume, and whether money
// stands above or below the line. It is a plain number, so that dimensions are constants and compare with ==.
type Dimension uint32

// One signed hexadecimal digit holds one exponent (-8 to 7), so that inverse units are a digit of 0xF.
const (
	timeDigit = 4 * iota
	lengthDigit
	massDigit
	volumeDigit
	overDigit
	underDigit
	digits
)

// The dimensions that have a name in this project.
const (
	Pure   Dimension = 0                // a share or a plain number
	Time   Dimension = 1 << timeDigit   // [s]
	Length Dimension = 1 << lengthDigit // [km]
	Area   Dimension = 2 << lengthDigit // [km2]
	Mass   Dimension = 1 << massDigit   // [t]
	Volume Dimension = 1 << volumeDigit // [l]
	Money  Dimension = 1 << overDigit   // [its own currency]

	PerTime   Dimension = 0xF << timeDigit // [1/h]
	perLength Dimension = 0xF << lengthDigit
	perMass   Dimension = 0xF << massDigit
	perVolume Dimension = 0xF << volumeDigit

	Speed           = Length | PerTime            // [km/h]
	MassPerTime     = Mass | PerTime              // [t/h]
	Density         = Mass | perVolume            // [t/l]
	FuelUse         = Volume | perLength          // [l/km]
	IdleFuel        = Volume | PerTime            // [l/h]
	MassPerTonneKm  = perLength                   // of what is given off [t/tkm]
	TonneKm         = Mass | Length               // [tkm]
	MoneyPerLength  = Money | perLength           // [USD/km]
	MoneyPerTime    = Money | PerTime             // [USD/h]
	MoneyPerMass    = Money | perMass             // [USD/t]
	MoneyPerVolume  = Money | perVolume           // [USD/l]
	MoneyPerTonneKm = Money | perMass | perLength // [USD/tkm]

	// Exchange is a rate between two currencies, such as 26000 VND/USD.
	Exchange = Money | 1<<underDigit

	// YieldPerArea is what land gives in a time, such as 12 t/ha/day [t/km2/h].
	YieldPerArea = Mass | 0xE<<lengthDigit | PerTime
)

// exponent returns the signed exponent held in one digit.
func (d Dimension) exponent(digit int) int {
	nibble := int(d>>digit) & 0xF
	if nibble >= 8 {
		return nibble - 16
	}
	return nibble
}

// plus adds exponents digit by digit; times is +1 for a factor above the line and -1 for one below it.
func (d Dimension) plus(other Dimension, times int) Dimension {
	var sum Dimension
	for digit := 0; digit < digits; digit += 4 {
		exponent := d.exponent(digit) + times*other.exponent(digit)
		sum |= Dimension(exponent&0xF) << digit
	}
	return sum
}

// Unit is the base unit of the dimension as it is written in a file: "s", "km", "km/h", "USD/km"; empty for Pure.
// Where money is meant and no currency is known it says USD.
func (d Dimension) Unit() string {
	return d.unitText("USD", "USD")
}

// Units lists the writings to offer where this dimension is wanted, the most usual first; for PerTime they begin with a slash.
func (d Dimension) Units() []string {
	if known := usualUnits(d); known != nil {
		return known
	}
	if d.exponent(overDigit) == 0 {
		return []string{d.Unit()}
	}
	var priced []string
	for _, currency := range Currencies()[:4] {
		priced = append(priced, d.unitText(currency, currency))
	}
	return priced
}

// usualUnits holds what a planner would write, most usual first; nil for a dimension without custom.
func usualUnits(d Dimension) []string {
	switch d {
	case Pure:
		return []string{"", "%"}
	case Time:
		return []string{"min", "h", "days", "weeks", "s"}
	case Length:
		return []string{"km", "m", "miles"}
	case Area:
		return []string{"ha", "km2", "m2"}
	case Mass:
		return []string{"t", "kg"}
	case Volume:
		return []string{"l", "m3"}
	case PerTime:
		return []string{"/day", "/h", "/min", "/week", "/year", "%/day", "%/year"}
	case Speed:
		return []string{"km/h", "mph", "m/s"}
	case FuelUse:
		return []string{"l/100km", "l/km"}
	case MassPerTime:
		return []string{"t/day", "t/h"}
	case Density:
		return []string{"kg/l", "t/m3"}
	case Exchange:
		return []string{"VND/USD", "LAK/USD", "THB/USD"}
	case YieldPerArea:
		return []string{"t/ha/day", "t/ha/year"}
	}
	return nil
}

// unitText builds the base unit from the exponents; over and under are the currencies above and below the line.
func (d Dimension) unitText(over, under Currency) string {
	var above, below strings.Builder
	for _, part := range baseParts(over) {
		for n := d.exponent(part.digit); n > 0; n-- {
			above.WriteString(part.above)
		}
		for n := d.exponent(part.digit); n < 0; n++ {
			below.WriteString("/" + part.below)
		}
	}
	if d.exponent(underDigit) != 0 {
		below.WriteString("/" + string(under))
	}
	text := above.String()
	if text == "kmkm" {
		text = "km2"
	}
	return text + below.String()
}

type basePart struct {
	digit        int
	above, below string
}

// baseParts gives the symbols of the exponents in the order in which they are written.
func baseParts(over Currency) []basePart {
	return []basePart{
		{overDigit, string(over), ""},
		{massDigit, "t", "t"},
		{volumeDigit, "l", "l"},
		{lengthDigit, "km", "km"},
		{timeDigit, "s", "h"},
	}
}
