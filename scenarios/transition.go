package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// transition reads when one-stop inspection is in force: from a moment, to a moment, and for how long both
// regimes run side by side after each. None of it: for the whole run.
func (r *reader) transition(m *strict.Map, kind corridors.InspectionKind) *corridors.Transition {
	out := &corridors.Transition{}
	for _, key := range []string{"from", "to", "dual", "share"} {
		if v, there := m.At(key); there && kind == corridors.TwoStop {
			v.Problem(words.Say("scenario.two-stop-all-along", "key", key), words.Phrase{}, words.Say("strict.write", "text", "kind: one-stop"))
		}
	}
	var okFrom, okTo bool
	out.From, okFrom = r.moment(m, "from")
	out.To, okTo = r.moment(m, "to")
	out.Dated = byDate(m, "from") || byDate(m, "to")
	out.Dual, _ = r.quantity(m, "dual", quantity.Time, quantity.MoreThan(0).UpTo(longestWait))
	out.Share, _ = r.share(m, "share")
	if m.Has("dual") {
		m.Require("share", "share: 50 %")
	}
	if v, there := m.At("share"); there && !m.Has("dual") {
		v.Problem(words.Say("scenario.share-without-dual"), words.Phrase{}, words.Say("strict.add-line", "line", "dual: 7 days"))
	}
	if v, there := m.At("dual"); there && !m.Has("from") && !m.Has("to") {
		v.Problem(words.Say("scenario.dual-without-change"), words.Phrase{}, words.Say("strict.add-line", "line", "from: day 14"))
	}
	if v, there := m.At("to"); okFrom && okTo && there && out.To < out.From+out.Dual {
		v.Problem(words.Say("scenario.one-stop-ends"), words.Phrase{}, words.Phrase{})
	}
	if !m.Has("from") && !m.Has("to") {
		return nil
	}
	return out
}

// byDate says whether a moment is written as a date.
func byDate(m *strict.Map, key string) bool {
	v, there := m.At(key)
	if !there {
		return false
	}
	_, err := quantity.ParseDate(v.Node().Text())
	return err == nil
}

// moment reads a day of the run, or a date with or without a time of day [s after the start].
func (r *reader) moment(m *strict.Map, key string) (float64, bool) {
	v, there := m.At(key)
	if !there {
		return 0, false
	}
	if !byDate(m, key) {
		at, ok := m.Moment(key)
		return at.Seconds(), ok
	}
	date, _ := quantity.ParseDate(v.Node().Text())
	seconds := dayOf(date).Date().Sub(r.horizon.Start.Date()).Seconds()
	if _, ok := v.AsDate(); seconds <= 0 || !ok {
		v.Problem(words.Say("scenario.moment-before", "start", r.horizon.Start.String()), words.Phrase{}, words.Phrase{})
		return 0, false
	}
	return seconds, true
}
