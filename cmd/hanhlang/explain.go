package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
)

// explained is what somebody wants to have explained.
type explained struct {
	name        string
	changes     []string
	path        string // empty: everything
	alternative string // of a study; empty: all of them
	itinerary   bool   // not what figures rest on, but what trucks do
}

// explaining is the verb that says what inputs rest on and who set them.
func (d *desk) explaining() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "explain CORRIDOR|SCENARIO|STUDY [PATH]",
		Short:   d.text(words.Say("cmd.explain.short")),
		Long:    d.text(words.Say("cmd.explain.long")),
		Example: d.text(words.Say("cmd.explain.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			what, err := d.asked(cmd, args)
			if err != nil {
				return err
			}
			s, err := d.settings(cmd)
			if err != nil {
				return err
			}
			found, err := d.ask.explain(what)
			if err != nil {
				return err
			}
			return d.print(found, s.format)
		},
		ValidArgsFunction: d.offerAll,
	}
	d.texts(cmd, map[string]words.Phrase{
		"format":      words.Say("cmd.flag.format"),
		"alternative": words.Say("cmd.flag.alternative"),
	})
	cmd.Flags().Bool("itinerary", false, d.text(words.Say("cmd.flag.itinerary")))
	d.changing(cmd)
	choices(cmd, "format", answerFormats())
	return cmd
}

// asked reads what is to be explained.
func (d *desk) asked(cmd *cobra.Command, args []string) (explained, error) {
	what := explained{changes: changes(cmd), alternative: cmd.Flag("alternative").Value.String()}
	what.itinerary, _ = cmd.Flags().GetBool("itinerary") // declared with the others
	if len(args) > 2 {
		return what, surplus(args[2])
	}
	if len(args) == 2 {
		what.path, args = args[1], args[:1]
	}
	var err error
	what.name, err = one(args, d.runnable())
	return what, err
}

// runnable are the names of everything that can be explained.
func (d *desk) runnable() []string {
	var names []string
	for _, kind := range []string{kindStudy, kindScenario, kindCorridor} {
		names = append(names, d.names(kind)...)
	}
	return names
}

// offerAll completes the name of a study, scenario or corridor.
func (d *desk) offerAll(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return d.runnable(), cobra.ShellCompDirectiveDefault
}

// printable is what can be printed in every format.
type printable interface {
	JSON() ([]byte, error)
	CSV() ([]byte, error)
	Markdown(say *words.Speaker) string
	Text(say *words.Speaker, columns int) string
}

// explain accounts for the values of a study or scenario, or writes out what trucks do.
func explain(what explained) (*answer, error) {
	var e printable
	var err error
	if what.itinerary {
		e, err = itinerary(what)
	} else {
		e, err = explanation(what)
	}
	if err != nil {
		return nil, err
	}
	return rendered(e), nil
}

// rendered is an answer that can print itself.
func rendered(p printable) *answer {
	return &answer{render: func(f form, say *words.Speaker) ([]byte, error) {
		switch f.format {
		case "json":
			return p.JSON()
		case "csv":
			return p.CSV()
		case "markdown":
			return []byte(p.Markdown(say)), nil
		}
		return []byte(p.Text(say, f.width)), nil
	}}
}

// explanation of one scenario, or of all alternatives of a study.
func explanation(what explained) (*report.Explanation, error) {
	if isStudy(what.name) && what.alternative == "" {
		s, err := scenarios.LoadStudy(what.name, what.changes)
		if err != nil {
			return nil, err
		}
		return study.ExplainAll(s, what.path)
	}
	s, err := what.scenario()
	if err != nil {
		return nil, err
	}
	e, err := study.Explain(s, what.path)
	if err == nil && what.alternative != "" {
		e.Alternative = what.alternative
	}
	return e, err
}

// itinerary of one scenario, or of one alternative of a study: the first, if none is named.
func itinerary(what explained) (*report.Itinerary, error) {
	if isStudy(what.name) && what.alternative == "" {
		s, err := scenarios.LoadStudy(what.name, what.changes)
		if err != nil {
			return nil, err
		}
		what.alternative = s.Alternatives[0].Name
	}
	s, err := what.scenario()
	if err != nil {
		return nil, err
	}
	i, err := study.Itinerary(s, what.path)
	if err == nil {
		i.Alternative = what.alternative
		if len(i.Plans) == 0 {
			return nil, misuse(words.Say("cmd.no-flow", "path", what.path), words.Phrase{}, words.Say("cmd.help.flow"))
		}
	}
	return i, err
}

// scenario is the one that is meant: by itself, or as an alternative of a study.
func (what explained) scenario() (*scenarios.Scenario, error) {
	if !isStudy(what.name) {
		if what.alternative != "" {
			return nil, misuse(words.Say("cmd.no-alternatives", "name", what.name), words.Phrase{}, words.Phrase{})
		}
		return scenarios.LoadScenario(what.name, what.changes)
	}
	s, err := scenarios.LoadStudy(what.name, what.changes)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, a := range s.Alternatives {
		if a.Name == what.alternative {
			chosen := *a.Scenario
			chosen.Name, chosen.Title = s.Name, s.Title // those of the base would mislead
			return &chosen, nil
		}
		names = append(names, a.Name)
	}
	v := value{where: "--alternative", text: what.alternative}
	return nil, v.oneOf(names)
}
