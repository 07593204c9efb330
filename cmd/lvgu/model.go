package main

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lvgu/assistant"
	"lvgu/assistant/openai"
)

// keyVariable holds the key of the model's endpoint. A key is no flag: command lines are seen by others.
const keyVariable = "LVGU_LLM_API_KEY"

// modelOptions are the settings of the language model. Without a base URL there is none.
type modelOptions struct {
	config   openai.Config
	keyFile  string
	producer string
}

func (o *modelOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.config.BaseURL, "llm-base-url", "", "OpenAI-compatible endpoint that words the answers, with its /v1; empty: answers are quotations")
	flags.StringVar(&o.config.Model, "llm-model", "", "model to ask for there")
	flags.StringVar(&o.keyFile, "llm-key-file", "", "file with the endpoint's key; or set "+keyVariable)
	flags.StringVar(&o.producer, "llm-producer", "", "registered name and filing number of the model's service, shown with what it words")
	flags.DurationVar(&o.config.FirstToken, "llm-first-token", openai.DefaultFirstToken, "patience for the model's first words")
	flags.DurationVar(&o.config.Idle, "llm-idle", openai.DefaultIdle, "patience between its words")
	flags.DurationVar(&o.config.Total, "llm-total", openai.DefaultTotal, "patience for the whole")
	flags.IntVar(&o.config.Concurrent, "llm-concurrent", openai.DefaultConcurrent, "answers worded at once; more are quotations")
	fromEnv(flags, "llm-base-url", "llm-model", "llm-key-file", "llm-producer", "llm-first-token", "llm-idle", "llm-total", "llm-concurrent")
}

// of are the options of an assistant that words its answers so.
func (o *modelOptions) of(cmd *cobra.Command, getenv func(string) string, log *slog.Logger) (assistant.Options, error) {
	if o.config.BaseURL == "" {
		return assistant.Options{Logger: log}, nil
	}
	if o.config.Model == "" {
		return assistant.Options{}, usage(cmd, fmt.Errorf("--llm-base-url needs --llm-model"))
	}
	for name, d := range map[string]time.Duration{"first-token": o.config.FirstToken, "idle": o.config.Idle, "total": o.config.Total} {
		if d <= 0 {
			return assistant.Options{}, usage(cmd, fmt.Errorf("--llm-%s must be more than 0, not %s", name, d))
		}
	}
	if o.config.Concurrent < 1 {
		return assistant.Options{}, usage(cmd, fmt.Errorf("--llm-concurrent must be at least 1, not %d", o.config.Concurrent))
	}
	config := o.config
	config.Key = getenv(keyVariable)
	if o.keyFile != "" {
		key, err := os.ReadFile(o.keyFile)
		if err != nil {
			return assistant.Options{}, usage(cmd, fmt.Errorf("--llm-key-file: %w", err))
		}
		config.Key = strings.TrimSpace(string(key))
	}
	model, err := openai.New(config)
	if err != nil {
		return assistant.Options{}, err
	}
	return assistant.Options{Model: model, Producer: o.producer, Logger: log}, nil
}
