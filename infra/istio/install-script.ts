import { caSecretStep } from "./ca-secret-step";

/** Variable with the Istio release that istioctl has to be of. */
export const VERSION_VARIABLE = "ISTIO_VERSION";

/** Variable with the kubeconfig as text. */
export const KUBECONFIG_VARIABLE = "KUBECONFIG_CONTENT";

/** What {@link istioctlScript} does; its one argument. */
export type IstioctlAction = "install" | "uninstall";

/**
 * How long istioctl waits for each wave of components to become ready, in seconds. Ten minutes, as for Helm releases: time for Karpenter to launch a node and for the
 * node to load images. istioctl's own default is five.
 */
export const READINESS_TIMEOUT_SECONDS = 600;

/**
 * Waves in which istioctl installs: definitions, then istiod, then the gateways and the agent on the nodes (CNI) side by side. Only an ambient mesh has a fourth,
 * its ztunnel, after the agent. The waits of a wave run at the same time.
 *
 * Source: istio 1.22, operator/pkg/helmreconciler (ComponentDependencies, processRecursive).
 */
export const INSTALLATION_WAVES = 3;

/**
 * The script, in POSIX sh, that installs or removes Istio by istioctl. It is one script for both, since both have to begin in the same way:
 *
 * - It runs nothing but istioctl of exactly the release in {@link VERSION_VARIABLE}: another one brings its own charts and images, and would up- or downgrade the mesh.
 * - The kubeconfig reaches istioctl and kubectl as a file that only this user can read, in a folder that goes whatever happens, short of a SIGKILL. It is no part of any
 *   command line, and neither inherits the variable.
 * - The IstioOperator arrives by standard input. Without one istioctl would install its default profile; so that is refused.
 * - Before it installs, it needs kubectl, for the Secret of the intermediate CA. Uninstalling leaves that Secret alone.
 *
 * `istioctl install` decodes and validates the IstioOperator before it touches the cluster, so `istioctl validate` would add nothing; `--verify` then holds every
 * installed object against it. `istioctl analyze` is left to audits (document 002, section 3, step 4): it judges what teams configured, and their mistakes must not keep
 * the control plane from being upgraded.
 *
 * `uninstall --purge` takes the resource definitions of Istio along, and with them every object of these kinds. The namespace stays.
 *
 * Errors go to standard error and end with what to do; the exit code is 1, or that of istioctl.
 */
export function istioctlScript(): string {
  return `set -eu
umask 077
fail() {
  printf '%s\\n' "$1" >&2
  exit 1
}

wanted="install istioctl $${VERSION_VARIABLE} from https://github.com/istio/istio/releases/tag/$${VERSION_VARIABLE} on the machine that runs pulumi, first on its PATH"
command -v istioctl >/dev/null || fail "istioctl is not on the PATH: $wanted"
found=$(istioctl version --remote=false --short 2>/dev/null </dev/null) || found="of no version that it tells"
found=\${found##*: }
[ "$found" = "$${VERSION_VARIABLE}" ] ||
  fail "$(command -v istioctl) is $found, and vantage:istio.version is $${VERSION_VARIABLE}: $wanted, or change the version"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
printf '%s\\n' "$${KUBECONFIG_VARIABLE}" >"$folder/kubeconfig"
unset ${KUBECONFIG_VARIABLE}
export KUBECONFIG="$folder/kubeconfig"

case "$1" in
  install)
    cat >"$folder/istio-operator.yaml"
    [ -s "$folder/istio-operator.yaml" ] ||
      fail "there is no IstioOperator on standard input: istioctl would install its default profile"
${caSecretStep()}    istioctl install --filename "$folder/istio-operator.yaml" --skip-confirmation --verify \\
      --readiness-timeout ${READINESS_TIMEOUT_SECONDS}s </dev/null
    ;;
  uninstall)
    istioctl uninstall --purge --skip-confirmation </dev/null
    ;;
  *)
    fail "no action \\"$1\\": it is install or uninstall"
    ;;
esac
`;
}
