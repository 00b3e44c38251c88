package main

// pairsOf are interleaved runs of one model: of the program in C, of hanhlang alone, and of hanhlang on two cores.
type pairsOf struct {
	Model        string
	Replications int

	c, one []float64 // ns for an event
	part   []float64 // ns for an event of a run without ledgers
	ratios []float64 // one over c, pair by pair
	parts  []float64 // part over c
	gains  []float64 // one core over two
	peak   []float64 // of hanhlang on one core [MB]
	Events int64     // of hanhlang's run
}

// C, One, Part, Ratio, PartRatio, Gain and Peak are what the page shows.
func (p *pairsOf) C() string    { return spreadOf(p.c).text("%.1f") }
func (p *pairsOf) One() string  { return spreadOf(p.one).text("%.1f") }
func (p *pairsOf) Part() string { return spreadOf(p.part).text("%.1f") }

func (p *pairsOf) PartRatio() string { return spreadOf(p.parts).text("%.2f") }

func (p *pairsOf) Ratio() string { return spreadOf(p.ratios).text("%.2f") }
func (p *pairsOf) Gain() string  { return spreadOf(p.gains).text("%.2f") }
func (p *pairsOf) Peak() string  { return spreadOf(p.peak).text("%.1f") }

// counted are the measures that the program in C counts, too: hanhlang keeps no ledgers for them.
const counted = "door_to_door_h, door_to_door_p95_h, station.*.queue_trucks"

// race runs the programs in turn, so that what else the machine does falls on all of them.
func (b *bench) race(model string, replications int) (*pairsOf, error) {
	p := &pairsOf{Model: model, Replications: replications}
	scenario := "benchmark-" + model
	for range b.pairs {
		b.tell("racing on", scenario)
		c, err := b.reference(model, replications)
		if err != nil {
			return nil, err
		}
		one, ran, err := b.scenario(scenario, replications, 1)
		if err != nil {
			return nil, err
		}
		part, _, err := b.scenario(scenario, replications, 1, "--measures", counted)
		if err != nil {
			return nil, err
		}
		two, _, err := b.scenario(scenario, replications, 2)
		if err != nil {
			return nil, err
		}
		p.c, p.one = append(p.c, c.each()), append(p.one, one.each())
		p.part = append(p.part, part.each())
		p.ratios, p.parts = append(p.ratios, one.each()/c.each()), append(p.parts, part.each()/c.each())
		p.gains = append(p.gains, one.Seconds/two.Seconds)
		p.peak = append(p.peak, ran.peak)
		p.Events = one.Events
	}
	return p, nil
}
