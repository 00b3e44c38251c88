package indicators

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// The blocks of a time release study.
const (
	TraderBlock    = "trader"
	AuthorityBlock = "authorities"
	OperatorBlock  = "operator"
)

// The scopes of a row: what is timed.
const (
	BorderScope   = "border"       // from the arrival at the first post to leaving the second, wherever a truck crosses and whichever way
	CrossingScope = "crossing"     // from the arrival at the first post to leaving the second
	PostScope     = "post"         // from the arrival at a post to leaving it
	StageScope    = "stage"        // from the arrival at a stage to leaving it
	EntryScope    = "entry"        // the trader's time at the keyboard
	DoorScope     = "door to door" // of the load, on the way out
)

// Transit is the channel of loads that are supervised and not cleared.
const Transit = "transit"

// TRS is one row of a time release study: loaded trucks in one scope and channel [h].
type TRS struct {
	Block     string // whose time it is; all: several
	Scope     string
	Gate      string
	Place     string
	Country   string
	Direction string
	Stage     string
	Owner     string
	Flow      string
	Channel   string
	Summary
	Limits       []Limit
	SinceArrival Stat // from the arrival at the post to the end of the stage [h]
	Peak         Stat // of arrivals in the hours with more of them than the mean hour; absent: no hours are told apart
	OffPeak      Stat
	ByHour       []Slot    // of arrival, by the clock of the place
	ByWeekday    []Slot    // Monday first
	Quantiles    []float64 // of whole crossings and of door to door, from the least by per cent to the longest; means over replications [h]
}

// Limit is a time within which a share is asked for.
type Limit struct {
	Name  string
	Hours float64
}

// Slot is an hour of the day or a day of the week.
type Slot struct {
	N    int
	Mean float64 // [h]; of all observed replications together
}

type trsKey struct{ block, scope, gate, place, country, direction, stage, owner, flow, channel string }

// clockBook are the times of those who came in each hour of the day and on each weekday.
type clockBook struct {
	hour    [24]slotBook
	weekday [7]slotBook
}

type slotBook struct {
	n   int
	sum float64
}

func (s *slotBook) add(x float64) { s.n, s.sum = s.n+1, s.sum+x }

// blockOf an owner.
func blockOf(owner corridors.Owner) string {
	switch owner {
	case "trader":
		return TraderBlock
	case "operator":
		return OperatorBlock
	}
	return AuthorityBlock
}

// bookTRS books a truck.
func (o *Observer) bookTRS(r *Record) {
	var first *Element
	for i := range r.Elements {
		e := &r.Elements[i]
		if !e.Loaded || !e.Passed || e.Kind != AtPost && e.Kind != AtDepot {
			continue
		}
		o.trsPost(e)
		switch {
		case e.Kind == AtPost && !e.last:
			first = e
		case e.Kind == AtPost && first != nil:
			o.crossingFrom(first, e).add(hours(e.To-first.From), first.From, first.book.ahead, o.atlas)
			if o.border == nil {
				o.border = o.trs.of(trsKey{block: All, scope: BorderScope, channel: All})
			}
			o.border.add(hours(e.To - first.From))
			first = nil
		}
	}
	for _, d := range r.Deliveries {
		if d.Part == Out {
			b := o.flowOf(r)
			for _, since := range r.since() {
				if b.door == nil {
					b.door = o.trs.of(trsKey{block: All, scope: DoorScope, flow: r.Flow, channel: All})
				}
				b.door.add(hours(d.At - since))
			}
		}
	}
}

// crossingFrom is what whole crossings from one post to another are booked in.
func (o *Observer) crossingFrom(first, second *Element) *channelBook {
	b := o.postOf(second)
	for i := range b.crossings {
		if b.crossings[i].first == first.book {
			return &b.crossings[i].channelBook
		}
	}
	k := trsKey{block: All, scope: CrossingScope, gate: second.Name, place: first.Place, country: first.Country, channel: All}
	b.crossings = append(b.crossings, crossingBook{first: o.postOf(first), channelBook: o.channelBook(k, false)})
	return &b.crossings[len(b.crossings)-1].channelBook
}

// trsPost books a loaded truck at a post or depot, as a whole and stage by stage.
func (o *Observer) trsPost(e *Element) {
	k := trsKey{block: All, scope: PostScope, gate: e.Name, place: e.Place, country: e.Country, direction: string(e.Direction)}
	b := o.postOf(e)
	for _, k.channel = range channels(e.Channel) {
		o.inChannel(&b.whole, k, false).add(hours(e.To-e.From), e.From, b.ahead, o.atlas)
	}
	if e.Keyed {
		if b.keyed == nil {
			k.block, k.scope, k.owner, k.channel = TraderBlock, EntryScope, TraderBlock, All
			b.keyed = o.trs.of(k)
		}
		b.keyed.add(hours(e.Keying))
	}
	k.scope = StageScope
	for i := range e.Stages {
		s := &e.Stages[i]
		one := o.stageOf(b, s)
		k.block, k.stage, k.owner, k.place, k.country = blockOf(s.Owner), s.Name, string(s.Owner), s.Place, s.Country
		for _, k.channel = range channels(s.Channel) {
			c := o.inChannel(&one.channels, k, true)
			c.add(hours(s.Total()), s.Arrival, one.ahead, o.atlas)
			c.since.add(hours(s.End - e.From))
		}
	}
}

// inChannel finds the book of the channel of a key in a list, or begins it.
func (o *Observer) inChannel(list *[]channelBook, k trsKey, since bool) *channelBook {
	for i := range *list {
		if b := &(*list)[i]; b.channel == k.channel {
			return b
		}
	}
	*list = append(*list, o.channelBook(k, since))
	return &(*list)[len(*list)-1]
}

