package main

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
)

// surrounded is the language that is spoken with these variables and this command line.
func surrounded(t *testing.T, env map[string]string, args ...string) string {
	t.Helper()
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "HANHLANG_LANG"} {
		t.Setenv(name, env[name])
	}
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	tool, err := gather()
	require.NoError(t, err)
	return speaker(args, tool).Language()
}

func TestLanguageIsThatOfTheStrongestWord(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		args []string
		want string
	}{
		{nil, nil, "en"},
		{map[string]string{"LANG": "vi_VN.UTF-8"}, nil, "vi"},
		{map[string]string{"LANG": "vi"}, nil, "vi"},
		{map[string]string{"LANG": "vi_VN@special"}, nil, "vi"},
		{map[string]string{"LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"}, nil, "vi"},
		{map[string]string{"LC_ALL": "C", "LC_MESSAGES": "vi_VN", "LANG": "vi_VN"}, nil, "en"},
		{map[string]string{"LC_ALL": "de_DE.UTF-8", "LANG": "vi_VN"}, nil, "en"},
		{map[string]string{"LANG": "lo_LA.UTF-8"}, nil, "lo"},
		{map[string]string{"LANG": "vi_VN.UTF-8", "HANHLANG_LANG": "en"}, nil, "en"},
		{map[string]string{"HANHLANG_LANG": "en"}, []string{"list", "--lang", "vi"}, "vi"},
		{map[string]string{"HANHLANG_LANG": "en"}, []string{"list", "--lang=vi"}, "vi"},
		{map[string]string{"LANG": "vi_VN.UTF-8"}, []string{"list", "--lang", "xx"}, "vi"},
	} {
		assert.Equal(t, c.want, surrounded(t, c.env, c.args...), "%v %v", c.env, c.args)
	}
}

func TestShortParagraphsStayAsTheyAre(t *testing.T) {
	d := &desk{width: 80}
	long := strings.Repeat("a word ", 14)
	assert.Equal(t, "One.\nTwo.", d.filled("One.\nTwo."))
	assert.Equal(t, strings.Repeat("a word ", 10)+"a word a\n"+"word a word a word and more.\n\nNext.", d.filled(long+"\nand more.\n\nNext."))
	assert.Equal(t, long, (&desk{}).filled(long), "no terminal")
}

// Help fits a terminal in every language, and names, placeholders and flags stay on one line each.
func TestHelpFitsATerminal(t *testing.T) {
	for _, language := range words.Languages() {
		say, err := words.Speak(language)
		require.NoError(t, err)
		var page bytes.Buffer
		d := &desk{out: bufio.NewWriter(&page), errs: &bytes.Buffer{}, say: say, width: 80}
		root := d.root()
		for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
			page.Reset()
			d.columns(words.Say("cmd.usage.flags"), flags(cmd))
			d.columns(words.Say("cmd.usage.verbs"), verbs(cmd))
			d.out.WriteString(d.filled(cmd.Long))
			require.NoError(t, d.out.Flush())
			for line := range strings.Lines(page.String()) {
				assert.LessOrEqual(t, text.StringWidth(strings.TrimRight(line, "\n")), d.width, "%s: %s", cmd.Name(), line)
				assert.NotRegexp(t, ` \n$`, line)
			}
			for _, flag := range flags(cmd) {
				assert.Contains(t, page.String(), "\n  "+flag.name, "%s in %s", flag.name, language)
			}
		}
	}
}
