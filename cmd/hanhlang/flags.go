package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
)

// misflagged turns what the flag parser says into a fault that says what is allowed.
func (d *desk) misflagged(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(cmd, unknown)
	case errors.As(err, &empty):
		return misuse(words.Say("cmd.flag-empty", "flag", "--"+empty.GetSpecifiedName()), words.Phrase{}, seeHelp(cmd))
	case errors.As(err, &wrong):
		v := value{where: "--" + wrong.GetFlag().Name, text: wrong.GetValue()}
		return v.refused(words.Say("cmd.allowed.names", "names", orList([]string{"true", "false"})), seeHelp(cmd))
	case errors.As(err, &malformed):
		return misuse(words.Say("cmd.flag-malformed", "flag", malformed.GetSpecifiedFlag()), words.Phrase{}, seeHelp(cmd))
	}
	return misuse(words.Plain(err.Error()), words.Phrase{}, seeHelp(cmd))
}

// unknownFlag names the flags there are, and the one that may have been meant.
func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	if short := err.GetSpecifiedShortnames(); short != "" {
		return misuse(words.Say("cmd.flag-unknown", "flag", "-"+short, "command", cmd.CommandPath()), words.Phrase{}, seeHelp(cmd))
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	typed := "--" + err.GetSpecifiedName()
	help := didYouMean(typed, names)
	switch {
	case typed == "--confidence":
		help = words.Say("cmd.help.confidence")
	case typed == "--measures":
		help = words.Say("cmd.help.measures")
	case help.Empty():
		help = seeHelp(cmd)
	}
	return misuse(
		words.Say("cmd.flag-unknown", "flag", typed, "command", cmd.CommandPath()), words.Say("cmd.allowed.names", "names", orList(names)), help)
}

// seeHelp points at the help of a verb.
func seeHelp(cmd *cobra.Command) words.Phrase {
	return words.Say("cmd.help.see", "command", cmd.CommandPath()+" --help")
}

// texts declares flags that take a text; their values are read and checked by the verb, so that one place makes the messages.
func (d *desk) texts(cmd *cobra.Command, usage map[string]words.Phrase) {
	for name, about := range usage {
		cmd.Flags().String(name, "", d.text(about))
	}
}

// running declares the flags of the verbs that run replications.
func (d *desk) running(cmd *cobra.Command) {
	d.texts(cmd, map[string]words.Phrase{
		"seed":         words.Say("cmd.flag.seed"),
		"replications": words.Say("cmd.flag.replications"),
		"workers":      words.Say("cmd.flag.workers"),
		"format":       words.Say("cmd.flag.format"),
		"out":          words.Say("cmd.flag.out"),
		"observe":      words.Say("cmd.flag.observe"),
		"log":          words.Say("cmd.flag.log"),
		"report":       words.Say("cmd.flag.report"),
		"files":        words.Say("cmd.flag.files"),
		"precision":    words.Say("cmd.flag.precision"),
		"steady":       words.Say("cmd.flag.steady"),
		"cpuprofile":   words.Say("cmd.flag.cpuprofile"),
		"memprofile":   words.Say("cmd.flag.memprofile"),
	})
	choices(cmd, "steady", journey.Serial())
	choices(cmd, "files", fileWords())
	cmd.Flags().Bool("indicators", false, d.text(words.Say("cmd.flag.indicators")))
	cmd.Flags().Bool("antithetic", false, d.text(words.Say("cmd.flag.antithetic")))
	cmd.Flags().Bool("estimates", false, d.text(words.Say("cmd.flag.estimates")))
	cmd.Flags().Bool("no-progress", false, d.text(words.Say("cmd.flag.no-progress")))
	cmd.Flags().Bool("perf", false, d.text(words.Say("cmd.flag.perf")))
	cmd.Flags().Bool("strict", false, d.text(words.Say("cmd.flag.strict")))
	cmd.Flags().Bool("force", false, d.text(words.Say("cmd.flag.force")))
	cmd.Flags().Bool("resume", false, d.text(words.Say("cmd.flag.resume")))
	d.changing(cmd)
	choices(cmd, "format", answerFormats())
}

// changing declares --set. Its texts are taken as they are: a comma is part of the value.
func (d *desk) changing(cmd *cobra.Command) {
	cmd.Flags().StringArray("set", nil, d.text(words.Say("cmd.flag.set")))
}

// changes gives the --set texts in the order typed.
func changes(cmd *cobra.Command) []string {
	sets, err := cmd.Flags().GetStringArray("set")
	if err != nil {
		panic(err) // The flag is declared by the verb that asks for it.
	}
	return sets
}

// choices offers the values of a flag to the shell.
func choices(cmd *cobra.Command, flag string, names []string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // The flag is declared just before.
	}
}
