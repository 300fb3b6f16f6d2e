import { regionalArn } from "../../config/derived/arn";
import type { Location, Platform } from "../../config/platform";
import { BEDROCK_MODELS, INFERENCE_GEOGRAPHIES } from "../../config/reference/bedrock-models";
import type { Statement } from "../identity/policy-document";
import type { Grants } from "./grants";

/** What using a model takes: an answer at once, or as it comes. */
const INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

/** ARN of a model, which belongs to AWS and so names no account. */
function modelArn(location: Location, model: string, region = location.region): string {
  return regionalArn({ ...location, account: "", region }, "bedrock", `foundation-model/${model}`);
}

/**
 * Use of the listed models and of no others.
 *
 * A model that is invoked through an inference profile needs both: the profile, and the model in every region that the profile may send the request to, there only when asked through
 * the profile.
 *
 * Source: Bedrock user guide, "Prerequisites for inference profiles".
 */
export function modelStatements({ aws }: Platform, grant: Grants["bedrock"]): Statement[] {
  const known = (model: string) => BEDROCK_MODELS[aws.region]?.[model]?.profile;
  const models = grant?.models ?? [];
  const direct = models.filter((model) => known(model) === undefined);
  const throughProfile = models.flatMap((model) => {
    const geography = known(model);
    return geography === undefined ? [] : [{ model, geography }];
  });
  const profileArns = throughProfile.map(({ model, geography }) =>
    regionalArn(aws, "bedrock", `inference-profile/${geography}.${model}`),
  );
  const statement = (Sid: string, Resource: readonly string[], Condition?: Statement["Condition"]): Statement[] =>
    Resource.length === 0
      ? []
      : [{ Sid, Effect: "Allow", Action: INVOKE, Resource, ...(Condition === undefined ? {} : { Condition }) }];
  return [
    ...statement(
      "InvokeModels",
      direct.map((model) => modelArn(aws, model)),
    ),
    ...statement("InvokeProfiles", profileArns),
    ...statement(
      "InvokeModelsOfProfiles",
      throughProfile.flatMap(({ model, geography }) =>
        INFERENCE_GEOGRAPHIES[geography].map((region) => modelArn(aws, model, region)),
      ),
      { ArnEquals: { "bedrock:InferenceProfileArn": profileArns } },
    ),
  ];
}
