/* Makes the browser's scripts usable in tests: they export nothing, since a page loads them directly. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = join(import.meta.dirname, "..", "..", "eastflank");

/** What the joined files of a folder of the package declare, by the names asked for. */
export function declared(folder, files, names) {
  const source = files.map((file) => readFileSync(join(PACKAGE, folder, file), "utf-8")).join("");
  return import(`data:text/javascript,${encodeURIComponent(`${source}\nexport { ${names.join(", ")} };`)}`);
}
