package main

import (
	"slices"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/schema"
)

// schemas is the verb that prints what files may say, for editors that complete and check them.
func (d *desk) schemas() *cobra.Command {
	cmd := &cobra.Command{
		Use:       "schema [KIND]",
		Short:     d.text(words.Say("cmd.schema.short")),
		Long:      d.text(words.Say("cmd.schema.long")),
		Example:   d.text(words.Say("cmd.schema.example")),
		ValidArgs: kindsOfFile(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return surplus(args[1])
			}
			kind := ""
			if len(args) == 1 {
				kind = args[0]
			}
			return d.schema(cmd, kind)
		},
	}
	d.writesTo(cmd, words.Say("cmd.flag.schema-to"))
	return cmd
}

// kindsOfFile names the kinds of file that people write.
func kindsOfFile() []string {
	var names []string
	for _, kind := range schema.Kinds() {
		names = append(names, string(kind))
	}
	return names
}

func (d *desk) schema(cmd *cobra.Command, kind string) error {
	if d.mended != nil {
		return d.mended
	}
	if kinds := kindsOfFile(); kind != "" && !slices.Contains(kinds, kind) {
		return unknownKind(kind, kinds)
	}
	return d.hand(cmd, schema.Of(scenarios.Kind(kind), d.text))
}

// unknownKind tells of a kind of file that is none of those that a verb knows.
func unknownKind(kind string, known []string) error {
	return misuse(words.Say("cmd.kind-unknown", "kind", kind), words.Say("cmd.allowed.names", "names", orList(known)), didYouMean(kind, known))
}
