package strict

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"

	"hanhlang/corridors/words"
)

// ReadFile reads a file given by path. Folders, pipes and devices are refused before they are opened, so that nothing hangs;
// a file that is not there is answered with the nearest name in its folder. The problem goes to problems, with class Files
// (Limits when the file is too large).
func ReadFile(path string, problems *Problems) ([]byte, bool) {
	data, err := readRegular(path)
	if err != nil {
		problems.Add(fileProblem(path, err))
		return nil, false
	}
	return data, true
}

var (
	errFolder     = errors.New("is a folder")
	errNotRegular = errors.New("is a pipe or a device")
)

// sizeError says that a file is larger than MaxSize [bytes].
type sizeError int64

func (sizeError) Error() string { return "is too large" }

func readRegular(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular():
		return nil, errNotRegular
	case info.Size() > MaxSize:
		return nil, sizeError(info.Size())
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	// One byte more than allowed, in case the file grows while it is read.
	data, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	if len(data) > MaxSize {
		return nil, sizeError(len(data))
	}
	return data, err
}

// fileProblem says why a file could not be read, and what to do.
func fileProblem(path string, err error) Problem {
	var size sizeError
	if errors.As(err, &size) {
		return tooLarge(path, int64(size))
	}
	problem := inFile(path, Files)
	problem.Value = path
	switch {
	case errors.Is(err, errFolder):
		problem.What = words.Say("strict.is-folder")
		problem.Help = words.Say("strict.name-a-file")
	case errors.Is(err, errNotRegular):
		problem.What = words.Say("strict.is-device")
		problem.Help = words.Say("strict.name-a-file")
	case errors.Is(err, fs.ErrNotExist):
		problem.What = words.Say("strict.no-file")
		if near, found := nearestFile(path); found {
			problem.Help = words.Say("strict.did-you-mean", "near", near)
		} else if folder := filepath.Dir(path); !isFolder(folder) {
			problem.What = words.Say("strict.no-folder", "folder", folder)
		}
	case errors.Is(err, fs.ErrPermission):
		problem.What = words.Say("strict.no-permission", "user", userName())
	default:
		problem.What = words.Say("strict.cannot-read", "reason", cause(err).Error())
	}
	return problem
}

// nearestFile looks in the folder of a path for a name like the missing one; without an ending, .yaml is tried too.
func nearestFile(path string) (string, bool) {
	folder, name := filepath.Split(path)
	where := folder
	if where == "" {
		where = "."
	}
	entries, err := os.ReadDir(where)
	if err != nil {
		return "", false
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	for _, wanted := range []string{name, name + ".yaml"} {
		if near, found := Nearest(wanted, names); found {
			return folder + near, true
		}
	}
	return "", false
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func userName() string {
	who, err := user.Current()
	if err != nil {
		return "?"
	}
	return who.Username
}

// cause is the reason of the operating system without the path, which the message names already.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
