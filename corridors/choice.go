package corridors

import "hanhlang/seeds/law"

// Information is what a truck knows of queues and closed roads when it chooses its way. Roads, tolls,
// fees and opening hours are known to everybody.
type Information string

// The kinds of information.
const (
	Uninformed Information = "none"    // as on a day without queues and with every road open
	Delayed    Information = "delayed" // the bulletin of the last full hour that is old enough
	Live       Information = "live"    // as they are now
)

// InformationKinds lists them.
func InformationKinds() []Information { return []Information{Uninformed, Delayed, Live} }

// Choice is how the trucks of a flow choose among the gate pairs that lead to their destination: the
// way with the least expected cost, which is its money and the expected time at TimeValue.
type Choice struct {
	Gates       []string // the pairs that they may use; none: all
	Information Information
	Delay       float64  // age of delayed information [s]
	TimeValue   float64  // what time counts [USD/s]
	Waits       bool     // a truck that meets a closed road waits; else it turns to a way that is open
	Spread      *law.Law // of how trucks rate a way: a factor on its cost with mean 1; none: all alike
}
