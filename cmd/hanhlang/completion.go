package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// completion is the verb that prints what a shell needs to complete this command.
func (d *desk) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:                   "completion SHELL",
		Short:                 d.text(words.Say("cmd.completion.short")),
		Long:                  d.text(words.Say("cmd.completion.long")),
		ValidArgs:             shells,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			shell, err := one(args, shells)
			if err != nil {
				return err
			}
			return d.complete(cmd.Root(), shell, shells)
		},
	}
}

// complete prints the script of one shell.
func (d *desk) complete(root *cobra.Command, shell string, shells []string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(d.out, true)
	case "zsh":
		return root.GenZshCompletion(d.out)
	case "fish":
		return root.GenFishCompletion(d.out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(d.out)
	}
	return misuse(words.Say("cmd.shell-unknown", "shell", shell), words.Say("cmd.allowed.names", "names", orList(shells)), didYouMean(shell, shells))
}
