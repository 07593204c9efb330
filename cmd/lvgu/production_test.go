package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// public are the settings of a public site. The identifiers are of the right form and of no one.
func public() map[string]string {
	return map[string]string{
		"LVGU_BASE_URL": "https://zone.example/", "LVGU_SITE_NAME": "测试园区", "LVGU_SITE_DOMAIN": "zone.example", "LVGU_SITE_ID_CODE": "0000000000",
		"LVGU_ORGANISER": "测试园区管委会", "LVGU_CONTACT_TEXT": "测试", "LVGU_ICP": "测试", "LVGU_POLICE_RECORD": "测试",
	}
}

// TestCheckConfig takes the settings of a public site away one by one.
func TestCheckConfig(t *testing.T) {
	explain := func(env map[string]string) (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), []string{"serve", "--check-config"}, func(name string) string { return env[name] }, &out, io.Discard)
		return out.String(), err
	}
	if out, err := explain(public()); err != nil || strings.Contains(out, "\nmissing ") || !strings.Contains(out, "advice   --journal") {
		t.Errorf("a public site: %v\n%s", err, out)
	}
	wrong := map[string]string{"LVGU_SITE_ID_CODE": "12345", "LVGU_BASE_URL": "http://zone.example/", "LVGU_PREVIEW": "true", "LVGU_LLM_BASE_URL": "http://127.0.0.1:1/v1"}
	for name := range public() {
		if wrong[name] == "" {
			wrong[name] = " unset"
		}
	}
	for name, value := range wrong {
		env := public()
		env[name] = strings.TrimPrefix(value, " unset")
		env["LVGU_LLM_MODEL"] = "m"
		out, err := explain(env)
		said := name
		if name == "LVGU_LLM_BASE_URL" {
			said = "LVGU_LLM_PRODUCER"
		}
		if !errors.Is(err, errReported) || strings.Count(out, "\nmissing  --") != 1 || !strings.Contains(out, "("+said+")") {
			t.Errorf("%s=%q: %v\n%s", name, value, err, out)
		}
	}
}

// TestProductionRefuses starts nothing while something is missing, and names all of it at once.
func TestProductionRefuses(t *testing.T) {
	err := run(t.Context(), []string{"serve", "--production"}, func(string) string { return "" }, io.Discard, io.Discard)
	if _, ok := errors.AsType[*usageError](err); !ok {
		t.Fatalf("serve --production = %v, want a refusal", err)
	}
	for _, want := range []string{"--base-url", "--site-id-code", "--icp", "--police-record", "--contact-text", "--check-config"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the refusal does not name %s:\n%v", want, err)
		}
	}
}
