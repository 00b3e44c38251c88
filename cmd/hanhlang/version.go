package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// release is the version of this program; it is part of every answer, so it does not depend on how or when the program was built.
const release = "0.1.0"

// version is the verb that says which program this is and what it was built from.
func (d *desk) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: d.text(words.Say("cmd.version.short")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return surplus(args[0])
			}
			fmt.Fprintf(d.out, "hanhlang %s\n%s %s/%s\n", release, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if built, ok := debug.ReadBuildInfo(); ok {
				d.columns(words.Say("cmd.version.libraries"), libraries(built))
			}
			return nil
		},
	}
}

// libraries lists the modules in this program with their versions, in the order of their paths.
func libraries(built *debug.BuildInfo) []row {
	var rows []row
	for _, module := range built.Deps {
		rows = append(rows, row{module.Path, module.Version})
	}
	return rows
}
