package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func eventLog(t *testing.T, log []byte, w World) map[string]any {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, OCEL(&out, bytes.NewReader(log), w))
	var found map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &found))
	return found
}

// typed reads a field that must be there with its type.
func typed[T any](t *testing.T, m map[string]any, key string) T {
	t.Helper()
	v, ok := m[key].(T)
	require.True(t, ok, "%s of %v", key, m)
	return v
}

func listOf(t *testing.T, m map[string]any, key string) []map[string]any {
	t.Helper()
	var out []map[string]any
	for _, v := range typed[[]any](t, m, key) {
		one, ok := v.(map[string]any)
		require.True(t, ok, "%s: %v", key, v)
		out = append(out, one)
	}
	return out
}

// declaredTypes are the attributes of each kind with their types.
func declaredTypes(t *testing.T, log map[string]any, key string) map[string]map[string]string {
	t.Helper()
	out := make(map[string]map[string]string)
	for _, k := range listOf(t, log, key) {
		name := typed[string](t, k, "name")
		require.NotContains(t, out, name, "declared twice")
		out[name] = make(map[string]string)
		for _, a := range listOf(t, k, "attributes") {
			form := typed[string](t, a, "type")
			require.Contains(t, []string{"string", "time", "integer", "float", "boolean"}, form)
			require.NotContains(t, out[name], typed[string](t, a, "name"))
			out[name][typed[string](t, a, "name")] = form
		}
	}
	return out
}

// readsAs holds the text of an attribute against its declared type.
func readsAs(t *testing.T, form, text string) {
	t.Helper()
	var err error
	switch form {
	case "time":
		_, err = time.Parse(time.RFC3339Nano, text)
	case "float":
		_, err = strconv.ParseFloat(text, 64)
	case "integer":
		_, err = strconv.ParseInt(text, 10, 64)
	case "boolean":
		_, err = strconv.ParseBool(text)
	case "string":
	default:
		t.Fatalf("%q is no declared type", form)
	}
	require.NoError(t, err, "%s as %s", text, form)
}

// published is the schema of OCEL 2.0, moments held to their format, for a validator that knows nothing of this project.
func published(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("testdata/ocel20.json")
	require.NoError(t, err)
	return schema
}

// TestSchemaOfEventLogsRefuses: what lacks something or has it in another form.
func TestSchemaOfEventLogsRefuses(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	for name, spoil := range map[string]func(map[string]any){
		"no types of events": func(m map[string]any) { delete(m, "eventTypes") },
		"no moment":          func(m map[string]any) { delete(m["events"].([]any)[0].(map[string]any), "time") },
		"no moment at all":   func(m map[string]any) { m["events"].([]any)[0].(map[string]any)["time"] = "day 1, 07:00" },
		"a number as id":     func(m map[string]any) { m["objects"].([]any)[0].(map[string]any)["id"] = 1.0 },
	} {
		found := eventLog(t, log, w)
		require.NoError(t, published(t).Validate(found))
		spoil(found)
		assert.Error(t, published(t).Validate(found), name)
	}
}

