package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
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
	config      openai.Config
	keyFile     string
	producer    string
	maxTokens   int
	temperature float32
	retries     int
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
	flags.IntVar(&o.retries, "llm-retries", openai.DefaultRetries, "attempts more when it is busy, before its first words")
	flags.IntVar(&o.maxTokens, "llm-max-tokens", assistant.DefaultMaxTokens, "length of a completion, reasoning included where the model does that")
	flags.Float32Var(&o.temperature, "llm-temperature", assistant.DefaultTemperature, "how freely it words, from 0 to 2")
	fromEnv(flags, "llm-retries", "llm-max-tokens", "llm-temperature", "llm-base-url", "llm-model", "llm-key-file", "llm-producer", "llm-first-token", "llm-idle", "llm-total", "llm-concurrent")
}

// of are the options of an assistant that words its answers so.
func (o *modelOptions) of(cmd *cobra.Command, getenv func(string) string, log *slog.Logger) (assistant.Options, error) {
	synonyms, err := cmd.Flags().GetString("synonyms")
	if err != nil {
		return assistant.Options{}, err
	}
	if o.config.BaseURL == "" {
		return assistant.Options{Logger: log, Synonyms: synonyms}, nil
	}
	if err := o.check(); err != nil {
		return assistant.Options{}, usage(cmd, err)
	}
	config := o.config
	if config.Retries = o.retries; o.retries == 0 {
		config.Retries = -1
	}
	if config.Key, err = o.key(getenv); err != nil {
		return assistant.Options{}, usage(cmd, err)
	}
	model, err := openai.New(config)
	if err != nil {
		return assistant.Options{}, err
	}
	return assistant.Options{Synonyms: synonyms, Model: model, Producer: o.producer, MaxTokens: o.maxTokens, Temperature: o.temperature, Logger: log}, nil
}

// key is the endpoint's key; empty where it wants none.
func (o *modelOptions) key(getenv func(string) string) (string, error) {
	if o.keyFile == "" {
		return getenv(keyVariable), nil
	}
	key, err := os.ReadFile(o.keyFile)
	if err != nil {
		return "", fmt.Errorf("--llm-key-file: %w", err)
	}
	return strings.TrimSpace(string(key)), nil
}

// check finds the settings that cannot be.
func (o *modelOptions) check() error {
	if o.config.Model == "" {
		return errors.New("--llm-base-url needs --llm-model")
	}
	if u, err := url.Parse(o.config.BaseURL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("--llm-base-url must be the address of an API, as http://127.0.0.1:8000/v1, not %q", o.config.BaseURL)
	}
	for _, d := range []struct {
		flag  string
		value time.Duration
	}{{"first-token", o.config.FirstToken}, {"idle", o.config.Idle}, {"total", o.config.Total}} {
		if d.value <= 0 {
			return fmt.Errorf("--llm-%s must be more than 0, not %s", d.flag, d.value)
		}
	}
	switch {
	case o.config.Concurrent < 1:
		return fmt.Errorf("--llm-concurrent must be at least 1, not %d", o.config.Concurrent)
	case o.retries < 0:
		return fmt.Errorf("--llm-retries must be at least 0, not %d", o.retries)
	case o.maxTokens < 1:
		return fmt.Errorf("--llm-max-tokens must be at least 1, not %d", o.maxTokens)
	case o.temperature < 0 || o.temperature > maxTemperature:
		return fmt.Errorf("--llm-temperature must be from 0 to %d, not %g", maxTemperature, o.temperature)
	}
	return nil
}

// maxTemperature is the protocol's.
const maxTemperature = 2
