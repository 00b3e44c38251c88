// Package schema writes JSON Schemas of the files that scenarios reads, for editors that complete and check YAML while it is written.
// What a file may say it takes from the outlines of the readers, and what it means from the catalogue.
// It does not know which keys there are, how a file is checked as a whole, or who asks.
package schema

import (
	"encoding/json"
	"maps"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
)

// draft is the version of JSON Schema: number 7 is the newest that all editors know which check YAML; later ones bring nothing that is
// needed here.
const draft = "http://json-schema.org/draft-07/schema#"

// Names of definitions beside those of the kinds of file.
const (
	lawDef     = "law"
	overlayDef = "overlay"
)

// object is a JSON object; its keys are written in the order of the alphabet.
type object map[string]any

// Kinds lists the kinds of file that people write.
func Kinds() []scenarios.Kind {
	return []scenarios.Kind{
		scenarios.CorridorFile, scenarios.ScenarioFile, scenarios.StudyFile, scenarios.SweepFile, scenarios.CasesFile,
		scenarios.GateFile, scenarios.PostFile,
	}
}

// Of is the schema of one kind of file, or of all that people write: then the key `kind` decides. Sentences are put into a language by say.
func Of(kind scenarios.Kind, say func(words.Phrase) string) []byte {
	w := &writer{say: say, definitions: object{}, figures: map[string]string{}}
	root := object{
		"$schema": draft, "title": say(words.Say("schema.title")), "type": "object", "definitions": w.definitions,
		"required": []string{"version", "kind"},
	}
	if kind != "" {
		root["allOf"] = []object{w.file(kind)}
	} else {
		var names []string
		var each []object
		for _, kind := range Kinds() {
			names = append(names, string(kind))
			each = append(each, object{"if": object{"properties": object{"kind": object{"const": string(kind)}}, "required": []string{"kind"}}, "then": w.file(kind)})
		}
		root["properties"] = object{
			"version": object{"enum": []int{1}, "description": w.say(described("", "version"))},
			"kind":    object{"enum": names, "description": w.say(described("", "kind"))},
		}
		root["allOf"] = each
	}
	data, err := json.MarshalIndent(root, "", " ")
	if err != nil {
		panic("schema: a schema is no JSON: " + err.Error()) // it is made of texts, numbers and objects
	}
	return append(data, '\n')
}

// file defines a kind of file, and gives the reference to it.
func (w *writer) file(kind scenarios.Kind) object {
	switch kind {
	case scenarios.CorridorFile, scenarios.ScenarioFile:
		o := w.scenario()
		w.definitions["whole"] = w.mapping(o, "", whole)
		w.definitions[string(kind)] = object{
			"description": w.say(words.Say("schema.kind." + string(kind))),
			"properties":  object{"kind": object{"const": string(kind)}},
			"required":    []string{"kind", "name", "version"},
			"if":          object{"anyOf": []object{{"required": []string{"extends"}}, {"required": []string{"corridor"}}}},
			"then":        ref(overlayDef),
			"else":        ref("whole"),
		}
	case scenarios.GateFile, scenarios.PostFile:
		w.pattern(kind)
	default:
		w.scenario() // for what is laid over one
		w.definitions[string(kind)] = w.mapping(scenarios.Outline(kind), "", whole)
	}
	return ref(string(kind))
}

// scenario defines what is laid over scenarios, and laws, and gives the outline of a scenario.
func (w *writer) scenario() *strict.Outline {
	if w.world == nil {
		w.world = scenarios.Outline(scenarios.ScenarioFile)
		w.definitions[overlayDef] = w.mapping(w.world, "", overlay)
		w.definitions[lawDef] = w.value(scenarios.Outline(lawDef).Under(lawDef), "", lawDef, whole)
	}
	return w.world
}

// pattern defines a file that gates or posts are like: one of them with a header, of which anything may be missing.
func (w *writer) pattern(kind scenarios.Kind) {
	gates := w.scenario().Under("gates").Item()
	out := w.mapping(gates, "gates", overlay)
	if kind == scenarios.PostFile { // or depots
		out = w.mapping(gates.Under("posts").Item(), "posts", overlay)
		depots := w.mapping(w.world.Under("depots").Item(), "depots", overlay)["properties"].(object)
		maps.Copy(depots, out["properties"].(object))
		out["properties"] = depots
	}
	properties := out["properties"].(object)
	delete(properties, "absent")
	for _, key := range []string{"version", "kind", "title"} {
		properties[key] = w.property(w.world.Under(key), "", key, whole)
	}
	properties["kind"] = object{"const": string(kind), "description": w.say(words.Say("schema.kind." + string(kind)))}
	out["required"] = []string{"kind", "version"}
	w.definitions[string(kind)] = out
}

func ref(name string) object { return object{"$ref": "#/definitions/" + name} }
