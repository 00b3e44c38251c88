package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// held puts a verification into one language.
type held struct{ speaker *words.Speaker }

func (l held) say(p words.Phrase) string { return l.speaker.Text(p) }

// page lays a verification out.
func (l held) page(v Verification) page {
	p := page{title: l.speaker.Title(v.Title), lead: []string{l.summary(v), l.say(words.Say("verify.rule"))}}
	if p.title == "" {
		p.title = v.Name
	}
	p.sections = append(p.sections, section{heading: l.say(words.Say("verify.heading.cases")), table: l.table(v), notes: l.notes(v)})
	if v.Pool != nil {
		p.sections = append(p.sections, section{heading: l.say(words.Say("verify.heading.pool")), lead: l.pool(v)})
	}
	if len(v.Elsewhere) > 0 {
		p.sections = append(p.sections, l.elsewhere(v))
	}
	p.sections = append(p.sections, section{
		heading: l.say(words.Say("report.heading.colophon")),
		lead: []string{l.say(words.Say("verify.made",
			"seed", strconv.FormatUint(v.Seed, 10), "version", v.Version, "hash", v.InputHash))},
		command: v.Repeat,
	})
	return p.in(l.speaker)
}

// summary counts the verdicts.
func (l held) summary(v Verification) string {
	of := func(verdict Verdict) int { return v.count(func(q Quantity) bool { return q.Verdict == verdict }) }
	all := v.count(func(Quantity) bool { return true })
	cases := l.say(words.Say("verify.cases", "count", len(v.Cases)))
	if of(Accepted) == all {
		return l.say(words.Say("verify.all-accepted", "cases", cases, "count", all))
	}
	return l.say(words.Say("verify.some-missed", "cases", cases, "count", all, "accepted", of(Accepted), "missed", of(Missed), "wide", of(TooWide)))
}

// table has a row for each quantity, under its case.
func (l held) table(v Verification) table {
	t := table{columns: []column{
		{heading: l.say(words.Say("verify.column.quantity"))},
		{heading: l.say(words.Say("verify.column.expected")), figures: true},
		{heading: l.say(words.Say("verify.column.interval")), figures: true},
		{heading: l.say(words.Say("verify.column.half")), figures: true},
		{heading: l.say(words.Say("verify.column.at-most")), figures: true},
		{heading: l.say(words.Say("verify.column.verdict"))},
	}}
	for _, c := range v.Cases {
		t.rows = append(t.rows, row{span: l.title(c)})
		for _, q := range c.Quantities {
			t.rows = append(t.rows, l.row(q))
		}
		if !c.Sound {
			t.rows = append(t.rows, row{span: l.say(words.Say("verify.unsound")), near: true})
		}
	}
	return t
}

// title is the name of a case, what it is, who found its values, and how often it was run.
func (l held) title(c VerifiedCase) string {
	out := c.Name
	if c.Title != "" {
		out += ": " + c.Title
	}
	runs := l.say(words.Say("verify.runs", "count", c.Replications))
	if c.Replications == 0 {
		runs = l.say(words.Say("verify.all-sets"))
	}
	if c.Source != "" {
		runs = c.Source + "; " + runs
	}
	return out + " (" + runs + ")"
}

func (l held) row(q Quantity) row {
	name := q.Name
	if q.Unit != "" {
		name += " [" + l.speaker.Name(q.Unit) + "]"
	}
	cells := []cell{wordCell(name), numberCell(shortest(q.Value)), l.interval(q), numberCell(l.half(q)), numberCell(l.part(q, q.AtMost)), wordCell(l.verdict(q))}
	if q.Exact {
		cells[4] = wordCell("")
	}
	if q.Sites != nil {
		cells[1], cells[2], cells[3] = wordCell(sets(q.Sites)), wordCell(sets(q.Found)), wordCell("")
	}
	return row{cells: cells}
}

// sets are those of names, one after the other.
func sets(all [][]string) string {
	parts := make([]string, len(all))
	for i, names := range all {
		parts[i] = strings.Join(names, ", ")
	}
	return strings.Join(parts, "; ")
}

