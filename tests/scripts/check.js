/* Checks the types of the browser's scripts and lints them. `make check` runs this after it has installed the tools
 * that package-lock.json pins. Exits with 1 where one of them finds something. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const HERE = import.meta.dirname;
const SCRIPTS = ["ui", "render/browser", "render/page"].map((room) => join("..", "..", "eastflank", room));
const tool = (name) => join(HERE, "node_modules", ...name.split("/"));

const projects = readdirSync(HERE).filter((name) => /^tsconfig\.(?!base\b)\w+\.json$/.test(name));
const checks = [
  ...projects.map((project) => [tool("typescript/bin/tsc"), "--project", project]),
  [tool("@biomejs/biome/bin/biome"), "lint", "--error-on-warnings", ...SCRIPTS, "."],
];
const failed = checks.filter((check) => spawnSync(process.execPath, check, { cwd: HERE, stdio: "inherit" }).status !== 0);
process.exitCode = failed.length ? 1 : 0;
