import { recording } from "./recorded-run";

/** How the stand-in for istioctl behaves. */
export interface IstioctlStandIn {
  /** What `istioctl version` prints; without it, the command fails. */
  readonly version?: string;
  /** Exit code of everything but `version`. */
  readonly exitCode?: number;
  /** Shell code that it runs before it ends. */
  readonly last?: string;
}

/** Variable with the folder in which it writes down its runs. */
export const ISTIOCTL_RUNS = "STAND_IN_ISTIOCTL_RUNS";

/** The stand-in. `version` is no run: it changes nothing. */
export const ISTIOCTL_PROGRAM = `#!/bin/sh
if [ "$1" = version ]; then
  [ "$*" = "version --remote=false --short" ] || exit 64
  [ -n "$STAND_IN_VERSION" ] || exit 1
  printf '%s\\n' "$STAND_IN_VERSION"
  exit 0
fi
${recording(ISTIOCTL_RUNS)}[ "$1" != install ] || cat "$3" >"$run/operator"
echo "stand-in: $1"
eval "$STAND_IN_LAST"
exit "$STAND_IN_EXIT_CODE"
`;

/** The variables by which the stand-in is told how to behave. */
export function istioctlVariables({ version = "", exitCode = 0, last = "" }: IstioctlStandIn) {
  return { STAND_IN_VERSION: version, STAND_IN_EXIT_CODE: String(exitCode), STAND_IN_LAST: last };
}
