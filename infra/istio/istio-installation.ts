import { Command, Logging } from "@pulumi/command/local";
import * as pulumi from "@pulumi/pulumi";
import { NAMESPACE_VARIABLE } from "./ca-secret-step";
import { type IstioctlAction, istioctlScript, KUBECONFIG_VARIABLE, VERSION_VARIABLE } from "./install-script";

/** How long an installation, or a change of one, may take, in minutes: each of three waves for as long as istioctl waits for it, and ten minutes to apply and verify. */
export const INSTALL_TIMEOUT_MINUTES = 40;

/** How long a removal may take, in minutes. It waits for nothing to become ready; objects of purged definitions are a few hundred. */
export const UNINSTALL_TIMEOUT_MINUTES = 15;

const INSTALL: IstioctlAction = "install";
const UNINSTALL: IstioctlAction = "uninstall";

/** What Istio is installed from. */
export interface IstioInstallationArgs {
  /** Istio release, and so the release of istioctl, which has to be on the PATH of whoever runs Pulumi. Another one upgrades in place. */
  readonly version: string;
  /** Namespace of istiod, and of the Secret with its intermediate CA. It is that of the IstioOperator. */
  readonly namespace: string;
  /** The IstioOperator as YAML. A change is applied in place. */
  readonly operator: string;
  /** Kubeconfig of the cluster as text. It is treated as secret. */
  readonly kubeconfig: pulumi.Input<string>;
  /** What has to be there before, and stays until Istio is gone: nodes for its pods, its namespace, and the way to the API server. */
  readonly after: readonly pulumi.Resource[];
}

/**
 * Istio, installed by istioctl from an IstioOperator.
 *
 * Whatever changes, istioctl installs again over what is there, which is how Istio is reconfigured and upgraded. It is never replaced: the end of the old command
 * would take the new mesh down. So there are no `triggers`, which always replace, although their documentation says otherwise; operator and version are
 * ordinary inputs, whose change is an update. Where somebody replaces it by hand all the same, the old installation goes first: sidecars lose their control plane
 * for some minutes, but the mesh that the state speaks of is there afterwards.
 *
 * A failed installation is not in the state and is repeated by the next `pulumi up`; a failed change, too. The first one of a mesh
 * does: it makes the Secret of the intermediate CA, and doesn't go on before that is filled (runbook CERT-009).
 *
 * Source: document 002, section 3 ("Installation Method: IstioOperator (istioctl)"); pulumi-command issue 855.
 */
export class IstioInstallation extends pulumi.ComponentResource {
  /** @throws {Error} when the operator is blank: istioctl would install its default profile. */
  constructor(
    name: string,
    { version, namespace, operator, kubeconfig, after }: IstioInstallationArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("vantage:istio:IstioInstallation", name, {}, opts);
    if (operator.trim() === "") {
      throw new Error(`${name}: the IstioOperator is empty; give the text that the charts render for istioctl`);
    }
    new Command(
      `${name}-istioctl`,
      {
        // The script is no part of the command, because an error quotes the command as a whole.
        interpreter: ["/bin/sh", "-c", istioctlScript(), "istio"],
        create: INSTALL,
        update: INSTALL,
        delete: UNINSTALL,
        environment: {
          [VERSION_VARIABLE]: version,
          [NAMESPACE_VARIABLE]: namespace,
          [KUBECONFIG_VARIABLE]: pulumi.secret(kubeconfig),
        },
        stdin: operator,
        // Progress is for whoever watches, and istioctl tells no secret there. The next run has no use for it.
        logging: Logging.StdoutAndStderr,
        addPreviousOutputInEnv: false,
      },
      {
        parent: this,
        dependsOn: [...after],
        deleteBeforeReplace: true,
        // What is kept of the output is kept encrypted: a credential helper may say more in an error than it should.
        additionalSecretOutputs: ["stdout", "stderr"],
        customTimeouts: {
          create: `${INSTALL_TIMEOUT_MINUTES}m`,
          update: `${INSTALL_TIMEOUT_MINUTES}m`,
          delete: `${UNINSTALL_TIMEOUT_MINUTES}m`,
        },
      },
    );
    this.registerOutputs({});
  }
}
