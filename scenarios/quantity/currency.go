package quantity

// Currency is an ISO 4217 code in capitals; the empty currency means that no money is involved.
type Currency string

// Currencies lists the codes that are understood: those of the region and those its trade is priced in.
func Currencies() []Currency {
	return []Currency{"USD", "VND", "LAK", "THB", "CNY", "EUR", "KHR", "MMK", "SGD"}
}

func knownCurrency(code string) bool {
	for _, currency := range Currencies() {
		if string(currency) == code {
			return true
		}
	}
	return false
}

// ConvertedBy turns an amount of money (or money per something) into the other currency of a rate such as 26000 VND/USD.
// It returns false when the rate is not an exchange rate, is zero, or does not name the currency of the amount.
func (q Quantity) ConvertedBy(rate Quantity) (Quantity, bool) {
	if rate.Dim != Exchange || rate.Value == 0 || q.Over == "" || q.Under != "" {
		return q, false
	}
	switch q.Over {
	case rate.Over:
		q.Value, q.Over = q.Value/rate.Value, rate.Under
	case rate.Under:
		q.Value, q.Over = q.Value*rate.Value, rate.Over
	default:
		return q, false
	}
	return q, true
}
