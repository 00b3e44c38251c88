package experiment

// Looks says after how many replications an experiment is looked at that runs until its intervals are narrow enough. When they are
// all narrow enough at a look, it stops there. The looks are the same for any number of workers.
//
// Every look is a chance to stop while the spread happens to look small, which makes intervals hold a little less often than they
// say. So the first look is late, and the next ones come ever later: each after a fifth more replications than the one before.
// From 20 to 200 there are fourteen. As the target gets narrower, the share of intervals that hold tends to the nominal one.
//
// Source: Chow and Robbins 1965 (absolute half-width); Nádas 1969 (relative); Glynn and Whitt 1992 (replications of a simulation);
// Singham and Schruben 2012 (what frequent looks cost).
type Looks struct {
	AtLeast int // replications before the first look, two or more
	AtMost  int // at which the last one is, whatever it shows
}

// lookGrowth is how many fifths of the replications come before the next look.
const lookGrowth = 5

// First is the number of replications of the first look.
func (l Looks) First() int { return min(l.AtLeast, l.AtMost) }

// Next is the number of replications of the look after the one at so many; false if that was the last.
func (l Looks) Next(done int) (int, bool) {
	if done >= l.AtMost {
		return 0, false
	}
	return min(done+(done+lookGrowth-1)/lookGrowth, l.AtMost), true
}
