package journey

import (
	"math"

	"hanhlang/seeds/law"
)

// Meeting is what becomes of trucks and return loads that look for one another.
type Meeting struct {
	Empty   float64 // share of the trucks that go home empty
	Lost    float64 // share of the loads that no truck takes
	Seeking float64 // mean number of trucks that wait
	Waiting float64 // mean number of loads that wait
}

// meets is the meeting in the long run of Poisson streams of trucks and loads [1/s], first come, first served, when
// each side waits at most a constant time or an exponential one. Never both wait, so the market is a walk on a line:
// with a constant limit D the age x of the oldest truck has the density T p exp((T-L)x) on (0, D), where T and L are
// the rates and p the chance that nobody waits (level crossing; Brill 2008); with an exponential one of mean 1/h, n
// trucks wait with the chance p times the product over k up to n of T/(L + k h) (birth and death). Loads likewise.
// It says false where no number can hold the answer.
func meets(trucks, loads float64, maxWait, patience law.Law) (Meeting, bool) {
	t, l := sideOf(trucks, loads, maxWait), sideOf(loads, trucks, patience)
	nobody := 1 / (1 + t.chance + l.chance)
	m := Meeting{
		Empty: float64(t.lost * nobody), Lost: float64(l.lost * nobody),
		Seeking: float64(t.number * nobody), Waiting: float64(l.number * nobody),
	}
	sum := m.Empty + m.Lost + m.Seeking + m.Waiting
	return m, nobody > 0 && sum < math.Inf(1)
}

// side is one side of a market, as multiples of the chance that nobody waits.
type side struct {
	chance float64 // that somebody of this side waits
	number float64 // mean number of those who wait
	lost   float64 // share of the side that waits in vain
}

// sideOf a market to which so many come in a second, against so many of the other side.
func sideOf(come, others float64, wait law.Law) side {
	if wait.Memoryless() {
		return impatient(come, others, 1/wait.Mean())
	}
	limit := wait.Mean()
	growth := (come - others) * limit
	zeroth, first := momentsOf(growth)
	chance := float64(come * limit * zeroth)
	return side{chance, chance + float64(come*limit*come*limit*first), law.Exp(growth)}
}

// momentsOf are the integrals over x from 0 to 1 of exp(g x) and of x exp(g x).
func momentsOf(g float64) (zeroth, first float64) {
	if math.Abs(g) < 1e-3 { // where the closed forms would lose their digits; the next term is below 1e-13
		square := float64(g * g)
		return 1 + float64(g/2) + square/6 + float64(square*g)/24, 1.0/2 + g/3 + float64(square/8) + float64(square*g)/30
	}
	whole := law.Exp(g)
	zeroth = (whole - 1) / g
	return zeroth, (whole - zeroth) / g
}

// impatient is a side each of which gives up at a rate [1/s].
func impatient(come, others, rate float64) (s side) {
	const small = 1e-17 // of the sum: what does not count any more
	weight := 1.0
	for n := 1.0; ; n++ {
		weight = float64(weight * (come / (others + float64(n*rate))))
		s.chance += weight
		s.number += float64(n * weight)
		if come < others+float64(n*rate) && n*weight <= small*s.number || math.IsInf(s.number, 1) {
			break
		}
	}
	s.lost = rate * s.number / come
	return s
}
