import type { MetricsRule } from "../../../../charts/kafka/cluster/metrics-rules";

/** A metric as the exporter serves it. */
export interface ExportedMetric {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * What the JMX exporter makes of an attribute: the first rule whose pattern is found in `domain<properties><path>attribute: value` decides;
 * nothing when there is none. Source: jmx_exporter 1.0.1, JmxCollector (the pattern is not anchored, `$n` are its groups).
 */
export function exported(rules: readonly MetricsRule[], attribute: string): ExportedMetric | undefined {
  const input = `${attribute}: 1.0`;
  for (const { pattern, name, labels = {} } of rules) {
    const whole = new RegExp(`^.*(?:${pattern}).*$`);
    if (whole.test(input)) {
      const filled = (template: string) => input.replace(whole, template);
      const values = Object.entries(labels).map(([label, template]) => [label, filled(template)]);
      return { name: filled(name), labels: Object.fromEntries(values) };
    }
  }
  return undefined;
}
