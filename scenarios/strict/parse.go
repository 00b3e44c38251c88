package strict

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"hanhlang/corridors/words"
)

// maxDepth is how deeply lists and mappings may stand in one another.
const maxDepth = 64

// Document is one file that has been read: its tree, and the problems found on the way.
type Document struct {
	node     *Node
	problems *Problems
}

// Node is the tree of the document; its top is a mapping.
func (d *Document) Node() *Node { return d.node }

// Root begins the typed reading of the document.
func (d *Document) Root() *Map { return Read(d.node, d.problems) }

// Reader reads files of one kind.
type Reader struct {
	// Skeleton is the smallest file of this kind, shown to who writes something else altogether.
	Skeleton string
}

// Parse reads one file of no particular kind; see Reader.Parse.
func Parse(file string, data []byte, problems *Problems) *Document {
	return Reader{Skeleton: "version: 1\nname: first try"}.Parse(file, data, problems)
}

// Parse turns the bytes of a file into a tree, in time proportional to their number whatever they hold. Its faults go to problems;
// the document is nil when they leave nothing to read. file is the name used in messages.
func (r Reader) Parse(file string, data []byte, problems *Problems) *Document {
	src, text, ok := checkBytes(file, data, problems)
	if !ok {
		return nil
	}
	top, ok := r.oneDocument(src, text, problems)
	if !ok {
		return nil
	}
	node := grow(src, top, "", problems)
	if node == nil {
		return nil
	}
	return &Document{node: node, problems: problems}
}

// oneDocument reads the only document of a text, whose top must be a mapping.
func (r Reader) oneDocument(src *source, text string, problems *Problems) (*yaml.Node, bool) {
	loader, err := newLoader(text)
	if err != nil {
		problems.Add(syntaxProblem(src, err))
		return nil, false
	}
	document, directives, err := nextDocument(loader)
	switch {
	case errors.Is(err, io.EOF):
		problems.Add(emptyFile(src))
		return nil, false
	case err != nil:
		problems.Add(syntaxProblem(src, err))
		return nil, false
	case directives:
		problems.Add(directive(src))
		return nil, false
	}
	second, _, err := nextDocument(loader)
	switch {
	case err == nil:
		problems.Add(secondDocument(src, second))
		return nil, false
	case !errors.Is(err, io.EOF):
		problems.Add(syntaxProblem(src, err))
		return nil, false
	}
	top := document.Content[0]
	if top.Kind == yaml.MappingNode {
		return top, true
	}
	problems.Add(r.wrongTop(src, top))
	return nil, false
}

// newLoader prepares the YAML parser: positions kept, nesting bounded while the text is read, nothing decoded.
func newLoader(text string) (*yaml.Loader, error) {
	return yaml.NewLoader(strings.NewReader(text), yaml.WithPlugin(nesting{}), yaml.WithStreamNodes())
}

// nextDocument skips to the next document. A panic inside the parser is turned into an error: the bytes are not ours.
func nextDocument(loader *yaml.Loader) (document *yaml.Node, directives bool, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("yaml parser: %v", broken)
		}
	}()
	for {
		node := new(yaml.Node)
		if err := loader.Load(node); err != nil {
			return nil, false, err
		}
		if node.Kind == yaml.DocumentNode {
			return node, directives, nil
		}
		if node.Stream != nil && (node.Stream.Version != nil || len(node.Stream.TagDirectives) > 0) {
			directives = true
		}
	}
}

// nesting is the plugin that stops the YAML parser at the first bracket or indentation too many.
type nesting struct{}

var errTooDeep = errors.New("too deep")

// CheckDepth refuses a depth above the limit.
func (nesting) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		return errTooDeep
	}
	return nil
}

// CheckAlias lets every alias pass: aliases are counted where the tree is built.
func (nesting) CheckAlias(int, int) error { return nil }

func emptyFile(src *source) Problem {
	problem := inFile(src.layer.File, Scenario)
	problem.What = words.Say("strict.empty-file")
	problem.Help = words.Say("strict.see-list")
	return problem
}

func directive(src *source) Problem {
	for n, line := range src.lines {
		if strings.HasPrefix(line, "%") {
			problem := at(src.span(n+1, 1, len([]rune(line))))
			problem.What = words.Say("strict.directive")
			problem.Help = words.Say("strict.delete-line")
			return problem
		}
	}
	panic("strict: a directive without a line")
}

func secondDocument(src *source, second *yaml.Node) Problem {
	problem := at(src.span(second.Line, second.Column, 3))
	problem.What = words.Say("strict.second-document")
	problem.Help = words.Say("strict.delete-separator")
	return problem
}

// wrongTop tells an empty document from a list or a text at the top.
func (r Reader) wrongTop(src *source, top *yaml.Node) Problem {
	if top.Kind == yaml.ScalarNode && isNull(top) {
		return emptyFile(src)
	}
	where := src.span(top.Line, top.Column, 1)
	if top.Kind == yaml.ScalarNode {
		where.width = writtenWidth(where.rest(), top)
	}
	problem := at(where)
	problem.What = words.Say("strict.top-is-list")
	if top.Kind != yaml.SequenceNode {
		problem.What = words.Say("strict.top-is-text")
	}
	problem.Allowed = words.Say("strict.top-wanted")
	problem.Help = words.Say("strict.skeleton", "skeleton", r.Skeleton)
	return problem
}
