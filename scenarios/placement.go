package scenarios

import (
	"math"
	"slices"
	"strconv"

	"hanhlang/corridors/placement"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// Placement is a line on which the best places are searched.
type Placement struct {
	placement.Problem          // in USD, t and km an hour
	Names             []string // of the candidates

	sure bool // all of it could be read
}

// Placed is a quantity of the best places.
type Placed struct {
	What  PlacedWhat
	Sites int     // how many are open
	Sets  [][]int // BestSites: all the sets that are expected to cost the least
}

// PlacedWhat is asked of the best places.
type PlacedWhat int

// The things that can be.
const (
	BestSites    PlacedWhat = iota // which they are
	BestCost                       // what they cost
	RunnerUpCost                   // what the cheapest other set costs
)

// placedWhats are the words by which a file asks for them.
var placedWhats = [...]string{"best_sites", "best_cost", "runner_up_cost"}

// mostDemand is how many points of demand a line may have.
const mostDemand = 1000

// placement reads the line of a case, which stands on no scenario and has no runs.
func (r *casesReader) placement(m *strict.Map) *Placement {
	for _, key := range []string{"scenario", "with", "study", "alternative", "replications", "rule"} {
		if v, there := m.At(key); there {
			v.Problem(words.Say("scenario.placement-runs"), words.Phrase{}, words.Say("strict.delete-one"))
		}
	}
	p := &Placement{}
	line, ok := m.Sub("placement")
	if !ok {
		return p
	}
	for _, example := range []string{"demand: [{at: 0 km, tonnes: 30 t/day}]", "candidates: [{name: Cam Lộ, at: 12 km, fixed: 900 USD/day}]", "rate: 0.1 USD/tkm"} {
		ok = line.Require(keyOf(example), example) && ok
	}
	ok = p.demand(line) && ok
	ok = r.candidates(line, p) && ok
	p.Rate, p.sure = dollars(line, "rate", quantity.MoneyPerTonneKm)
	p.sure = p.sure && ok
	line.Done()
	return p
}

// demand reads the points that are served.
func (p *Placement) demand(line *strict.Map) bool {
	items := line.ListOfSome("demand")
	if v, there := line.At("demand"); there && len(items) > mostDemand {
		v.TooMuch(words.Say("scenario.demand-points", "count", len(items), "limit", mostDemand), words.Phrase{})
		return false
	}
	all := len(items) > 0
	for _, v := range items {
		m, ok := v.AsMap()
		if !ok {
			all = false
			continue
		}
		m.Require("at", "at: 0 km")
		m.Require("tonnes", "tonnes: 30 t/day")
		at, placed := m.Quantity("at", quantity.Length, quantity.Anything())
		tonnes, given := m.Quantity("tonnes", quantity.MassPerTime, quantity.AtLeast(0))
		m.Done()
		p.Demand = append(p.Demand, placement.Demand{At: at.Value, Tonnes: tonnes.Value})
		all = all && placed && given
	}
	return all
}

// candidates reads the places where a site may be opened.
func (r *casesReader) candidates(line *strict.Map, p *Placement) bool {
	items, all := newReader(layers{}, r.facts, r.problems).someItems(line, "candidates")
	for _, m := range items {
		m.Require("at", "at: 12 km")
		m.Require("fixed", "fixed: 900 USD/day")
		name, _ := m.Text("name")
		at, placed := m.Quantity("at", quantity.Length, quantity.Anything())
		fixed, given := dollars(m, "fixed", quantity.MoneyPerTime)
		m.Done()
		p.Names = append(p.Names, name)
		p.Candidates = append(p.Candidates, placement.Candidate{At: at.Value, Fixed: fixed})
		all = all && placed && given
	}
	return all && len(items) > 0
}

// dollars reads an amount of money, which must be in the one currency that needs no rate.
func dollars(m *strict.Map, key string, dim quantity.Dimension) (float64, bool) {
	q, ok := m.Quantity(key, dim, quantity.AtLeast(0))
	if ok && q.Over != dollar {
		v, _ := m.At(key)
		v.Problem(words.Say("scenario.placement-money"), words.Phrase{}, words.Phrase{})
		return 0, false
	}
	return q.Value, ok
}

// placed reads what is asked of the best places, and the value.
func (r *casesReader) placed(m *strict.Map, p *Placement, e *Expected) {
	var of *strict.Value
	asked := 0
	e.Placed = &Placed{}
	for i, word := range placedWhats {
		if v, there := m.At(word); there {
			asked++
			e.Placed.What, of = PlacedWhat(i), v
		}
	}
	value, there := m.At("value")
	if asked != 1 {
		m.Problem(words.Say("scenario.placed-one"), words.Phrase{}, words.Phrase{})
		return
	}
	known := p.sites(of, e.Placed)
	switch {
	case !there:
	case e.Placed.What != BestSites:
		if v, wide := m.At("half_width"); wide {
			v.Problem(words.Say("scenario.placed-width"), words.Phrase{}, words.Phrase{})
		}
		if _, ok := dollars(m, "value", quantity.MoneyPerTime); ok {
			r.value(m, e, unit{"_usd_per_h", quantity.MoneyPerTime, 1})
			e.AtMost = 0
		}
	default:
		e.Placed.Sets = p.sets(value, e.Placed.Sites, known)
	}
}

// sites reads how many sites are open, of which every set is looked at.
func (p *Placement) sites(v *strict.Value, placed *Placed) bool {
	n, ok := v.AsCount(1, maxReplications)
	if !ok || !p.sure {
		return false
	}
	placed.Sites = n
	candidates := len(p.Candidates)
	count := placement.Sets(candidates, n)
	switch {
	case n > candidates:
		v.Problem(words.Say("scenario.sites-of", "count", candidates), words.Say("cmd.allowed.whole", "low", 1, "high", candidates), words.Phrase{})
	case count > placement.MostSets:
		v.TooMuch(words.Say("scenario.sets", "sets", setCount(count), "limit", placement.MostSets), words.Say("scenario.sets-help"))
	case placed.What == RunnerUpCost && n == candidates:
		v.Problem(words.Say("scenario.no-runner-up"), words.Phrase{}, words.Phrase{})
	default:
		return true
	}
	return false
}

// sets reads the names of the best sites; of sets that tie, a list of them.
func (p *Placement) sets(v *strict.Value, sites int, known bool) [][]int {
	items, ok := v.AsList()
	if !ok || !p.sure {
		return nil
	}
	if len(items) == 0 || !items[0].IsList() {
		return [][]int{p.set(v, items, sites, known)}
	}
	var out [][]int
	for _, item := range items {
		if names, ok := item.AsList(); ok {
			out = append(out, p.set(item, names, sites, known))
		}
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// set reads the names of one set, and gives their places among the candidates in order.
func (p *Placement) set(v *strict.Value, items []*strict.Value, sites int, known bool) []int {
	of := newNames(func(name string) words.Phrase { return words.Say("scenario.unknown-candidate", "name", name) }, nil)
	for _, name := range p.Names {
		of.order, of.first[name] = append(of.order, name), nil
	}
	var out []int
	all := true
	for _, item := range items {
		name, ok := of.findValue(item)
		all = all && ok
		out = append(out, slices.Index(p.Names, name))
	}
	slices.Sort(out)
	if all && known && len(slices.Compact(slices.Clone(out))) != sites {
		v.Problem(words.Say("scenario.set-of", "count", sites), words.Phrase{}, words.Phrase{})
	}
	return out
}

// setCount is a number of sets in digits, as far as they are known.
func setCount(count float64) string {
	if math.IsInf(count, 1) {
		return "more than 10^18"
	}
	return strconv.FormatFloat(count, 'f', -1, 64)
}
