import { recording } from "./recorded-run";

/** How the stand-in for kubectl behaves, which knows one Secret. */
export interface KubectlStandIn {
  /** Keys of the Secret that have data; `undefined` where there is no Secret. */
  readonly keys: readonly string[] | undefined;
  /** The command that fails. */
  readonly fails?: "get" | "create";
}

/** Every key that istiod needs. */
export const FILLED: KubectlStandIn = { keys: ["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"] };

/** Variable with the folder in which it writes down its runs. */
export const KUBECTL_RUNS = "STAND_IN_KUBECTL_RUNS";

/** What a failing command prints to standard output, as kubectl does with the object that a template doesn't fit. */
export const DATA = "key-that-nobody-may-read";

/** The stand-in. As the real one, it answers a `get` of nothing with nothing, and makes no Secret twice. */
export const KUBECTL_PROGRAM = `#!/bin/sh
${recording(KUBECTL_RUNS)}if [ "$1" = "$STAND_IN_FAILS" ]; then
  echo "raw data was: ${DATA}"
  echo "Error from server (Forbidden): stand-in: $1" >&2
  exit 3
fi
case "$1" in
  get)
    [ -z "$STAND_IN_SECRET" ] || printf '%s ' $STAND_IN_SECRET
    ;;
  create)
    [ -z "$STAND_IN_SECRET" ] || exit 4
    echo "secret/$4 created"
    ;;
  *) exit 64 ;;
esac
`;

/** The variables by which the stand-in is told how to behave. */
export function kubectlVariables({ keys, fails }: KubectlStandIn) {
  return { STAND_IN_SECRET: keys === undefined ? "" : ["cacerts", ...keys].join(" "), STAND_IN_FAILS: fails ?? "" };
}
