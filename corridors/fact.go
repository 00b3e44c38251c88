package corridors

import "embed"

// Grade says how well a figure is known.
type Grade string

// The grades, from a figure stated in a document at hand to an assumption with a range.
const (
	GradeA Grade = "A" // stated in an official or scientific document
	GradeB Grade = "B" // stated in a published source: press, portal or report
	GradeC Grade = "C" // recalled from a named publication, to be verified
	GradeD Grade = "D" // an assumption with a range
)

// Grades lists them from the best known to the least.
func Grades() []Grade { return []Grade{GradeA, GradeB, GradeC, GradeD} }

// Fact is one published or assumed figure. Value, Low and High are written with their unit.
type Fact struct {
	ID      string
	Subject string
	Value   string // none: only a range is known
	Low     string
	High    string
	Year    string
	Grade   Grade
	Source  string
	Note    string
}

// Input is one figure of a scenario with what it rests on.
type Input struct {
	Path     string // as `--set` names it
	Value    string // as written
	Low      string // none: the range is not known
	High     string
	Grade    Grade
	Fact     string // id of the fact it is taken from
	Transfer string // id of the fact it is carried over from: another place, direction or time
	Why      string
	Source   string
	SetBy    string // the file or option that wrote it
}

//go:embed *.yaml gates/*.yaml posts/*.yaml
var files embed.FS

// Files are the shipped corridors and facts, and in folders of their own the gate pairs and posts that
// corridors share.
func Files() embed.FS { return files }
