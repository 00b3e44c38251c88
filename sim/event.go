package sim

import "fmt"

// Slot is a place in a Calendar that holds at most one pending event. It belongs to an activity: a customer on its way,
// a shift, a timer. It is a handle too: what is scheduled in a slot can be re-timed or cancelled through it.
type Slot int32

// Rank orders events of the same instant: the lower rank goes first. A model names its ranks and says why they are so.
type Rank uint8

// Event is something that will happen: a plain value without pointers, comparable with ==, printable.
type Event struct {
	At   Time  // when
	What       // what, and who goes first at the same instant
	Slot Slot  // whose activity
	Who  int32 // to whom, in the model's own numbering
}

// What says what happens. Kind and rank form a struct of their own because Go keeps structs of up to four fields in
// registers: with five, every event went through memory and took half as long again.
type What struct {
	Kind uint8 // in the model's own numbering
	Rank Rank
}

// String shows every field of the event on one line.
func (e Event) String() string {
	return fmt.Sprintf("%v kind %d rank %d slot %d who %d", e.At, e.Kind, e.Rank, e.Slot, e.Who)
}
