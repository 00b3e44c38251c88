package journey

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPagesKeepTheirRecordsInPlace: a list holds what was put into it, whatever came later, and pointers into it hold as well. One that was
// emptied gives out empty records again, in the room that it had.
func TestPagesKeepTheirRecordsInPlace(t *testing.T) {
	var list pages[[2]int]
	var first []*[2]int
	const n = 3*pageSize + 7
	for i := range int32(n) {
		assert.Equal(t, i, list.add())
		assert.Zero(t, *list.at(i))
		*list.at(i) = [2]int{int(i), -int(i)}
		first = append(first, list.at(i))
	}
	assert.Equal(t, n, list.count)
	assert.Len(t, list.all, 4)
	for i := range int32(n) {
		assert.Same(t, first[i], list.at(i))
		assert.Equal(t, [2]int{int(i), -int(i)}, *list.at(i))
	}
	list.clear()
	assert.Zero(t, list.count)
	for i := range int32(n) {
		list.add()
		assert.Same(t, first[i], list.at(i))
		assert.Zero(t, *list.at(i))
	}
	assert.Len(t, list.all, 4, "the room of before")
	assert.Panics(t, func() { list.at(4 * pageSize) })
	assert.Panics(t, func() { list.at(-1) })
}
