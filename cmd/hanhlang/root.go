package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hanhlang/corridors/words"
)

// root makes the command with all its verbs.
func (d *desk) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "hanhlang",
		Short:             d.text(words.Say("cmd.root.short")),
		Long:              d.text(words.Say("cmd.root.long")) + "\n\n" + d.text(words.Say("cmd.root.settings")),
		Args:              cobra.ArbitraryArgs,
		RunE:              d.noVerb,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return errors.Join(empty(cmd), d.spoken(cmd)) },
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetOut(d.out)
	root.SetErr(d.errs)
	root.PersistentFlags().BoolP("help", "h", false, d.text(words.Say("cmd.flag.help")))
	root.PersistentFlags().String("lang", "", d.text(words.Say("cmd.flag.lang", "languages", orList(words.Languages()))))
	root.SetFlagErrorFunc(d.misflagged)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { d.describe(cmd) })
	help := d.help()
	root.SetHelpCommand(help)
	root.AddCommand(d.compare(), d.run(), d.reporting(), d.sweeping(), d.check(), d.importing(), d.schemas(), d.beginning(), d.converting(), d.verifying(), d.explaining(), d.trace(), d.lesson(), d.list(), d.version(), d.completion(), help)
	return root
}

// empty refuses a flag with a text in which nothing stands, as a script leaves it whose variable is not set, whatever the verb.
func empty(cmd *cobra.Command) error {
	var faults []error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Value.Type() == "string" && strings.TrimSpace(f.Value.String()) == "" {
			faults = append(faults, misuse(words.Say("cmd.flag-empty", "flag", "--"+f.Name), words.Phrase{}, seeHelp(cmd)))
		}
	})
	return errors.Join(faults...)
}

// noVerb answers a command line whose first word is no verb.
func (d *desk) noVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		d.describe(cmd)
		return nil
	}
	return unknownVerb(cmd.Root(), args[0])
}

func unknownVerb(root *cobra.Command, typed string) error {
	var verbs []string
	for _, verb := range root.Commands() {
		if !verb.Hidden {
			verbs = append(verbs, verb.Name())
		}
	}
	return misuse(words.Say("cmd.verb-unknown", "verb", typed), words.Say("cmd.allowed.names", "names", orList(verbs)), didYouMean(typed, verbs))
}

// one takes the name of what a verb asks about. Those on offer are looked for only where none is given: that takes longer than a short run.
func (d *desk) one(args []string, kind string) (string, error) {
	if len(args) > 0 {
		return one(args, nil)
	}
	return one(args, d.names(kind))
}

// one takes the single name that a verb asks about. The names on offer make the message useful.
func one(args, offered []string) (string, error) {
	switch len(args) {
	case 0:
		return "", misuse(words.Say("cmd.name-missing"), words.Say("cmd.allowed.offered", "names", orList(offered)), words.Phrase{})
	case 1:
		return args[0], nil
	}
	return "", surplus(args[1])
}

// surplus is the fault of a word too many on the command line.
func surplus(extra string) error {
	return misuse(words.Say("cmd.too-many", "extra", extra), words.Phrase{}, words.Say("cmd.help.quote"))
}
