// Fetches Web Chat's ready-made bundle as npm packs it, checks it and lays it into FOLDER. Its 425 dependencies are in the bundle already.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const name = "botframework-webchat", version = "4.18.1";
const integrity = "7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";
const folder = process.argv[2];
const bundle = join(folder, "package", "dist", "webchat.js");
if (!existsSync(bundle)) {
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const packed = join(folder, `${name}-${version}.tgz`);
  if (createHash("sha512").update(readFileSync(packed)).digest("base64") !== integrity) throw new Error("Web Chat is not what it was.");
  execFileSync("tar", ["xzf", packed, "-C", folder, "package/dist/webchat.js", "package/dist/webchat-minimal.js"]);
  rmSync(packed);
}
console.log(bundle);
