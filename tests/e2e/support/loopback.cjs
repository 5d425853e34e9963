// Preloaded into Microsoft's Agents Playground, which would listen on every interface of the machine.
const { Server } = require("node:net");

const listen = Server.prototype.listen;

/** Whatever port is asked for, on loopback only. */
Server.prototype.listen = function listenOnLoopback(first, ...rest) {
  if (typeof first === "object" && first !== null) {
    return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  }
  const callback = rest.find((one) => typeof one === "function");
  return listen.call(this, { port: Number(first), host: "127.0.0.1" }, ...(callback ? [callback] : []));
};
