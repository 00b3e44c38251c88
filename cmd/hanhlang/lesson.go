package main

import (
	"github.com/spf13/cobra"

	"hanhlang/corridors/report"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
)

// lesson is the verb that asks the question of a lesson, before its study is run.
func (d *desk) lesson() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "lesson [STUDY]",
		Short:   d.text(words.Say("cmd.lesson.short")),
		Long:    d.text(words.Say("cmd.lesson.long")),
		Example: d.text(words.Say("cmd.lesson.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			format, err := plainFormat(cmd)
			if err != nil {
				return err
			}
			if _, err := d.settings(cmd); err != nil {
				return err
			}
			answered, _ := cmd.Flags().GetBool("answer") // declared below
			if len(args) == 0 {
				return d.lessons(answered, format)
			}
			name, err := one(args, nil)
			if err != nil {
				return err
			}
			return d.teach(name, answered, format)
		},
		ValidArgsFunction: d.offer(kindLesson),
	}
	d.plain(cmd)
	cmd.Flags().Bool("answer", false, d.text(words.Say("cmd.flag.answer")))
	return cmd
}

// lessons lists those that are shipped.
func (d *desk) lessons(answered bool, format string) error {
	if answered {
		return misuse(words.Say("cmd.lesson.answer-of-what"), d.offered(kindLesson), words.Phrase{})
	}
	return d.show([]string{kindLesson}, format)
}

// teach asks the question of one lesson, and gives the expected answer if it is wanted.
func (d *desk) teach(name string, answered bool, format string) error {
	task, is, err := d.ask.task(name, answered)
	if err != nil {
		return err
	}
	if !is {
		return misuse(words.Say("cmd.lesson.none", "name", name), d.offered(kindLesson), words.Phrase{})
	}
	if format == "json" {
		data, err := task.JSON(d.say)
		_, _ = d.out.Write(data) // an error stays with the writer
		return err
	}
	_, _ = d.out.Write([]byte(task.Text(d.say, d.pageWidth()))) // an error stays with the writer
	return nil
}

// offered lists what is shipped of a kind.
func (d *desk) offered(kind string) words.Phrase {
	return words.Say("cmd.allowed.offered", "names", orList(d.names(kind)))
}

// task reads the lesson of a study; false: it has none.
func task(name string, answered bool) (report.Task, bool, error) {
	s, err := scenarios.LoadStudy(name, nil)
	if err != nil {
		return report.Task{}, false, err
	}
	t, is := study.Task(s, answered)
	t.Run, t.Page, t.Answer = commandLine([]string{"compare", name}), commandLine([]string{"report", name}), commandLine([]string{"lesson", name, "--answer"})
	return t, is, nil
}
