/** An address of a node or pod as a document shows it, with the zone it shows it in. */
export interface DocumentedAddress {
  /** Document and line. */
  readonly at: string;
  readonly address: string;
  readonly zone: string;
  /** Group of subnets that the thing at the address belongs to, from the pool or system that the document names. */
  readonly group: string;
}

const [A, B, C] = ["us-east-1a", "us-east-1b", "us-east-1c"] as const;
const row = (at: string, address: string, zone: string, group: string): DocumentedAddress => ({
  at,
  address,
  zone,
  group,
});

/** Addresses on which the documents agree. */
export const AGREED: readonly DocumentedAddress[] = [
  // 000, section 2: pods of redis-prod-main.
  row("000:189", "10.42.5.201", A, "redis"),
  row("000:198", "10.42.6.118", B, "redis"),
  row("000:206", "10.42.6.142", B, "redis"),
  row("000:215", "10.42.7.89", C, "redis"),
  row("000:223", "10.42.7.196", C, "redis"),
  row("000:232", "10.42.5.77", A, "redis"),
  // 000, sections 1 and 7: the interrupted spot node.
  row("000:83", "10.42.8.141", C, "spot"),
  row("000:854", "10.42.8.141", C, "spot"),
  // 000, section 8: worker-general-v5.
  row("000:876", "10.42.17.201", A, "general"),
  row("000:892", "10.42.17.203", A, "general"),
  row("000:905", "10.42.18.105", B, "general"),
  row("000:918", "10.42.18.107", B, "general"),
  row("000:931", "10.42.19.44", C, "general"),
  row("000:944", "10.42.19.46", C, "general"),
  // 000, section 8: worker-memory-v3.
  row("000:971", "10.42.20.101", A, "memory"),
  row("000:983", "10.42.20.103", A, "memory"),
  row("000:990", "10.42.21.88", B, "memory"),
  row("000:997", "10.42.21.90", B, "memory"),
  row("000:1004", "10.42.22.54", C, "memory"),
  row("000:1011", "10.42.22.56", C, "memory"),
  row("000:1019", "10.42.22.58", C, "memory"),
  // 002, section 1: nodes of the Kafka brokers.
  row("002:28", "10.42.30.101", A, "kafka"),
  row("002:38", "10.42.30.103", A, "kafka"),
  row("002:48", "10.42.31.88", B, "kafka"),
  row("002:58", "10.42.31.90", B, "kafka"),
  row("002:68", "10.42.32.54", C, "kafka"),
];

/** 000, section 3: the node of the disk alert, which section 8 of the same document puts into another zone. */
export const DISK_ALERT_NODE = row("000:411", "10.42.22.56", B, "general");

/** Zones of 10.42.19.<host> in 001, section 4, by host, in the order of lines 440 to 472: one /24 in all three. */
const NODES_OF_001: readonly (readonly [zone: string, hosts: readonly number[]])[] = [
  [A, [5, 6, 7, 14, 17, 20, 23, 26, 29, 60, 87]],
  [B, [8, 9, 10, 15, 18, 21, 24, 27, 30, 61, 88]],
  [C, [11, 12, 13, 16, 19, 22, 25, 28, 31, 62, 91]],
];

const LINE_OF_HOST: ReadonlyMap<number, number> = new Map(
  [...Array.from({ length: 27 }, (_, index) => index + 5), 60, 61, 62, 87, 88, 91].map((host, index) => [
    host,
    440 + index,
  ]),
);

/** Nodes that 001 lists in sections 1 and 4. */
export const IN_19_BY_001: readonly DocumentedAddress[] = [
  row("001:170", "10.42.19.201", A, "general"),
  row("001:171", "10.42.19.202", B, "general"),
  ...NODES_OF_001.flatMap(([zone, hosts]) =>
    hosts.map((host) => row(`001:${LINE_OF_HOST.get(host)}`, `10.42.19.${host}`, zone, "general")),
  ),
];

/** Addresses that the documents show without a zone. */
export const WITHOUT_ZONE: readonly (readonly [at: string, address: string])[] = [
  ["000:90", "10.42.8.205"],
  ["000:91", "10.42.9.117"],
  ["000:113", "10.42.19.87"],
  ["000:113", "10.42.19.88"],
  ["000:118", "10.42.17.209"],
  ["001:512", "10.42.19.195"],
  ["001:516", "10.42.19.197"],
  ["001:827", "10.42.19.40"],
  ["001:836", "10.42.19.41"],
  ["001:845", "10.42.19.42"],
  ["002:274", "10.42.31.142"],
];
