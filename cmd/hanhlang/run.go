package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// run is the verb that answers one scenario, without anything to compare it with.
func (d *desk) run() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "run SCENARIO",
		Short:   d.text(words.Say("cmd.run.short")),
		Long:    d.text(words.Say("cmd.run.long")),
		Example: d.text(words.Say("cmd.run.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := d.one(args, kindScenario)
			if err != nil {
				return err
			}
			return d.answer(cmd, name, d.ask.scenario)
		},
		ValidArgsFunction: d.offer(kindScenario),
	}
	d.running(cmd)
	d.texts(cmd, map[string]words.Phrase{"measures": words.Say("cmd.flag.measures")})
	return cmd
}
