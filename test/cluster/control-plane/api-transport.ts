import { Agent, type RequestOptions, request } from "node:https";
import { LOOPBACK_ADDRESS } from "../../free-ports";
import { refusalOf } from "./api-refusal";

/** How long a request may take. */
export const REQUEST_TIMEOUT_SECONDS = 30;

/** Where an API server is and who asks. */
export interface ApiAddress {
  readonly port: number;
  /** Certificates to trust, in PEM. */
  readonly certificate: string;
  readonly token: string;
  /** Headers of every request, such as those of impersonation. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** An answer that isn't a refusal. */
export interface ApiAnswer {
  readonly body: unknown;
  /** Texts of the `Warning` headers: what was admitted, but shouldn't be asked for. */
  readonly warnings: readonly string[];
}

/** Sends one request. */
export type ApiTransport = (
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: { readonly type: string; readonly content: unknown },
) => Promise<ApiAnswer>;

/**
 * Requests to an API server over connections that are kept open.
 * @returns a function that throws {@link ApiRefusal} for any answer but success
 */
export function apiTransport({ port, certificate, token, headers = {} }: ApiAddress): ApiTransport {
  const agent = new Agent({ keepAlive: true, ca: certificate });
  return (method, path, body) => {
    const content = body === undefined ? undefined : JSON.stringify(body.content);
    const options: RequestOptions = {
      agent,
      method,
      host: LOOPBACK_ADDRESS,
      port,
      path,
      timeout: REQUEST_TIMEOUT_SECONDS * 1000,
      headers: {
        ...(headers as Record<string, string | string[]>),
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(body === undefined
          ? {}
          : { "content-type": body.type, "content-length": Buffer.byteLength(content ?? "") }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = request(options, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("error", reject);
        response.once("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          const code = response.statusCode ?? 0;
          if (code < 200 || code > 299) return reject(refusalOf(code, text));
          const json = response.headers["content-type"]?.startsWith("application/json") === true;
          resolve({ body: json ? JSON.parse(text) : text, warnings: warningTexts(response.rawHeaders) });
        });
      });
      sent.once("timeout", () =>
        sent.destroy(new Error(`${method} ${path}: no answer in ${REQUEST_TIMEOUT_SECONDS} s.`)),
      );
      sent.once("error", reject);
      sent.end(content);
    });
  };
}

/** Texts of `Warning` headers such as `299 - "text"`, in which a backslash stands before quotes and backslashes. */
export function warningTexts(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.flatMap((value, at) => {
    const quoted = at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "warning" && /"(.*)"/s.exec(value)?.[1];
    return typeof quoted === "string" ? [quoted.replaceAll(/\\(.)/g, "$1")] : [];
  });
}
