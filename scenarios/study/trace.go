package study

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"hanhlang/corridors"
	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// Traced says which truck of which run is followed.
type Traced struct {
	Seed        seeds.Seed
	Replication int
	Flow        string // empty: the first flow of the scenario
	Truck       uint32 // the first is 1
}

// Trace writes the life of one truck: every stretch of its time in order, what was decided about
// it, and what it cost. It is an error if the truck does not exist in that run.
func Trace(ctx context.Context, s *scenarios.Scenario, who Traced, w io.Writer, say *words.Speaker) error {
	if who.Flow == "" && len(s.Setup.Corridor.Flows) > 0 {
		who.Flow = s.Setup.Corridor.Flows[0].Name
	}
	m, err := journey.Compile(s.Setup)
	if err != nil {
		return err
	}
	log := &life{who: who}
	_, err = journey.NewWorld(m).Run(ctx, seeds.Replication(who.Seed, who.Replication), log)
	halt := &Halt{Alternative: s.Name, Seed: who.Seed, Replication: who.Replication, Cause: err}
	if err != nil && !halt.stuck() {
		return err
	}
	if len(log.facts) == 0 {
		return &NoTruckError{Flow: who.Flow, Truck: who.Truck, Last: log.last, Flows: flowNames(s.Setup.Corridor)}
	}
	if _, err := io.WriteString(w, log.text(s, say)); err != nil || halt.Cause == nil {
		return err
	}
	return halt
}

// NoTruckError says that the run has no such truck.
type NoTruckError struct {
	Flow  string
	Truck uint32
	Last  uint32 // number of the last truck of the flow; 0: there is no such flow, or it has none
	Flows []string
}

// Error is for logs; the command says it in the user's language.
func (e *NoTruckError) Error() string {
	return fmt.Sprintf("flow %q has no truck %d in this run, the last is %d", e.Flow, e.Truck, e.Last)
}

func flowNames(c *corridors.Corridor) []string {
	var names []string
	for i := range c.Flows {
		if c.Flows[i].Traffic == corridors.Trucks {
			names = append(names, c.Flows[i].Name)
		}
	}
	return names
}

// life is the log that keeps the facts of one truck.
type life struct {
	who   Traced
	facts []journey.Fact
	last  uint32
}

// Record keeps a fact if it is about the truck.
func (l *life) Record(f journey.Fact) {
	if f.Flow != l.who.Flow {
		return
	}
	l.last = max(l.last, f.Truck)
	if f.Truck == l.who.Truck {
		l.facts = append(l.facts, f)
	}
}

// text is the page that is printed.
func (l *life) text(s *scenarios.Scenario, say *words.Speaker) string {
	var b strings.Builder
	b.WriteString(say.Text(words.Say("trace.title", "truck", l.who.Truck, "flow", l.who.Flow, "scenario", s.Name,
		"seed", uint64(l.who.Seed), "replication", l.who.Replication)) + "\n\n")
	if said := begins(&s.Setup); !said.Empty() {
		b.WriteString(say.Text(said) + "\n\n")
	}
	b.WriteString(l.days(say, clocksOf(s.Setup.Corridor)) + "\n\n")
	b.WriteString(l.sums(say))
	return b.String()
}

// days lists what happened, a line each, with the day named where it changes.
func (l *life) days(say *words.Speaker, at clocks) string {
	t := plainTable()
	today := sim.Time(-1)
	for _, f := range l.facts {
		what, long := l.line(f, say)
		if what == "" {
			continue
		}
		when := at.read(saidAt(f), f.Place)
		day := ""
		if d := saidAt(f) / sim.Day; d != today {
			today = d
			day = say.Text(words.Say("trace.day", "day", int64(d)+1))
		}
		t.AppendRow(table.Row{day, when, f.Place, what, long})
	}
	return t.Render()
}

// saidAt is when a fact comes to be known: what a load has waited is told when it has.
func saidAt(f journey.Fact) sim.Time {
	if f.Kind == journey.HappeningFact && (f.Happening == journey.LoadFetched || f.Happening == journey.PartReady) {
		return f.To
	}
	return f.From
}

