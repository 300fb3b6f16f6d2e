import { CA_SECRET, CA_SECRET_KEYS } from "../../config/reference/istio";

/** Variable with the namespace of istiod. */
export const NAMESPACE_VARIABLE = "ISTIO_NAMESPACE";

/** Where it is written how the Secret of the intermediate CA is filled: the file, and the heading in it. */
export const CA_RUNBOOK = { id: "CERT-009", section: "Once, when the mesh is installed" } as const;

/** Where the Secret is, and how long kubectl waits for an answer: a minute is enough for an API server that has just begun. Without it, kubectl waits for ever. */
const KUBECTL_OPTIONS = `--namespace "$${NAMESPACE_VARIABLE}" --request-timeout 60s`;

/**
 * The part of the script that makes the Secret of the intermediate CA where there is none, and fails while it isn't filled: an istiod that starts without it signs
 * itself, with a root of its own that all workloads trust from then on, and doesn't watch for the Secret. It calls the script's `fail`.
 *
 * Neither Pulumi nor the Vault agent can make it: Pulumi would keep the key of the CA in its state, and who makes a Secret chooses its type. So it is made here,
 * empty and of type Opaque, and stays when Istio goes. Nothing that is in it gets further than kubectl: the template gives names of keys only, and what
 * kubectl prints when a template fails, which is the whole object, goes nowhere.
 *
 * Source: Istio 1.22.4, pilot/pkg/bootstrap/istio_ca.go; kubernetes.io, Using RBAC Authorization; compatibility page, I9 and I10.
 */
export function caSecretStep(): string {
  return `    command -v kubectl >/dev/null ||
      fail "kubectl is not on the PATH: install it from https://kubernetes.io/docs/tasks/tools/ on the machine that runs pulumi"
    secret="Secret ${CA_SECRET} in namespace $${NAMESPACE_VARIABLE}"
    keys=$(kubectl get secret ${CA_SECRET} ${KUBECTL_OPTIONS} --ignore-not-found \\
      --output 'go-template={{.metadata.name}} {{range $key, $value := .data}}{{if $value}}{{$key}} {{end}}{{end}}' </dev/null) ||
      fail "$secret can't be read, for the reason that kubectl gives; run pulumi up again when it is gone"
    if [ -z "$keys" ]; then
      kubectl create secret generic ${CA_SECRET} ${KUBECTL_OPTIONS} </dev/null ||
        fail "$secret can't be made, for the reason that kubectl gives; run pulumi up again when it is gone"
    fi
    missing=
    for key in ${CA_SECRET_KEYS.join(" ")}; do
      case " $keys " in
        *" $key "*) ;;
        *) missing="\${missing:+$missing, }$key" ;;
      esac
    done
    [ -z "$missing" ] ||
      fail "$secret has no $missing, and istiod would start with a root of its own: have the Vault agent fill it, or fill it by hand (runbook ${CA_RUNBOOK.id}, ${CA_RUNBOOK.section}), then run pulumi up again"
`;
}
