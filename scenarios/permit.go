package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// mostPermits is the most trucks that a permit can be for; fewestByQuota the fewest that a quota can let pass [1/h].
const (
	mostPermits   = 1000000
	fewestByQuota = 1.0 / hoursPerDay
)

// readPermits reads how many trucks of some flows may be under way at once, once all flows are known:
// `permits: [{name: through Laos, count: 500, flows: [Đà Nẵng to Khon Kaen]}]`.
func (r *reader) readPermits(top *strict.Map) []corridors.Permit {
	var out []corridors.Permit
	items, _ := r.items(top, "permits")
	for _, m := range items {
		p := corridors.Permit{}
		p.Name, _ = m.Text("name")
		p.Count, _ = r.count(m, "count", scale{}, 1, mostPermits)
		p.Flows = r.flowsIn(m)
		m.Done()
		out = append(out, p)
	}
	return out
}

// readQuotas reads how many loaded trucks may begin a crossing on a day:
// `quotas: [{name: into Laos, gate: Lao Bảo–Densavanh, into: LA, trucks: 300/day}]`.
func (r *reader) readQuotas(top *strict.Map) []corridors.Quota {
	var out []corridors.Quota
	items, _ := r.items(top, "quotas")
	for _, m := range items {
		q := corridors.Quota{}
		q.Name, _ = m.Text("name")
		slashless(m)
		q.Gate, _ = r.gates.find(m, "gate")
		q.Into, _ = r.countries.find(m, "into")
		perHour, _ := r.quantity(m, "trucks", quantity.PerTime, quantity.Between(fewestByQuota, busiest))
		q.PerDay = perHour * hoursPerDay
		if m.Has("flows") {
			q.Flows = r.flowsIn(m)
		}
		m.Done()
		out = append(out, q)
	}
	return out
}

// hoursPerDay turns what is written per hour into days.
const hoursPerDay = 24

// flowsIn reads a list of flows.
func (r *reader) flowsIn(m *strict.Map) []string {
	var out []string
	for _, v := range m.ListOfSome("flows") {
		if name, known := r.flows.findValue(v); known {
			out = append(out, name)
		}
	}
	return out
}

// permits checks that the flows of permits are of trucks, each under one permit.
func (k *checker) permits() {
	permitted := make(map[string]string)
	for i := range k.corridor.Permits {
		p := &k.corridor.Permits[i]
		for n, v := range item(k.top, "permits", p.Name).List("flows") {
			name := p.Flows[n]
			k.limited(v, name)
			if other, taken := permitted[name]; taken {
				v.Problem(words.Say("scenario.permitted-twice", "flow", name, "permit", other), words.Phrase{}, words.Say("strict.delete-one"))
				continue
			}
			permitted[name] = p.Name
		}
	}
}

// limited checks that a flow whose trucks are counted has any.
func (k *checker) limited(v *strict.Value, flow string) {
	if k.flowNamed(flow).Traffic == corridors.Others {
		v.Problem(words.Say("scenario.limit-of-others", "flow", flow), words.Phrase{}, words.Phrase{})
	}
}

// quotas checks that every quota is of a crossing, and that no truck counts to two of one crossing.
func (k *checker) quotas() {
	for i := range k.corridor.Quotas {
		q := &k.corridor.Quotas[i]
		m := item(k.top, "quotas", q.Name)
		for n, v := range m.List("flows") {
			k.limited(v, q.Flows[n])
		}
		k.quotaAt(m, q)
		for _, other := range k.corridor.Quotas[:i] {
			if other.Gate == q.Gate && other.Into == q.Into && overlap(&other, q) {
				v, _ := m.At("name")
				v.Problem(words.Say("scenario.quota-twice", "quota", other.Name, "gate", q.Gate, "into", q.Into), words.Phrase{}, words.Say("strict.delete-one"))
			}
		}
	}
}

// quotaAt checks that a gate pair leads into the country of a quota, and that no stage of the first post bears its name.
func (k *checker) quotaAt(m *strict.Map, q *corridors.Quota) {
	for _, pair := range k.corridor.Gates {
		if pair.Name != q.Gate {
			continue
		}
		entry := slices.IndexFunc(pair.Posts[:], func(p corridors.Post) bool { return p.Country == q.Into })
		if entry < 0 {
			v, _ := m.At("into")
			report(v, words.Say("scenario.quota-no-side", "gate", q.Gate, "into", q.Into), q.Into, []string{pair.Posts[0].Country, pair.Posts[1].Country})
			return
		}
		exit := &pair.Posts[1-entry]
		if slices.ContainsFunc(exit.Stages, func(s corridors.Stage) bool { return s.Name == q.Name }) || slices.Contains(reserved, q.Name) {
			v, _ := m.At("name")
			v.Problem(words.Say("scenario.quota-is-stage", "name", q.Name, "post", exit.Name), words.Phrase{}, words.Phrase{})
		}
	}
}

// overlap says whether some flow counts to both quotas.
func overlap(a, b *corridors.Quota) bool {
	return len(a.Flows) == 0 || len(b.Flows) == 0 || slices.ContainsFunc(a.Flows, b.Covers)
}
