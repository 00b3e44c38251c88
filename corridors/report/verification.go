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
}

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
