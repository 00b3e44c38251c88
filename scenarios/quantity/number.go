package quantity

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// maxNumber bounds the length of a number in bytes: exact arithmetic on longer ones would cost more than they can mean.
const maxNumber = 64

// Number reads a plain decimal number: 42, -3.5, 1e6. Everything that could be read in two ways is refused with a *Fault:
// decimal commas, digit groups, leading zeros, hexadecimal and octal, inf and nan.
func Number(text string) (float64, error) {
	exact, fault := readNumber(text)
	if fault != nil {
		return 0, fault
	}
	value, _ := exact.Float64()
	return value, nil
}

// Whole reads a whole number that fits in 64 bits, with the rules of Number; 2.5 and 1e3 are refused with NotWhole.
func Whole(text string) (int64, error) {
	exact, fault := readNumber(text)
	if fault != nil {
		return 0, fault
	}
	if !exact.IsInt() {
		return 0, &Fault{Kind: NotWhole, Text: text, Part: text}
	}
	if !exact.Num().IsInt64() {
		return 0, &Fault{Kind: TooLarge, Text: text, Part: text}
	}
	if strings.ContainsAny(text, ".eE") {
		return 0, &Fault{Kind: NotWhole, Text: text, Part: text, Near: exact.Num().String()}
	}
	return exact.Num().Int64(), nil
}

// readNumber gives the exact value of a decimal number, so that 0.1 min is 6 s to the last bit.
func readNumber(text string) (*big.Rat, *Fault) {
	if text == "" {
		return nil, &Fault{Kind: Empty, Text: text}
	}
	if !isDecimal(text) {
		return nil, whyNotDecimal(text)
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(value, 0) || len(text) > maxNumber {
		return nil, &Fault{Kind: TooLarge, Text: text, Part: text}
	}
	// A number below the smallest float is nought; its exact value could be as long as its exponent says.
	if value == 0 {
		return new(big.Rat), nil
	}
	exact, _ := new(big.Rat).SetString(text)
	return exact, nil
}

// isDecimal accepts [+-] digits [. digits] [e [+-] digits] without a leading zero.
func isDecimal(text string) bool {
	rest := strings.TrimLeft(text, "+-")
	if len(text)-len(rest) > 1 {
		return false
	}
	mantissa, exponent, scientific := cutExponent(rest)
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	return allDigits(whole) && (whole == "0" || whole[0] != '0') &&
		(!dotted || allDigits(fraction)) && (!scientific || allDigits(exponent))
}

func cutExponent(text string) (mantissa, exponent string, found bool) {
	at := strings.IndexAny(text, "eE")
	if at < 0 {
		return text, "", false
	}
	exponent = text[at+1:]
	if exponent != "" && (exponent[0] == '-' || exponent[0] == '+') {
		exponent = exponent[1:]
	}
	return text[:at], exponent, true
}

func allDigits(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

// whyNotDecimal names the mistake, with the number that was probably meant when there is only one.
func whyNotDecimal(text string) *Fault {
	fault := &Fault{Kind: NotNumber, Text: text, Part: text}
	bare := strings.ToLower(strings.TrimLeft(text, "+-"))
	switch {
	case strings.HasPrefix(bare, "0x"), strings.HasPrefix(bare, "0o"), strings.HasPrefix(bare, "0b"):
		fault.Kind = NotDecimal
	case isInfinite(bare):
		fault.Kind = NotFinite
	case strings.Contains(bare, ","):
		fault.Kind, fault.Near = commaMeaning(text)
	case strings.ContainsAny(bare, "_' \u00a0\u202f"), strings.Count(bare, ".") > 1:
		fault.Kind, fault.Near = ungrouped(text)
	case bare != "" && bare[0] == '0' && isDecimal(trimZeros(bare)):
		fault.Kind, fault.Near = LeadingZero, sign(text)+trimZeros(bare)
	default:
		fault.Near = tidied(text)
	}
	return fault
}

func isInfinite(bare string) bool {
	switch strings.TrimPrefix(bare, ".") {
	case "inf", "infinity", "nan", "∞":
		return true
	}
	return false
}

func sign(text string) string {
	if strings.HasPrefix(text, "-") {
		return "-"
	}
	return ""
}

// trimZeros takes leading zeros away but leaves the last digit before the point.
func trimZeros(bare string) string {
	rest := strings.TrimLeft(bare, "0")
	if rest == "" || rest[0] < '0' || rest[0] > '9' {
		rest = "0" + rest
	}
	return rest
}

// commaMeaning tells a decimal comma (1,5) from a comma that groups thousands; 1,500 can be either, so nothing is offered.
func commaMeaning(text string) (Kind, string) {
	whole, fraction, _ := strings.Cut(text, ",")
	pointed := whole + "." + fraction
	switch {
	case strings.Count(text, ",") > 1 || strings.Contains(fraction, "."):
		return ungrouped(text)
	case !isDecimal(pointed):
		return NotNumber, ""
	case len(fraction) == 3 && whole != "0" && len(strings.TrimLeft(whole, "+-")) <= 3:
		return DecimalComma, ""
	}
	return DecimalComma, pointed
}

// ungrouped takes group marks out of a number whose later groups have three digits; only the last point of one can stay.
func ungrouped(text string) (Kind, string) {
	whole, fraction := text, ""
	if strings.Count(text, ".") == 1 {
		whole, fraction, _ = strings.Cut(text, ".")
		fraction = "." + fraction
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return strings.ContainsRune(".,_' \u00a0\u202f", r) })
	for i, group := range groups {
		if i > 0 && len(group) != 3 {
			return NotNumber, ""
		}
	}
	plain := strings.Join(groups, "") + fraction
	if !isDecimal(plain) {
		return NotNumber, ""
	}
	return Grouped, plain
}

// tidied mends what leaves only one meaning: a bare point (.5, 5.) and a typographic minus.
func tidied(text string) string {
	mended := strings.ReplaceAll(text, "−", "-")
	if bare := strings.TrimLeft(mended, "+-"); strings.HasPrefix(bare, ".") {
		mended = sign(mended) + "0" + bare
	}
	mended = strings.TrimSuffix(mended, ".")
	if mended != text && isDecimal(mended) {
		return mended
	}
	return ""
}