// channelBook of a key; with the time since the arrival at the post, if it is asked for.
func (o *Observer) channelBook(k trsKey, since bool) channelBook {
	b := channelBook{channel: k.channel, spent: o.trs.of(k)}
	if k.channel == All {
		b.clock = &clockBook{}
		o.clocks[k] = b.clock
	}
	if since {
		b.since = o.since.of(k)
	}
	return b
}

// add a time with the moment at which it began, at a place whose clock is so far ahead.
func (b *channelBook) add(spent float64, arrival, ahead sim.Time, a *atlas) {
	b.spent.add(spent)
	if b.clock == nil {
		return
	}
	hour, weekday := a.clockAt(arrival + ahead)
	b.clock.hour[hour].add(spent)
	b.clock.weekday[weekday].add(spent)
}

// channels are the rows that a load of a channel counts in.
func channels(c corridors.Channel) [2]string {
	if c == "" {
		return [2]string{All, Transit}
	}
	return [2]string{All, string(c)}
}

// limitsOf a row: 24 h and 48 h, and what the scenario asks of such times.
func (a *atlas) limitsOf(k trsKey) []Limit {
	var out []Limit
	for _, l := range a.limits {
		switch {
		case l.of == "", l.of == journey.OfDoorToDoor && k.scope == DoorScope, l.of == journey.OfBorderTime && k.scope != DoorScope:
			out = append(out, Limit{l.name, hours(l.within)})
		}
	}
	return out
}

// trsAims are what a row is summed up for: its limits, and its quantiles where the whole way is timed.
func (a *atlas) trsAims(k trsKey) (out aims) {
	for _, l := range a.limitsOf(k) {
		out.limits = append(out.limits, l.Hours)
	}
	out.spread = k.scope == BorderScope || k.scope == CrossingScope || k.scope == DoorScope
	return out
}

// trsRows are the rows over all observed replications, in the order of blocks and stages.
func trsRows(e estimator, samples []*Sample) []TRS {
	var all, since []digests[trsKey]
	for _, s := range samples {
		all, since = append(all, s.trs), append(since, s.since)
	}
	a := samples[0].atlas
	keys := union(all)
	slices.SortStableFunc(keys, a.compareTRS)
	var out []TRS
	for _, k := range keys {
		row := TRS{
			Block: k.block, Scope: k.scope, Gate: k.gate, Place: k.place, Country: k.country, Direction: k.direction, Stage: k.stage,
			Owner: k.owner, Flow: k.flow, Channel: k.channel, Summary: summary(e, all, k), Limits: a.limitsOf(k),
		}
		row.Quantiles = quantiles(all, k)
		row.SinceArrival = summary(e, since, k).Mean
		row.clocked(e, samples, k)
		if row.N > 0 {
			out = append(out, row)
		}
	}
	return out
}

// compareTRS puts whole crossings first, then posts, then the blocks with their stages.
func (a *atlas) compareTRS(x, y trsKey) int {
	rank := func(k trsKey) int {
		scope := slices.Index([]string{DoorScope, BorderScope, CrossingScope, PostScope, EntryScope, StageScope}, k.scope)
		block := slices.Index([]string{All, TraderBlock, AuthorityBlock, OperatorBlock}, k.block)
		return block*100 + scope
	}
	if d := rank(x) - rank(y); d != 0 {
		return d
	}
	if d := a.order[x.place] - a.order[y.place]; d != 0 {
		return d
	}
	if d := a.rows[rowAt{x.place, x.stage}] - a.rows[rowAt{y.place, y.stage}]; x.scope == StageScope && d != 0 {
		return d
	}
	if x.direction != y.direction {
		return slices.Index([]string{"exit", "entry"}, x.direction) - slices.Index([]string{"exit", "entry"}, y.direction)
	}
	order := []string{All, string(corridors.Green), string(corridors.Yellow), string(corridors.Red), Transit}
	return slices.Index(order, x.channel) - slices.Index(order, y.channel)
}

// clocked fills in what depends on the clock.
func (row *TRS) clocked(e estimator, samples []*Sample, k trsKey) {
	var sum clockBook
	arrivals := 0
	for _, s := range samples {
		book := s.clocks[k]
		if book == nil {
			continue
		}
		for i, b := range book.hour {
			sum.hour[i].n, sum.hour[i].sum = sum.hour[i].n+b.n, sum.hour[i].sum+b.sum
			arrivals += b.n
		}
		for i, b := range book.weekday {
			sum.weekday[i].n, sum.weekday[i].sum = sum.weekday[i].n+b.n, sum.weekday[i].sum+b.sum
		}
	}
	if arrivals == 0 {
		return
	}
	row.ByHour, row.ByWeekday = slots(sum.hour[:]), slots(sum.weekday[:])
	mean := func(peak bool) Stat {
		var x []float64
		for _, s := range samples {
			var both slotBook
			if book := s.clocks[k]; book != nil {
				for i, b := range book.hour {
					if (24*sum.hour[i].n > arrivals) == peak {
						both.n, both.sum = both.n+b.n, both.sum+b.sum
					}
				}
			}
			if both.n > 0 {
				x = append(x, both.sum/float64(both.n))
			}
		}
		return e.of(x)
	}
	row.Peak, row.OffPeak = mean(true), mean(false)
}

func slots(books []slotBook) []Slot {
	out := make([]Slot, len(books))
	for i, b := range books {
		out[i] = b.slot()
	}
	return out
}
