import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { encodeCommand, parseReply, RedisCommandError, RedisConnection } from "./redis-connection";

describe("a reply", () => {
  test.each([
    ["+OK\r\n", "OK"],
    [":-12\r\n", -12],
    ["$6\r\na\r\nb\r\n\r\n", "a\r\nb\r\n"],
    ["$4\r\n\u00fc\u00fc\r\n", "üü"],
    ["$0\r\n\r\n", ""],
    ["$-1\r\n", null],
    ["*-1\r\n", null],
    ["*0\r\n", []],
    ["*3\r\n:1\r\n*1\r\n$1\r\na\r\n$-1\r\n", [1, ["a"], null]],
    ["*2\r\n+OK\r\n-ERR in a transaction\r\n", ["OK", "ERR in a transaction"]],
  ])("%j is read whole, and only when it is complete", (sent, reply) => {
    const data = Buffer.from(sent);
    expect(parseReply(Buffer.concat([data, Buffer.from("+next\r\n")]))).toEqual({ reply, end: data.length });
    for (let length = 0; length < data.length; length++) expect(parseReply(data.subarray(0, length))).toBeUndefined();
  });

  test("that is a refusal is an error with the server's words", () => {
    expect(parseReply(Buffer.from("-ERR unknown command\r\n"))?.reply).toEqual(
      new RedisCommandError("ERR unknown command"),
    );
  });

  test("of something that isn't Redis is not taken for one", () => {
    expect(() => parseReply(Buffer.from("HTTP/1.1 400 Bad Request\r\n"))).toThrow("Not a reply of Redis: ");
  });
});

test("a command carries lengths in bytes, not characters", () => {
  expect(encodeCommand(["SET", "k", "ü"])).toBe("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\nü\r\n");
});

test("a command that waits when the server goes away is told", async () => {
  const server = createServer((socket) => socket.once("data", () => socket.destroy())).listen(0, "127.0.0.1");
  await once(server, "listening");
  const connection = await RedisConnection.open((server.address() as AddressInfo).port);
  await expect(connection.command("PING")).rejects.toThrow("PING: the server closed the connection");
  await expect(connection.command("PING")).rejects.toThrow("PING: the connection is closed");
  server.close();
});
