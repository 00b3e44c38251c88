package quantity

import "fmt"

// Quantity is a figure: its value in the base unit of its dimension, and its currencies where money is involved
// (Over above the line, Under below it, as VND and USD in 26000 VND/USD). Two equal figures are equal with ==.
type Quantity struct {
	Value       float64
	Dim         Dimension
	Over, Under Currency
}

// Seconds is the length of a time [s].
func (q Quantity) Seconds() float64 { return q.as(Time) }

// Km is a length [km].
func (q Quantity) Km() float64 { return q.as(Length) }

// KmPerHour is a speed [km/h].
func (q Quantity) KmPerHour() float64 { return q.as(Speed) }

// Tonnes is a mass [t].
func (q Quantity) Tonnes() float64 { return q.as(Mass) }

// Litres is a volume [l].
func (q Quantity) Litres() float64 { return q.as(Volume) }

// PerHour is a rate [1/h].
func (q Quantity) PerHour() float64 { return q.as(PerTime) }

// PerDay is a rate [1/day].
func (q Quantity) PerDay() float64 { return q.as(PerTime) * 24 }

// Share is a fraction of 1, or a plain number.
func (q Quantity) Share() float64 { return q.as(Pure) }

// as panics when the reader of a file let a figure of another dimension through.
func (q Quantity) as(dim Dimension) float64 {
	if q.Dim != dim {
		panic(fmt.Sprintf("quantity: %s read as a figure in %q", q, dim.Unit()))
	}
	return q.Value
}
