package study

import (
	"hanhlang/corridors/report"
	"hanhlang/scenarios"
)

// Explain accounts for the values of a scenario at or below a path; see scenarios.Scenario.Explain.
func Explain(s *scenarios.Scenario, path string) (*report.Explanation, error) {
	accounts, err := s.Explain(path)
	if err != nil {
		return nil, err
	}
	e := &report.Explanation{Name: s.Name, Title: s.Title, Path: path}
	for i := range accounts {
		e.Accounts = append(e.Accounts, accountOf(&accounts[i], nil))
	}
	return e, nil
}

// ExplainAll accounts for values in all alternatives of a study; see scenarios.Study.Explain.
func ExplainAll(s *scenarios.Study, path string) (*report.Explanation, error) {
	accounts, err := s.Explain(path)
	if err != nil {
		return nil, err
	}
	e := &report.Explanation{Name: s.Name, Title: s.Title, Path: path}
	for i := range accounts {
		e.Accounts = append(e.Accounts, accountOf(&accounts[i].Account, accounts[i].In))
	}
	return e, nil
}

// accountOf is an account as it is shown.
func accountOf(a *scenarios.Account, in []string) report.Account {
	out := report.Account{Input: inputOf(a.Input), In: in}
	if a.Cited != nil {
		out.Subject, out.Says, out.Year, out.Note = a.Cited.Subject, says(a.Cited), a.Cited.Year, a.Cited.Note
	}
	for _, s := range a.Said {
		out.Said = append(out.Said, report.Saying{
			Value: s.Value, File: s.Place.File, Line: s.Place.Line, Column: s.Place.Col, Part: s.Part,
			Fact: s.Fact, Transfer: s.Transfer, Why: s.Why,
		})
	}
	return out
}
