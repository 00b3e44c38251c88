package strict

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// at is where the parser saw a value. Values come in the order of the text, so that the bytes of a line are counted once.
func (g *grower) at(y *yaml.Node) span {
	from := g.last
	if from.src == nil || from.line != y.Line || from.col > y.Column {
		from = span{src: g.src, line: y.Line, col: 1, width: 1}
	}
	rest := from.rest()
	from.offset += skip(rest, y.Column-from.col)
	from.col = y.Column
	g.last = from
	return from
}

// place is where a value is written and how wide it is; an anchor in front of it does not count.
func (g *grower) place(y *yaml.Node) span {
	where := g.at(y)
	if rest, anchored := strings.CutPrefix(where.rest(), "&"+y.Anchor); anchored && y.Anchor != "" {
		value := strings.TrimLeft(rest, " \t")
		where.offset += len(y.Anchor) + 1 + len(rest) - len(value)
		where.col += utf8.RuneCountInString(y.Anchor) + 1 + len(rest) - len(value)
	}
	if y.Kind == yaml.ScalarNode {
		where.width = writtenWidth(where.rest(), y)
	}
	return where
}

func isNull(y *yaml.Node) bool {
	return y.Style&^yaml.TaggedStyle == 0 && nullText(y.Value)
}

// writtenWidth counts the characters that a scalar takes on its first line, quotes included; 0 for an empty one.
// rest is the line from the beginning of the scalar on.
func writtenWidth(rest string, y *yaml.Node) int {
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		return utf8.RuneCountInString(quoted(rest, '"', '\\'))
	case y.Style&yaml.SingleQuotedStyle != 0:
		return utf8.RuneCountInString(quoted(rest, '\'', '\''))
	case y.Style&^yaml.TaggedStyle == 0 && strings.HasPrefix(rest, y.Value):
		return utf8.RuneCountInString(y.Value)
	}
	rest = rest[:skip(rest, nearby)]
	if comment := strings.Index(rest, " #"); comment >= 0 {
		rest = rest[:comment]
	}
	return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
}

// quoted is a text with its quotes, or up to the end of the line when it goes on below.
func quoted(rest string, mark, escape byte) string {
	for i := 1; i < len(rest); i++ {
		switch {
		case rest[i] == escape && i+1 < len(rest) && (escape == '\\' || rest[i+1] == mark):
			i++
		case rest[i] == mark:
			return rest[:i+1]
		}
	}
	return strings.TrimRight(rest, " \t")
}
