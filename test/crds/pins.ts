/** A custom resource definition of one upstream release: data that tests need and the project doesn't keep. */
export interface CrdPin {
  /** Folder and file, in the cache and in the shared folder beside the repository. */
  readonly path: string;
  /** Address at the release tag. */
  readonly address: string;
  readonly sha256: string;
}

const karpenter = (file: string, sha256: string): CrdPin => ({
  path: `karpenter-0.37.0/${file}`,
  address: `https://raw.githubusercontent.com/aws/karpenter-provider-aws/v0.37.0/pkg/apis/crds/${file}`,
  sha256,
});

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
