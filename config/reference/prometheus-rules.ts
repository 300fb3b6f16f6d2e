/** ConfigMap of the rule files, which chart `monitoring` renders and release `prometheus` mounts. */
export const RULES_CONFIG_MAP = "prometheus-rules";

/** Where the server finds the rule files: every key of the ConfigMap that ends in `.yaml`. */
export const RULES_FOLDER = "/etc/prometheus-rules";
