package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// The kinds of things that can be listed, as they are asked for.
const (
	kindCorridor = "corridors"
	kindScenario = "scenarios"
	kindStudy    = "studies"
	kindLesson   = "lessons"
	kindSweep    = "sweeps"
	kindGate     = "gates"
	kindPost     = "posts"
	kindMeasure  = "measures"
	kindPlace    = "places"
)

// kinds are what is listed when nothing is said.
func kinds() []string {
	return []string{kindStudy, kindSweep, kindScenario, kindCorridor, kindGate, kindPost, kindMeasure}
}

// allKinds are those, the lessons, which are studies too, and the places, which are many and listed only to who asks.
func allKinds() []string { return append(kinds(), kindLesson, kindPlace) }

// entry is one thing that the program knows by name.
type entry struct {
	Name  string `json:"name"`
	Unit  string `json:"unit,omitempty"` // of a measure
	Title string `json:"title"`
	About string `json:"about,omitempty"` // one sentence, of a measure

	Kind      string    `json:"kind,omitempty"` // of a place, and so are those below
	Country   string    `json:"country,omitempty"`
	At        []float64 `json:"at,omitempty"` // latitude and longitude [degrees]
	Corridors []string  `json:"corridors,omitempty"`
}

// list is the verb that says what there is to ask about.
func (d *desk) list() *cobra.Command {
	cmd := &cobra.Command{
		Use:       "list [studies|sweeps|scenarios|corridors|gates|posts|measures|lessons|places]",
		Short:     d.text(words.Say("cmd.list.short")),
		Long:      d.text(words.Say("cmd.list.long")),
		ValidArgs: allKinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			wanted, err := wantedKinds(args)
			if err != nil {
				return err
			}
			format, err := plainFormat(cmd)
			if err != nil {
				return err
			}
			return d.show(wanted, format)
		},
	}
	d.plain(cmd)
	return cmd
}

// wantedKinds reads what shall be listed: everything when nothing is said.
func wantedKinds(args []string) ([]string, error) {
	if len(args) == 0 {
		return kinds(), nil
	}
	for _, arg := range args {
		if err := (value{where: "list", text: arg}).oneOf(allKinds()); err != nil {
			return nil, err
		}
	}
	return args, nil
}

// show prints the lists asked for.
func (d *desk) show(wanted []string, format string) error {
	lists := map[string][]entry{}
	for _, kind := range wanted {
		lists[kind] = d.ask.list(kind, d.say)
		if format == "text" {
			d.columns(heading(kind), described(lists[kind]))
		}
	}
	if format == "text" {
		return nil
	}
	return d.json(lists)
}

// json prints a value on stdout; keys of maps come in the order of their names.
func (d *desk) json(v any) error {
	text := json.NewEncoder(d.out)
	text.SetEscapeHTML(false)
	text.SetIndent("", "  ")
	return text.Encode(v)
}

func heading(kind string) words.Phrase {
	switch kind {
	case kindCorridor:
		return words.Say("cmd.list.corridors")
	case kindScenario:
		return words.Say("cmd.list.scenarios")
	case kindStudy:
		return words.Say("cmd.list.studies")
	case kindLesson:
		return words.Say("cmd.list.lessons")
	case kindSweep:
		return words.Say("cmd.list.sweeps")
	case kindGate:
		return words.Say("cmd.list.gates")
	case kindPost:
		return words.Say("cmd.list.posts")
	case kindPlace:
		return words.Say("cmd.list.places")
	}
	return words.Say("cmd.list.measures")
}

func described(entries []entry) []row {
	var rows []row
	for _, e := range entries {
		about := e.Title
		if e.About != "" {
			about = e.About
		}
		rows = append(rows, row{e.Name, about})
	}
	return rows
}

// plainFormats are the forms of what is not an answer with figures.
func plainFormats() []string { return []string{"text", "json"} }

// plain declares --format for the verbs that print text or JSON. It is no setting: a table format set for answers would make no sense here.
func (d *desk) plain(cmd *cobra.Command) {
	cmd.Flags().String("format", "text", d.text(words.Say("cmd.flag.format-plain")))
	choices(cmd, "format", plainFormats())
}

func plainFormat(cmd *cobra.Command) (string, error) {
	v := value{where: "--format", text: cmd.Flag("format").Value.String()}
	return v.text, v.oneOf(plainFormats())
}

// names lists what there is of a kind.
func (d *desk) names(kind string) []string {
	var names []string
	for _, e := range d.ask.list(kind, d.say) {
		names = append(names, e.Name)
	}
	return names
}
