package study

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"io"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/report"
	"hanhlang/corridors/report/indicators"
	"hanhlang/corridors/words"
	"hanhlang/seeds"
)

// observed is what listening to one run gave.
type observed struct {
	sample *indicators.Sample // nil: nobody listened
	trucks []byte             // rows of the truck log, packed; a run has tens of megabytes of them
}

// watch gets ready to listen, if anybody asked for it.
func (a *answer) watch() {
	a.options.Observe = min(a.options.Observe, a.most())
	if a.options.Observe <= 0 {
		return
	}
	a.observed = make([][]observed, len(a.models))
	for i, m := range a.models {
		a.observed[i] = make([]observed, a.options.Observe)
		a.watches = append(a.watches, indicators.NewWatch(m, a.study.Alternatives[i].Scenario.Setup))
	}
}

// observes says whether a run is listened to.
func (a *answer) observes(c cell) bool { return c.replication < a.options.Observe }

// observe plays the run of a cell with a log. What comes out of it is the same as without.
func (a *answer) observe(ctx context.Context, w *journey.World, luck seeds.Luck, c cell) (*journey.Outcome, error) {
	run := indicators.Run{Alternative: a.study.Alternatives[c.alternative].Name, Replication: c.replication}
	var packed bytes.Buffer
	var pack *gzip.Writer
	var to io.Writer
	if a.options.TruckLog != nil {
		pack, _ = gzip.NewWriterLevel(&packed, gzip.BestSpeed) // the level is one of those there are
		to = pack
	}
	listener := a.watches[c.alternative].Observe(run, to)
	o, err := w.Run(ctx, luck, listener)
	if err != nil {
		return nil, err
	}
	sample, err := listener.Sample()
	if err == nil && pack != nil {
		err = pack.Close()
	}
	a.observed[c.alternative][c.replication] = observed{sample, packed.Bytes()}
	return o, err
}

// samples of one alternative, in the order of replications.
func (a *answer) samples(i int) []*indicators.Sample {
	var out []*indicators.Sample
	for r := range a.options.Observe {
		out = append(out, a.observed[i][r].sample)
	}
	return out
}

// reckon takes the indicators of all alternatives from what was observed.
func (a *answer) reckon() {
	for i := range a.models {
		a.sets = append(a.sets, indicators.Over(a.samples(i), a.study.Confidence)) // nil where nobody asked
	}
}

// waterfalls are the differences in delay of the pairs of the study.
func (a *answer) waterfalls() []report.Waterfall {
	if a.options.Observe <= 0 {
		return nil
	}
	var out []report.Waterfall
	for _, p := range a.study.Pairs {
		causes, same := indicators.Waterfall(a.samples(a.index(p.Alternative)), a.samples(a.index(p.Base)), a.study.Confidence)
		out = append(out, report.Waterfall{Alternative: p.Alternative, Base: p.Base, SameTrucks: same, Causes: causes})
	}
	return out
}

// delayAudit checks that the causes of delay add up, in every observed run.
func (a *answer) delayAudit() []report.Check {
	if a.options.Observe <= 0 {
		return nil
	}
	trucks, gap := 0, int64(0)
	for _, set := range a.sets {
		trucks, gap = trucks+set.Trucks, gap+int64(set.Gap)
	}
	return []report.Check{{
		Name: "delay by cause", OK: gap == 0, Detail: words.Say("study.audit-delay", "trucks", trucks, "gap", gap),
	}}
}

// writeTrucks writes the truck log: its heading, then the runs in order.
func (a *answer) writeTrucks() error {
	if a.options.TruckLog == nil || a.options.Observe <= 0 {
		return nil
	}
	head := csv.NewWriter(a.options.TruckLog)
	if err := head.Write(indicators.SheetHeadings()); err != nil {
		return err
	}
	head.Flush()
	if err := head.Error(); err != nil {
		return err
	}
	for i := range a.observed {
		for r := range a.options.Observe {
			if err := a.writeRun(&a.observed[i][r]); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeRun writes the trucks of one run and lets them go.
func (a *answer) writeRun(run *observed) error {
	rows, err := gzip.NewReader(bytes.NewReader(run.trucks))
	if err != nil {
		return err
	}
	_, err = io.Copy(a.options.TruckLog, rows)
	run.trucks = nil
	return err
}
