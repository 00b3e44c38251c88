package journey

// pageSize is how many records lie side by side.
const pageSize = 256

// pages is a list that grows page by page. What is in it stays where it is, so that a queue that grows to a million trucks is never
// copied and takes no room for the copy, and a pointer to a record holds for as long as the list is not emptied.
type pages[T any] struct {
	all   []*[pageSize]T
	count int
}

// at gives the record with an index. It panics when the index is beyond all pages.
func (p *pages[T]) at(i int32) *T { return &p.all[uint32(i)/pageSize][uint32(i)%pageSize] }

// add puts an empty record at the end and gives its index.
func (p *pages[T]) add() int32 {
	if p.count == len(p.all)*pageSize {
		p.all = append(p.all, new([pageSize]T))
	}
	i := int32(p.count)
	p.count++
	var empty T
	*p.at(i) = empty
	return i
}

// clear empties the list and keeps its room.
func (p *pages[T]) clear() { p.count = 0 }