// line says one fact: what happened, and how long it took.
func (l *life) line(f journey.Fact, say *words.Speaker) (what, long string) {
	switch f.Kind {
	case journey.TimeFact:
		if f.Broken {
			return say.Text(words.Say("trace.broken", "stage", words.Name(f.Stage))), spanOf(f.To - f.From)
		}
		return say.Text(words.Say("trace.time."+f.Activity.String(), "stage", words.Name(f.Stage), "owner", words.Name(f.Owner))), spanOf(f.To - f.From)
	case journey.ShadowFact:
		said := words.Say("trace.time."+f.Activity.String(), "stage", words.Name(f.Stage), "owner", words.Name(f.Owner))
		return say.Text(words.Say("trace.meanwhile", "what", said)), spanOf(f.To - f.From)
	case journey.HappeningFact:
		return l.happening(f, say)
	}
	return "", ""
}

// happening says something that took the truck no time.
func (l *life) happening(f journey.Fact, say *words.Speaker) (what, long string) {
	switch f.Happening {
	case journey.Ready:
		if f.Cargo.Commodity != "" {
			return say.Text(words.Say("trace.ready-with", "goods", words.Name(f.Cargo.Commodity))), ""
		}
		return say.Text(words.Say("trace.ready")), ""
	case journey.AtPost:
		return say.Text(atPost(f, say)), ""
	case journey.AtDepot:
		return say.Text(atDepot(f, say)), ""
	case journey.LeftDepot:
		return say.Text(words.Say("trace.left-depot", "depot", f.Place)), ""
	case journey.Shipped:
		return say.Text(words.Say("trace.shipped", "vessel", f.Stage)), spanOf(f.To - f.From)
	case journey.PlatformDown:
		return say.Text(words.Say("trace.platform-down")), ""
	case journey.CameAshore:
		return say.Text(words.Say("trace.came-ashore")), spanOf(f.To - f.From)
	case journey.KeyedIn:
		return say.Text(words.Say("trace.keyed-in", "minutes", spanOf(f.To-f.From))), ""
	case journey.Cleared:
		return say.Text(words.Say("trace.cleared")), ""
	case journey.AtBase:
		return say.Text(words.Say("trace.at-base")), ""
	case journey.LoadFetched:
		return say.Text(words.Say("trace.fetched", "span", spanOf(f.To-f.From))), ""
	case journey.PartReady:
		return say.Text(words.Say("trace.part", "span", spanOf(f.To-f.From))), ""
	case journey.PassedOn:
		return say.Text(words.Say("trace.passed-on")), ""
	case journey.ToBase:
		return say.Text(words.Say("trace.to-base")), ""
	case journey.Delivered:
		return say.Text(words.Say("trace.delivered")), ""
	case journey.LoadFound:
		if f.Stage != "" {
			return say.Text(words.Say("trace.load-of", "flow", words.Name(f.Stage))), ""
		}
		return say.Text(words.Say("trace.load-found")), ""
	case journey.NoLoadFound:
		return say.Text(words.Say("trace.no-load")), ""
	case journey.RoadClosed:
		return say.Text(words.Say("trace.road-closed", "road", f.Stage)), ""
	case journey.GateClosed:
		return say.Text(words.Say("trace.gate-closed", "gate", f.Stage)), ""
	case journey.WayChosen:
		return say.Text(wayOf(f)), ""
	case journey.Swapped:
		return say.Text(words.Say("trace.swapped." + f.Stage)), ""
	case journey.OneStopHolds:
		return say.Text(words.Say("trace.one-stop")), ""
	case journey.TwoStopsHold:
		return say.Text(words.Say("trace.two-stops")), ""
	case journey.PermitTaken, journey.QuotaUsedUp, journey.QuotaCounted, journey.TurnedAway:
		return say.Text(limited(f)), ""
	}
	return say.Text(words.Say("trace.left")), ""
}

