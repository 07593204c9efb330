package block

// Codes of faults.
const (
	CodeEmpty       = "empty"
	CodeScanned     = "scanned"
	CodeEncrypted   = "encrypted"
	CodeCorrupt     = "corrupt"
	CodeTooLarge    = "too large"
	CodeExtension   = "wrong extension"
	CodeUnsupported = "unsupported"
	CodeEncoding    = "unknown encoding"
)

// Fault is why a file cannot be imported: for its user what is wrong and what to do, in Chinese, and a short English code.
// The cause, if any, is for whoever looks into it.
type Fault struct {
	Code    string
	Message string
	Fix     string
	cause   error
}

func (f *Fault) Error() string {
	text := f.Message + "（" + f.Code + "）"
	if f.Fix != "" {
		text += "；" + f.Fix
	}
	return text
}

func (f *Fault) Unwrap() error { return f.cause }

// Empty is a file without text.
func Empty() *Fault {
	return &Fault{Code: CodeEmpty, Message: "文件里没有文字", Fix: "核对是不是选错了文件"}
}

// Corrupt is a file that is not what it says it is; what names its kind: Word 文档.
func Corrupt(what string, cause error) *Fault {
	return &Fault{Code: CodeCorrupt, Message: what + "坏了，读不出来", Fix: "用原来的程序打开看看，另存一份再导入", cause: cause}
}

// TooLarge is a file beyond a limit.
func TooLarge(message, fix string) *Fault {
	return &Fault{Code: CodeTooLarge, Message: message, Fix: fix}
}

// Encrypted is a file with a password.
func Encrypted(cause error) *Fault {
	return &Fault{Code: CodeEncrypted, Message: "文件有密码，打不开", Fix: "去掉密码，另存一份再导入", cause: cause}
}
