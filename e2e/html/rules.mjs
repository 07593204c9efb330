// What valid means here: the HTML standard and what assistive technology needs. Rules of taste are off, and those that the
// minifier breaks within the standard: it leaves out quotes and optional end tags.
export const rules = {
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "long-title": "off", // the titles of documents are as long as their issuers made them
    "no-implicit-close": "off",
    "no-implicit-button-type": "off",
    "no-inline-style": "error",
    "no-redundant-role": "off", // Safari takes the role from lists without bullets
    "no-trailing-whitespace": "off",
    "prefer-native-element": "off",
    "void-style": "off",
  },
};
