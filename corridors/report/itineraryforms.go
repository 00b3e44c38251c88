package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"hanhlang/corridors/words"
)

// Text is the itineraries as plain text for a terminal of so many columns.
func (i Itinerary) Text(s *words.Speaker, columns int) string {
	return paper{columns: max(columns, narrowest)}.page(planned{s}.page(i))
}

// Markdown is the itineraries as a Markdown document.
func (i Itinerary) Markdown(s *words.Speaker) string { return markdown(planned{s}.page(i)) }

// JSON is the itineraries for programs.
func (i Itinerary) JSON() ([]byte, error) { return encoded(i) }

// CSV is the itineraries as one table in UTF-8: a row per line of a plan.
func (i Itinerary) CSV() ([]byte, error) {
	var out bytes.Buffer
	rows := [][]string{{
		"name", "flow", "trip", "load", "trusted", "commodity", "cargo_chance", "way", "line", "place", "does", "stage", "owner", "station",
		"channels", "declared", "share", "chance", "takes", "fee_usd", "km",
	}}
	for _, p := range i.Plans {
		for n, l := range p.Lines {
			share := ""
			if l.When.Share != nil {
				share = exact(*l.When.Share)
			}
			rows = append(rows, []string{
				i.Name, p.Flow, p.Trip, p.Load, strconv.FormatBool(p.Trusted), p.Commodity, exact(p.Chance), p.Way, strconv.Itoa(n + 1),
				l.Place, l.Does, l.Name, l.Owner, l.Station, strings.Join(l.When.Channels, "; "), strings.Join(l.When.Declared, "; "), share,
				exact(l.Chance), l.Takes, exact(l.FeeUSD), exact(l.Km),
			})
		}
	}
	err := csv.NewWriter(&out).WriteAll(rows)
	return out.Bytes(), err
}
