import * as grpc from "@grpc/grpc-js";
import {
  AnalyzeDiagnostic,
  type AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  type AnalyzerResource,
  type AnalyzerStackConfigureRequest,
  AnalyzerStackConfigureResponse,
  type AnalyzeStackRequest,
  type ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyInfo,
  PolicySeverity,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { shownMap } from "../sandbox/engine/shown-values";
import { errorText } from "../sandbox/engine/user-error";
import { type Court, OWN_POLICIES, type Remark, resourceRemarks, stackRemarks } from "./analysis";
import type { PlannedResource } from "./resource";
import type { Rule, Severity } from "./rule";

/** Name and version of the pack, as the engine shows them. */
export const PACK = { name: "vantage", version: "0.1.0" } as const;

const LEVELS = { mandatory: EnforcementLevel.MANDATORY, advisory: EnforcementLevel.ADVISORY } as const;
const SEVERITIES: Readonly<Record<Severity, PolicySeverity>> = {
  low: PolicySeverity.POLICY_SEVERITY_LOW,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
};

/** What an analyzer asks for when it is first told of a stack. */
export type CourtOf = (stack: string, config: ReadonlyMap<string, string>) => Court;

/**
 * The policy pack as the engine speaks to one. It is written against the protocol, not against `@pulumi/policy`: that library hands secrets to rules in plain text, and reads a stack anew for
 * each policy, which takes longer than two hundred rules.
 *
 * The rules judge inputs. The engine tells them one resource at a time; what it tells at the end about the stack is what came out, which is nothing for the objects of a cluster that isn't
 * there yet.
 *
 * Source: pulumi/proto/pulumi/analyzer.proto, service Analyzer; pulumi/pkg/resource/deploy/step_generator.go, AnalyzeResources.
 */
export function analyzerService(rules: readonly Rule[], courtOf: CourtOf): grpc.UntypedServiceImplementation {
  const inputs = new Map<string, PlannedResource["inputs"]>();
  const levels = new Map<string, EnforcementLevel>();
  let isPreview = true;
  let court: Court | undefined;
  const inSession = (): Court => {
    if (court === undefined) throw new Error("The engine asks about resources before it has said of which stack.");
    return court;
  };
  const answer = (remarks: readonly Remark[]) =>
    new AnalyzeResponse().setDiagnosticsList(remarks.map((remark) => diagnostic(remark, levels)).filter(isShown));

  return {
    getPluginInfo: handle(() => new PluginInfo().setVersion(PACK.version)),
    getAnalyzerInfo: handle(() => analyzerInfo(rules)),
    configure: handle((request: ConfigureAnalyzerRequest) => {
      for (const [name, config] of request.getPolicyconfigMap().entries())
        levels.set(name, config.getEnforcementlevel());
      return new Empty();
    }),
    configureStack: handle((request: AnalyzerStackConfigureRequest) => {
      isPreview = request.getDryRun();
      court = courtOf(request.getStack(), new Map(request.getConfigMap().entries()));
      return new AnalyzerStackConfigureResponse();
    }),
    analyze: handle((request: AnalyzeRequest) => {
      const resource = planned(request, request.getOptions()?.getParent() ?? "", []);
      inputs.set(resource.urn, resource.inputs);
      return answer(isPreview ? [] : resourceRemarks(resource, inSession()));
    }),
    analyzeStack: handle((request: AnalyzeStackRequest) => {
      const resources = request.getResourcesList().map((resource) => {
        const known = planned(resource, resource.getParent(), resource.getDependenciesList());
        return { ...known, inputs: inputs.get(known.urn) ?? known.inputs };
      });
      return answer(stackRemarks(resources, inSession()));
    }),
    remediate: handle(() => new RemediateResponse()),
    cancel: handle(() => new Empty()),
  };
}

function handle<Request, Response>(answer: (request: Request) => Response) {
  return (call: grpc.ServerUnaryCall<Request, Response>, callback: grpc.sendUnaryData<Response>): void => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, details: errorText(error) });
    }
  };
}

function planned(
  resource: Pick<AnalyzerResource, "getUrn" | "getType" | "getName" | "getProperties" | "getOptions" | "getProvider">,
  parent: string,
  dependencies: readonly string[],
): PlannedResource {
  const provider = resource.getProvider()?.getUrn() ?? null;
  return {
    urn: resource.getUrn(),
    type: resource.getType(),
    name: resource.getName(),
    parent: parent === "" ? null : parent,
    provider,
    // Secrets and unknowns by their words, as in a plan file.
    inputs: shownMap(resource.getProperties()?.toJavaScript() ?? {}),
    dependencies,
    protect: resource.getOptions()?.getProtect() ?? false,
    // Only what a provider makes has one.
    custom: provider !== null,
  };
}

function analyzerInfo(rules: readonly Rule[]): AnalyzerInfo {
  const policies = rules.map(({ id, title, why, enforcement, severity, remediation, link }) =>
    new PolicyInfo()
      .setName(id)
      .setDisplayname(title)
      .setDescription(why)
      .setEnforcementlevel(LEVELS[enforcement])
      .setSeverity(SEVERITIES[severity])
      .setRemediationSteps(remediation)
      .setUrl(link),
  );
  const own = Object.entries(OWN_POLICIES).map(([name, description]) =>
    new PolicyInfo()
      .setName(name)
      .setDisplayname(name)
      .setDescription(description)
      .setEnforcementlevel(LEVELS.mandatory),
  );
  return new AnalyzerInfo()
    .setName(PACK.name)
    .setDisplayname(PACK.name)
    .setVersion(PACK.version)
    .setSupportsconfig(true)
    .setPoliciesList([...policies, ...own]);
}

function diagnostic(remark: Remark, levels: ReadonlyMap<string, EnforcementLevel>): AnalyzeDiagnostic {
  return new AnalyzeDiagnostic()
    .setPolicyname(remark.policy)
    .setPolicypackname(PACK.name)
    .setPolicypackversion(PACK.version)
    .setDescription(remark.description)
    .setMessage(`${remark.description}\n${remark.message}`)
    .setEnforcementlevel(levelOf(remark, levels.get(remark.policy)))
    .setSeverity(SEVERITIES[remark.severity])
    .setUrn(remark.urn ?? "");
}

/** What is only told stays told: a pack's configuration can make a violation milder, or turn a rule off. */
function levelOf({ enforcement }: Remark, configured?: EnforcementLevel): EnforcementLevel {
  if (configured === EnforcementLevel.DISABLED || enforcement === "mandatory") return configured ?? LEVELS.mandatory;
  return LEVELS.advisory;
}

function isShown(one: AnalyzeDiagnostic): boolean {
  return one.getEnforcementlevel() !== EnforcementLevel.DISABLED;
}
