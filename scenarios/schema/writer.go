package schema

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

// writer turns outlines into schemas.
type writer struct {
	say         func(words.Phrase) string
	definitions object
	figures     map[string]string // names of definitions by what they define
	world       *strict.Outline   // of a scenario; nil: not asked for yet
}

// reach says whether a part of a file is read by itself, or laid over another that may say what it leaves out.
type reach bool

const (
	whole   reach = false
	overlay reach = true
)

// mostLifting is how many keys can stand in for a required one; more of them only happened to be there when it was not required.
const mostLifting = 3

// mapping is the schema of a mapping that stands under a key.
func (w *writer) mapping(o *strict.Outline, under string, as reach) object {
	properties := object{}
	for _, key := range o.Keys() {
		if key == "absent" && as == whole {
			continue
		}
		properties[key] = w.property(o.Under(key), under, key, as)
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	required := o.Required()
	if as == overlay && o.Under("value") == nil && !parameters(o) {
		_, alike := properties["like"]
		required = slices.DeleteFunc(required, func(key string) bool { return key != "name" || alike || under == "" })
	}
	if len(required) > 0 {
		out["required"] = slices.Sorted(slices.Values(required))
	}
	var rules []object
	unless := o.RequiredUnless()
	for _, key := range o.Keys() {
		if others := unless[key]; len(others) > 0 && len(others) <= mostLifting && (as == whole || o.Under("value") != nil) {
			either := []object{{"required": []string{key}}}
			for _, other := range others {
				either = append(either, object{"required": []string{other}})
			}
			rules = append(rules, object{"anyOf": either})
		}
	}
	if len(rules) > 0 {
		out["allOf"] = rules
	}
	if o.Under("value") != nil {
		return w.figure(out)
	}
	return out
}

// figure defines the schema of figures that are written with what they rest on, once for all that are alike.
func (w *writer) figure(schema object) object {
	data, err := json.Marshal(schema)
	if err != nil {
		panic("schema: a figure is no JSON: " + err.Error()) // it is made of texts, numbers and objects
	}
	name, known := w.figures[string(data)]
	if !known {
		name = "figure" + strconv.Itoa(len(w.figures)+1)
		w.figures[string(data)] = name
		w.definitions[name] = schema
	}
	return ref(name)
}

// parameters says whether a mapping stands in a law.
func parameters(o *strict.Outline) bool { return o.Under("shape") != nil || o.Under("k") != nil }

// property is the schema of the value of a key, with what it means.
func (w *writer) property(o *strict.Outline, under, key string, as reach) object {
	out := w.value(o, under, key, as)
	out["description"] = w.describe(o, under, key)
	if shared, is := out["$ref"]; is {
		delete(out, "$ref") // what stands beside a reference does not count in this draft
		out["allOf"] = []object{{"$ref": shared}}
	}
	return out
}

// value is the schema of a value: of any of the forms in which it may be written.
func (w *writer) value(o *strict.Outline, under, key string, as reach) object {
	var forms []object
	switch {
	case o.IsFree():
		return object{}
	case o.IsOverlay():
		return ref(overlayDef)
	case o.Shared() != "":
		return ref(o.Shared())
	}
	for _, f := range o.Forms() {
		forms = append(forms, scalars(f)...)
	}
	if item := o.Item(); item != nil && item.Read() {
		forms = append(forms, object{"type": "array", "items": w.item(item, key, as)})
	}
	if o.IsMapping() {
		forms = append(forms, w.mapping(o, key, as))
	}
	return either(forms)
}

// item is the schema of the items of a list. One that is like another may leave out what that says.
func (w *writer) item(o *strict.Outline, list string, as reach) object {
	if o.Under("like") == nil || as == overlay {
		return w.value(o, list, list, as)
	}
	return object{"if": object{"required": []string{"like"}}, "then": w.value(o, list, list, overlay), "else": w.value(o, list, list, whole)}
}

// either is the schema of what has one of several forms.
func either(forms []object) object {
	switch len(forms) {
	case 0:
		return object{}
	case 1:
		return forms[0]
	}
	return object{"anyOf": forms}
}

// scalars are the schemas of a text or number in a form.
func scalars(f strict.Form) []object {
	switch f.Kind {
	case strict.TextForm:
		return []object{{"type": []string{"string", "number"}}}
	case strict.ChoiceForm:
		return []object{{"enum": options(f.Options)}}
	case strict.FlagForm:
		return []object{{"type": "boolean"}}
	case strict.CountForm:
		return []object{bounded("integer", f.Bounds)}
	case strict.NumberForm:
		return []object{bounded("number", f.Bounds)}
	case strict.ShareForm:
		return []object{bounded("number", quantity.Between(0, 1)), matching(quantity.Pattern(quantity.Pure))}
	case strict.QuantityForm:
		if f.Dim == quantity.Pure {
			return []object{bounded("number", f.Bounds), matching(quantity.Pattern(f.Dim))}
		}
		if f.Bounds.Lo >= 0 {
			return []object{matching(strings.Replace(quantity.Pattern(f.Dim), "[-+]?", "[+]?", 1))}
		}
		return []object{matching(quantity.Pattern(f.Dim))}
	case strict.WindowsForm:
		return []object{matching(quantity.HoursPattern), {"type": "array", "items": matching(quantity.WindowPattern)}}
	case strict.ClockForm:
		return []object{matching(quantity.ClockPattern)}
	case strict.DateForm:
		return []object{matching(quantity.DatePattern)}
	case strict.WeekdaysForm:
		return []object{matching(quantity.WeekdaysPattern)}
	case strict.MomentForm:
		return []object{matching(quantity.MomentPattern)}
	}
	panic("schema: no schema of a form")
}

// matching is the schema of a text that a pattern fits.
func matching(pattern string) object {
	return object{"type": "string", "pattern": `^ *(?:` + pattern + `) *$`}
}

// options are words; those that YAML reads as a number or a flag are that.
func options(texts []string) []any {
	out := make([]any, len(texts))
	for i, text := range texts {
		out[i] = text
		if n, err := strconv.Atoi(text); err == nil {
			out[i] = n
		} else if flag, err := strconv.ParseBool(text); err == nil {
			out[i] = flag
		}
	}
	return out
}

// bounded is the schema of a number within bounds.
func bounded(kind string, b quantity.Bounds) object {
	out := object{"type": kind}
	if !math.IsInf(b.Lo, 0) {
		out[map[bool]string{false: "minimum", true: "exclusiveMinimum"}[b.LoOpen]] = b.Lo
	}
	if !math.IsInf(b.Hi, 0) {
		out[map[bool]string{false: "maximum", true: "exclusiveMaximum"}[b.HiOpen]] = b.Hi
	}
	return out
}
