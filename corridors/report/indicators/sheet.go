package indicators

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"

	"hanhlang/corridors/journey"
	"hanhlang/sim"
)

// SheetHeadings are the columns of the truck log. They are a contract: they stay, others may be added at the end.
// The column row says what a row is about; see the README.
func SheetHeadings() []string {
	heads := []string{
		"alternative", "replication", "flow", "truck", "row", "part", "loaded", "tonnes", "gate", "place", "country", "direction",
		"name", "owner", "channel", "declared", "arrival_s", "start_s", "end_s", "hour", "weekday", "km", "passed", "line", "usd", "repair_s",
	}
	for _, a := range journey.Activities() {
		heads = append(heads, a.String()+"_s")
	}
	return heads
}

// sheet writes trucks out, a row per thing that they were about.
type sheet struct {
	run   Run
	to    *csv.Writer
	out   *bufio.Writer
	atlas *atlas
	heads map[string]int
	cells []string
	err   error
}

func newSheet(run Run, to io.Writer, a *atlas) *sheet {
	s := &sheet{run: run, atlas: a, out: bufio.NewWriter(to), heads: make(map[string]int)}
	s.to = csv.NewWriter(s.out)
	for i, name := range SheetHeadings() {
		s.heads[name] = i
	}
	s.cells = make([]string, len(s.heads))
	return s
}

// row is begun by what all rows of a truck have.
func (s *sheet) row(r *Record, kind string) {
	clear(s.cells)
	s.put("alternative", s.run.Alternative)
	s.put("replication", strconv.Itoa(s.run.Replication))
	s.put("flow", r.Flow)
	s.put("truck", strconv.FormatUint(uint64(r.Truck), 10))
	s.put("row", kind)
}

func (s *sheet) put(column, text string) { s.cells[s.heads[column]] = text }

// end writes the row.
func (s *sheet) end() {
	if s.err == nil {
		s.err = s.to.Write(s.cells)
	}
}

// write a truck: itself, its elements with their stages and money, and its deliveries.
func (s *sheet) write(r *Record) {
	s.row(r, "truck")
	s.span(r.Ready, r.Ready, r.Left)
	s.put("tonnes", number(r.Tonnes()))
	s.put("usd", micros(r.Cost()))
	s.end()
	for i := range r.Elements {
		s.element(r, &r.Elements[i])
	}
	for _, d := range r.Deliveries {
		s.row(r, "delivery")
		s.put("part", string(d.Part))
		s.put("place", d.Place)
		s.put("tonnes", number(d.Tonnes))
		s.span(d.At, d.At, d.At)
		s.end()
	}
}

// element writes a leg, post or stay.
func (s *sheet) element(r *Record, e *Element) {
	s.begin(r, e, string(e.Kind))
	s.put("channel", string(e.Channel))
	s.put("declared", string(e.Declared))
	s.put("name", e.Name)
	if e.Kind == AtPost {
		s.put("name", "")
	}
	s.clock(e.From, e.Place)
	s.put("km", number(e.Km))
	s.span(e.From, e.From, e.To)
	s.times(&e.Times)
	s.end()
	for i := range e.Stages {
		s.stage(r, e, &e.Stages[i])
	}
	if e.Keyed {
		s.begin(r, e, "entry")
		s.span(e.From-e.Keying, e.From-e.Keying, e.From)
		s.end()
	}
	for _, c := range e.charge {
		s.begin(r, e, "money")
		s.put("place", c.place)
		s.put("line", c.line.String())
		s.put("usd", micros(c.micro))
		s.end()
	}
}

// begin a row of an element.
func (s *sheet) begin(r *Record, e *Element, kind string) {
	s.row(r, kind)
	s.put("part", string(e.Part))
	s.put("loaded", strconv.FormatBool(e.Loaded))
	s.put("tonnes", number(e.Tonnes))
	s.put("place", e.Place)
	s.put("country", e.Country)
	s.put("direction", string(e.Direction))
	if e.Kind == AtPost {
		s.put("gate", e.Name)
	}
	if e.Kind == AtPost || e.Kind == AtDepot {
		s.put("passed", strconv.FormatBool(e.Passed))
	}
}

// stage writes one pass through a stage.
func (s *sheet) stage(r *Record, e *Element, one *Stage) {
	kind := "stage"
	if one.Shadow {
		kind = "shadow"
	}
	s.begin(r, e, kind)
	s.put("place", one.Place)
	s.put("country", one.Country)
	s.put("name", one.Name)
	s.put("owner", string(one.Owner))
	s.put("channel", string(one.Channel))
	s.clock(one.Arrival, one.Place)
	s.span(one.Arrival, one.Start, one.End)
	s.times(&one.Times)
	s.end()
}

// span writes moments, in seconds since the run began.
func (s *sheet) span(arrival, start, end sim.Time) {
	s.put("arrival_s", seconds(arrival))
	s.put("start_s", seconds(start))
	s.put("end_s", seconds(end))
}

// clock writes the hour of the day and the day of the week, Monday being 1, by the clock of the place.
func (s *sheet) clock(t sim.Time, place string) {
	hour, weekday := s.atlas.clock(t, place)
	s.put("hour", strconv.Itoa(hour))
	s.put("weekday", strconv.Itoa(weekday+1))
}

// times writes what a stretch went for.
func (s *sheet) times(t *Times) {
	for _, a := range journey.Activities() {
		if d := t.By[a]; d > 0 {
			s.put(a.String()+"_s", seconds(d))
		}
	}
	if t.Repair > 0 {
		s.put("repair_s", seconds(t.Repair))
	}
}

// flush hands over what is still held.
func (s *sheet) flush() error {
	s.to.Flush()
	if s.err == nil {
		s.err = s.to.Error()
	}
	if err := s.out.Flush(); s.err == nil {
		s.err = err
	}
	return s.err
}

// seconds to the microsecond, without zeros at the end.
func seconds(t sim.Time) string { return decimal(int64(t/sim.Microsecond), 6) }

// micros writes micro-USD as USD.
func micros(m int64) string { return decimal(m, 6) }

func number(x float64) string {
	if x == 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// decimal writes a whole number of the last of so many decimals, without zeros at the end.
func decimal(n int64, decimals int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	whole, rest := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	for len(rest) > 0 && rest[len(rest)-1] == '0' {
		rest = rest[:len(rest)-1]
	}
	if rest == "" {
		return sign + whole
	}
	return sign + whole + "." + rest
}
