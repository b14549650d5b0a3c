// The JavaScript SDK on the other side of our Connector endpoint: one task a line on stdin, as JSON; one line out for each.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const { ConfigurationBotFrameworkAuthentication, EventFactory, TurnContext, TestAdapter } = require("botbuilder");
const { activityZodSchema } = require("@microsoft/agents-activity");

const tasks = {
  // What we send, read by the successor's schema.
  read({ activity }) {
    const read = activityZodSchema.safeParse(activity);
    return { wrong: read.success ? null : read.error.issues.map(i => i.path.join(".") + " " + i.message).join("; ") };
  },
  // What the SDK makes of our message when a bot echoes it back through its own turn.
  async turn({ activity }) {
    const adapter = new TestAdapter(async context => {
      await context.sendActivity({ type: "message", text: context.activity.text, suggestedActions: context.activity.suggestedActions, channelData: context.activity.channelData });
    });
    await adapter.receiveActivity(activity);
    return { activity: adapter.activeQueue?.[0] ?? adapter.activityBuffer[0] };
  },
  // The SDK's own client posts to our endpoint, and reads what we answer.
  async post({ bot, conversation, serviceUrl, activity }) {
    const { status, body } = await new ConfigurationBotFrameworkAuthentication({}).createBotFrameworkClient().postActivity("", "", bot, serviceUrl, conversation, activity);
    return { status, body };
  },
  // Activities as the SDK writes them: a reference, a conversationUpdate, a handoff's status.
  make({ conversation, serviceUrl, channelId }) {
    const base = { id: "sdk-1", channelId, serviceUrl, conversation: { id: conversation }, from: { id: "person", name: "" }, recipient: { id: "the-bot" } };
    const reference = TurnContext.getConversationReference({ ...base, type: "message" });
    return {
      update: { ...base, type: "conversationUpdate", membersAdded: [{ id: "the-bot" }, { id: "person" }], membersRemoved: [] },
      message: TurnContext.applyConversationReference({ type: "message", text: "hello" }, reference, true),
      status: { ...base, ...EventFactory.createHandoffStatus({ id: conversation }, "accepted"), id: "sdk-2" },
    };
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  const task = JSON.parse(line);
  console.log(JSON.stringify(await tasks[task.do](task)));
}
