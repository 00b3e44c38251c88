package scenarios

import (
	"fmt"
	"reflect"
	"strings"
)

// printed writes everything that a scenario sets up, with what pointers lead to, and laws in the
// words of a file: two scenarios that print alike run alike.
func printed(s *Scenario) string {
	var out strings.Builder
	write(&out, reflect.ValueOf(s.Setup))
	return out.String()
}

func write(out *strings.Builder, v reflect.Value) {
	if law, ok := v.Interface().(fmt.Stringer); ok && v.Kind() == reflect.Struct {
		out.WriteString(law.String())
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			out.WriteString("none")
			return
		}
		write(out, v.Elem())
	case reflect.Struct:
		out.WriteByte('{')
		for i := range v.NumField() {
			out.WriteString(v.Type().Field(i).Name + ":")
			write(out, v.Field(i))
			out.WriteByte(' ')
		}
		out.WriteByte('}')
	case reflect.Slice, reflect.Array:
		out.WriteByte('[')
		for i := range v.Len() {
			write(out, v.Index(i))
			out.WriteByte(' ')
		}
		out.WriteByte(']')
	default:
		fmt.Fprint(out, v.Interface())
	}
}
