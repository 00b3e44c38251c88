package report

import (
	"strconv"

	"hanhlang/corridors/words"
)

// audit is one line when all is well, and every check when not.
func (l layout) audit() section {
	if len(l.Audit) == 0 {
		return section{}
	}
	s := section{heading: l.say(words.Say("report.heading.audit"))}
	if l.held() {
		s.lead = []string{l.say(words.Say("report.audit.held", "count", len(l.Audit)))}
		for _, check := range l.Audit {
			s.list = append(s.list, l.say(words.Say("report.audit.check", "name", words.Name(check.Name), "detail", check.Detail)))
		}
		return s
	}
	failed := 0
	t := table{columns: []column{
		{heading: l.say(words.Say("report.column.check"))},
		{heading: l.say(words.Say("report.column.held"))},
		{heading: l.say(words.Say("report.column.detail"))},
	}}
	for _, check := range l.Audit {
		held := l.say(words.Say("report.audit.yes"))
		if !check.OK {
			failed++
			held = l.say(words.Say("report.audit.no"))
		}
		t.rows = append(t.rows, row{cells: []cell{wordCell(l.speaker.Name(check.Name)), wordCell(held), wordCell(l.say(check.Detail))}})
	}
	s.lead = []string{l.say(words.Say("report.audit.failed", "count", failed, "total", len(l.Audit)))}
	s.table = t
	return s
}

// colophon is what it takes to get the same answer again.
func (l layout) colophon() section {
	s := section{heading: l.say(words.Say("report.heading.colophon"))}
	s.lead = []string{l.say(words.Say("report.colophon.run",
		"study", l.Study, "seed", strconv.FormatUint(l.Seed, 10), "count", l.Replications, "confidence", percent(l.Confidence)))}
	if l.precision().long {
		s.lead = append(s.lead, l.precise()) // its table is for files
	}
	if !l.Begins.Empty() {
		s.lead = append(s.lead, l.say(l.Begins))
	}
	if l.Version != "" {
		s.lead = append(s.lead, l.say(words.Say("report.colophon.version", "version", l.Version, "hash", l.InputHash)))
	}
	if print := l.fingerprint(); print != "" {
		s.lead = append(s.lead, l.say(words.Say("report.colophon.fingerprint", "fingerprint", print)))
	}
	if len(l.watched()) == 0 && len(l.Alternatives) > 0 {
		s.lead = append(s.lead, l.say(words.Say("report.colophon.indicators")))
	}
	s.command = l.Repeat
	return s
}
