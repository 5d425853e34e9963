/**
 * Preloaded into the processes of `npm start`: they end when their parent is
 * gone, however it went, so that nothing keeps a port.
 */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
