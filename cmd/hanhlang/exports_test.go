package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFilesAreAListOfKinds(t *testing.T) {
	for text, want := range map[string][]string{
		"xlsx": {"xlsx"}, "geojson, xlsx,xlsx": {"xlsx", "geojson"}, "all": fileKinds(), "ocel,all": fileKinds(), "none": {},
	} {
		got, err := value{where: "--files", text: text}.files()
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"xsl", "xlsx,", "none,xlsx", "xlsx none", "ALL"} {
		_, err := value{where: "--files", text: text}.files()
		assert.Error(t, err, text)
	}
}

func TestFileNamesAreSafeAndDiffer(t *testing.T) {
	names := newFileNames()
	for _, c := range [][2]string{
		{"digital-two-way", "digital-two-way"},
		{"Lao Bảo / ດ່ານ", "Lao-Bảo---ດ່ານ"},
		{"Digital-two-way", "Digital-two-way-2"},
		{"digital/two/way", "digital-two-way-3"},
		{"..", "-"},
		{"../x", "-x"},
	} {
		assert.Equal(t, c[1], names.of(c[0]))
	}
}
