/** One reason for a refusal, as the API server lists them under `details.causes`. */
export interface RefusalCause {
  readonly reason?: string;
  readonly message?: string;
  /** Field that the cause is about, such as `spec.zookeeper.replicas`. */
  readonly field?: string;
}

/** What the API server answers when it doesn't do what it is asked: its `Status` object. */
export interface Status {
  readonly kind: "Status";
  readonly code: number;
  readonly message: string;
  readonly reason?: string;
  readonly details?: { readonly causes?: readonly RefusalCause[] };
}

/** An answer of the API server that refuses a request. Its message is the server's own, unchanged. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  /** HTTP status: 400 for an unknown field, 403 from authorization and admission, 409 for a conflict, 422 for invalid content. */
  readonly code: number;
  /** Reason in one word, such as `Invalid`, `Forbidden`, `Conflict` or `AlreadyExists`; empty where the server gives none. */
  readonly reason: string;
  readonly causes: readonly RefusalCause[];

  constructor({ code, message, reason, details }: Status) {
    super(message);
    this.code = code;
    this.reason = reason ?? "";
    this.causes = details?.causes ?? [];
  }
}

/** The refusal in an answer; text that is no `Status`, as from `/readyz`, becomes the message. */
export function refusalOf(code: number, text: string): ApiRefusal {
  return new ApiRefusal({ ...(statusIn(text) ?? { kind: "Status", message: text.trim() }), code });
}

function statusIn(text: string): Status | undefined {
  try {
    const body = JSON.parse(text) as Status;
    return body.kind === "Status" ? body : undefined;
  } catch {
    return undefined;
  }
}
