import { ServiceRefusal } from "../server/service-refusal";

/** Operations that a fault can strike. */
export const FAULTY_OPERATIONS = ["create", "read", "update", "delete"] as const;

/** Name of an operation on an object. */
export type Operation = (typeof FAULTY_OPERATIONS)[number];

/** A misfortune on request: the Nth matching operation of the process fails, or never ends. */
export interface Fault {
  /** `fail` refuses the operation before it does anything; `hang` holds it until the engine cancels. */
  readonly action: "fail" | "hang";
  /** Which of the matching operations is struck, counted from 1 over all providers of the process. */
  readonly nth: number;
  /** Only this operation; without it, every one counts. */
  readonly operation?: Operation;
  /** Only objects of this type, such as `aws:ec2/vpc:Vpc`; without it, every one counts. */
  readonly type?: string;
}

/** Environment variable that carries a JSON list of faults. */
export const FAULTS_VARIABLE = "VANTAGE_SANDBOX_FAULTS";

/**
 * Reads a JSON list of faults; no text means none.
 *
 * @throws Error that names the entry and what is allowed there.
 */
export function parseFaults(text: string | undefined): readonly Fault[] {
  if (text === undefined || text.trim() === "") return [];
  const where = `${FAULTS_VARIABLE}=${text}`;
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Error(`${where}: not JSON; write a list such as [{"action":"fail","nth":3,"operation":"create"}]`);
  }
  if (!Array.isArray(list)) throw new Error(`${where}: not a list; put the fault in square brackets`);
  return list.map((entry: Partial<Fault>, index) => {
    const { action, nth, operation, type } = entry;
    if (action !== "fail" && action !== "hang") throw new Error(`${where}: [${index}].action is "fail" or "hang"`);
    if (!Number.isInteger(nth) || Number(nth) < 1) throw new Error(`${where}: [${index}].nth is a whole number from 1`);
    if (operation !== undefined && !FAULTY_OPERATIONS.includes(operation)) {
      throw new Error(`${where}: [${index}].operation is one of ${FAULTY_OPERATIONS.join(", ")}`);
    }
    return {
      action,
      nth: Number(nth),
      ...(operation === undefined ? {} : { operation }),
      ...(type === undefined ? {} : { type }),
    };
  });
}

/** Counts operations and strikes when a fault's turn has come. */
export class FaultPlan {
  readonly #faults: readonly { readonly fault: Fault; seen: number }[];

  constructor(faults: readonly Fault[]) {
    this.#faults = faults.map((fault) => ({ fault, seen: 0 }));
  }

  /**
   * Called before an operation does anything.
   *
   * @throws ServiceRefusal if the operation is to fail, or if it hangs and `cancelled` fires.
   */
  async strike(operation: Operation, type: string, cancelled: AbortSignal): Promise<void> {
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (fault.operation !== undefined && fault.operation !== operation) continue;
      if (fault.type !== undefined && fault.type !== type) continue;
      entry.seen += 1;
      if (entry.seen !== fault.nth) continue;
      const what = `simulated fault: ${operation} number ${fault.nth}${fault.type === undefined ? "" : ` of ${type}`}`;
      if (fault.action === "fail") throw new ServiceRefusal(`${what} fails, as ${FAULTS_VARIABLE} asks`);
      await abortion(cancelled);
      throw new ServiceRefusal(`${what} hung until it was cancelled`);
    }
  }
}

async function abortion(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
