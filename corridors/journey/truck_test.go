package journey

import (
	"context"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/seeds"
	"hanhlang/sim"
)

// TestATruckFitsTwoLinesOfTheCache, and its account as many: so fast are events, and so little a truck takes that waits.
func TestATruckFitsTwoLinesOfTheCache(t *testing.T) {
	const lineOfCache = 64
	assert.LessOrEqual(t, unsafe.Sizeof(truck{}), uintptr(2*lineOfCache))
	assert.LessOrEqual(t, unsafe.Sizeof(account{}), uintptr(2*lineOfCache))
	assert.LessOrEqual(t, unsafe.Offsetof(truck{}.trip), uintptr(lineOfCache), "what every step asks for comes first")
}

// TestPapersAreReadBack: from the number of papers, channel and declaration come back as they were drawn.
func TestPapersAreReadBack(t *testing.T) {
	seen := make(map[papers]bool)
	for channel := range corridors.ChannelNames() {
		for declared := range corridors.DeclaredWays() {
			p := papers(wayOf(bit(channel), bit(declared)))
			assert.Equal(t, bit(channel), p.channel())
			assert.Equal(t, bit(declared), p.declared())
			assert.Equal(t, corridors.ChannelNames()[channel], channelOf(p.channel()))
			assert.Equal(t, corridors.DeclaredWays()[declared], declaredOf(p.declared()))
			assert.Less(t, int(p), ways)
			seen[p] = true
		}
	}
	assert.Len(t, seen, len(corridors.ChannelNames())*len(corridors.DeclaredWays()), "no two are alike")
	assert.NotContains(t, seen, noPapers)
	assert.Zero(t, noPapers.channel())
	assert.Zero(t, noPapers.declared())
	assert.Empty(t, channelOf(noPapers.channel()))
}

// TestMoneyThatIsInNoLineIsFound: what trucks have spent is what their lines come to, whether lines are kept truck by truck, because a run
// may end with trucks inside, or all together.
func TestMoneyThatIsInNoLineIsFound(t *testing.T) {
	for _, after := range Afters() {
		m, err := Compile(Setup{Corridor: paidByTheHour(), Horizon: Horizon{Length: 2 * sim.Day, After: after}})
		require.NoError(t, err)
		assert.Equal(t, after == Stop, m.byTruck)
		w := NewWorld(m)
		o, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
		require.NoError(t, err)
		assert.Zero(t, o.Audit.MoneyGap, after)
		assert.Positive(t, w.books.total)
		if after == Stop {
			t := &truck{id: w.addEntry(), cargo: true, counted: true, plan: &m.plans[0]}
			w.accountOf(t).spend(t, 7)
			w.closeLedger(t)
		} else {
			w.books.money[Hours] -= 7
		}
		assert.Equal(t, int64(7), w.audit().MoneyGap, after)
	}
}

// TestLinesAreThoseOfTrucksThatHaveLeft: a run that ends with trucks inside has in its lines what those have paid that count in its total.
func TestLinesAreThoseOfTrucksThatHaveLeft(t *testing.T) {
	m, err := Compile(Setup{Corridor: paidByTheHour(), Horizon: Horizon{Length: 60 * sim.Hour, After: Stop}})
	require.NoError(t, err)
	w := NewWorld(m)
	o, err := w.Run(context.Background(), seeds.Replication(1, 0), nil)
	require.NoError(t, err)
	require.Positive(t, o.Audit.Inside)
	var sum, inside int64
	for _, micro := range w.books.money {
		sum += micro
	}
	for i := range int32(w.trucks.count) {
		if t := w.trucks.at(i); t.phase != gone {
			inside += w.accountOf(t).total()
		}
	}
	assert.Equal(t, w.books.total, sum)
	assert.Positive(t, inside, "others have paid as well")
}

// paidByTheHour is a corridor with something of everything, in which hours cost money.
func paidByTheHour() *corridors.Corridor {
	c := busy()
	c.Fleet.Hour = 0.001 // [USD/s]
	return c
}
