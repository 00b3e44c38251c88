package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesAreSaidWhereTheyAreKnown(t *testing.T) {
	vi := speaking(t, "vi")
	assert.Equal(t, "khai báo", vi.Name("declaration"))
	assert.Equal(t, "Lao Bảo/quầy khai báo", vi.Name("Lao Bảo/declaration counters"))
	assert.Equal(t, "xe/ngày", vi.Name("trucks/day"))
	assert.Equal(t, "my own stage", vi.Name("my own stage"))
	assert.Equal(t, "USD/t", vi.Name("USD/t"))
	assert.Empty(t, vi.Name(""))
	assert.Equal(t, "giờ mở cửa", vi.Key("hours"))
	assert.Equal(t, "lane_width", vi.Key("lane_width"))
	assert.Equal(t, "kiểm tra thực tế và declared by hand", vi.Text(And(Name("inspection"), Name("declared by hand"))))
}

// In English a name is what it is in its file.
func TestEnglishNamesAreThoseOfTheFiles(t *testing.T) {
	messages, err := folder(catalogues, fallback)
	require.NoError(t, err)
	for _, m := range messages {
		if name, ok := strings.CutPrefix(m.ID, "name."); ok {
			assert.Equal(t, strings.TrimPrefix(name, "key."), m.Other)
		}
	}
}
