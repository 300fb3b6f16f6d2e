import type { Quantity } from "../units/quantity";

/** CPU and memory as plain numbers, to be added up. */
export interface Amounts {
  /** Thousandths of a core. */
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

const KIB = 2 ** 10;
const UNITS = ["", "Ki", "Mi", "Gi"] as const;

/** The numbers of configured quantities. */
export function amountsOf({ cpu, memory }: { readonly cpu: Quantity; readonly memory: Quantity }): Amounts {
  return { cpuMilli: cpu.milli, memoryBytes: memory.value };
}

/** The sum of amounts. */
export function sumOf(amounts: readonly Amounts[]): Amounts {
  return amounts.reduce(
    (sum, { cpuMilli, memoryBytes }) => ({
      cpuMilli: sum.cpuMilli + cpuMilli,
      memoryBytes: sum.memoryBytes + memoryBytes,
    }),
    { cpuMilli: 0, memoryBytes: 0 },
  );
}

/** Several of the same. */
export function times({ cpuMilli, memoryBytes }: Amounts, count: number): Amounts {
  return { cpuMilli: cpuMilli * count, memoryBytes: memoryBytes * count };
}

/** Cores as Kubernetes itself writes them: `12`, or `12300m`. */
export function cpuText(milli: number): string {
  return milli % 1_000 === 0 ? `${milli / 1_000}` : `${milli}m`;
}

/** Memory as Kubernetes itself writes it, in the largest unit that it is a whole number of. */
export function memoryText(bytes: number): string {
  let [amount, unit] = [bytes, 0];
  while (amount !== 0 && amount % KIB === 0 && unit < UNITS.length - 1) {
    amount /= KIB;
    unit += 1;
  }
  return `${amount}${UNITS[unit] ?? ""}`;
}
