package law

import "sync"

// Tables holds the tables of laws that share them: lognormals with the same coefficient of variation have one between
// them, which is made once and stays in the processor's cache. The zero value is ready; it serves several goroutines.
type Tables struct {
	lock      sync.Mutex
	lognormal map[float64]*inverse // by the deviation of the logarithm
}

// ofLognormal is the table for a deviation of the logarithm, made if need be.
func (t *Tables) ofLognormal(deviation float64) *inverse {
	t.lock.Lock()
	defer t.lock.Unlock()
	table, made := t.lognormal[deviation]
	if !made {
		table = inverseOfLognormal(deviation)
		if t.lognormal == nil {
			t.lognormal = make(map[float64]*inverse)
		}
		t.lognormal[deviation] = table
	}
	return table
}
