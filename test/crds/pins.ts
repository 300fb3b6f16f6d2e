/** A custom resource definition of one upstream release: data that tests need and the project doesn't keep. */
export interface CrdPin {
  /** Folder and file, in the cache and in the shared folder beside the repository. */
  readonly path: string;
  /** Address at the release tag. */
  readonly address: string;
  readonly sha256: string;
  /** Go module that has the same file, where there is one: a module proxy is often within reach where the address isn't. */
  readonly goModule?: GoModuleFile;
}

/** A file of a Go module. */
export interface GoModuleFile {
  readonly module: string;
  readonly version: string;
  /** Path of the file in the module. */
  readonly file: string;
}

/** A pin of a release, by file and digest. */
type PinOf = (file: string, sha256: string) => CrdPin;

function release(name: string, repository: string, tag: string, folder: string): PinOf {
  return (file, sha256) => ({
    path: `${name}/${file}`,
    address: `https://raw.githubusercontent.com/${repository}/${tag}/${folder}/${file}`,
    sha256,
  });
}

const karpenter = release("karpenter-0.37.0", "aws/karpenter-provider-aws", "v0.37.0", "pkg/apis/crds");

/** Karpenter 0.37.0, by kind. */
export const KARPENTER_CRDS = {
  NodePool: karpenter(
    "karpenter.sh_nodepools.yaml",
    "a8aa248dabd41c62394ca406749721166ffe54b5d4e5c65a6f78fe6393bc8190",
  ),
  NodeClaim: karpenter(
    "karpenter.sh_nodeclaims.yaml",
    "7c88131a9ebe1b3f7e7cb55b85fd9ae0d92772e8b97860333a436641677c9a6c",
  ),
  EC2NodeClass: karpenter(
    "karpenter.k8s.aws_ec2nodeclasses.yaml",
    "519f3e53a6fc9cdc18fc0cb6fff30bdd4efa464d6717967d63729cc3f2e3a7ab",
  ),
} as const satisfies Readonly<Record<string, CrdPin>>;

const strimzi = release("strimzi-0.42.0", "strimzi/strimzi-kafka-operator", "0.42.0", "install/cluster-operator");

/** Strimzi 0.42.0, by kind. */
export const STRIMZI_CRDS = {
  Kafka: strimzi("040-Crd-kafka.yaml", "e17bcc3e3de9d71818d93ecdd51d513da449a8470f07c00b04b59095bba106b4"),
  KafkaConnect: strimzi(
    "041-Crd-kafkaconnect.yaml",
    "5cc71d55a733ca592a559543929ba35bac9f41b6e86dc380f3a249df680c85a2",
  ),
  StrimziPodSet: strimzi(
    "042-Crd-strimzipodset.yaml",
    "933bbbd26ac3078c214bda89b53583136e0a7a0e84930abb1736107168d6031f",
  ),
  KafkaTopic: strimzi("043-Crd-kafkatopic.yaml", "b6ef3c460eb018c63a37c662ef4251ccd03d321ba3a6ae27c7e0e6a94eb63395"),
  KafkaUser: strimzi("044-Crd-kafkauser.yaml", "412c6f78da3cff096bf42af2ae3366b4508a298e46a627c9ecfa6c7240b0dcab"),
  KafkaMirrorMaker: strimzi(
    "045-Crd-kafkamirrormaker.yaml",
    "d5734418d756a0474c50389b584b63781f220f0f7baac49a8b6d4a337502537c",
  ),
  KafkaBridge: strimzi("046-Crd-kafkabridge.yaml", "c875ea0c4663c9ed69f6c68ec9e58c9b11a32a7e20fb29959722314fbe9b2db1"),
  KafkaConnector: strimzi(
    "047-Crd-kafkaconnector.yaml",
    "2a80f94b9192f5d27ca9d293e3b5a71ef7d5554cc5400d20545a871dc7bf76c5",
  ),
  KafkaMirrorMaker2: strimzi(
    "048-Crd-kafkamirrormaker2.yaml",
    "4e631a3023e0f1c7b0f4a9e30f0e2973ffa6087584c36ad2e77f153b40368fbf",
  ),
  KafkaRebalance: strimzi(
    "049-Crd-kafkarebalance.yaml",
    "1403ed617015d104bd0a77a41a5da038065936570a43d82379081113a4e3b1cb",
  ),
  KafkaNodePool: strimzi(
    "04A-Crd-kafkanodepool.yaml",
    "ab5fc282fce5f5d3e759f96f29583147332d1d0f4c7b144df1d1b83e48766045",
  ),
} as const satisfies Readonly<Record<string, CrdPin>>;

