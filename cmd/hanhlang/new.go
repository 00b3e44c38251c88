package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

// begun are the kinds of file that new can begin.
func begun() []string { return []string{"corridor", "scenario", "study", "sweep"} }

// usualBase is the scenario that a new file begins from if nobody says otherwise.
const usualBase = "lao-bao-today"

// beginning is the verb that begins a file of the user's own.
func (d *desk) beginning() *cobra.Command {
	cmd := &cobra.Command{
		Use:       "new KIND FILE",
		Short:     d.text(words.Say("cmd.new.short")),
		Long:      d.text(words.Say("cmd.new.long")),
		Example:   d.text(words.Say("cmd.new.example")),
		ValidArgs: begun(),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0 && !slices.Contains(begun(), args[0]):
				return unknownKind(args[0], begun())
			case len(args) < 2:
				return misuse(words.Say("cmd.new.what"), words.Say("cmd.new.kinds"), words.Say("cmd.new.help"))
			case len(args) > 2:
				return surplus(args[2])
			}
			return d.begin(cmd, args[0], args[1])
		},
	}
	d.texts(cmd, map[string]words.Phrase{"from": words.Say("cmd.flag.from")})
	cmd.Flags().Bool("force", false, d.text(words.Say("cmd.flag.force-new")))
	return cmd
}

// begin writes the template of a kind of file.
func (d *desk) begin(cmd *cobra.Command, kind, path string) error {
	if d.mended != nil {
		return d.mended
	}
	if filepath.Ext(path) == "" {
		path += ".yaml"
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if !slices.Contains([]string{".yaml", ".yml"}, filepath.Ext(path)) || name == "" || strings.ContainsAny(path, "[]\"'\n\\#{}:,&*!|>%@`") || strings.TrimSpace(name) != name {
		return misuse(words.Say("cmd.new.name", "name", strconv.Quote(path)), words.Say("cmd.new.name-allowed"), words.Say("cmd.new.help"))
	}
	from := cmd.Flag("from").Value.String()
	if kind == "corridor" {
		if from != "" {
			return misuse(words.Say("cmd.new.from-nothing"), words.Phrase{}, words.Say("cmd.new.from-nothing-help"))
		}
		return d.started(cmd, path, words.Say("cmd.new.corridor", "name", name, "file", path))
	}
	if from == "" {
		from = usualBase
	}
	base, err := scenarios.LoadScenario(from, nil)
	if err != nil {
		return err
	}
	template, err := onBase(kind, name, path, base, seenFrom(path, from))
	if err != nil {
		return err
	}
	return d.started(cmd, path, template)
}

func (d *desk) started(cmd *cobra.Command, path string, template words.Phrase) error {
	return d.whole(cmd, path, []byte(strings.TrimRight(d.text(template), "\n")+"\n"))
}

// seenFrom is how a file names another one: a shipped one by its name, one of the user's by the way that leads there.
func seenFrom(path, base string) string {
	shipped := slices.ContainsFunc(scenarios.List(), func(e scenarios.Entry) bool { return e.Name == base })
	if shipped || strings.HasPrefix(base, "reference/") || filepath.IsAbs(base) {
		return base
	}
	if way, err := filepath.Rel(filepath.Dir(path), base); err == nil {
		return filepath.ToSlash(way)
	}
	return base
}

// onBase is the template of a file that stands on a scenario, with names of that.
func onBase(kind, name, path string, base *scenarios.Scenario, from string) (words.Phrase, error) {
	c := base.Setup.Corridor
	gate, post, flow := "a gate pair", "a post", "a flow"
	if len(c.Gates) > 0 {
		gate, post = c.Gates[0].Name, c.Gates[0].Posts[0].Name
	}
	if len(c.Flows) > 0 {
		flow = c.Flows[0].Name
	}
	gate, post, flow, from = quotedYAML(gate), quotedYAML(post), quotedYAML(flow), quotedYAML(from)
	switch kind {
	case "scenario":
		return words.Say("cmd.new.scenario", "name", name, "file", path, "base", from, "gate", gate, "post", post, "flow", flow), nil
	case "study":
		return words.Say("cmd.new.study", "name", name, "file", path, "base", from, "gate", gate, "post", post), nil
	}
	factors := varied(base.Inputs)
	if factors == "" {
		return words.Phrase{}, &fault{code: exitScenario, what: words.Say("cmd.new.no-range", "name", base.Name)}
	}
	return words.Say("cmd.new.sweep", "name", name, "file", path, "base", from, "factors", factors), nil
}

// fewFactors is how many inputs a new sweep varies.
const fewFactors = 3

// varied lists the first assumptions with a range, as factors of a sweep.
func varied(inputs []corridors.Input) string {
	var lines []string
	for _, in := range inputs {
		if len(lines) < fewFactors && in.Grade == corridors.GradeD && in.Low != "" && in.High != "" && in.Low != in.High {
			lines = append(lines, "  - {input: "+strconv.Quote(in.Path)+"}   # "+in.Value+"; "+in.Low+" … "+in.High)
		}
	}
	return strings.Join(lines, "\n")
}

// quotedYAML is a text as YAML writes it inside of brackets: in quotes if it needs them.
func quotedYAML(text string) string {
	if strings.ContainsAny(text, "[]{},:#\"'&*!|>%@`\\") || strings.TrimSpace(text) != text || text == "" {
		return strconv.Quote(text)
	}
	return text
}
