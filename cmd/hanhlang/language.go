package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"hanhlang/corridors/words"
)

// speaker finds the language before the command line is parsed, because help and errors of the command line need it too: that of --lang, of HANHLANG_LANG,
// of the settings file, or of the surroundings. A language that nobody speaks is refused when settings are read; the refusal is in that of the surroundings.
func speaker(args []string, tool *viper.Viper) *words.Speaker {
	asked := tool.GetString("lang")
	for i, arg := range args {
		if text, ok := strings.CutPrefix(arg, "--lang="); ok {
			asked = text
		}
		if arg == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	for _, language := range []string{asked, surroundings()} {
		if say, err := words.Speak(language); err == nil {
			return say
		}
	}
	say, err := words.Speak("en")
	if err != nil {
		panic(err) // English is embedded and tested.
	}
	return say
}

// surroundings is the language that the system was set up with, as in BCP 47: "vi-VN" for LANG=vi_VN.UTF-8. As POSIX has it, the first of three variables
// that is not empty decides. Nothing, C and POSIX are no language, and none is refused: who set them did not set them for this program.
func surroundings() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			locale, _, _ = strings.Cut(locale, ".")
			locale, _, _ = strings.Cut(locale, "@")
			return strings.ReplaceAll(locale, "_", "-")
		}
	}
	return ""
}

// spoken refuses a language of the command line that nobody speaks, whatever the verb, and says once how much of a language is missing.
func (d *desk) spoken(cmd *cobra.Command) error {
	if lang := cmd.Flag("lang"); lang != nil && lang.Changed && strings.TrimSpace(lang.Value.String()) != "" {
		if err := (value{where: "--lang", text: lang.Value.String()}).language(); err != nil {
			return err
		}
	}
	if said := d.say.Coverage(); !said.Whole() {
		d.note(words.Say("cmd.language-in-part", "language", d.say.Language(), "said", said.Said, "count", said.Of))
	}
	return nil
}

// language accepts a language that the command speaks.
func (v value) language() error {
	if err := words.Spoken(v.text); err != nil {
		return v.refused(words.Say("cmd.allowed.names", "names", orList(words.Languages())), didYouMean(v.text, words.Languages()))
	}
	return nil
}

// language are the words of a command line for an answer in a language: none for English, which is spoken where nobody asks for another one.
func language(say *words.Speaker) string {
	if say.Language() == "en" {
		return ""
	}
	return " --lang " + say.Language()
}
