package scenarios

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios/quantity"
	"hanhlang/scenarios/strict"
)

func TestShippedFilesHaveNeitherProblemsNorWarnings(t *testing.T) {
	for _, e := range List() {
		var warnings *strict.Problems
		if e.Kind == StudyFile {
			s, err := LoadStudy(e.Name, nil)
			require.NoError(t, err, e.Name)
			warnings = s.Warnings
		} else {
			s, err := LoadScenario(e.Name, nil)
			require.NoError(t, err, e.Name)
			warnings = s.Warnings
		}
		assert.Empty(t, warnings.Grave().All(), e.Name)
	}
}

func TestShippedSweepsHaveNeitherProblemsNorWarnings(t *testing.T) {
	all := Sweeps()
	assert.NotEmpty(t, all)
	for _, e := range all {
		s, err := LoadSweep(e.Name, nil)
		require.NoError(t, err, e.Name)
		assert.Empty(t, s.Warnings.All(), e.Name)
		assert.NotEmpty(t, e.Title)
		assert.Equal(t, e.Name, s.Name)
	}
}

func TestListNamesWhatIsShippedByKindThenByName(t *testing.T) {
	all := List()
	order := []Kind{CorridorFile, ScenarioFile, StudyFile}
	assert.True(t, slices.IsSortedFunc(all, func(a, b Entry) int {
		return cmp.Or(slices.Index(order, a.Kind)-slices.Index(order, b.Kind), strings.Compare(a.Name, b.Name))
	}), all)
	var names []string
	for _, e := range all {
		names = append(names, e.Name)
		assert.Contains(t, order, e.Kind, e.Name)
		assert.NotEmpty(t, e.Title, e.Name)
		assert.NotEqual(t, factsName, e.Name)
	}
	assert.Subset(t, names, []string{"lao-bao", "viet-lao", "lao-bao-today", "reference/p02-overnight-backlog", "lao-bao-digital-vs-paper"})
}

func shippedFacts(t *testing.T) *facts {
	t.Helper()
	problems := &strict.Problems{}
	f := readFacts(problems)
	require.Empty(t, problems.All())
	return f
}

var factID = regexp.MustCompile(`\b[A-D]\d{3}\b`)

// ownWords are what a fact says beside its figure.
func ownWords(f *corridors.Fact) string { return f.Subject + " " + f.Source + " " + f.Note }

// inFolderOf lists the shipped gates or posts with their folder.
func inFolderOf(shelf Kind) []string {
	var names []string
	for _, name := range shippedOn(shelf) {
		names = append(names, folderOf(shelf)+name)
	}
	return names
}

func TestEveryFactIsCited(t *testing.T) {
	known := shippedFacts(t)
	cited := make(map[string]bool)
	for _, name := range slices.Concat(shippedNames(), inFolderOf(GateFile), inFolderOf(PostFile)) {
		data, err := files.ReadFile(name + suffix)
		if err != nil {
			data, err = corridors.Files().ReadFile(name + suffix)
		}
		require.NoError(t, err)
		for _, id := range factID.FindAllString(string(data), -1) {
			cited[id] = true
		}
	}
	for _, id := range known.ids {
		fact := known.byID[id]
		for _, other := range factID.FindAllString(ownWords(&fact), -1) {
			cited[other] = cited[other] || other != id
		}
	}
	for _, id := range known.ids {
		assert.True(t, cited[id], id)
	}
}

func TestEveryFactThatIsMentionedExists(t *testing.T) {
	known := shippedFacts(t)
	assert.Len(t, known.byID, len(known.ids), "two facts have one id")
	for _, id := range known.ids {
		fact := known.byID[id]
		for _, other := range factID.FindAllString(ownWords(&fact), -1) {
			assert.Contains(t, known.byID, other, "in "+id)
		}
	}
}

// scales are all ways in which facts state figures.
func scales() []func(string) (float64, bool) {
	all := []func(string) (float64, bool){plainNumber, openTime().stated}
	for _, dim := range []quantity.Dimension{
		quantity.Pure, quantity.Time, quantity.Length, quantity.Speed, quantity.Mass, quantity.PerTime, quantity.FuelUse,
		quantity.IdleFuel, quantity.Money, quantity.MoneyPerLength, quantity.MoneyPerTime, quantity.MoneyPerVolume, quantity.Exchange,
		quantity.Area, quantity.YieldPerArea,
		quantity.Density, quantity.MassPerTonneKm, quantity.MoneyPerTonneKm, quantity.MoneyPerMass,
	} {
		all = append(all, inUnits(dim))
	}
	return all
}

func TestEveryAssumptionHasARangeThatHoldsIt(t *testing.T) {
	known := shippedFacts(t)
	for _, id := range known.ids {
		fact := known.byID[id]
		if fact.Value == "" && fact.Low == "" {
			continue
		}
		assert.True(t, fact.Grade != corridors.GradeD || fact.Low != "", "%s has no range", id)
		found := false
		for _, stated := range scales() {
			low, high, hasRange := rangeOf(&fact, stated)
			value, hasValue := stated(fact.Value)
			if !hasRange && fact.Low != "" || !hasValue && fact.Value != "" {
				continue
			}
			found = true
			assert.LessOrEqual(t, low, high, id)
			assert.True(t, !hasRange || !hasValue || within(value, low, high), "%s: %s", id, statement(&fact))
		}
		assert.True(t, found, "%s: %s is in no unit", id, statement(&fact))
	}
}

// answered lists the shipped studies of real corridors.
func answered(t *testing.T) []*Study {
	t.Helper()
	var out []*Study
	for _, e := range List() {
		if e.Kind == StudyFile && !strings.HasPrefix(e.Name, "reference/") {
			s, err := LoadStudy(e.Name, nil)
			require.NoError(t, err, e.Name)
			out = append(out, s)
		}
	}
	require.NotEmpty(t, out)
	return out
}

// An input that is graded A, B or C rests on a fact; an assumption of the shipped files says why or cites one too.
func TestEveryShippedFigureSaysWhatItRestsOn(t *testing.T) {
	for _, s := range answered(t) {
		for _, a := range s.Alternatives {
			for _, in := range a.Scenario.Inputs {
				assert.NotEmpty(t, in.Fact+in.Transfer+in.Why, in.Path)
				assert.True(t, strings.HasSuffix(in.SetBy, ".yaml"), in.SetBy)
				if in.Transfer != "" {
					assert.Equal(t, corridors.GradeD, in.Grade, in.Path)
				}
			}
		}
	}
}

// The sources were set aside to be compared with the answer: what a study is compared with is never fed in.
func TestWhatIsPublishedIsNotFedIn(t *testing.T) {
	for _, s := range answered(t) {
		require.True(t, len(s.Published) > 0 || s.Lesson != nil, "%s: only of the lane of a lesson nobody published anything", s.Name)
		for _, p := range s.Published {
			for _, a := range s.Alternatives {
				for _, in := range a.Scenario.Inputs {
					assert.NotContains(t, []string{in.Fact, in.Transfer}, p.Fact.ID, in.Path)
				}
			}
		}
	}
}
