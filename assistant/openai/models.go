package openai

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	sdk "github.com/sashabaranov/go-openai"
)

// OnlyModel is the name of the one model that an endpoint serves. It is an error when it serves none, or several.
func OnlyModel(ctx context.Context, c Config) (string, error) {
	config := sdk.DefaultConfig(c.Key)
	config.BaseURL = strings.TrimRight(c.BaseURL, "/")
	transport := c.Transport
	if transport == nil {
		transport = http.DefaultTransport
	}
	config.HTTPClient = &http.Client{Transport: &retrier{next: transport}, Timeout: orDefault(c.Total, DefaultTotal)}
	list, err := sdk.NewClientWithConfig(config).ListModels(ctx)
	if err != nil {
		return "", fmt.Errorf("models of %s: %w", c.BaseURL, err)
	}
	names := make([]string, len(list.Models))
	for i, m := range list.Models {
		names[i] = m.ID
	}
	switch len(names) {
	case 0:
		return "", errors.New("the endpoint names no model")
	case 1:
		return names[0], nil
	default:
		return "", fmt.Errorf("the endpoint has several models, of which one is to be named: %s", strings.Join(names, ", "))
	}
}