// limited says what became of a truck where only so many may go or wait.
func limited(f journey.Fact) words.Phrase {
	switch f.Happening {
	case journey.PermitTaken:
		return words.Say("trace.permit", "permit", words.Name(f.Stage))
	case journey.QuotaUsedUp:
		return words.Say("trace.quota-full", "quota", words.Name(f.Stage))
	case journey.TurnedAway:
		return words.Say("trace.turned-away")
	}
	return words.Say("trace.quota", "quota", words.Name(f.Stage))
}

// atPost says how a truck stands before a post.
func atPost(f journey.Fact, say *words.Speaker) words.Phrase {
	if f.Cargo.Transit && f.Channel == "" {
		return words.Say("trace.at-post-transit")
	}
	if f.Channel == "" && f.Loaded {
		return words.Say("trace.at-post-sealed") // it was cleared at a depot of that country
	}
	if f.Channel == "" {
		return words.Say("trace.at-post-empty")
	}
	channel, declared := say.Text(words.Say("trace.channel."+string(f.Channel))), say.Text(words.Say("trace.declared."+string(f.Declared)))
	if f.Cargo.Trusted {
		return words.Say("trace.at-post-trusted", "channel", channel, "declared", declared)
	}
	return words.Say("trace.at-post", "channel", channel, "declared", declared)
}

// atDepot says why a truck has come to a depot, as far as that is for clearance.
func atDepot(f journey.Fact, say *words.Speaker) words.Phrase {
	if f.Channel == "" {
		return words.Say("trace.at-depot", "depot", f.Place)
	}
	return words.Say("trace.at-depot-clearance", "depot", f.Place, "channel", say.Text(words.Say("trace.channel."+string(f.Channel))),
		"declared", say.Text(words.Say("trace.declared."+string(f.Declared))))
}

// wayOf says which way a truck has chosen.
func wayOf(f journey.Fact) words.Phrase {
	switch {
	case f.Stage == "":
		return words.Say("trace.way-inland")
	case f.Km == 0:
		return words.Say("trace.way", "gates", f.Stage)
	}
	return words.Say("trace.way-longer", "gates", f.Stage, "km", strconv.FormatFloat(f.Km, 'f', 0, 64))
}

// sums add up the truck's time by activity and its money by line.
func (l *life) sums(say *words.Speaker) string {
	var time [16]sim.Time
	var money [16]int64
	var hours sim.Time
	var total int64
	var lost [2]int64
	for _, f := range l.facts {
		switch f.Kind {
		case journey.TimeFact:
			time[f.Activity] += f.To - f.From
			hours += f.To - f.From
		case journey.MoneyFact:
			money[f.Line] += f.Micro
			total += f.Micro
		case journey.GoodsFact:
			lost[f.Loss] += f.Micro
		}
	}
	t := plainTable()
	for _, a := range journey.Activities() {
		if time[a] > 0 {
			t.AppendRow(table.Row{say.Text(words.Say("trace.sum." + a.String())), spanOf(time[a])})
		}
	}
	t.AppendRow(table.Row{say.Text(words.Say("trace.sum.total-time")), spanOf(hours)})
	for _, line := range journey.Lines() {
		if money[line] != 0 {
			t.AppendRow(table.Row{say.Text(words.Say("trace.line." + line.String())), say.Number(usd(money[line]))})
		}
	}
	t.AppendRow(table.Row{say.Text(words.Say("trace.line.total")), say.Number(usd(total))})
	for loss, micro := range lost {
		if micro != 0 {
			t.AppendRow(table.Row{say.Text(words.Say("trace.line." + journey.Loss(loss).String())), say.Number(usd(micro))})
		}
	}
	return t.Render() + "\n"
}

func usd(micro int64) words.Number { return words.Number(fmt.Sprintf("%.2f USD", float64(micro)/1e6)) }

// clockOf is the time of day, to the second.
func clockOf(t sim.Time) string {
	s := t % sim.Day / sim.Second
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// spanOf is a length of time as hours, minutes and seconds.
func spanOf(t sim.Time) string {
	s := (t + sim.Second/2) / sim.Second
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// plainTable is a table without lines, its columns two blanks apart.
func plainTable() table.Writer {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	return t
}
