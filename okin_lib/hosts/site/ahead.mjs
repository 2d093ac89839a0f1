/** Runs `ahead.py` in Pyodide: node ahead.mjs PYODIDE PACKAGES AHEAD TO */

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const WRITTEN = "/ahead.zip";
const [pyodide, packages, ahead, to] = process.argv.slice(2);

const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const running = await loadPyodide({ indexURL: pyodide });
running.unpackArchive(new Uint8Array(readFileSync(packages)), "zip");
running.runPython(readFileSync(ahead, "utf8"));
running.globals.get("write")(WRITTEN);
writeFileSync(to, running.FS.readFile(WRITTEN));
