package indicators

import (
	"io"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// Watch is how the runs of one alternative are observed. It does not change, so all workers share one.
type Watch struct{ atlas *atlas }

// NewWatch reads off a model and its setup what the log does not say.
func NewWatch(m *journey.Model, setup journey.Setup) *Watch { return &Watch{newAtlas(m, setup)} }

// Observer listens to one run. It is a journey.Log; when the run has ended, Sample says what it was.
type Observer struct {
	diary
	tfi     *shelf[tfiKey]
	trs     *shelf[trsKey]
	border  *series // of all crossings; none: nobody has crossed yet
	since   *shelf[trsKey]
	clocks  map[trsKey]*clockBook
	ways    map[wayKey]*wayBook
	wayKeys []wayKey
	delays  *delays
	rhythms map[string]*rhythmBook // by post
	posts   map[postAt]*postBook
	flows   map[string]*flowBook
	causes  map[delayKey]*delayBook
	sheet   *sheet // none: trucks are not written out
}

// Run is which run of a study is observed, as the truck log names it.
type Run struct {
	Alternative string
	Replication int
}

// Observe begins to listen to a run. If w is there, every counted truck is written to it in the form of the
// truck log, without its heading.
func (w *Watch) Observe(run Run, to io.Writer) *Observer {
	o := &Observer{
		tfi: newShelf[tfiKey](), trs: newShelf[trsKey](), since: newShelf[trsKey](), clocks: make(map[trsKey]*clockBook),
		ways: make(map[wayKey]*wayBook), delays: newDelays(), rhythms: make(map[string]*rhythmBook),
		posts: make(map[postAt]*postBook), flows: make(map[string]*flowBook), causes: make(map[delayKey]*delayBook),
	}
	if to != nil {
		o.sheet = newSheet(run, to, w.atlas)
	}
	o.diary = diary{atlas: w.atlas, inside: make(map[who]*Record), ends: o.book, charges: to != nil}
	return o
}

// book a truck that has left, if it counts.
func (o *Observer) book(r *Record) {
	o.bookRhythm(r)
	if !o.atlas.counts(r) {
		return
	}
	o.bookPosts(r)
	for _, part := range []Part{Out, Home} {
		if r.finished(part) {
			o.tfi34(r, part)
			o.bookTCD(r, part)
		}
	}
	o.bookTRS(r)
	o.bookDelays(r)
	if o.sheet != nil {
		o.sheet.write(r)
	}
}

// Sample is what one observed run came to.
type Sample struct {
	atlas   *atlas
	tfi     digests[tfiKey]
	trs     digests[trsKey]
	since   digests[trsKey]
	clocks  map[trsKey]*clockBook
	ways    map[wayKey]*wayDigest
	wayKeys []wayKey
	delays  *delays
	rhythms map[string]*rhythmBook
}

// Sample sums the run up. An error is that of the writer of the truck log.
func (o *Observer) Sample() (*Sample, error) {
	s := &Sample{
		atlas: o.atlas, tfi: o.tfi.close(nil), trs: o.trs.close(o.atlas.trsAims), since: o.since.close(nil),
		clocks: o.clocks, ways: make(map[wayKey]*wayDigest, len(o.ways)), wayKeys: o.wayKeys, delays: o.delays, rhythms: o.rhythms,
	}
	for k, w := range o.ways {
		s.ways[k] = w.close()
	}
	if o.sheet == nil {
		return s, nil
	}
	return s, o.sheet.flush()
}

// Set are the indicators of one alternative.
type Set struct {
	Replications int // observed: the first of the study's
	Trucks       int // counted in them
	TFI          []TFI
	TCD          []TCD
	TRS          []TRS
	Delay        []Delay
	Rhythms      []Rhythm
	Gap          sim.Time // what the causes of delay miss of their total: zero
}

// Over all observed replications of an alternative; nil for none.
func Over(samples []*Sample, confidence float64) *Set {
	if len(samples) == 0 {
		return nil
	}
	e := estimator{confidence}
	set := &Set{Replications: len(samples), TCD: tcdRows(e, samples), TRS: trsRows(e, samples), Delay: delayRows(e, delaysOf(samples)), Rhythms: rhythmRows(samples)}
	var tfi []digests[tfiKey]
	for _, s := range samples {
		tfi = append(tfi, s.tfi)
		set.Trucks += s.delays.trucks
		set.Gap += s.delays.gap()
	}
	set.TFI = tfiRows(e, tfi)
	return set
}
