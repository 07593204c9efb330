package server

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Codes of errors on the wire.
const (
	codeInvalid     = "invalid"
	codeTooLong     = "too_long"
	codeLimited     = "limited"
	codeUnavailable = "unavailable"
	codeInternal    = "internal"
)

// problemKind is a row of the table of problems.
type problemKind int

const (
	internal problemKind = iota
	unavailable
	busy
	limited
	notFound
	wrongMethod
	crossOrigin
	unsupportedType
	notAcceptable
	bodyTooLong
	questionTooLong
	historyTooLong
	commentTooLong
	emptyQuestion
	notUTF8
	malformedJSON
	wrongType
	malformedQuery
	unknownLang
	invalidLimit
	invalidKind
	invalidSection
	invalidFeedback
)

// problems says what each kind is to the outside. A text may hold one %s for the problem's detail.
var problems = map[problemKind]struct {
	status int
	code   string
	zh, en string
}{
	internal:        {http.StatusInternalServerError, codeInternal, "系统出错，请稍后再试。", "Something went wrong here. Please try again later."},
	unavailable:     {http.StatusServiceUnavailable, codeUnavailable, "服务正在准备，请稍后再试。", "The service is not ready. Please try again in a moment."},
	busy:            {http.StatusServiceUnavailable, codeUnavailable, "提问人数较多，请稍后再试。", "Many people are asking at the moment. Please try again shortly."},
	limited:         {http.StatusTooManyRequests, codeLimited, "提问过于频繁，请稍后再试。", "Too many requests from your network. Please try again shortly."},
	notFound:        {http.StatusNotFound, codeInvalid, "没有这个接口。", "There is no such interface."},
	wrongMethod:     {http.StatusMethodNotAllowed, codeInvalid, "不支持该请求方法，可用：%s。", "The method is not allowed here; use %s."},
	crossOrigin:     {http.StatusForbidden, codeInvalid, "不接受来自其他网站的提交。", "Submissions from other sites are not accepted."},
	unsupportedType: {http.StatusUnsupportedMediaType, codeInvalid, "请求正文须为 application/json（UTF-8）。", "The body must be application/json in UTF-8."},
	notAcceptable:   {http.StatusNotAcceptable, codeInvalid, "只能返回 application/json 或 text/event-stream。", "Only application/json and text/event-stream can be returned."},
	bodyTooLong:     {http.StatusRequestEntityTooLarge, codeTooLong, "请求正文过长，最多 64 KiB。", "The body is too long; 64 KiB is the limit."},
	questionTooLong: {http.StatusRequestEntityTooLarge, codeTooLong, "问题过长，最多 500 字。", "The question is too long; 500 characters is the limit."},
	historyTooLong:  {http.StatusRequestEntityTooLarge, codeTooLong, "对话记录过长，最多 10 轮。", "The history is too long; 10 turns is the limit."},
	commentTooLong:  {http.StatusRequestEntityTooLarge, codeTooLong, "意见过长，最多 500 字。", "The comment is too long; 500 characters is the limit."},
	emptyQuestion:   {http.StatusBadRequest, codeInvalid, "请输入问题。", "Please enter a question."},
	notUTF8:         {http.StatusBadRequest, codeInvalid, "文字编码不是 UTF-8。", "The text is not valid UTF-8."},
	malformedJSON:   {http.StatusBadRequest, codeInvalid, "请求正文不是一个有效的 JSON 对象。", "The body is not one valid JSON object."},
	wrongType:       {http.StatusBadRequest, codeInvalid, "字段 %s 的类型不对。", "The field %s has the wrong type."},
	malformedQuery:  {http.StatusBadRequest, codeInvalid, "网址中的参数格式有误。", "The parameters in the address are malformed."},
	unknownLang:     {http.StatusBadRequest, codeInvalid, "lang 只能是 zh 或 en。", "lang must be zh or en."},
	invalidLimit:    {http.StatusBadRequest, codeInvalid, "limit 须为 1 至 50 的整数。", "limit must be a whole number from 1 to 50."},
	invalidKind:     {http.StatusBadRequest, codeInvalid, "kind 只能是 page、question 或 clause。", "kind must be page, question or clause."},
	invalidSection:  {http.StatusBadRequest, codeInvalid, "section 须为栏目名（小写英文字母）。", "section must be the name of a section in lower-case letters."},
	invalidFeedback: {http.StatusBadRequest, codeInvalid, "须提供有效的 id 与 useful（true 或 false）。", "A valid id and useful (true or false) are required."},
}

// problem is an error with a half for the reader and a half for the log.
type problem struct {
	kind       problemKind
	detail     string        // put into the reader's text; never a cause
	lang       string        // of the reader, when the request's body says so
	retryAfter time.Duration // 0: not said
	cause      error         // for the log
}

func (p *problem) Error() string {
	text := strings.TrimSuffix(strings.ReplaceAll(problems[p.kind].en, "%s", p.detail), ".")
	if p.cause != nil {
		return fmt.Sprintf("%s: %v", text, p.cause)
	}
	return text
}

func (p *problem) Unwrap() error { return p.cause }

// status is the HTTP status.
func (p *problem) status() int { return problems[p.kind].status }

// wire is the reader's half in the given language.
func (p *problem) wire(lang string) wireError {
	row := problems[p.kind]
	text := row.zh
	if lang == english {
		text = row.en
	}
	return wireError{Code: row.code, Message: strings.ReplaceAll(text, "%s", p.detail)}
}

// wireError is an error's JSON form, inside {"error": …}.
type wireError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// problemOf is the problem within err; an error of unknown kind is internal.
func problemOf(err error) *problem {
	if p, ok := errors.AsType[*problem](err); ok {
		return p
	}
	return &problem{kind: internal, cause: err}
}
