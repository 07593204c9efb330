package server

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"lvgu/assistant"
)

// metrics counts what an operator watches. Labels take few values, none of them a visitor's.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	latency  *prometheus.HistogramVec
	answers  *prometheus.CounterVec
	cached   prometheus.Counter
	unspent  prometheus.Counter
	answer   prometheus.Histogram
	quoted   prometheus.Counter
	swaps    prometheus.Counter
	content  *prometheus.GaugeVec
}

// buckets, in seconds, are dense where an extractive answer should be and reach to where a model's may be.
var buckets = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "lvgu_http_requests_total", Help: "Requests served, by route and status.",
		}, []string{"route", "status"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "lvgu_http_request_seconds", Help: "Time to serve a request, by route.", Buckets: buckets,
		}, []string{"route"}),
		answers: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "lvgu_answers_total", Help: "Questions, by outcome (answered, declined, failed, left by the visitor), mode and language.",
		}, []string{"outcome", "mode", "lang"}),
		cached: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "lvgu_answers_cached_total", Help: "Answers whose quotation had been found before.",
		}),
		unspent: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "lvgu_model_refused_total", Help: "Answers left as quotations because a budget of the model was spent.",
		}),
		answer: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "lvgu_answer_seconds", Help: "Time to the end of an answer, without waiting for a turn.", Buckets: buckets,
		}),
		quoted: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "lvgu_model_failures_total", Help: "Answers that are quotations because the model's wording was not to be had.",
		}),
		swaps: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "lvgu_publications_total", Help: "Editions published since the start.",
		}),
		content: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "lvgu_content_info", Help: "The content version that is served; always 1.",
		}, []string{"version"}),
	}
	m.registry.MustRegister(m.requests, m.latency, m.answers, m.cached, m.unspent, m.answer, m.quoted, m.swaps, m.content,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// served counts one request.
func (m *metrics) served(route string, status int, spent time.Duration) {
	m.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
	m.latency.WithLabelValues(route).Observe(spent.Seconds())
}

// published notes the version that is now served.
func (m *metrics) published(version string) {
	m.swaps.Inc()
	m.content.Reset()
	m.content.WithLabelValues(version).Set(1)
}

func modelFailed(n assistant.Notice) bool { return n.Code == assistant.NoticeModelUnavailable }

// gauge adds a value that is asked for whenever metrics are read.
func (m *metrics) gauge(name, help string, value func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
}

// observed is events, counted as one answer when they end.
func (m *metrics) observed(events iter.Seq2[assistant.Event, error], began time.Time) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		outcome, mode, lang := "failed", "", ""
		defer func() {
			m.answers.WithLabelValues(outcome, mode, lang).Inc()
			m.answer.Observe(time.Since(began).Seconds())
		}()
		for event, err := range events {
			switch {
			case errors.Is(err, context.Canceled):
				outcome = "left"
			case event.Kind == assistant.EventDone && err == nil:
				outcome, mode, lang = string(event.Answer.Outcome), string(event.Answer.Mode), event.Answer.Lang
				if slices.ContainsFunc(event.Answer.Notices, modelFailed) {
					m.quoted.Inc()
				}
				if event.Answer.Cached {
					m.cached.Inc()
				}
			}
			if yield(event, err) {
				continue
			}
			if outcome == "failed" && err == nil {
				outcome = "left"
			}
			return
		}
	}
}
