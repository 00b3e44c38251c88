// Package words holds every sentence that a user reads, in one catalogue per language.
// Other packages say what is meant (a Phrase); a Speaker puts it into a language.
// It does not know who asks, where the text is printed, or anything about trucks.
package words

// Phrase is something to be said, not yet in any language: the id of a message in the catalogue and what goes into it.
// The zero Phrase says nothing.
type Phrase struct {
	ID   string
	Args []Arg
}

// Arg is one thing that goes into a message: {{.name}} in the catalogue is replaced by Value.
// Value is a string, a number, a Phrase, a list of strings or of Phrases, or anything with a String method.
// A Number is written as the language writes numbers; other numbers are limits of what can be typed, and written as they are typed.
// The argument named count, when it is an integer, also selects the plural form.
type Arg struct {
	Name  string
	Value any
}

// Say makes a Phrase from a message id and pairs of name and value:
//
//	words.Say("strict.unknown-key", "key", "lane", "near", "lanes")
//
// It accepts anything. What is wrong with a call (an unknown id, a value without a name) shows in the text,
// and the test of this package that reads the whole module's source finds it before a user does.
func Say(id string, pairs ...any) Phrase {
	p := Phrase{ID: id}
	for i := 0; i < len(pairs); i += 2 {
		p.Args = append(p.Args, pair(pairs[i:]))
	}
	return p
}

// pair reads the first name and value of rest; what has no name or no value keeps its place and shows as such.
func pair(rest []any) Arg {
	name, ok := rest[0].(string)
	if !ok {
		return Arg{Name: "?", Value: rest[0]}
	}
	if len(rest) == 1 {
		return Arg{Name: name, Value: "?"}
	}
	return Arg{Name: name, Value: rest[1]}
}

// Plain is text that is the same in every language: a title from the user's file, a name, a path.
func Plain(text string) Phrase { return Say("words.plain", "text", text) }

// And joins items to a list that ends in the language's word for "and": "a, b and c".
func And(items ...any) Phrase {
	if len(items) < 2 {
		return alone(items)
	}
	last := len(items) - 1
	return Say("words.and", "head", items[:last], "last", items[last])
}

// Or joins items to a list that ends in the language's word for "or": "a, b or c".
func Or(items ...any) Phrase {
	if len(items) < 2 {
		return alone(items)
	}
	last := len(items) - 1
	return Say("words.or", "head", items[:last], "last", items[last])
}

// alone is a list of one item, or of none, which says nothing.
func alone(items []any) Phrase {
	if len(items) == 0 {
		return Phrase{}
	}
	return Say("words.plain", "text", items[0])
}

// Arg is the value of an argument of a name; nil if there is none.
func (p Phrase) Arg(name string) any {
	for _, arg := range p.Args {
		if arg.Name == name {
			return arg.Value
		}
	}
	return nil
}

// Empty tells whether the Phrase says nothing.
func (p Phrase) Empty() bool { return p.ID == "" }
