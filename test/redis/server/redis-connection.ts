import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What a command answers: a status or a string, an integer, nothing, or a list of them. */
export type RedisReply = string | number | null | readonly RedisReply[];

/** A command that the server refused; the message is the server's. */
export class RedisCommandError extends Error {
  override readonly name = "RedisCommandError";
}

/** How long a command may take, in seconds. Tests hold no data that would make any of them slow. */
export const COMMAND_SECONDS = 10;

/** A value, or a refusal that belongs to the command which caused it. */
type Parsed = RedisReply | RedisCommandError;

/** The first reply in a piece of what the server sent, and where the next one begins; `undefined` while it is incomplete. Source: the specification of RESP 2. */
export function parseReply(data: Buffer, start = 0): { readonly reply: Parsed; readonly end: number } | undefined {
  const newline = data.indexOf("\r\n", start);
  if (newline === -1) return undefined;
  const text = data.toString("utf8", start + 1, newline);
  const next = newline + 2;
  const type = String.fromCharCode(data[start] ?? 0);
  switch (type) {
    case "+":
      return { reply: text, end: next };
    case "-":
      return { reply: new RedisCommandError(text), end: next };
    case ":":
      return { reply: Number(text), end: next };
    case "$": {
      const length = Number(text);
      if (length === -1) return { reply: null, end: next };
      if (data.length < next + length + 2) return undefined;
      return { reply: data.toString("utf8", next, next + length), end: next + length + 2 };
    }
    case "*":
      return parseList(data, next, Number(text));
    default:
      throw new Error(`Not a reply of Redis: ${JSON.stringify(type + text)}`);
  }
}

function parseList(data: Buffer, start: number, length: number): ReturnType<typeof parseReply> {
  if (length === -1) return { reply: null, end: start };
  const items: RedisReply[] = [];
  let end = start;
  for (let index = 0; index < length; index++) {
    const item = parseReply(data, end);
    if (item === undefined) return undefined;
    // Inside a list, as EXEC gives one, a refusal is a value among others.
    items.push(item.reply instanceof RedisCommandError ? item.reply.message : item.reply);
    end = item.end;
  }
  return { reply: items, end };
}

/** A command in the form that the server reads: a list of strings, each with its length in bytes. */
export function encodeCommand(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

/** One connection to a Redis server on this machine. Commands are answered in the order in which they are given. */
export class RedisConnection {
  private received = Buffer.alloc(0);
  private readonly waiting: ((reply: Parsed) => void)[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on("data", (piece) => this.receive(piece));
    socket.on("close", () => this.fail("the server closed the connection"));
    // What is wrong is told to the commands that wait, when the connection closes.
    socket.on("error", () => {});
  }

  /** @throws the error of the connection, such as ECONNREFUSED while nothing listens */
  static async open(port: number): Promise<RedisConnection> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return new RedisConnection(socket);
  }

  /** @throws RedisCommandError when the server refuses the command, closes the connection, or doesn't answer within {@link COMMAND_SECONDS} */
  async command(...words: readonly string[]): Promise<RedisReply> {
    const reply = await new Promise<Parsed>((resolve) => {
      const late = setTimeout(() => {
        resolve(new RedisCommandError(`no answer within ${COMMAND_SECONDS} s`));
        this.close();
      }, COMMAND_SECONDS * 1000);
      this.waiting.push((answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      if (this.socket.destroyed) this.fail("the connection is closed");
      else this.socket.write(encodeCommand(words));
    });
    if (reply instanceof RedisCommandError) throw new RedisCommandError(`${words.join(" ")}: ${reply.message}`);
    return reply;
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(piece: Buffer): void {
    this.received = Buffer.concat([this.received, piece]);
    for (let parsed = parseReply(this.received); parsed !== undefined; parsed = parseReply(this.received)) {
      this.received = this.received.subarray(parsed.end);
      this.waiting.shift()?.(parsed.reply);
    }
  }

  private fail(why: string): void {
    for (const answer of this.waiting.splice(0)) answer(new RedisCommandError(why));
  }
}
