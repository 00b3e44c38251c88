package schema

import (
	"slices"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// described is what a key means. Most mean the same wherever they stand; those that do not are told apart by the key that they stand under.
func described(under, key string) words.Phrase {
	if slices.Contains(apart, under+"."+key) {
		return words.Say("schema.in." + under + "." + key)
	}
	return words.Say("schema.key." + key)
}

// apart are keys that mean something of their own in one place.
var apart = []string{
	"double_entry.at",
	"backlog.at",
	"vessels.at",
	"pools.at",
	"swaps.at",
	"demand.at",
	"candidates.at",
	"points.at",
	"choice.delay",
	"vessels.delay",
	"arrivals.delay",
	"arrivals.after",
	"arrivals.every",
	"arrivals.first",
	"arrivals.rate",
	"arrivals.transfer",
	"arrivals.count",
	"breaks.every",
	"repairs.every",
	"stages.cases",
	"cases.name",
	"choice.gates",
	"countries.name",
	"currencies.name",
	"inspection.name",
	"inspection.kind",
	"inspection.from",
	"inspection.to",
	"joint.name",
	"joint.service",
	"via.name",
	"via.share",
	"swaps.kind",
	"swaps.places",
	"swaps.from",
	"swaps.to",
	"swaps.before",
	"strip.places",
	"yards.places",
	"places.kind",
	"places.zone",
	"depots.kind",
	"flows.from",
	"flows.to",
	"flows.fleet",
	"flows.transit",
	"flows.trusted",
	"return.trusted",
	"growth.from",
	"growth.to",
	"holidays.from",
	"holidays.to",
	"rush.from",
	"rush.to",
	"outages.from",
	"outages.to",
	"shocks.from",
	"shocks.to",
	"shocks.hours",
	"shocks.speed",
	"shocks.gates",
	"shocks.posts",
	"factors.from",
	"factors.to",
	"factors.values",
	"legs.from",
	"legs.to",
	"legs.name",
	"legs.time",
	"legs.length",
	"horizon.length",
	"first.length",
	"again.length",
	"platform.entry",
	"sensitivity.first",
	"permits.count",
	"permits.flows",
	"pools.flows",
	"quotas.flows",
	"quotas.trucks",
	"placement.rate",
	"transit.share",
	"transit.countries",
	"when.commodity",
	"priority.commodity",
	"when.declaration",
	"priority.declaration",
	"when.trusted",
	"priority.trusted",
	"when.share",
	"commodities.channels",
	"against.points",
	"curves.points",
	"plus.measure",
	"lesson.expected",
	"expected.measure",
	"expected.value",
	"facts.value",
	"waited.flow",
	"fails.every",
	"fails.lasts",
}

// describe is the sentence that an editor shows beside a key: what it means and how it is written.
func (w *writer) describe(o *strict.Outline, under, key string) string {
	var forms []any
	for _, f := range w.formsOf(o) {
		if wanted := f.Wanted(); !wanted.Empty() && f.Kind != strict.ChoiceForm {
			forms = append(forms, wanted)
		}
	}
	what := described(under, key)
	if len(forms) == 0 {
		return w.say(what)
	}
	return w.say(words.Say("schema.written", "what", what, "form", words.Or(forms...)))
}

// formsOf are the forms of a value, or of what stands in a figure.
func (w *writer) formsOf(o *strict.Outline) []strict.Form {
	if o.Shared() != "" {
		return nil
	}
	return o.Forms()
}
