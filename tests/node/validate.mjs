// One JSON document a line on stdin; one line out for each: valid, or the first error's place and keyword.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
ajv.addVocabulary(["x-group", "x-sens"]);
const validate = ajv.compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
for await (const line of createInterface({ input: process.stdin })) {
  const ok = validate(JSON.parse(line));
  console.log(ok ? "valid" : `${validate.errors[0].instancePath}: ${validate.errors[0].keyword}`);
}
