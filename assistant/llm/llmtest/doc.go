// Package llmtest holds language models for tests: faithful ones, and ones that behave as badly as models and
// endpoints do.
//
// A Behaviour reads the passages out of a prompt, as the assistant writes it, and says what such a model would say.
// Model plays it in the process; Endpoint plays it over HTTP in the OpenAI protocol, with or without a Fault of the wire.
package llmtest
