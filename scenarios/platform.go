package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// platform reads the digital gate of a post, and when it fails.
func (r *reader) platform(m *strict.Map) corridors.Platform {
	p := corridors.Platform{Entry: r.optionalLaw(m, "entry")}
	m.Require("adoption", "adoption: 90 %")
	p.Adoption, _ = r.share(m, "adoption")
	p.Exception, _ = r.share(m, "exception")
	if twice, there := m.Sub("double_entry"); there {
		p.DoubleEntry = r.doubleEntry(twice)
		m.Require("entry", "entry: {uniform: [2 min, 5 min]}")
	}
	for _, item := range m.List("outages") {
		if o, ok := item.AsMap(); ok {
			p.Outages = append(p.Outages, outage(o))
		}
	}
	if fails, there := m.Sub("fails"); there {
		p.Fails = r.failure(fails)
	}
	m.Done()
	return p
}

// doubleEntry reads which files are keyed in twice, and whose time that is.
func (r *reader) doubleEntry(m *strict.Map) corridors.DoubleEntry {
	out := corridors.DoubleEntry{}
	m.Require("share", "share: 40 %")
	m.Require("at", "at: "+string(corridors.AtOffice))
	out.Share, _ = r.share(m, "share")
	at, _ := m.Choice("at", texts(corridors.Desks())...)
	out.At = corridors.Desk(at)
	m.Done()
	return out
}

// outage reads two moments of a run, the later one last.
func outage(m *strict.Map) corridors.Outage {
	m.Require("from", "from: day 10 08:00")
	m.Require("to", "to: day 10 14:00")
	from, ok1 := m.Moment("from")
	to, ok2 := m.Moment("to")
	if ok1 && ok2 && to.Seconds() <= from.Seconds() {
		v, _ := m.At("to")
		v.Problem(words.Say("scenario.ends-before", "from", from.String(), "to", to.String()), words.Phrase{}, words.Phrase{})
	}
	m.Done()
	return corridors.Outage{From: from.Seconds(), To: to.Seconds()}
}

// failure reads how often a platform fails by chance, and for how long.
func (r *reader) failure(m *strict.Map) *corridors.Failure {
	m.Require("every", "every: {exponential: 30 days}")
	m.Require("lasts", "lasts: {exponential: 4 h}")
	every, lasts := r.optionalLaw(m, "every"), r.optionalLaw(m, "lasts")
	m.Done()
	if every == nil || lasts == nil {
		return nil
	}
	if v, _ := m.At("every"); every.Mean() < shortestUp {
		v.Problem(words.Say("scenario.always-down"), words.Phrase{}, words.Phrase{})
	}
	return &corridors.Failure{Every: *every, Lasts: *lasts}
}

// shortestUp is the least mean time between outages [s]: a minute.
const shortestUp = 60

// dossier reads whether the two posts of a pair ask for a declaration each.
func dossier(m *strict.Map) corridors.Dossier {
	word, _ := m.Choice("dossier", texts(corridors.Dossiers())...)
	return corridors.Dossier(word)
}
