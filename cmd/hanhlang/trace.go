package main

import (
	"math"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// traced is the truck that a trace follows.
type traced struct {
	name        string
	changes     []string
	seed        *uint64 // none: the one of the scenario
	replication int     // from 0
	flow        string  // empty: the first flow of the scenario
	truck       uint32  // from 1, in the order of arrival in its flow
}

// trace is the verb that tells the life of one truck.
func (d *desk) trace() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "trace SCENARIO --truck N",
		Short:   d.text(words.Say("cmd.trace.short")),
		Long:    d.text(words.Say("cmd.trace.long")),
		Example: d.text(words.Say("cmd.trace.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := d.one(args, kindScenario)
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
			who.name, who.changes, who.seed = name, changes(cmd), s.seed
			return d.ask.trace(cmd.Context(), who, d.out, d.say)
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
	who := traced{flow: cmd.Flag("flow").Value.String()}
	if !cmd.Flag("truck").Changed {
		return who, misuse(words.Say("cmd.truck-missing"), words.Say("cmd.allowed.truck"), words.Phrase{})
	}
	truck, err := number(cmd, "truck", 1, math.MaxUint32)
	if err != nil {
		return who, err
	}
	who.truck = uint32(truck)
	if cmd.Flag("replication").Changed {
		n, err := number(cmd, "replication", 0, mostReplications-1)
		who.replication = int(n)
		return who, err
	}
	return who, nil
}

// number reads a flag that is a whole number.
func number(cmd *cobra.Command, flag string, low, high uint64) (uint64, error) {
	return value{where: "--" + flag, text: cmd.Flag(flag).Value.String()}.whole(low, high)
}
