package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/exchange"
	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// importing is the verb that makes a corridor file of a network in files of other programs.
func (d *desk) importing() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "import FILE...",
		Short:   d.text(words.Say("cmd.import.short")),
		Long:    d.text(words.Say("cmd.import.long")),
		Example: d.text(words.Say("cmd.import.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(words.Say("cmd.import.no-file"), words.Phrase{}, words.Say("cmd.help.import"))
			}
			return d.imports(cmd, args)
		},
	}
	d.texts(cmd, map[string]words.Phrase{
		"country": words.Say("cmd.flag.country"),
	})
	d.writesTo(cmd, words.Say("cmd.flag.to"))
	return cmd
}

// imports reads the files and writes the corridor to stdout, or to the file of --to.
func (d *desk) imports(cmd *cobra.Command, names []string) error {
	if d.mended != nil {
		return d.mended
	}
	country := cmd.Flag("country").Value.String()
	if country != "" && !exchange.IsCountry(country) {
		return value{where: "--country", text: country}.refused(words.Say("cmd.allowed.country"), words.Phrase{})
	}
	problems := &strict.Problems{}
	var files []exchange.File
	for _, name := range names {
		if data, ok := strict.ReadFile(name, problems); ok {
			files = append(files, exchange.File{Name: name, Data: data})
		}
	}
	if err := problems.Err(); err != nil {
		return err
	}
	network := exchange.Read(files, country, problems)
	if err := problems.Err(); err != nil {
		return err
	}
	text := exchange.Draft(network, names, d.say, problems)
	if err := problems.Err(); err != nil {
		return err
	}
	return d.hand(cmd, []byte(text))
}
