package journey

import "slices"

// ledger is how much of what a truck does with its time and money a run keeps.
type ledger uint8

// Each keeps what those before it do.
const (
	noLedger ledger = iota // only what stations, doors and counts tell
	ofTime                 // what a truck's time is spent on, border time included
	ofMoney                // and what it spends, burns, drives and carries
)

// listed is a measure with the ledger that it is taken from.
type listed struct {
	measure
	from ledger
}

// from tells of some measures which ledger they are taken from.
func from(l ledger, measures []measure) []listed {
	out := make([]listed, len(measures))
	for i, m := range measures {
		out[i] = listed{m, l}
	}
	return out
}

// want decides what is kept, for the measures that somebody wants: all where nobody says which. The model then has all measures that
// what is kept is enough for, since warnings and the audit ask for some of them.
func (b *builder) want(all []listed) {
	b.ledger = noLedger
	if b.setup.Wanted == nil {
		b.ledger = ofMoney
	}
	if b.rooms { // who has spent time at a gate is not turned away from it any more
		b.ledger = max(b.ledger, ofTime)
	}
	for _, m := range all {
		if slices.Contains(b.setup.Wanted, m.name) {
			b.ledger = max(b.ledger, m.from)
		}
	}
	for _, name := range b.setup.Wanted {
		if !slices.ContainsFunc(all, func(m listed) bool { return m.name == name }) {
			b.fail("no measure %s", name)
		}
	}
	for _, m := range all {
		if m.from <= b.ledger {
			b.measures = append(b.measures, m.measure)
		}
	}
}

// KeepsTime says whether outcomes tell what trucks spend their time on. They do unless the measures that are wanted do not ask for it.
func (m *Model) KeepsTime() bool { return m.ledger >= ofTime }

// KeepsMoney says whether outcomes tell what trucks spend.
func (m *Model) KeepsMoney() bool { return m.ledger == ofMoney }
