package corridors

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRegimeIsAskedByDirection(t *testing.T) {
	r := Regime{Exit: Digital, Entry: Paper}
	assert.Equal(t, Digital, r.Toward(Exit))
	assert.Equal(t, Paper, r.Toward(Entry))
}

// TestListsNameEveryKindOnce: files may name what is in the lists, so a kind that is missing could not
// be written.
func TestListsNameEveryKindOnce(t *testing.T) {
	assert.Equal(t, []Direction{Exit, Entry}, Directions(), "the order in which a crossing meets them")
	assert.Equal(t, []Channel{Green, Yellow, Red}, ChannelNames(), "from the lightest to the heaviest")
	assert.Equal(t, []Declared{OnPaper, Keyed, Corrected, Forwarded}, DeclaredWays())
	assert.Equal(t, []Grade{GradeA, GradeB, GradeC, GradeD}, Grades(), "from the best known")
	once(t, PlaceKinds(), Market, Zone, Junction, Port, ICD)
	once(t, ReturnModes(), NoReturn, OneWay, TwoWay)
	once(t, TrafficKinds(), Trucks, Others)
	once(t, Declarations(), Paper, Digital)
	once(t, Trips(), Out, Home)
	once(t, Loads(), Loaded, Empty, Transit)
	once(t, InformationKinds(), Uninformed, Delayed, Live)
	once(t, Owners(), "trader", "customs", "border guard", "quarantine", "transport", "operator")
}

func once[T ~string](t *testing.T, list []T, want ...T) {
	t.Helper()
	slices.Sort(list)
	slices.Sort(want)
	assert.Equal(t, want, list)
}

func TestShippedFilesAreInside(t *testing.T) {
	for _, name := range []string{"lao-bao.yaml", "facts.yaml", "gates/lao-bao-densavanh.yaml", "posts/standard-post.yaml"} {
		data, err := Files().ReadFile(name)
		require.NoError(t, err)
		assert.NotEmpty(t, data, name)
	}
}
