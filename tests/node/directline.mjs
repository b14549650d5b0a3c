// botframework-directlinejs as a program: options as JSON in the first argument, one command a line on stdin, one event a line out.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
global.WebSocket = require("ws");
global.XMLHttpRequest = require("xhr2");
const { activityZodSchema } = require("@microsoft/agents-activity");

const say = event => console.log(JSON.stringify(event));
const { fast, library, ...options } = JSON.parse(process.argv[2]);
const { DirectLine } = require(library);
const { async } = require(require.resolve("rxjs/scheduler/async", { paths: [require.resolve(library)] }));
// Fifteen minutes until a token is refreshed are a second here.
const scheduler = fast ? { now: () => async.now(), schedule: (work, delay, state) => async.schedule(work, delay > 60_000 ? 1_000 : delay, state) } : undefined;
const line = new DirectLine({ ...options, ...(scheduler ? { scheduler } : {}), random: () => 0 });
line.connectionStatus$.subscribe(status => say({ status }));
line.activity$.subscribe(
  activity => {
    const read = activityZodSchema.safeParse(activity);
    say({ activity, wrong: read.success ? null : read.error.issues.map(i => i.path.join(".") + " " + i.message).join("; ") });
  },
  error => say({ error: String(error?.message ?? error) }),
  () => say({ over: true }));

for await (const text of createInterface({ input: process.stdin })) {
  const command = JSON.parse(text);
  if (command.post) line.postActivity(command.post).subscribe(id => say({ sent: id }), error => say({ failed: error.status ?? String(error) }));
  if (command.token) say({ token: line.token, conversation: line.conversationId });
  if (command.end) break;
}
line.end();
process.exit(0);
