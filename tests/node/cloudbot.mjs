// A bot on Microsoft's own CloudAdapter, without credentials, and the channel's service beside it: says where it listens, then what its service is asked.
// It answers a message with the same words, knows the invoke "known", and sends what it was sent by the way that the SDK chooses.
import { createRequire } from "node:module";
import { createServer } from "node:http";

const require = createRequire(import.meta.url);
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, EventFactory, TurnContext } = require("botbuilder");
// What it says of each refusal is no line of JSON.
console.error = () => {};


const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const logic = async context => {
  if (context.activity.type === "message") await context.sendActivity(context.activity.text);
  if (context.activity.type === "invoke" && context.activity.name === "known") await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: { ok: true } } });
};
const read = async request => {
  let body = "";
  for await (const part of request) body += part;
  return body;
};
const server = createServer(async (request, response) => {
  const body = await read(request);
  if (request.url === "/api/messages") {
    try {
      request.body = JSON.parse(body);
    } catch {
      request.body = undefined;
    }
    response.status = code => { response.statusCode = code; };
    response.send = content => { response.write(typeof content === "string" ? content : JSON.stringify(content)); };
    response.header = (name, value) => response.setHeader(name, value);
    await adapter.process(request, response, logic).catch(error => { console.log(JSON.stringify({ trouble: String(error?.stack ?? error) })); response.statusCode = 500; response.end(); });
    return;
  }
  if (request.url === "/handoff") {
    const { activity } = JSON.parse(body);
    response.end(JSON.stringify(EventFactory.createHandoffInitiation(new TurnContext(adapter, activity), { queue: "help" })));
    return;
  }
  console.log(JSON.stringify({ asked: request.method + " " + request.url, activity: body ? JSON.parse(body) : null }));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ id: "taken" }));
}).listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume();
