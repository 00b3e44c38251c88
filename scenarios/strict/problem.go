package strict

import "hanhlang/corridors/words"

// Class says what kind of trouble a problem is; its number is the exit code of the command.
type Class int

// The classes of problems.
const (
	CommandLine Class = 2 // a wrong value on the command line
	Scenario    Class = 3 // a wrong value in a file
	Files       Class = 4 // a file that cannot be read
	Limits      Class = 5 // more than the program can hold
)

// Problem is one thing that an author has to mend.
type Problem struct {
	Pos     Pos
	Also    []Pos // other places that take part, such as the first of two equal keys
	UsedAt  Pos   // the alias or merge key that brought the value here; zero when it stands where it is used
	Path    string
	Value   string // as written
	What    words.Phrase
	Allowed words.Phrase
	Help    words.Phrase
	Class   Class
	Warning bool // worth saying, but the file can be used
	Note    bool // a warning of nothing: how something was read that is in order, for who asks
	Snippet Snippet
}

// Snippet is the line of a problem and the part of it to underline, in characters from 1. An empty Text means that there is no line to show.
type Snippet struct {
	Text       string
	Col, Width int
}

// at begins a problem at a piece of text.
func at(where span) Problem {
	class := Scenario
	if where.src.layer.Set {
		class = CommandLine
	}
	return Problem{Pos: where.pos(), Value: where.brief(), Class: class, Snippet: where.snippet()}
}

// inFile begins a problem of a file as a whole.
func inFile(file string, class Class) Problem {
	return Problem{Pos: Pos{File: file}, Class: class}
}
