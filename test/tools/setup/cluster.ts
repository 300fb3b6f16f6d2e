import { ETCD, ETCDCTL, KUBE_APISERVER } from "../tools";
import { buildTools } from "./build-tools";

/** What the project `cluster` needs. */
export default () => buildTools([ETCD, ETCDCTL, KUBE_APISERVER]);
