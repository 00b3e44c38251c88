package quantity

import "strings"

// Thousands finds a dot that may part thousands, as it does in Vietnam, Laos and much of Europe: 17.950 is read as a
// little less than 18 here. plain is the text without the dot. It is certain where money has no smaller coin than one,
// and possible where the decimals end in nought, which nobody has a reason to write.
func Thousands(text string) (plain string, certain, possible bool) {
	text = strings.TrimSpace(text)
	number, word := split(text)
	whole, decimals, dotted := strings.Cut(strings.TrimLeft(number, "+-"), ".")
	if !dotted || len(decimals) != 3 || !allDigits(decimals) || whole == "0" || len(whole) > 3 {
		return "", false, false
	}
	m, bad := parseUnit(word)
	if bad != "" {
		return "", false, false
	}
	plain = join(sign(number)+whole+decimals, word)
	certain = coinless(m.over)
	return plain, certain, !certain && decimals[2] == '0'
}

// coinless are the currencies of which the unit is the least that anybody pays.
func coinless(c Currency) bool { return c == "VND" || c == "LAK" || c == "KHR" || c == "MMK" }