// conforms checks what the published JSON schema of OCEL 2.0 (draft-07, in section 8.2 of the specification) asks, and what the
// specification says beside it: types are declared, ids are unique, and relations lead to objects.
func conforms(t *testing.T, log map[string]any) {
	t.Helper()
	require.NoError(t, published(t).Validate(log))
	eventTypes, objectTypes := declaredTypes(t, log, "eventTypes"), declaredTypes(t, log, "objectTypes")
	objects := make(map[string]bool)
	for _, o := range listOf(t, log, "objects") {
		id := typed[string](t, o, "id")
		require.False(t, objects[id], "%s is there twice", id)
		objects[id] = true
		attributes := objectTypes[typed[string](t, o, "type")]
		require.NotNil(t, attributes, "%v", o)
		for _, a := range listOf(t, o, "attributes") {
			readsAs(t, attributes[typed[string](t, a, "name")], typed[string](t, a, "value"))
			readsAs(t, "time", typed[string](t, a, "time"))
		}
	}
	ids := make(map[string]bool)
	for _, key := range []string{"objects", "events"} {
		for _, x := range listOf(t, log, key) {
			for _, r := range listOf(t, x, "relationships") {
				require.True(t, objects[typed[string](t, r, "objectId")], "%v", r)
				require.NotEmpty(t, typed[string](t, r, "qualifier"))
			}
		}
	}
	for _, e := range listOf(t, log, "events") {
		id := typed[string](t, e, "id")
		require.False(t, ids[id], id)
		ids[id] = true
		readsAs(t, "time", typed[string](t, e, "time"))
		attributes, known := eventTypes[typed[string](t, e, "type")]
		require.True(t, known, "%v", e)
		for _, a := range listOf(t, e, "attributes") {
			readsAs(t, attributes[typed[string](t, a, "name")], typed[string](t, a, "value"))
			require.NotContains(t, a, "time", "only objects change")
		}
	}
	require.NotEmpty(t, ids)
}

// TestEventLogConforms on corridors with everything that trucks can do: depots and vessels, fleets whose trucks go again and again, permits, swaps of
// drivers, part loads, and backlogs.
func TestEventLogConforms(t *testing.T) {
	for _, name := range []string{"lao-bao-today", "lao-bao-port-today", "lao-bao-haulier", "lao-bao-driver-swap", "ewec-today", "lang-son-tan-thanh", "lao-bao-icd-sites"} {
		t.Run(name, func(t *testing.T) {
			log, w := played(t, name)
			conforms(t, eventLog(t, log, w))
		})
	}
}

// TestEventLogHasWhatTheTruckLogHas: as many deliveries, stages and legs as the first replication's rows, and the first truck's first stage when it ended.
func TestEventLogHasWhatTheTruckLogHas(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	count := make(map[string]int)
	ends := make(map[string]string)
	for _, row := range lines(t, log) {
		if row["replication"] != "0" {
			continue
		}
		switch row["row"] {
		case "leg":
			count["drive"]++
		case "delivery":
			count["deliver"]++
		case "post":
			count["arrive at the post"]++
			count["leave the post"]++
		case "stage", "handling":
			count[row["name"]]++
			if ends[row["name"]] == "" {
				at, err := microseconds(row["end_s"])
				require.NoError(t, err)
				ends[row["name"]] = w.moment(at)
			}
		case "truck":
			count["ready"]++
			count["leave the corridor"]++
		}
	}
	got := make(map[string]int)
	for _, e := range listOf(t, eventLog(t, log, w), "events") {
		kind := typed[string](t, e, "type")
		got[kind]++
		if got[kind] == 1 && ends[kind] != "" {
			assert.Equal(t, ends[kind], e["time"], kind)
		}
	}
	assert.Equal(t, count, got)
}

func TestALoadIsCarriedOnItsTrip(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	found := eventLog(t, log, w)
	events := listOf(t, found, "events")
	i := slices.IndexFunc(events, func(e map[string]any) bool { return e["type"] == "deliver" })
	require.GreaterOrEqual(t, i, 0)
	var kinds []string
	for _, r := range listOf(t, events[i], "relationships") {
		kinds = append(kinds, r["qualifier"].(string))
	}
	assert.Equal(t, []string{"by", "on", "carrying", "at"}, kinds)
	var again bytes.Buffer
	require.NoError(t, OCEL(&again, bytes.NewReader(log), w))
	var first bytes.Buffer
	require.NoError(t, OCEL(&first, bytes.NewReader(log), w))
	assert.Equal(t, first.String(), again.String())
}

func TestAnEmptyLogIsStillOne(t *testing.T) {
	log, w := played(t, "lao-bao-today")
	head, _, _ := bytes.Cut(log, []byte("\n"))
	found := eventLog(t, append(head, '\n'), w)
	assert.Empty(t, found["events"])
	assert.NotEmpty(t, found["objects"], "the places are there")
}
