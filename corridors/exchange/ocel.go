package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"hanhlang/corridors/journey"
)

// OCEL writes the first replication of one alternative in a truck log as an object-centric event log in the JSON form of OCEL 2.0
// (Berti and others 2024, arXiv 2403.01975). Objects are trucks, their trips and loads, and the posts, places, depots and gate pairs that they
// pass; an event is what ends at a moment: a leg, a stage, a wait, a delivery. Events stand truck by truck, not in the order of time. Equal logs give equal bytes.
func OCEL(to io.Writer, from io.Reader, w World) error {
	log, err := NewLog(from)
	if err != nil {
		return err
	}
	out := &events{world: w, to: bufio.NewWriter(to), objects: newObjects(w), kinds: make(map[string]*kind)}
	out.text("{\n\"events\": [")
	for {
		line, err := log.Next()
		if errors.Is(err, io.EOF) {
			return out.close()
		}
		if err != nil {
			return err
		}
		if line.Text("alternative") == w.Alternative && line.Text("replication") == "0" {
			if err := out.take(line); err != nil {
				return err
			}
		}
	}
}

// The shapes of the format.
type (
	kind struct {
		Name       string      `json:"name"`
		Attributes []attribute `json:"attributes"`
	}
	attribute struct {
		Name string `json:"name"`
		Type string `json:"type"`
	}
	event struct {
		ID            string     `json:"id"`
		Type          string     `json:"type"`
		Time          string     `json:"time"`
		Attributes    []valued   `json:"attributes"`
		Relationships []relation `json:"relationships"`
	}
	valued struct {
		Name  string `json:"name"`
		Value string `json:"value"`          // as text whatever its type, which is declared: so the published schema asks
		Time  string `json:"time,omitempty"` // of an object
	}
	relation struct {
		Object    string `json:"objectId"`
		Qualifier string `json:"qualifier"`
	}
)

// events is an event log that is being written.
type events struct {
	world   World
	to      *bufio.Writer
	objects *objects
	kinds   map[string]*kind
	order   []string // of the kinds, as they first came
	count   int
}

// take makes events of a line; lines of money make none.
func (e *events) take(l Line) error {
	switch l.Text("row") {
	case "truck":
		e.objects.begin(l)
		return errors.Join(e.put("ready", "start_s", l), e.put("leave the corridor", "end_s", l))
	case "leg":
		return e.put("drive", "end_s", l)
	case "post":
		return e.passed(l, "arrive at the post", "leave the post")
	case "depot":
		return e.passed(l, "arrive at the depot", "leave the depot")
	case "handling", "stage", "shadow":
		return e.put(l.Text("name"), "end_s", l)
	case "load-wait":
		return e.put("wait for a load", "end_s", l)
	case "permit-wait":
		return e.put("wait for a permit", "end_s", l)
	case "entry":
		return e.put("key in the declaration", "end_s", l)
	case "delivery":
		return e.put("deliver", "end_s", l)
	}
	return nil
}

// passed makes two events of a stay: when it began, and when it ended.
func (e *events) passed(l Line, arrival, leaving string) error {
	return errors.Join(e.put(arrival, "start_s", l), e.put(leaving, "end_s", l))
}

// put writes one event.
func (e *events) put(name, moment string, l Line) error {
	at, err := microseconds(l.Text(moment))
	if err != nil {
		return err
	}
	e.count++
	one := event{ID: "e" + strconv.Itoa(e.count), Type: name, Time: e.world.moment(at), Relationships: e.objects.of(l)}
	if one.Attributes, err = e.attributes(name, moment, l); err != nil {
		return err
	}
	if e.count > 1 {
		e.text(",")
	}
	e.text("\n")
	return e.json(one)
}

// attributes of an event: what its line says beside moments, and how long it took by activity. Those of a kind are declared as they first come.
func (e *events) attributes(name, moment string, l Line) ([]valued, error) {
	k := e.kinds[name]
	if k == nil {
		k = &kind{Name: name, Attributes: []attribute{}}
		e.kinds[name] = k
		e.order = append(e.order, name)
	}
	out := []valued{}
	add := func(name, form, value string) {
		out = append(out, valued{Name: name, Value: value})
		k.declare(name, form)
	}
	for _, column := range []string{"part", "direction", "channel", "declared", "owner"} {
		if text := l.Text(column); text != "" {
			add(column, "string", text)
		}
	}
	if l.Text("row") == "leg" {
		add("road", "string", l.Text("name"))
	}
	if l.Text("row") == "shadow" {
		add("beside another stage", "boolean", "true")
	}
	for _, column := range []string{"arrival_s", "start_s"} {
		if text := l.Text(column); text != "" && moment != "start_s" && text != l.Text("end_s") {
			at, err := microseconds(text)
			if err != nil {
				return nil, err
			}
			add(strings.TrimSuffix(column, "_s"), "time", e.world.moment(at))
		}
	}
	if moment == "start_s" { // what it took is said where it ends
		return out, nil
	}
	numbers(l, add)
	return out, nil
}

// numbers adds what a line counts.
func numbers(l Line, add func(name, form, value string)) {
	columns := []string{"km", "tonnes", "usd", "repair_s"}
	for _, a := range journey.Activities() {
		columns = append(columns, a.String()+"_s")
	}
	for _, column := range columns {
		if text := l.Text(column); text != "" {
			add(column, "float", text)
		}
	}
}

// declare takes an attribute in.
func (k *kind) declare(name, form string) {
	for _, a := range k.Attributes {
		if a.Name == name {
			return
		}
	}
	k.Attributes = append(k.Attributes, attribute{name, form})
}

// close writes what is known only at the end.
func (e *events) close() error {
	e.text("\n],\n\"objects\": [")
	for i, o := range e.objects.list {
		if i > 0 {
			e.text(",")
		}
		e.text("\n")
		if err := e.json(o); err != nil {
			return err
		}
	}
	e.text("\n],\n\"eventTypes\": ")
	kinds := make([]kind, len(e.order))
	for i, name := range e.order {
		kinds[i] = *e.kinds[name]
	}
	if err := e.json(kinds); err != nil {
		return err
	}
	e.text(",\n\"objectTypes\": ")
	if err := e.json(objectKinds()); err != nil {
		return err
	}
	e.text("\n}\n")
	return e.to.Flush()
}

// text writes as it is; a failure stays with the writer until it is flushed.
func (e *events) text(s string) { _, _ = e.to.WriteString(s) }

// json writes a value on one line.
func (e *events) json(v any) error {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := e.to.Write(bytes.TrimRight(line.Bytes(), "\n"))
	return err
}

// microseconds of a moment in seconds as the truck log has it.
func microseconds(text string) (int64, error) {
	x, err := strconv.ParseFloat(text, 64)
	return int64(math.Round(x * 1e6)), err
}
