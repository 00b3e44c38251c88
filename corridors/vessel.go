package corridors

import "hanhlang/seeds/law"

// Vessel is a liner that calls at a port every week, by the clock of the port. Exports wait for the next call whose
// cut-off they make; imports come with the next call and are available once they are discharged.
type Vessel struct {
	Name      string
	Days      Weekdays
	At        int      // when it is due on these days [s after midnight]
	Delay     *law.Law // of a call after its time [s]; none: it is punctual
	CutOff    float64  // exports must be at the port so long before the call is due [s]
	Discharge float64  // the imports of a call become available evenly over this time after it has come [s]
}

// Landing is how the loads of a flow that begins at a port come: with a vessel, for which they wait at sea.
type Landing struct {
	Vessel string
	Dwell  *law.Law // from discharge until its truck fetches the load [s]; none: it waits there
}