const ISTIO_RELEASE = ["istio-1.22.4", "istio/istio", "1.22.4"] as const;

/** Istio 1.22.4, by file: the kinds of the mesh are all in one. */
export const ISTIO_CRDS = {
  mesh: release(...ISTIO_RELEASE, "manifests/charts/base/crds")(
    "crd-all.gen.yaml",
    "70f313d8e9f48b496d6de3ddf3188ca6fa0ce4ffc266181ff0e95a794731828a",
  ),
  IstioOperator: release(...ISTIO_RELEASE, "manifests/charts/istio-operator/crds")(
    "crd-operator.yaml",
    "edfd3374b43298a7c4027d903bc36dbf703c734a93e0a102c30e7cea8b3ef339",
  ),
} as const satisfies Readonly<Record<string, CrdPin>>;

const CERT_MANAGER_VERSION = "v1.18.6";

/** A file of cert-manager's repository, which is a Go module as a whole. Its labels are Helm templates, which `definitionsIn` leaves out. */
const certManager: PinOf = (file, sha256) => ({
  ...release("cert-manager-1.18.6", "cert-manager/cert-manager", CERT_MANAGER_VERSION, "deploy/crds")(file, sha256),
  goModule: {
    module: "github.com/cert-manager/cert-manager",
    version: CERT_MANAGER_VERSION,
    file: `deploy/crds/${file}`,
  },
});

/** cert-manager 1.18.6, by kind; what ACME alone needs is left out. */
export const CERT_MANAGER_CRDS = {
  Certificate: certManager("crd-certificates.yaml", "25f58d784b3e7f9520dcb101db8d86f93294d2c91fc37616b378516f9a94cf28"),
  CertificateRequest: certManager(
    "crd-certificaterequests.yaml",
    "bae51a8380d6944a665f0394f953bf94290d093edd9d21cc86f2f488524545e6",
  ),
  Issuer: certManager("crd-issuers.yaml", "0f85efacd383ce9cdfceed0894939d3064c5593f6b7927953e43f41d8d1256c3"),
  ClusterIssuer: certManager(
    "crd-clusterissuers.yaml",
    "c351a198e242aeb482892f86c5689f0c511d60a474f31bf73bd655d6337a17e1",
  ),
} as const satisfies Readonly<Record<string, CrdPin>>;

const VELERO_VERSION = "v1.15.2";

/** A file of Velero's repository, which is a Go module as a whole. */
const velero: PinOf = (file, sha256) => ({
  ...release("velero-1.15.2", "vmware-tanzu/velero", VELERO_VERSION, "config/crd/v1/bases")(file, sha256),
  goModule: { module: "github.com/vmware-tanzu/velero", version: VELERO_VERSION, file: `config/crd/v1/bases/${file}` },
});

/** Velero 1.15.2, by kind: what schedules backups, and what they are. */
export const VELERO_CRDS = {
  Backup: velero("velero.io_backups.yaml", "e6786a743ee24fba6a1ef35dcdaaf6072b30c284b0e2030c89ad717c3da32ed5"),
  Schedule: velero("velero.io_schedules.yaml", "708c2ffb98d2b0df3283aa64d42ad70388119955f321234932719b643ba2558c"),
} as const satisfies Readonly<Record<string, CrdPin>>;

/** Every pinned definition: what a cluster with all of the platform's operators knows. */
export const ALL_CRDS: readonly CrdPin[] = [
  KARPENTER_CRDS,
  STRIMZI_CRDS,
  ISTIO_CRDS,
  CERT_MANAGER_CRDS,
  VELERO_CRDS,
].flatMap((pins) => Object.values<CrdPin>(pins));
