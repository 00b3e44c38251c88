package seeds

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNamesHashAsPublished: the test vectors of FNV-1a (Fowler, Noll, Vo; Internet draft, appendix C).
func TestNamesHashAsPublished(t *testing.T) {
	assert.Equal(t, Point(0x811c9dc5), PointOf(""))
	assert.Equal(t, Point(0xe40c292c), PointOf("a"))
	assert.Equal(t, Flow(0xbf9cf968), FlowOf("foobar"))
}

func TestVietnameseNamesKeepTheirPoint(t *testing.T) {
	assert.Equal(t, Point(3943684332), PointOf("Lao Bảo/exit/documents/service"), "from a separate program")
	assert.NotEqual(t, PointOf("Lao Bảo"), PointOf("Lao Bao"))
}

func TestANameMayComeAgain(t *testing.T) {
	var points Points
	first, err := points.Key("Lao Bảo")
	require.NoError(t, err)
	again, err := points.Key("Lao Bảo")
	require.NoError(t, err)
	assert.Equal(t, first, again)
	assert.Equal(t, PointOf("Lao Bảo"), first)
}

// TestTwoNamesWithOneHashAreToldApart: "costarring" and "liquid", "altarage" and "zinke" are known collisions of
// 32-bit FNV-1a.
func TestTwoNamesWithOneHashAreToldApart(t *testing.T) {
	var points Points
	_, err := points.Key("costarring")
	require.NoError(t, err)
	_, err = points.Key("liquid")
	var collision *Collision
	require.ErrorAs(t, err, &collision)
	assert.Equal(t, Collision{First: "costarring", Second: "liquid"}, *collision)
	assert.EqualError(t, err, `"costarring" and "liquid" would share their luck: rename one of them`)

	var flows Flows
	_, err = flows.Key("altarage")
	require.NoError(t, err)
	_, err = flows.Key("liquid")
	require.NoError(t, err, "flows and points are different words of the address")
	_, err = flows.Key("zinke")
	require.ErrorAs(t, err, &collision)
}
