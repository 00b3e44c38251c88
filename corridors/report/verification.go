package report

import "hanhlang/sim/stat"

// Verification says how the model stands to values that theory knows.
type Verification struct {
	Name      string // of the file of cases
	Title     string // for people; may be empty
	Seed      uint64
	Version   string
	InputHash string
	Whole     bool // all cases of the file were run
	Cases     []VerifiedCase
	Pool      *Pool // nil: one seed was enough
	Elsewhere []Elsewhere
	Repeat    string // command line that gives the same
}

// VerifiedCase is one scenario with the quantities that are known of it.
type VerifiedCase struct {
	Name         string
	Title        string
	Source       string
	Replications int
	Again        int  // replications of the second run; 0: none was needed
	Sound        bool // the self-audit of every run holds
	Quantities   []Quantity
}

// Verdict says how a quantity stands to its value.
type Verdict string

// The verdicts.
const (
	Accepted Verdict = "accepted"
	Missed   Verdict = "missed"
	TooWide  Verdict = "too-wide" // the interval holds the value, but says too little
)

// Quantity is one value with what came out.
type Quantity struct {
	Name     string
	Unit     string // of all figures; may be empty
	Value    float64
	Interval stat.Interval // 99.9 %
	AtMost   float64       // half-width of an interval that is accepted
	Exact    bool          // every replication must give the value
	Again    bool          // judged by the second run
	Verdict  Verdict

	Sites, Found [][]string // of a quantity that is no number: the sets that should come out, and those that did

	Pooled, PoolMissed int // 95 % intervals over all seeds, and those that miss the value
}

// Pool says how many of the 95 % intervals of several seeds miss their values: one in twenty should.
type Pool struct {
	Seeds, Intervals, Missed int
}

// The share of misses that is accepted, and what it takes to judge it: fewer intervals say too little.
const (
	LeastMisses   = 0.035
	MostMisses    = 0.065
	PoolSeeds     = 20
	PoolIntervals = 2000
)

// Share of the intervals that miss; none where there are no intervals.
func (p *Pool) Share() (float64, bool) {
	if p.Intervals == 0 {
		return 0, false
	}
	return float64(p.Missed) / float64(p.Intervals), true
}

// Judged says whether there are enough seeds and intervals for a verdict.
func (p *Pool) Judged() bool { return p.Seeds >= PoolSeeds && p.Intervals >= PoolIntervals }

// Accepted says whether the share of misses is neither too large nor too small, as far as it can be judged.
func (p *Pool) Accepted() bool {
	share, _ := p.Share()
	return !p.Judged() || LeastMisses <= share && share <= MostMisses
}

// PoolFailed says whether the share of misses was judged and not accepted.
func (v *Verification) PoolFailed() bool { return v.Pool != nil && !v.Pool.Accepted() }

// Elsewhere is a case that no scenario can express.
type Elsewhere struct {
	Name    string
	Title   string
	Package string // whose tests hold it; empty: nothing does
	Why     string
}

// Missed are the places of the quantities that were not accepted.
func (c *VerifiedCase) Missed() []int {
	var out []int
	for i, q := range c.Quantities {
		if q.Verdict != Accepted {
			out = append(out, i)
		}
	}
	return out
}

// Failed names the cases that were not accepted.
func (v *Verification) Failed() []string {
	var out []string
	for i := range v.Cases {
		if c := &v.Cases[i]; !c.Sound || len(c.Missed()) > 0 {
			out = append(out, c.Name)
		}
	}
	return out
}

// count counts quantities.
func (v *Verification) count(which func(Quantity) bool) (n int) {
	for _, c := range v.Cases {
		for _, q := range c.Quantities {
			if which(q) {
				n++
			}
		}
	}
	return n
}
