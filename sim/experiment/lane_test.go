package experiment

import "math/rand/v2"

// lane is one gate lane that is empty when the first of its trucks comes, one interarrival time
// after the start: exponential times between arrivals and of service [min].
type lane struct {
	trucks       int
	interarrival float64 // mean
	service      float64 // mean
}

// waits gives the wait before service, mean of all trucks and of the last: Lindley 1952,
// w' = max(0, w + s - a). Each truck draws its own two numbers, so two lanes given equal generators
// have the same luck.
func (l lane) waits(random *rand.Rand) (mean, last float64) {
	sum, next := 0.0, 0.0
	for range l.trucks {
		last = next
		sum += last
		service := l.service * random.ExpFloat64()
		next = max(0, last+service-l.interarrival*random.ExpFloat64())
	}
	return sum / float64(l.trucks), last
}

func (l lane) meanWait(random *rand.Rand) float64 {
	mean, _ := l.waits(random)
	return mean
}

// luck is the generator of one replication.
func luck(seed uint64, replication int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(replication)))
}

// busyLane is the published case of a lane at 0.9 of its capacity, 25 trucks from empty: a mean
// wait of 2.12448934653 min by an exact rational recursion (Law, Simulation Modeling and Analysis,
// gives 2.12).
var busyLane = lane{trucks: 25, interarrival: 1, service: 0.9}

const busyLaneWait = 2.12448934653
