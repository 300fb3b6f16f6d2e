import { PanelBuilder as BarGaugeBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  BigValueColorMode,
  BigValueGraphMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import { type Panel, ThresholdsConfigBuilder, ThresholdsMode } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder, QueryEditorMode } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TimeseriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { type Level, type PanelDesign, UNITS } from "./design";

/** Where panels read. */
export interface Datasource {
  readonly type: string;
  readonly uid: string;
}

const LINES_HEIGHT = 8;
const NUMBER_HEIGHT = 4;
const THIRD = 8;
const SIXTH = 4;

/** A panel of a design. Its number is its place in the dashboard, so that links to it outlive changes of its title. */
export function panel(design: PanelDesign, id: number, datasource: Datasource): Builder<Panel> {
  switch (design.kind) {
    case "lines":
      return lines(design, id, datasource);
    case "number":
      return number(design, id, datasource);
    case "bars":
      return bars(design, id, datasource);
  }
}

/** Values over time, with the levels as lines and what they are now in the legend. */
function lines(design: PanelDesign, id: number, datasource: Datasource): Builder<Panel> {
  const builder = common(new TimeseriesBuilder(), design, id, datasource)
    .span(design.width ?? THIRD)
    .height(LINES_HEIGHT)
    .lineWidth(1)
    .fillOpacity(design.series.length === 1 ? 10 : 0)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(["lastNotNull", "max"]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (design.levels !== undefined) {
    builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  for (const [index, { dashed }] of design.series.entries()) {
    if (dashed === true) {
      builder.overrideByQuery(refId(index), [{ id: "custom.lineStyle", value: { fill: "dash", dash: [8, 8] } }]);
    }
  }
  return builder;
}

/** One number, as it is now, in the colour of its level. */
function number(design: PanelDesign, id: number, datasource: Datasource): Builder<Panel> {
  return common(new StatBuilder(), design, id, datasource)
    .span(design.width ?? SIXTH)
    .height(NUMBER_HEIGHT)
    .graphMode(BigValueGraphMode.Area)
    .colorMode(design.levels === undefined ? BigValueColorMode.None : BigValueColorMode.Value)
    .reduceOptions(LAST);
}

/** One bar for each series, the longest first, as they are now. */
function bars(design: PanelDesign, id: number, datasource: Datasource): Builder<Panel> {
  return common(new BarGaugeBuilder(), design, id, datasource)
    .span(design.width ?? THIRD)
    .height(LINES_HEIGHT)
    .orientation(VizOrientation.Horizontal)
    .reduceOptions(LAST);
}

const LAST = new ReduceDataOptionsBuilder().calcs(["lastNotNull"]).values(false);

function common<Kind extends TimeseriesBuilder | StatBuilder | BarGaugeBuilder>(
  builder: Kind,
  design: PanelDesign,
  id: number,
  datasource: Datasource,
): Kind {
  builder
    .id(id)
    .title(design.title)
    .description(design.description)
    .datasource({ ...datasource })
    .unit(UNITS[design.unit])
    .thresholds(thresholds(design.levels ?? []))
    .targets(design.series.map((_, index) => query(design, index)));
  if (design.signed !== true) builder.min(0);
  if (design.max !== undefined) builder.max(design.max);
  if (design.decimals !== undefined) builder.decimals(design.decimals);
  return builder;
}

function query({ kind, series }: PanelDesign, index: number): DataqueryBuilder {
  const { expr = "", legend = "" } = series[index] ?? {};
  const builder = new DataqueryBuilder()
    .refId(refId(index))
    .expr(expr)
    .legendFormat(legend)
    .editorMode(QueryEditorMode.Code);
  return kind === "bars" ? builder.instant() : builder.range();
}

/** A, B, C, ...: the name by which a panel's settings speak of one of its series. */
function refId(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}

function thresholds(levels: readonly Level[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([{ value: null, color: "green" }, ...levels.map(({ from, color }) => ({ value: from, color }))]);
}
