package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/pflag"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// traceOptions say where traces go. Without an address there are none.
type traceOptions struct {
	url   string
	share float64
}

func (o *traceOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.url, "otlp-url", "", "OpenTelemetry collector that takes traces over HTTP, as http://127.0.0.1:4318/v1/traces; empty: no traces")
	flags.Float64Var(&o.share, "otlp-share", 0.01, "share of the requests that are traced, 0 to 1; a proxy's decision counts before it")
	fromEnv(flags, "otlp-url", "otlp-share")
}

// traceGrace is what the last spans have to leave when the program ends.
const traceGrace = 2 * time.Second

// of is the tracer, nil when none is wanted, and what sends the last spans.
func (o *traceOptions) of(ctx context.Context, log *slog.Logger) (trace.Tracer, func(), error) {
	if o.share < 0 || o.share > 1 {
		return nil, nil, fmt.Errorf("--otlp-share must be from 0 to 1, not %v", o.share)
	}
	if o.url == "" {
		return nil, func() {}, nil
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(o.url))
	if err != nil {
		return nil, nil, err
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("traces not delivered", "error", err) }))
	provider := sdk.NewTracerProvider(
		sdk.WithBatcher(exporter),
		sdk.WithSampler(sdk.ParentBased(sdk.TraceIDRatioBased(o.share))),
		sdk.WithResource(resource.NewSchemaless(attribute.String("service.name", "lvgu"))),
	)
	end := func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), traceGrace)
		defer cancel()
		if err := provider.Shutdown(ctx); err != nil {
			log.Warn("last traces not delivered", "error", err)
		}
	}
	return provider.Tracer("lvgu"), end, nil
}
