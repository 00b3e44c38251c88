package study

import (
	"context"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/sim/experiment"
	"hanhlang/sim/runlog"
)

// The ways in which a trial can end, as they are kept.
const (
	trialPlayed    = "played"
	trialAsBase    = "as base"
	trialUnstarted = "not allowed"
	trialStuck     = "stuck"
)

// trialKey names a half with the round that it was played in.
func (s *screening) trialKey(h half, how scenarios.Round) string {
	return keyOf(trialPart, h.path, h.value, s.sides[h.side].name, strings.Join(s.measures, " "), how.Replications, int64(how.Horizon.WarmUp), int64(how.Horizon.Length), string(how.Horizon.After))
}

// onceTried plays a half, unless it is kept.
func (s *screening) onceTried(ctx context.Context, h half, how scenarios.Round) (played, error) {
	key := s.trialKey(h, how)
	if p, there := s.known[key]; there {
		return p, nil
	}
	if value, there := s.options.Kept.Find(key); there {
		if p, ok := s.recalledTrial(h, how, value); ok {
			return p, nil
		}
	}
	p, err := s.try(ctx, h, how)
	if err != nil {
		return played{}, err
	}
	return p, s.options.Kept.Keep(key, s.packedTrial(p, how))
}

// packedTrial is what is kept of a half: its measures, replication by replication, or why there are none.
func (s *screening) packedTrial(p played, how scenarios.Round) []byte {
	var out runlog.Pack
	switch {
	case p.asBase:
		out.Text(trialAsBase)
	case p.table != nil:
		out.Text(trialPlayed)
		for r := range how.Replications {
			for _, measure := range s.measures {
				value, there := p.table.Value(measure, r)
				out.Flag(there)
				out.Float(value)
			}
		}
	case p.note.ID == words.Say("study.end-stuck").ID:
		out.Text(trialStuck)
	default:
		out.Text(trialUnstarted)
	}
	return out.Bytes()
}

// recalledTrial reads what is kept of a half. What it overloads is reckoned anew.
func (s *screening) recalledTrial(h half, how scenarios.Round, value []byte) (p played, ok bool) {
	u := runlog.NewUnpack(value)
	switch u.Text() {
	case trialAsBase:
		p.asBase = true
	case trialStuck:
		p.note = words.Say("study.end-stuck")
	case trialUnstarted:
		p.note = words.Say("study.end-not-allowed")
	case trialPlayed:
		rows := make([][]experiment.Observation, how.Replications)
		for r := range rows {
			for _, measure := range s.measures {
				if there, value := u.Flag(), u.Float(); there {
					rows[r] = append(rows[r], experiment.Observation{Measure: measure, Value: value})
				}
			}
		}
		setup, _, err := s.vary(h)
		if err != nil || !u.Done() {
			return played{}, false
		}
		m, err := ready(setup, how)
		if err != nil {
			return played{}, false
		}
		p.table, p.note = tableOf(rows), s.overload(h.side, m.OfferedIn(setup.Horizon))
	default:
		u.Refuse()
	}
	return p, u.Done()
}
