# The targets a person calls: run build test check-content bench soak lighthouse race audit fuzz fmt. `make run` needs only Go.

# One set of build settings for all targets, so that what one compiled serves the next.
export CGO_ENABLED := 0
export GOFLAGS := $(GOFLAGS) -trimpath

.PHONY: run build test check-content bench soak lighthouse race audit fuzz fmt format vet go-test web-test browser

# Build and serve the site and the assistant on http://127.0.0.1:8080.
run: build
	bin/lvgu serve

build:
	go build -ldflags='-s -w' -o bin/lvgu ./cmd/lvgu

# Everything: formatting, vet, Go tests, type check, unit and browser tests.
test: format vet build go-test web-test

format:
	@files=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$files" ]; then echo "not formatted (make fmt):"; echo "$$files"; exit 1; fi

vet:
	go vet ./...

go-test:
	@go test -json ./... | node .ci/go-test.mjs

web-test: build browser
	npm ci --prefix e2e --no-audit --no-fund
	npm test --prefix e2e

# Chromium and a Chinese font for the browser tests: installed when root, else named.
browser:
	@.ci/browser

check-content: build
	bin/lvgu check --content content --stats

# Seconds to ready, answers and pages a second and their times, memory; index and ranking figures.
bench:
	go test -run '^$$' -bench . ./index/... ./assistant/... ./site ./cmd/lvgu

# Ten minutes of steady load, with what the server holds in memory over time (LVGU_SOAK=30s is shorter).
soak: export LVGU_SOAK ?= 10m
soak:
	go test -run '^$$' -bench Soak -benchtime 1x -timeout 2h ./cmd/lvgu

# Lighthouse's scores of six pages, mobile preset; its packages are installed on the first run only.
lighthouse: build browser
	@test -d e2e/lighthouse/node_modules || npm ci --prefix e2e/lighthouse --ignore-scripts --no-audit --no-fund
	node e2e/lighthouse/run.mjs

# The race detector where requests meet; needs a C compiler.
race:
	CGO_ENABLED=1 go test -race ./assistant/... ./folder ./index/...

# What a linter finds, what is in the program (bin/audit/: modules, SBOM, licences), and the known vulnerabilities: the last two
# ask databases on the network, and fail where those cannot be reached.
audit: build
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	mkdir -p bin/audit
	go version -m bin/lvgu > bin/audit/modules.txt
	go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 bin -json -licenses -version "$$(git rev-parse --short HEAD)" -output bin/audit/sbom.json bin/lvgu
	node .ci/licences.mjs bin/audit/sbom.json > bin/audit/licences.txt
	npm audit --prefix e2e --audit-level=high
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 -mode=binary bin/lvgu

# Every fuzz target for FUZZTIME each, on what is committed of their corpora and beyond.
FUZZTIME ?= 30s
fuzz:
	@.ci/fuzz $(FUZZTIME)

fmt:
	gofmt -w $$(git ls-files '*.go')
