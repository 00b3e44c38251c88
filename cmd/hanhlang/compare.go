package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// compare is the verb that answers a study: its alternatives side by side and their paired differences.
func (d *desk) compare() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "compare STUDY",
		Short:   d.text(words.Say("cmd.compare.short")),
		Long:    d.text(words.Say("cmd.compare.long")),
		Example: d.text(words.Say("cmd.compare.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := d.one(args, kindStudy)
			if err != nil {
				return err
			}
			return d.answer(cmd, name, d.ask.study)
		},
		ValidArgsFunction: d.offer(kindStudy),
	}
	d.running(cmd)
	return cmd
}
