package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPathIsReadAsWords(t *testing.T) {
	en, vi := layout{speaker: english(t)}, layout{speaker: vietnamese(t)}
	for path, want := range map[string][2]string{
		"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[documents].service":                {"service (documents, Lao Bảo)", "thời gian phục vụ (kiểm tra hồ sơ, Lao Bảo)"},
		"gates[Nậm Cắn–Namkan].posts[Nậm Cắn].stages[declaration].cases[0].service":        {"service in special case 1 (declaration, Nậm Cắn)", "thời gian phục vụ, trường hợp riêng 1 (khai báo, Nậm Cắn)"},
		"gates[Lao Bảo–Densavanh].posts[Densavanh].stations[car lanes in].shifts[1].hours": {"hours, no. 2 (car lanes in, Densavanh)", "giờ làm việc, số 2 (làn xe con chiều nhập, Densavanh)"},
		"gates[Cha Lo–Naphao].posts[Cha Lo].hours":                                         {"hours (Cha Lo)", "giờ mở cửa (Cha Lo)"},
		"gates[Cha Lo–Naphao].strip.places":                                                {"places (Cha Lo–Naphao)", "số chỗ (Cha Lo–Naphao)"},
		"gates[A–B].inspection[LA].joint[check].service":                                   {"service (check, Laos)", "thời gian phục vụ (kiểm tra, Lào)"},
		"depots[ICD Cầu Treo].channels.red":                                                {"share of the red channel (ICD Cầu Treo)", "tỷ lệ luồng đỏ (ICD Cầu Treo)"},
		"fleets[Haulier A].repairs.takes":                                                  {"time of a repair (Haulier A)", "thời gian một lần sửa xe (hãng A)"},
		"flows[part loads].consolidation.part":                                             {"weight of one part (part loads)", "khối lượng một phần hàng (hàng lẻ)"},
		"flows[Vietnam to Laos].payload":                                                   {"payload (Vietnam to Laos)", "tải trọng chở (Việt Nam đi Lào)"},
		"flows[Vietnam to Laos].return.payload":                                            {"payload on the way home (Vietnam to Laos)", "tải trọng chở chiều về (Việt Nam đi Lào)"},
		"legs[A.1–B].speed":                                                                {"speed (A.1–B)", "tốc độ (A.1–B)"},
		"fleet.hour":                                                                       {"cost of an hour of a truck", "chi phí một giờ của xe"},
		"fleet.per_km":                                                                     {"tyres and maintenance per km", "lốp và bảo dưỡng mỗi km"},
		"fleet.lane_width":                                                                 {"fleet.lane_width", "fleet.lane_width"},
		"fleet.costs[2]":                                                                   {"fleet.costs[2]", "fleet.costs[2]"},
		"":                                                                                 {"", ""},
	} {
		assert.Equal(t, want[0], en.readable(path))
		assert.Equal(t, want[1], vi.readable(path))
	}
}

// The tables of what moves an answer use the names of the figure and of the sentence; paths stand among all inputs and in files for programs.
func TestTablesOfAssumptionsUseTheirNames(t *testing.T) {
	text := Text(shifted(), english(t), 100)
	for _, want := range []string{"1. toll (QL9) (D)", "2. tyres and maintenance per km (D)", "3. servers (ramp) (D)", "1. cost of an hour of a truck (D)"} {
		assert.Contains(t, plain(text), want)
	}
	assert.Contains(t, plain(Text(invented(), english(t), 100)), "1. service (counter, Lao Bảo) (D)")
	data, err := JSON(shifted(), english(t))
	assert.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(data), `"fleet.per_km"`))
	assert.Contains(t, Markdown(invented(), english(t)), "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[counter].service")
}
