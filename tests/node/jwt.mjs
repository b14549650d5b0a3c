// Microsoft's own check of a Connector's tokens: one {header, activity} a line on stdin, "in" or why not a line out.
// Arguments: the bot's app id, the issuer, the address of the OpenID metadata.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const { ConfigurationBotFrameworkAuthentication } = require("botbuilder");

const [appId, issuer, metadata] = process.argv.slice(2);
const authentication = new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: "unused",
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  ToChannelFromBotOAuthScope: "https://api.botframework.com",
  ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
});
console.error = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  const { header, activity } = JSON.parse(line);
  try {
    await authentication.authenticateRequest(activity, header);
    console.log("in");
  } catch (error) {
    console.log("out: " + String(error?.message ?? error).split("\n")[0]);
  }
}
