import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response } from "botbuilder";
import { createServer, plugins } from "restify";

/**
 * The floor: botbuilder on restify as in Microsoft's samples, with no work of
 * its own but two sends a turn. Run as a process of its own; argument: port.
 */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer();
server.use(plugins.bodyParser());
server.post("/api/messages", async ({ body, headers, method = "POST" }, response: Response) => {
  await adapter.process({ body, headers, method }, response, async (context) => {
    await context.sendActivity("one");
    await context.sendActivity("two");
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1");
