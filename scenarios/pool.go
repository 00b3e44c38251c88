package scenarios

import (
	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// readPools reads where the return loads of several flows are pooled, once all flows are known:
// `pools: [{name: Savannakhet, at: Savannakhet, flows: [Đà Nẵng to Savannakhet, Đông Hà to Savannakhet]}]`.
func (r *reader) readPools(top *strict.Map) []corridors.Pool {
	var out []corridors.Pool
	items, _ := r.items(top, "pools")
	for _, m := range items {
		p := corridors.Pool{Match: corridors.FirstCome}
		p.Name, _ = m.Text("name")
		m.Require("at", "at: Savannakhet")
		p.At, _ = r.places.find(m, "at")
		m.Require("flows", "flows: [Vietnam to Laos, Laos to Vietnam]")
		for _, v := range m.ListOfSome("flows") {
			if name, known := r.flows.findValue(v); known {
				p.Flows = append(p.Flows, name)
			}
		}
		if match, given := m.Choice("match", texts(corridors.PoolMatches())...); given {
			p.Match = corridors.Match(match)
		}
		m.Done()
		out = append(out, p)
	}
	return out
}

// pools checks that the trucks of every pool can look for its loads and get everywhere with them.
func (k *checker) pools() {
	pooled := make(map[string]string)
	for i := range k.corridor.Pools {
		p := &k.corridor.Pools[i]
		m := item(k.top, "pools", p.Name)
		if k.isPost(p.At) {
			k.refuse(m, "at", words.Say("scenario.pool-at-post", "post", p.At), words.Phrase{})
		}
		for n, v := range m.List("flows") {
			name := p.Flows[n]
			if other, taken := pooled[name]; taken {
				v.Problem(words.Say("scenario.pooled-twice", "flow", name, "pool", other), words.Phrase{}, words.Say("strict.delete-one"))
				continue
			}
			pooled[name] = p.Name
			k.pooled(p, v, k.flowNamed(name))
		}
	}
}

// pooled checks one flow of a pool.
func (k *checker) pooled(p *corridors.Pool, v *strict.Value, f *corridors.Flow) {
	_, followed := k.corridor.Follower(f.Name)
	switch {
	case p.At == f.From:
		v.Problem(words.Say("scenario.pool-at-home", "flow", f.Name, "place", p.At), words.Phrase{}, words.Phrase{})
	case f.Return.Mode != corridors.TwoWay:
		v.Problem(words.Say("scenario.pool-needs-two-way", "flow", f.Name), words.Phrase{}, words.Say("strict.write", "text", "return: {mode: two-way, loads: 60/day, payload: 24 t, max_wait: 12 h, patience: 24 h}"))
	case f.Choice != nil:
		v.Problem(words.Say("scenario.pool-choice", "flow", f.Name), words.Phrase{}, words.Phrase{})
	case f.Haulier != "" || f.Gather != nil || f.Arrivals.After != nil || followed || f.Traffic == corridors.Others:
		v.Problem(words.Say("scenario.pool-apart", "flow", f.Name), words.Phrase{}, words.Phrase{})
	case p.Match == corridors.NearestDue && f.Return.Due == nil:
		v.Problem(words.Say("scenario.pool-no-due", "flow", f.Name), words.Phrase{}, words.Say("strict.add-line", "line", "due: 24 h"))
	case f.Return.Match == corridors.NearestDue && p.Match != corridors.NearestDue:
		v.Problem(words.Say("scenario.pool-match", "flow", f.Name), words.Phrase{}, words.Say("strict.write", "text", "match: nearest-due"))
	}
	ends := [][2]string{{f.To, p.At}, {p.At, f.From}}
	for _, name := range p.Flows {
		ends = append(ends, [2]string{k.flowNamed(name).From, f.From})
	}
	for _, e := range ends {
		if _, err := journey.GatesBetween(k.corridor, e[0], e[1]); err != nil {
			v.Problem(words.Say("scenario.no-way", "from", e[0], "to", e[1]), words.Phrase{}, words.Say("scenario.no-way-help"))
			return
		}
	}
}

// flowNamed finds a flow that is there.
func (k *checker) flowNamed(name string) *corridors.Flow {
	for i := range k.corridor.Flows {
		if k.corridor.Flows[i].Name == name {
			return &k.corridor.Flows[i]
		}
	}
	panic("scenarios: flows have lost " + name)
}

// isPost says whether a place is a post of a gate pair.
func (k *checker) isPost(name string) bool {
	for _, pair := range k.corridor.Gates {
		if pair.Posts[0].Name == name || pair.Posts[1].Name == name {
			return true
		}
	}
	return false
}
