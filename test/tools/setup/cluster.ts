import { ETCD, ETCDCTL, KUBE_APISERVER, KUBECTL } from "../tools";
import { buildTools } from "./build-tools";

/** What the project `cluster` needs. */
export default () => buildTools([ETCD, ETCDCTL, KUBE_APISERVER, KUBECTL]);
