// offline-directline, the field's partial emulator, between a client and the bot at the address of the first argument: says where it listens.
import { createRequire } from "node:module";
import { createServer as createHttp } from "node:http";
import { createServer } from "node:net";

const require = createRequire(import.meta.url);
const express = require("express");
const { initializeRoutes } = require("offline-directline");

const probe = createServer().listen(0, "127.0.0.1", () => {
  const { port } = probe.address();
  probe.close(() => {
    console.log = () => {};
    const app = express();
    app.listen = (at, ready) => createHttp(app).listen(at, "127.0.0.1", ready);
    initializeRoutes(app, port, process.argv[2]);
    process.stdout.write(JSON.stringify({ port }) + "\n");
  });
});
process.stdin.resume();
