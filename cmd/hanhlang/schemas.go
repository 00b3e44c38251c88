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
		return misuse(words.Say("cmd.kind-unknown", "kind", kind), words.Say("cmd.allowed.names", "names", orList(kinds)), didYouMean(kind, kinds))
	}
	return d.hand(cmd, schema.Of(scenarios.Kind(kind), d.text))
}

// writesTo adds the flags of a verb that prints a file, or writes it to the file of --to.
func (d *desk) writesTo(cmd *cobra.Command, to words.Phrase) {
	d.texts(cmd, map[string]words.Phrase{"to": to})
	cmd.Flags().Bool("force", false, d.text(words.Say("cmd.flag.force-to")))
}

// hand prints a file, or writes it to the file of --to.
func (d *desk) hand(cmd *cobra.Command, data []byte) error {
	to := cmd.Flag("to").Value.String()
	if to == "" {
		_, _ = d.out.Write(data) // an error stays with the writer
		return d.handOver()
	}
	force, _ := cmd.Flags().GetBool("force") // declared by writesTo
	return d.whole(to, force, data)
}

// whole writes a file that the user named, all of it or nothing.
func (d *desk) whole(path string, force bool, data []byte) error {
	file, err := openWhole(path, force, words.Say("cmd.help.to"))
	if err != nil {
		return err
	}
	defer file.drop()
	if _, err := file.Write(data); err != nil {
		return file.orOwn(err)
	}
	return d.named(file)
}
