package strict

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"hanhlang/corridors/words"
)

// Set writes assignments such as `gates[Lao Bảo–Densavanh].posts[Lao Bảo].lanes=2` into a tree, one after the other, and returns
// the result; the tree itself is not changed. Keys stand between dots, items of lists in brackets by name or by number from 0.
// The value is YAML on one line. A last key that is not there yet is added (whether it may exist is for the reader to say), and so
// are the mappings on the way to it. What cannot be done goes to problems with class CommandLine, placed in the assignment.
func Set(root *Node, assignments []string, problems *Problems) *Node {
	src := &source{layer: Layer{File: setFile, Set: true}}
	for _, text := range assignments {
		src.lines = append(src.lines, oneLine(text))
	}
	for i := range assignments {
		root = setOne(root, src, i+1, problems)
	}
	return root
}

// oneLine keeps an assignment on its line of the source; control characters are refused later.
func oneLine(text string) string {
	return strings.ToValidUTF8(strings.NewReplacer("\n", " ", "\r", " ").Replace(text), "\uFFFD")
}

func setOne(root *Node, src *source, line int, problems *Problems) *Node {
	a, problem, ok := readAssignment(src, line)
	if !ok {
		problems.Add(problem)
		return root
	}
	value := a.read(problems)
	if value == nil {
		return root
	}
	s := &setter{value: value, problems: problems}
	if changed := s.descend(root, a.steps, ""); changed != nil {
		return changed
	}
	return root
}

// read parses the value with the same rules as a file; its places count in the whole text of the assignment.
func (a assignment) read(problems *Problems) *Node {
	where := a.src.span(a.line, a.col, 1)
	for i, r := range []rune(a.text) {
		if forbidden(r) {
			problems.Add(forbiddenHere(a.src.span(a.line, i+1, 1), r))
			return nil
		}
	}
	if strings.TrimSpace(a.value) == "" {
		problem := at(where)
		problem.What = words.Say("strict.set-no-value")
		problem.Help = words.Say("strict.set-example")
		problems.Add(problem)
		return nil
	}
	// Blanks in front of the value give it the columns of the whole text, and line breaks the lines of the earlier assignments.
	padded := strings.Repeat("\n", a.line-1) + strings.Repeat(" ", a.col-1) + a.value
	document, err := oneValue(padded)
	if err == nil {
		return grow(a.src, document.Content[0], a.path(), problems)
	}
	masked := &source{layer: a.src.layer, lines: strings.Split(padded, "\n")}
	problem := syntaxProblem(masked, err)
	problem.Snippet.Text = a.text
	if problem.Pos.Line != a.line {
		problem.Pos, problem.Snippet = where.pos(), where.snippet()
	}
	problems.Add(problem)
	return nil
}

// path is the left side of the assignment.
func (a assignment) path() string {
	return strings.TrimSuffix(a.text[:len(a.text)-len(a.value)], "=")
}

// oneValue parses a text that holds no more than one value.
func oneValue(text string) (*yaml.Node, error) {
	loader, err := newLoader(text)
	if err != nil {
		return nil, err
	}
	document, _, err := nextDocument(loader)
	return document, err
}

// setter carries one value down to its place.
type setter struct {
	value    *Node
	problems *Problems
}

// descend returns a copy of a node in which the value is set, or nil when the path leads nowhere. node is nil below a new key.
func (s *setter) descend(node *Node, steps []step, path string) *Node {
	if len(steps) == 0 {
		return s.value.onto(node)
	}
	first := steps[0]
	if first.item {
		return s.intoList(node, steps, path)
	}
	before := node
	if node == nil || node.IsEmpty() {
		node = &Node{kind: mapping, where: first.where}
	}
	if !node.IsMap() {
		s.wrongStep(first, node, path)
		return nil
	}
	old, found := node.entry(first.text)
	if !found && len(steps) > 1 && steps[1].item {
		s.notThere(first, node.Keys(), path)
		return nil
	}
	child := s.descend(old.value, steps[1:], below(path, first.text))
	if child == nil {
		return nil
	}
	key := old.key
	if !found || len(steps) == 1 {
		key = &Node{text: first.text, where: first.where}
	}
	changed := node.with(key, child)
	changed.below = before
	return changed
}

func (s *setter) intoList(node *Node, steps []step, path string) *Node {
	first := steps[0]
	if !node.IsList() {
		s.wrongStep(first, node, path)
		return nil
	}
	i, found := node.item(first.text)
	if !found {
		s.notThere(first, node.itemNames(), path)
		return nil
	}
	child := s.descend(node.items[i], steps[1:], path+"["+shown(first.text)+"]")
	if child == nil {
		return nil
	}
	changed := *node
	changed.items = node.Items()
	changed.items[i] = child
	changed.below = node
	return &changed
}

// item finds an item of a list by its name, else by its number.
func (n *Node) item(text string) (int, bool) {
	for i, item := range n.items {
		if name, named := item.Name(); named && name == text {
			return i, true
		}
	}
	i, err := strconv.Atoi(text)
	return i, err == nil && i >= 0 && i < len(n.items)
}

// itemNames lists how the items of a list can be addressed.
func (n *Node) itemNames() []string {
	names := []string{}
	for i, item := range n.items {
		name, named := item.Name()
		if !named {
			name = strconv.Itoa(i)
		}
		names = append(names, name)
	}
	return names
}

// notThere reports a key or an item that does not exist, with the nearest one.
func (s *setter) notThere(wrong step, names []string, path string) {
	problem := at(wrong.where)
	problem.Path = path
	problem.What = words.Say("strict.set-not-there", "name", shown(wrong.text))
	if near, found := Nearest(wrong.text, names); found {
		problem.Help = words.Say("strict.did-you-mean", "near", near)
	} else {
		problem.Allowed = listed(names)
	}
	s.problems.Add(problem)
}

// wrongStep reports a key where a list or a single value stands, or brackets where there is no list.
func (s *setter) wrongStep(wrong step, node *Node, path string) {
	problem := at(wrong.where)
	problem.Path = path
	switch {
	case wrong.item && node.IsMap():
		problem.What = words.Say("strict.set-is-mapping")
		problem.Allowed = listed(node.Keys())
	case node.IsList():
		problem.What = words.Say("strict.set-is-list")
		problem.Allowed = listed(node.itemNames())
	default:
		problem.What = words.Say("strict.set-is-value", "value", node.where.brief())
	}
	s.problems.Add(problem)
}
