// Prints the modules of a CycloneDX SBOM with their licences, like licences together.
import { readFileSync } from "node:fs";

const { components = [] } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const byLicence = new Map();
for (const component of components) {
  const licence = licenceOf(component);
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), component]);
}

function licenceOf(component) {
  const found = component.licenses ?? component.evidence?.licenses ?? [];
  return found.map(({ license, expression }) => expression ?? license.id ?? license.name).join(" AND ") || "unknown";
}

for (const [licence, modules] of [...byLicence].sort()) {
  console.log(`${licence}\n${modules.map((m) => `  ${m.name} ${m.version}`).sort().join("\n")}`);
}
console.error(`${components.length} modules, ${byLicence.get("unknown")?.length ?? 0} of unknown licence`);
