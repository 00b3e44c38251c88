package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestValuesOfFilesAreSaidForPeople(t *testing.T) {
	vi, en := speaking(t, "vi"), speaking(t, "en")
	for value, want := range map[string]string{
		"0/day": "0/ngày", "2 days": "2 ngày", "2\u00a0days": "2\u00a0ngày", "4 days – 5 days": "4 ngày – 5 ngày", "4/h": "4/giờ", "7 USD/h": "7 USD/h",
		"54.8 h": "54,8 h", "1.14 USD/km": "1,14 USD/km", "30 t/ha/day": "30 t/ha/ngày", "3 %/day": "3 %/ngày", "15 min": "15 min", "2.5": "2,5",
		"07:00-18:00": "07:00-18:00", "always": "cả ngày đêm", "lognormal: mean: 2.5 h, cv: 0.4": "loga chuẩn: trung bình: 2,5 h, hệ số biến thiên: 0,4",
		"21722 LAK/USD": "21722 LAK/USD", "": "",
	} {
		assert.Equal(t, want, vi.Written(value))
		assert.Equal(t, value, en.Written(value))
	}
}
