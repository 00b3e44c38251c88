package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNamesAreSaidWhereTheyAreKnown(t *testing.T) {
	vi := speaking(t, "vi")
	assert.Equal(t, "khai báo", vi.Name("declaration"))
	assert.Equal(t, "Lao Bảo/quầy khai báo", vi.Name("Lao Bảo/declaration counters"))
	assert.Equal(t, "xe/ngày", vi.Name("trucks/day"))
	assert.Equal(t, "bãi xe Hữu Nghị–Hữu Nghị", vi.Name("yards of Hữu Nghị–Hữu Nghị"))
	assert.Equal(t, "buồng kiểm tra · cửa khẩu xuất + cửa khẩu nhập", vi.Name("booth · exit post + entry post"))
	assert.Equal(t, "chỗ sửa xe của hãng A", vi.Name("bays of Haulier A"))
	assert.Equal(t, "bays of Haulier A", english(t).Name("bays of Haulier A"))
	assert.Equal(t, "Lao Bảo–Densavanh", vi.Name("Lao Bảo–Densavanh"))
	assert.Equal(t, "my own stage", vi.Name("my own stage"))
	assert.Equal(t, "khai báo · Densavanh", vi.Name("declaration · Densavanh"))
	assert.Equal(t, "Lao Bảo/quầy khai báo · Densavanh", vi.Name("Lao Bảo/declaration counters · Densavanh"))
	assert.Equal(t, "hải quan (Lào)", vi.Name("customs (LA)"))
	assert.Equal(t, "my own (Lào)", vi.Name("my own (LA)"))
	assert.Equal(t, "USD/t", vi.Name("USD/t"))
	assert.Empty(t, vi.Name(""))
	assert.Equal(t, "Cửa khẩu số so với hồ sơ giấy tại Lao Bảo–Densavanh", vi.Title("Digital gate against paper at Lao Bảo–Densavanh"))
	assert.Equal(t, "My own question?", vi.Text(Say("words.plain", "text", Title("My own question?"))))
	assert.Equal(t, "declaration", english(t).Name("declaration"))
	assert.Equal(t, "kiểm tra thực tế và declared by hand", vi.Text(And(Name("inspection"), Name("declared by hand"))))
}

func TestKeysAreSaidByThemselvesOrWithTheOneAbove(t *testing.T) {
	for _, one := range []struct {
		below, key, en, vi string
		known              bool
	}{
		{"posts", "hours", "hours", "giờ mở cửa", true},
		{"shifts", "hours", "hours", "giờ làm việc", true},
		{"repairs", "takes", "time of a repair", "thời gian một lần sửa xe", true},
		{"", "red", "share of the red channel", "tỷ lệ luồng đỏ", true},
		{"lanes", "lane_width", "lane_width", "lane_width", false},
	} {
		for lang, want := range map[string]string{"en": one.en, "vi": one.vi} {
			said, known := speaking(t, lang).Key(one.below, one.key)
			assert.Equal(t, want, said, lang)
			assert.Equal(t, one.known, known, lang)
		}
	}
}

func TestCountriesAreSaidByTheirNames(t *testing.T) {
	assert.Equal(t, "Vietnam", speaking(t, "en").Text(Say("words.plain", "text", Country("VN"))))
	assert.Equal(t, "Trung Quốc", speaking(t, "vi").Country("CN"))
	assert.Equal(t, "XX", speaking(t, "vi").Country("XX"))
	assert.Empty(t, speaking(t, "vi").Country(""))
}
