/** Document 001, section 9 (COMPACTION CRONJOB): every field that it gives. */
export const ETCD_COMPACTION_CRONJOB = {
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: { name: "etcd-compaction", namespace: "kube-system" },
  spec: {
    schedule: "30 20 * * *",
    jobTemplate: {
      spec: {
        template: {
          spec: {
            serviceAccountName: "etcd-compaction-sa",
            containers: [
              {
                name: "etcd-compaction",
                image: "bitnami/etcd:3.5.12",
                command: [
                  [
                    "etcdctl compact $(etcdctl endpoint status --write-out json | jq -r '.[0].Status.header.revision') \\",
                    "  --endpoints=https://etcd-prod-0:2379,https://etcd-prod-1:2379,https://etcd-prod-2:2379 \\",
                    "  --cacert=/etc/etcd/pki/ca.crt \\",
                    "  --cert=/etc/etcd/pki/server.crt \\",
                    "  --key=/etc/etcd/pki/server.key",
                  ].join("\n"),
                ],
                resources: { limits: { cpu: "500m", memory: "256Mi" } },
              },
            ],
          },
        },
      },
    },
  },
};
