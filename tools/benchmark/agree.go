package main

import (
	"encoding/json"
	"fmt"
	"math"
)

// figure is an output that is known, with the standard deviation of one replication.
type figure struct{ mean, sd float64 }

// corridorYear are the outputs of benchmark-m2 as a program by other hands had them in knownFrom replications: mean and P95 from arrival
// to exit [min], then the trucks in line at S0 to S9.
func corridorYear() []figure {
	return []figure{
		{601.330, 1.821},
		{832.838, 3.269},
		{4.079, 0.180},
		{4.729, 0.181},
		{2.870, 0.102},
		{0.456, 0.033},
		{0.831, 0.037},
		{1.997, 0.054},
		{2.668, 0.109},
		{2.295, 0.076},
		{1.388, 0.061},
		{1.017, 0.022},
	}
}

// oneLane is the mean wait of benchmark-m1 [min]: theory (Erlang 1909). The deviation of a million customers is that of many runs.
func oneLane() []figure { return []figure{{4, 0.05}} }

const (
	knownFrom  = 1000
	agreedOver = 20 // replications of the program in C
)

// agree holds the program in C to what is known: speed is nothing where the answer is wrong.
func (b *bench) agree() error {
	for model, known := range map[string][]figure{"m1": oneLane(), "m2": corridorYear()} {
		p, err := start(b.work, b.referencePath(), model, fmt.Sprint(agreedOver))
		if err != nil {
			return err
		}
		var found struct {
			Outputs []float64 `json:"outputs"`
		}
		if err := json.Unmarshal(p.out, &found); err != nil {
			return fmt.Errorf("%w in %q", err, p.out)
		}
		if err := agreeing(model, found.Outputs, known, agreedOver); err != nil {
			return err
		}
	}
	return nil
}

// agreeing wants every output within three standard errors of what is known.
func agreeing(model string, outputs []float64, known []figure, replications float64) error {
	if len(outputs) != len(known) {
		return fmt.Errorf("the program in C has %d outputs of %s, and %d are known", len(outputs), model, len(known))
	}
	for i, k := range known {
		within := 3 * k.sd * math.Sqrt(1/replications+1.0/knownFrom)
		if !(math.Abs(outputs[i]-k.mean) <= within) {
			return fmt.Errorf("output %d of %s is %g in C, and should be within %g of %g", i+1, model, outputs[i], within, k.mean)
		}
	}
	return nil
}
