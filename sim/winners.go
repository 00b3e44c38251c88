package sim

import (
	"math"
	"math/bits"
)

// never is the time of an empty slot: later than every Time.
const never = math.MaxUint64

// key orders events: first by at, then by order, which is rank<<56 | sequence number.
type key struct {
	at    uint64
	order uint64
}

// winners is a winner tree (Knuth, The Art of Computer Programming 3, 1973, 5.4.1): every node knows the slot with the
// least key below it. It is used in place of a heap because a change of one key walks one fixed path, from leaf to root,
// and needs no branch that depends on the keys; a heap pays a mispredicted branch on most of its levels.
//
// With n leaves, n a power of two, node 1 is the root, node i has the children 2i and 2i+1, and node n+s is the leaf of
// slot s. A node is one word: the time of its winner above the number of its slot. Times that do not fit above the number
// are cut to the last one that does: of two winners whose words show the same time, the keys tell which goes first.
// Empty slots show times of their own, later than all others, so that no two of them are ever compared by their keys.
type winners struct {
	nodes []uint64 // node 0 is not used
	keys  []key    // by slot; seldom needed
	width uint     // of a slot's number [bits]
	last  uint64   // latest time that a word can show
}

// first gives the slot with the least key, which is an empty slot when all are.
func (w *winners) first() uint32 { return w.slot(w.nodes[1]) }

// slot that a word tells.
func (w *winners) slot(word uint64) uint32 { return uint32(word & uint64(len(w.keys)-1)) }

// word of slot s at a time.
func (w *winners) word(s uint32, at uint64) uint64 {
	return min(at, w.last-uint64(len(w.keys)))<<(w.width&63) | uint64(s)
}

// emptyWord is the word of slot s while nothing is scheduled in it.
func (w *winners) emptyWord(s uint32) uint64 {
	return (w.last-uint64(s))<<(w.width&63) | uint64(s)
}

// set gives slot s another key.
func (w *winners) set(s uint32, to key) {
	w.keys[s] = to
	w.replay(s, w.word(s, to.at))
}

// empty takes the key of slot s away.
func (w *winners) empty(s uint32) {
	w.keys[s] = key{never, never}
	w.replay(s, w.emptyWord(s))
}

// replay restores the tree after slot s has got another word.
// Times decide nearly always, and the processor selects the lesser word without a branch.
func (w *winners) replay(s uint32, best uint64) {
	nodes, slots := w.nodes, uint64(len(w.keys))
	i := len(w.keys) + int(s)
	nodes[i] = best
	for i > 1 {
		rival := nodes[i^1]
		i >>= 1
		least := min(best, rival)
		if best^rival < slots { // the same time
			least = w.scheduledFirst(best, rival)
		}
		best = least
		nodes[i] = best
	}
}

// enter gives an empty slot s a key. It walks only as far up as the slot wins, which is seldom far.
func (w *winners) enter(s uint32, to key) {
	w.keys[s] = to
	nodes, entrant := w.nodes, w.word(s, to.at)
	for i := len(w.keys) + int(s); ; {
		nodes[i] = entrant
		i >>= 1
		if i == 0 || w.better(entrant, nodes[i]) != entrant {
			return
		}
	}
}

// scheduledFirst gives the one of two words that show the same time whose slot goes first. It is kept out of the loops
// that call it, where its branches would make the compiler give up selecting without one.
//
//go:noinline
func (w *winners) scheduledFirst(a, b uint64) uint64 {
	one, other := &w.keys[w.slot(a)], &w.keys[w.slot(b)]
	if other.at < one.at || other.at == one.at && other.order < one.order {
		return b
	}
	return a
}

// resize gives the tree n leaves, a power of two from 2 up. The keys of slots that stay are kept, the others are empty.
// Memory once held is used again, so that a tree cut short and grown back allocates nothing.
func (w *winners) resize(n int) {
	kept := min(len(w.keys), n)
	if n > cap(w.keys) {
		keys := make([]key, n)
		copy(keys, w.keys)
		w.keys, w.nodes = keys, make([]uint64, 2*n)
	}
	w.keys, w.nodes, w.width = w.keys[:n], w.nodes[:2*n], uint(bits.Len(uint(n-1)))
	w.last = math.MaxUint64 >> w.width
	for s := range w.keys {
		if s >= kept {
			w.keys[s] = key{never, never}
		}
		w.nodes[n+s] = w.word(uint32(s), w.keys[s].at)
		if w.keys[s].at == never {
			w.nodes[n+s] = w.emptyWord(uint32(s))
		}
	}
	for i := n - 1; i > 0; i-- {
		w.nodes[i] = w.better(w.nodes[2*i], w.nodes[2*i+1])
	}
}

// better gives the word whose slot has the lesser key, and a when both are empty.
func (w *winners) better(a, b uint64) uint64 {
	if a^b < uint64(len(w.keys)) {
		return w.scheduledFirst(a, b)
	}
	return min(a, b)
}
