package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lvgu/assistant"
	"lvgu/assistant/openai"
)

// embedKeyVariable holds the key of the embedding endpoint.
const embedKeyVariable = "LVGU_EMBED_API_KEY"

// embedOptions are the settings of retrieval by meaning. Without a base URL there is none.
type embedOptions struct {
	config   openai.Config
	keyFile  string
	dir      string
	deadline time.Duration
}

func (o *embedOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.config.BaseURL, "embed-base-url", "", "OpenAI-compatible endpoint for embeddings, with its /v1; empty: passages are found by words alone")
	flags.StringVar(&o.config.Model, "embed-model", "", "embedding model to ask for there")
	flags.StringVar(&o.keyFile, "embed-key-file", "", "file with the endpoint's key; or set "+embedKeyVariable)
	flags.StringVar(&o.dir, "embed-dir", "", "folder that keeps the passages' vectors; empty: asked for anew at each start")
	flags.DurationVar(&o.deadline, "embed-deadline", assistant.DefaultDenseDeadline, "patience for a question's vector; past it the words alone decide")
	fromEnv(flags, "embed-base-url", "embed-model", "embed-key-file", "embed-dir", "embed-deadline")
}

// of is retrieval by meaning as set.
func (o *embedOptions) of(cmd *cobra.Command, getenv func(string) string) (assistant.Dense, error) {
	if o.config.BaseURL == "" {
		return assistant.Dense{}, nil
	}
	if o.config.Model == "" {
		return assistant.Dense{}, usage(cmd, fmt.Errorf("--embed-base-url needs --embed-model"))
	}
	if o.deadline <= 0 {
		return assistant.Dense{}, usage(cmd, fmt.Errorf("--embed-deadline must be more than 0, not %s", o.deadline))
	}
	config := o.config
	config.Key = getenv(embedKeyVariable)
	if o.keyFile != "" {
		key, err := os.ReadFile(o.keyFile)
		if err != nil {
			return assistant.Dense{}, usage(cmd, fmt.Errorf("--embed-key-file: %w", err))
		}
		config.Key = strings.TrimSpace(string(key))
	}
	embedder, err := openai.NewEmbedder(config)
	if err != nil {
		return assistant.Dense{}, err
	}
	return assistant.Dense{Embedder: embedder, Model: config.Model, Dir: o.dir, Deadline: o.deadline}, nil
}
