package openai

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	sdk "github.com/sashabaranov/go-openai"
)

// embedTimeout is for one request: a batch of passages on a processor without accelerator takes seconds.
const embedTimeout = time.Minute

// Embedder asks one endpoint for vectors. It is safe for concurrent use.
type Embedder struct {
	client *sdk.Client
	model  string
}

// NewEmbedder returns an embedder that asks for c.Model at c.BaseURL. It makes no request; of c it uses the endpoint, the
// key, the retries and the transport.
func NewEmbedder(c Config) (*Embedder, error) {
	if c.BaseURL == "" || c.Model == "" {
		return nil, errors.New("a base URL and a model name are needed")
	}
	transport := c.Transport
	if transport == nil {
		transport = http.DefaultTransport
	}
	config := sdk.DefaultConfig(c.Key)
	config.BaseURL = strings.TrimRight(c.BaseURL, "/")
	retries := max(cmp.Or(c.Retries, DefaultRetries), 0)
	config.HTTPClient = &http.Client{Transport: &retrier{next: transport, retries: retries}, Timeout: embedTimeout}
	return &Embedder{client: sdk.NewClientWithConfig(config), model: c.Model}, nil
}

// Embed returns a vector for each text, in order.
func (e *Embedder) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	response, err := e.client.CreateEmbeddings(ctx, sdk.EmbeddingRequestStrings{
		Input: texts, Model: sdk.EmbeddingModel(e.model), EncodingFormat: sdk.EmbeddingEncodingFormatFloat,
	})
	if err != nil {
		return nil, classify(err)
	}
	vectors := make([][]float32, len(texts))
	for _, d := range response.Data {
		if d.Index < 0 || d.Index >= len(texts) || vectors[d.Index] != nil {
			return nil, fmt.Errorf("vector %d of %d texts came back, or came twice", d.Index, len(texts))
		}
		vectors[d.Index] = d.Embedding
	}
	for i, v := range vectors {
		if len(v) == 0 {
			return nil, fmt.Errorf("no vector came back for text %d of %d", i, len(texts))
		}
	}
	return vectors, nil
}
