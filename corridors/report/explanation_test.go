package report

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inventedAccounts are of a figure that three layers speak of, a choice that differs between alternatives, and a transfer.
func inventedAccounts() Explanation {
	servers := Account{
		Input:   Input{Path: "gates[A–B].posts[A].stations[lanes].servers", Value: "4", Range: "3 – 6", Grade: "D", Fact: "D001", Source: "counted"},
		Subject: "Lanes of A", Says: "4", Year: "2024", Note: "on one day",
		Said: []Saying{
			{Value: "4", File: "mine.yaml", Line: 7, Column: 12, Fact: "D001"},
			{Value: "2", File: "posts/small.yaml", Line: 3, Column: 30, Why: "a guess"},
		},
	}
	paper := Account{Input: Input{Path: "gates[A–B].posts[A].declaration.exit", Value: "paper"}, In: []string{"as-is"}, Said: []Saying{{Value: "paper", File: "posts/small.yaml", Line: 2, Column: 9}}}
	digital := paper
	digital.Value, digital.In = "digital", []string{"one", "two"}
	digital.Said = append([]Saying{{Value: "digital", File: "study.yaml", Line: 11, Column: 5, Part: "overlays[digital]"}}, paper.Said...)
	toll := Account{Input: Input{Path: "legs[QL9].toll", Value: "6 USD", Grade: "D", Transfer: "A002", Why: "as on QL1A"}, Said: []Saying{{Value: "6 USD", File: "base.yaml", Line: 1, Column: 1, Transfer: "A002"}}}
	return Explanation{Name: "invented", Title: "Invented study", Accounts: []Account{servers, paper, digital, toll}}
}

func TestExplanationOfAllIsATableUnderWhatValuesBelongTo(t *testing.T) {
	golden(t, "explained-100.txt", inventedAccounts().Text(english(t), 100))
	golden(t, "explained-40.txt", inventedAccounts().Text(english(t), 40))
	golden(t, "explained.md", inventedAccounts().Markdown(english(t)))
}

func TestExplanationOfOneValueTellsEverything(t *testing.T) {
	e := inventedAccounts()
	e.Accounts = e.Accounts[:1]
	golden(t, "explained-one.txt", e.Text(english(t), 80))
	e.Accounts = inventedAccounts().Accounts[1:3]
	e.Alternative = "two"
	golden(t, "explained-choice.txt", e.Text(english(t), 80))
	e.Accounts = inventedAccounts().Accounts[3:]
	assert.Contains(t, e.Text(english(t), 80), "Carried over from elsewhere: A002")
	for grade, says := range map[string]string{"A": "official", "B": "published", "C": "recalled"} {
		e.Accounts[0].Grade = grade
		assert.Contains(t, e.Text(english(t), 80), "Grade: "+grade+", ")
		assert.Contains(t, e.Text(english(t), 80), says)
	}
	assert.Contains(t, Explanation{Name: "mine"}.Text(english(t), 80), "Nothing is said there")
}

func TestExplanationForProgramsHoldsEveryLayer(t *testing.T) {
	data, err := inventedAccounts().JSON()
	require.NoError(t, err)
	var read struct {
		Name     string
		Accounts []struct {
			Path, Value, Grade, Fact, Subject string
			Alternatives                      []string
			Said                              []struct {
				Value, File, Part string
				Line              int
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &read))
	require.Len(t, read.Accounts, 4)
	assert.Equal(t, "Lanes of A", read.Accounts[0].Subject)
	assert.Equal(t, []string{"one", "two"}, read.Accounts[2].Alternatives)
	assert.Equal(t, "overlays[digital]", read.Accounts[2].Said[0].Part)
	assert.Equal(t, 3, read.Accounts[0].Said[1].Line)

	table, err := inventedAccounts().CSV()
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(table))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+6, "a row for each saying")
	assert.Equal(t, []string{"invented", "gates[A–B].posts[A].stations[lanes].servers", "1", "2", "", "", "", "", "", "", "", "a guess", "", "posts/small.yaml", "3", "30", "", ""}, rows[2])
	assert.Equal(t, "one; two", rows[4][17])
}

func TestPathIsPartedBehindTheLastItem(t *testing.T) {
	for path, want := range map[string][2]string{
		"gates[A–B].posts[A].stages[x].cases[0].service": {"gates[A–B].posts[A].stages[x].cases[0]", "service"},
		"flows[a.b].arrivals.rate":                       {"flows[a.b]", "arrivals.rate"},
		"fleet.hour":                                     {"fleet", "hour"},
		"title":                                          {"", "title"},
		"flows[a].by_hour[3]":                            {"", "flows[a].by_hour[3]"},
	} {
		head, key := parted(path)
		assert.Equal(t, want, [2]string{head, key}, path)
	}
}
