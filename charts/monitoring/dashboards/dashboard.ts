import {
  AnnotationQueryBuilder,
  AnnotationTargetBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { datasourceName } from "../../../config/derived/datasource-name";
import type { Platform } from "../../../config/platform";
import type { DashboardDesign, EventDesign } from "./design";
import { panel } from "./panel";

/** Grafana's own store of annotations, as a data source. Source: grafana/grafana 10.4, public/app/plugins/datasource/grafana. */
const OWN_STORE = { type: "grafana", uid: "-- Grafana --" } as const;

/** Events of a kind that are shown at most; more make a graph unreadable. */
const MOST_EVENTS = 100;

/** The dashboard of a design. The same design gives the same bytes. */
export function dashboard(platform: Pick<Platform, "stack">, design: DashboardDesign): Dashboard {
  const datasource = { type: "prometheus", uid: datasourceName(platform.stack) };
  const builder = new DashboardBuilder(design.title)
    .uid(design.uid)
    .description(design.description)
    .tags([...design.tags])
    .timezone("utc")
    .time({ from: design.from, to: "now" })
    .refresh(design.refresh)
    .tooltip(DashboardCursorSync.Crosshair)
    .annotations(design.events.map(events))
    .readonly();
  let id = 0;
  for (const row of design.rows) {
    id += 1;
    builder.withRow(new RowBuilder(row.title).id(id));
    for (const item of row.panels) {
      id += 1;
      builder.withPanel(panel(item, id, datasource));
    }
  }
  return builder.build();
}

function events({ name, tags, color }: EventDesign): AnnotationQueryBuilder {
  return new AnnotationQueryBuilder()
    .name(name)
    .datasource({ ...OWN_STORE })
    .enable(true)
    .iconColor(color)
    .target(
      new AnnotationTargetBuilder()
        .type("tags")
        .tags([...tags])
        .matchAny(false)
        .limit(MOST_EVENTS),
    );
}
