package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// traced is the truck that a trace follows.
type traced struct {
	seed        *uint64 // none: the one of the scenario
	replication int     // from 1
	flow        string  // empty: the first flow of the scenario
	truck       int     // from 1, in the order of arrival in its flow
}

// trace is the verb that tells the life of one truck.
func (d *desk) trace() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "trace SCENARIO --truck N",
		Short:   d.text(words.Say("cmd.trace.short")),
		Long:    d.text(words.Say("cmd.trace.long")),
		Example: d.text(words.Say("cmd.trace.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := one(args, d.names(kindScenario))
			if err != nil {
				return err
			}
			s, err := d.settings(cmd)
			if err != nil {
				return err
			}
			who, err := followed(cmd)
			if err != nil {
				return err
			}
			who.seed = s.seed
			return d.ask.trace(name, changes(cmd), who, d.out, d.say)
		},
		ValidArgsFunction: d.offer(kindScenario),
	}
	d.texts(cmd, map[string]words.Phrase{
		"truck":       words.Say("cmd.flag.truck"),
		"flow":        words.Say("cmd.flag.flow"),
		"replication": words.Say("cmd.flag.replication"),
		"seed":        words.Say("cmd.flag.seed"),
	})
	d.changing(cmd)
	return cmd
}

// followed reads which truck is meant.
func followed(cmd *cobra.Command) (traced, error) {
	who := traced{replication: 1, flow: cmd.Flag("flow").Value.String()}
	if !cmd.Flag("truck").Changed {
		return who, misuse(words.Say("cmd.truck-missing"), words.Say("cmd.allowed.truck"), words.Phrase{})
	}
	truck, err := number(cmd, "truck", maxTruck)
	if err != nil {
		return who, err
	}
	who.truck = truck
	if cmd.Flag("replication").Changed {
		who.replication, err = number(cmd, "replication", mostReplications)
	}
	return who, err
}

// maxTruck is the largest number that a truck can have.
const maxTruck = 1<<31 - 1

// number reads a flag that counts from 1.
func number(cmd *cobra.Command, flag string, high uint64) (int, error) {
	v := value{where: "--" + flag, text: cmd.Flag(flag).Value.String()}
	n, err := v.whole(1, high)
	return int(n), err
}
