/**
 * Name of Grafana's data source, and its id in dashboards: `prometheus-<stack>`. Changing it leaves dashboards that people made without data.
 *
 * Source: document 000, section 3 (prometheus-prod).
 */
export function datasourceName(stack: string): string {
  return `prometheus-${stack}`;
}