// shortest is a known value with six digits, which is finer than any interval here.
func shortest(x float64) words.Number { return trimmed(x, max(0, digits(x, significant))) }

// interval is what came out, as fine as its width.
func (l held) interval(q Quantity) cell {
	f := printed(q.Interval, 1, whatever(), func(supported int) int { return supported })
	if f.lo == "" {
		return numberCell(shortest(q.Interval.Mean))
	}
	return numberCell(f.lo + " … " + f.hi)
}

// half is how wide the interval is to either side.
func (l held) half(q Quantity) words.Number {
	x, ok := q.Interval.HalfWidth()
	if !ok {
		return ""
	}
	return l.part(q, x)
}

// part is a width as a part of the value; of nought, as an amount.
func (l held) part(q Quantity, width float64) words.Number {
	if q.Value == 0 {
		return words.Number(fmt.Sprintf("%.2g", width))
	}
	return words.Number(fmt.Sprintf("%.2f", 100*width/math.Abs(q.Value))).In("%")
}

// verdict in words, with a mark on those of the second run.
func (l held) verdict(q Quantity) string {
	mark := ""
	if q.Again {
		mark = "²"
	}
	switch q.Verdict {
	case Accepted:
		return l.say(words.Say("verify.accepted")) + mark
	case TooWide:
		return l.say(words.Say("verify.too-wide")) + mark
	}
	return l.say(words.Say("verify.missed")) + mark
}

// notes say which cases were run once more.
func (l held) notes(v Verification) []string {
	var out []string
	for _, c := range v.Cases {
		if c.Again > 0 {
			out = append(out, l.say(words.Say("verify.again", "name", c.Name, "count", c.Again)))
		}
	}
	return out
}

// pool says how many intervals of all seeds miss, and which quantities miss far too often by themselves.
func (l held) pool(v Verification) []string {
	p := v.Pool
	share, ok := p.Share()
	if !ok {
		return []string{l.say(words.Say("verify.pool-none"))}
	}
	out := []string{l.say(words.Say("verify.pool",
		"seeds", p.Seeds, "intervals", p.Intervals, "count", p.Missed, "share", percents(share),
		"low", percents(LeastMisses), "high", percents(MostMisses)))}
	switch {
	case !p.Judged():
		out = append(out, l.say(words.Say("verify.pool-not-judged", "seeds", PoolSeeds, "intervals", PoolIntervals)))
	case p.Accepted():
		out = append(out, l.say(words.Say("verify.pool-accepted")))
	default:
		out = append(out, l.say(words.Say("verify.pool-refused")))
	}
	for _, c := range v.Cases {
		for _, q := range c.Quantities {
			if q.Pooled >= PoolSeeds && 3*q.PoolMissed >= q.Pooled {
				out = append(out, l.say(words.Say("verify.pool-often", "case", c.Name, "quantity", q.Name, "missed", q.PoolMissed, "intervals", q.Pooled)))
			}
		}
	}
	return out
}

// percents is a share in per cent, without the sign.
func percents(share float64) words.Number { return words.Number(fmt.Sprintf("%.1f", 100*share)) }

// elsewhere lists the cases that are no scenarios.
func (l held) elsewhere(v Verification) section {
	t := table{columns: []column{
		{heading: l.say(words.Say("verify.column.case"))},
		{heading: l.say(words.Say("verify.column.held"))},
		{heading: l.say(words.Say("verify.column.why"))},
	}}
	for _, e := range v.Elsewhere {
		where := l.say(words.Say("verify.not-covered"))
		if e.Package != "" {
			where = l.say(words.Say("verify.tested-in", "package", e.Package))
		}
		name := e.Name
		if e.Title != "" {
			name += ": " + e.Title
		}
		t.rows = append(t.rows, row{cells: []cell{wordCell(name), wordCell(where), wordCell(e.Why)}})
	}
	return section{heading: l.say(words.Say("verify.heading.elsewhere")), table: t}
}
